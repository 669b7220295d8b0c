import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readLines, readText } from './show.ts'

describe('paragraphs of a text', () => {
  test('that was wrapped go on over its lines, and end where a line had room', async () => {
    const text = `Areas for improvement
The force should make sure that its supervisors review investigations
on time, that they record what they decided, and that they do so in a
way which others can follow.
The force should also make sure that the victims of crime are told of
each decision, and that what they say of it is written down by those
who hear it.`
    expect(await readText(text)).toEqual([
      'Areas for improvement',
      'The force should make sure that its supervisors review investigations',
      '…: on time, that they record what they decided, and that they do so in a',
      '…: way which others can follow.',
      'The force should also make sure that the victims of crime are told of',
      '…: each decision, and that what they say of it is written down by those',
      '…: who hear it.',
    ])
  })

  test('that has a paragraph a line are its lines', async () => {
    const text = `Crime
Good
The force is good.
It has a plan for each of its towns, and it knows what the people of these towns need.
Officers have time.
Supervisors look at each investigation, and they write down what they decide.
Custody
Adequate`
    expect(await readText(text)).toEqual(text.split('\n'))
  })

  test('of about one length are its lines where each ends as a sentence does', async () => {
    const text = ['crime', 'fraud', 'theft', 'knife', 'drugs', 'roads', 'young']
      .map(word => `The force should say how it means to reduce ${word} in its towns.`)
      .join('\n')
    expect(await readText(text)).toEqual(text.split('\n'))
  })

  test('that are long stand on one line each', async () => {
    const long = 'The force works with its partners and knows its towns. '.repeat(4).trim()
    expect(await readText(`${long}\nHowever, it is slow.\nlast`)).toEqual([
      long,
      'However, it is slow.',
      'last',
    ])
  })

  test.each([
    ['of an old Macintosh', '\r'],
    ['of a mainframe', '\u0085'],
    ['of Windows', '\r\n'],
  ])('end at the line breaks %s', async (_, end) => {
    const lines = await readLines('report.txt', ['One', '', 'Two'].join(end))
    expect(lines.map(({ words, place }) => [place.start.line, words])).toEqual([
      [1, 'One'],
      [3, 'Two'],
    ])
  })

  test('go on over the end of a page, without its number', async () => {
    expect(await readText('The force should act and\n\n12\n\fmust check.\n\n13\n\f\n')).toEqual([
      'The force should act and',
      '…: must check.',
    ])
  })

  test('are without what takes no room', async () => {
    expect(await readText('\ufeffThe po\u00adli\u200bcy\u2060\u0007')).toEqual(['The policy'])
  })
})

describe('lists of a text', () => {
  test('have the depth of their indents and signs', async () => {
    expect(
      await readText(
        'The force should:\n• act;\n  – at once;\n  – well;\n• check.\n\n\uf0b7\tone\no\tinner\n',
      ),
    ).toEqual([
      'The force should:',
      'item 1: • act;',
      'item 2:   – at once;',
      'item 2:   – well;',
      'item 1: • check.',
      'item 2: \uf0b7\tone',
      'item 3: o\tinner',
    ])
  })

  test('may have their words on the line after the sign', async () => {
    expect(await readText('The force should:\n•\nact;\n•\n\ncheck.\n\nIt is good.')).toEqual([
      'The force should:',
      'item 1: act;',
      'item 1: check.',
      'It is good.',
    ])
  })

  test('may be set in by a tab alone', async () => {
    expect(await readText('The force should:\n\n\tact; and\n\tcheck.\n\nIt is good.')).toEqual([
      'The force should:',
      'item 1: \tact; and',
      'item 1: \tcheck.',
      'It is good.',
    ])
  })

  test('may have paragraphs below an entry', async () => {
    expect(await readText('  * act;\n\n    and more of it\n\n  * check.')).toEqual([
      'item 1:   * act;',
      'within 1:     and more of it',
      'item 1:   * check.',
    ])
  })
})

const SEED = '../shared/seeds/002_9d4f55e679d68d5b.txt'
test.skipIf(!existsSync(SEED))(
  existsSync(SEED)
    ? 'a page of the inspectorate saved as text is a paragraph a line'
    : 'a page of the inspectorate saved as text (skipped: ../shared is absent)',
  async () => {
    const lines = await readLines('report.txt', readFileSync(SEED))
    expect(lines.every(({ isFirst }) => isFirst)).toBe(true)
    expect(lines.filter(({ kind }) => kind === 'list item').length).toBeGreaterThan(10)
  },
)
