import { describe, expect, test } from 'vitest'
import type { FoundSection } from '../../../src/import/found-report.ts'
import { area, areaOf, paragraphs, understood } from './understood.ts'

const TITLE = 'PEEL: Police effectiveness 2017 – An inspection of Northshire Police'
const gradeOf = (...words: string[]) => areaOf(understood(paragraphs(TITLE, ...words))).grade

/** The sections by their titles or questions, and their grades. */
const gradesIn = (sections: readonly FoundSection[]): Record<string, string | undefined> =>
  Object.fromEntries(
    sections.flatMap(({ title, question, grade, sections: inner }) => [
      [title ?? question, grade],
      ...Object.entries(gradesIn(inner)),
    ]),
  ) as Record<string, string | undefined>

describe('a grade', () => {
  test('stands alone below the heading of its area', () => {
    expect(areaOf(understood(area('It answers its calls.')))).toMatchObject({
      title: 'Investigating crime',
      grade: 'adequate',
    })
  })

  test('is said in a sentence where no line has it', () => {
    expect(
      gradeOf(
        'Effectiveness',
        'Northshire Police is good at keeping people safe and reducing crime.',
        'It has enough officers for that.',
      ),
    ).toBe('good')
  })

  test('is one of now: last year’s is not this year’s', () => {
    expect(
      gradeOf(
        'Efficiency',
        'Northshire Police requires improvement in how it plans its work for the coming years. In last year’s efficiency inspection, it was judged to be good at planning its work.',
        'In 2016, Northshire Police was judged to be outstanding at planning its work.',
      ),
    ).toBe('requires improvement')
  })

  test.each([
    'In last year’s inspection, Northshire Police was judged to be good at planning its work.',
    'Northshire Police was judged to be good at planning its work in 2016.',
    'Northshire Police was good at planning its work at the previous inspection.',
  ])('of another year is none: "%s"', sentence => {
    const { sections } = understood(paragraphs(TITLE, 'Efficiency', sentence, 'It plans its work.'))
    expect(gradesIn(sections)).toEqual({})
  })

  test('is no part of "needs to improve", which is prose', () => {
    expect(
      gradeOf(
        'Effectiveness',
        'Northshire Police is good at preventing and investigating crime. It needs to improve how it tackles organised crime.',
        'It is not inadequate in any of them.',
      ),
    ).toBe('good')
  })

  test('of a question that was not graded is told as that', () => {
    expect(
      gradeOf(
        'Armed policing',
        'How well prepared is the force to respond to an armed attack?',
        'Not graded',
        'It has enough armed officers.',
      ),
    ).toBe('ungraded')
  })

  test('of each numbered question is its own', () => {
    const { sections } = understood(
      paragraphs(
        TITLE,
        'Effectiveness',
        'How effective is the force at keeping people safe?',
        'Good',
        'It keeps people safe.',
        'Questions for Effectiveness',
        '1',
        'How effective is the force at preventing crime and anti-social behaviour?',
        'Outstanding',
        'It prevents much of it.',
        '2',
        'How effective is the force at investigating crime and reducing re-offending?',
        'Requires improvement',
        'It investigates too little of it.',
      ),
    )
    expect(Object.values(gradesIn(sections))).toEqual([
      'good',
      'outstanding',
      'requires improvement',
    ])
  })

  test('is read from the row of a table', () => {
    const { sections } = understood(
      '<main><h1>PEEL 2023–2025: An inspection of Northshire Police</h1><h2>Our judgments</h2><table>' +
        '<tr><td>Preventing crime</td><td>Good</td></tr>' +
        '<tr><td>Leadership</td><td>Inadequate</td></tr></table></main>',
    )
    expect(gradesIn(sections)).toEqual({ 'Preventing crime': 'good', Leadership: 'inadequate' })
  })

  test('is read from the head of the column of a table', () => {
    const { sections } = understood(
      '<main><h1>PEEL 2023–2025: An inspection of Northshire Police</h1><h2>Our judgments</h2><table>' +
        '<tr><th>Outstanding</th><th>Good</th><th>Adequate</th></tr>' +
        '<tr><td></td><td>Preventing crime</td><td>Leadership</td></tr></table></main>',
    )
    expect(gradesIn(sections)).toEqual({ 'Preventing crime': 'good', Leadership: 'adequate' })
  })

  test('that differs between table and heading is told', () => {
    const { sections, doubts } = understood(
      '<main><h1>PEEL 2023–2025: An inspection of Northshire Police</h1><table>' +
        '<tr><td>Leadership</td><td>Good</td></tr></table>' +
        '<h2>Leadership</h2><p>Adequate</p><p>It leads.</p></main>',
    )
    expect(gradesIn(sections)).toEqual({ Leadership: 'adequate' })
    expect(doubts.map(({ message }) => message)).toEqual([
      'Unexpected grade good in the table, expected adequate as below the heading',
    ])
  })

  test('of adequate is of the scale that is used since 2021', () => {
    expect(understood(area('It works.')).scale).toBe('peel-2021')
  })

  test('of a report of 2017 is of the scale of that time', () => {
    expect(understood(paragraphs(TITLE, 'Effectiveness', 'Good', 'It is.')).scale).toBe('peel-2014')
  })
})
