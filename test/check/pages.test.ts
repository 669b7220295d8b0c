import { describe, expect, test } from 'vitest'
import { checkPages, checkReading } from '../../src/check/run.ts'
import { rules } from '../../src/check/rules/index.ts'
import type { LaidOut } from '../../src/document/laid-out.ts'
import { read, RESPONSE, type Keys } from '../makers.ts'
import { pageCases, spot, theseLaidOut } from './page-cases.ts'

const ofPages = rules.filter(({ needsPages }) => needsPages)

async function check(laidOut: Partial<LaidOut>, response: object = {}, settings: Keys = {}) {
  const reading = await read({ [RESPONSE]: aLetter(response), 'section55.yaml': settings })
  expect(reading.problems).toEqual([])
  return checkPages(reading, reading.responses[0]!, theseLaidOut(laidOut), { today: '2024-02-20' })
}
const aLetter = (response: object) => ({
  office: 'northshire',
  status: 'final',
  report: { title: 'An inspection', kind: 'peel', published: '2024-01-10' },
  letter: { date: '2024-02-20', to: ['home-secretary'], layout: 'appendix' },
  sections: [{ title: 'Custody' }],
  ...response,
})
const told = async (...of: Parameters<typeof check>) =>
  (await check(...of)).map(({ rule, message }) => `${rule}: ${message}`)

test('a letter whose pages fall well is not told of', async () => {
  expect(await check({})).toEqual([])
})

describe.each(ofPages)('$id', ({ id, severity }) => {
  test('tells of its case alone, and says which page', async () => {
    const problems = await check(pageCases[id]!)
    expect(problems.map(problem => [problem.rule, problem.severity])).toEqual([[id, severity]])
    expect(problems[0]!.message).toMatch(/\d/)
    expect(problems[0]!.place.file).toBe(RESPONSE)
  })

  test('can be turned off, made an error and waived', async () => {
    expect(await check(pageCases[id]!, {}, { rules: { [id]: 'off' } })).toEqual([])
    const [error] = await check(pageCases[id]!, {}, { rules: { [id]: 'error' } })
    expect(error!.severity).toBe('error')
    const waive = [{ rule: id, reason: 'The Board wants it so.', until: '2024-03-01' }]
    expect(await check(pageCases[id]!, { waive })).toEqual([])
  })
})

test('a sign-off needs two lines of the letter above it on its page', async () => {
  expect(await told({ signOff: spot(5, 25 + 6) })).toEqual([
    'sign-off-alone: Unexpected sign-off under a single line on page 5 of 5, expected two lines of the letter above it',
  ])
  expect(await told({ signOff: spot(5, 25 + 2 * 6) })).toEqual([])
})

test('the first page may hold the whole letter, however short', async () => {
  expect(await told({ pages: 1, signOff: spot(1, 26), ends: [spot(1, 30)], headings: [] })).toEqual(
    [],
  )
})

test('a last page of three lines will do, of the letter and of its appendix', async () => {
  expect(await told({ ends: [spot(5, 25 + 3 * 6)] })).toEqual([])
  const ends = [spot(2, 25 + 2 * 6), spot(5, 25 + 6)]
  expect(await told({ appendix: 3, ends, signOff: spot(2, 40) })).toEqual([
    'short-last-page: Unexpected two lines on page 2 of 5, the last of the letter, expected at least three',
    'short-last-page: Unexpected one line on page 5 of 5, the last, expected at least three',
  ])
})

test('60 pages of appendix and two of letter will do', async () => {
  expect(
    await told({ appendix: 3, pages: 62, ends: [spot(62, 90)], signOff: spot(2, 60) }),
  ).toEqual([])
})

test('a waiver of what only the pages tell is not told of as useless by check', async () => {
  const waive = [{ rule: 'long-appendix', reason: 'All is needed.', until: '2024-03-01' }]
  const reading = await read({ [RESPONSE]: aLetter({ waive }) })
  const { all } = checkReading(reading, { today: '2024-02-20' })
  expect(all.map(({ rule }) => rule)).not.toContain('unused-waiver')
})
