import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { workspaceFiles } from '../../src/cli/workspace-files.ts'
import { readInspectionResponse } from '../../src/model/read-workspace.ts'
import { makeStanding } from '../../src/status/make-standing.ts'
import { matchItems } from '../../src/status/match-items.ts'
import type { ItemStanding } from '../../src/status/standing.ts'
import { anAreaForImprovement, aRecommendation, type Keys } from '../makers.ts'
import { standingOf } from './make.ts'

const areas = (...words: string[]): Keys[] =>
  words.map(area_for_improvement => anAreaForImprovement({ area_for_improvement }))

async function match(earlier: Keys[], later: Keys[]) {
  const [one, other] = [await standingOf(earlier), await standingOf(later)]
  return matchItems(one.items, other.items).map(
    ({ from, to, isNearlySame }) =>
      `${from.id.replace(/.*\./, '')} ${to.id.replace(/.*\./, '')} ${isNearlySame ? 'same' : 'alike'}`,
  )
}

describe('two items say nearly the same', () => {
  test.each([
    [
      'The force should make sure that it records all crimes within 24 hours.',
      'The force should record crimes within 24 hours of their being reported.',
    ],
    [
      'The force should improve how it supervises the investigations of less experienced officers.',
      'The force should make sure that less experienced officers’ investigations are supervised.',
    ],
    ['The force should hold its call handlers’ courses.', 'Hold its call handlers’ courses;'],
  ])('%s', async (one, other) => {
    expect(await match(areas(one), areas(other))).toEqual([expect.stringMatching(/^a1 a1 /)])
  })
})

describe('two items are not alike because both are items', () => {
  test.each([
    ['The force should train its call handlers.', 'The force should train its supervisors.'],
    [
      'The force should improve its understanding of demand.',
      'The force should improve its understanding of the skills of its workforce.',
    ],
    [
      'The force should make sure that it answers calls within its target times.',
      'The force should make sure that it keeps victims informed of their cases.',
    ],
  ])('%s', async (one, other) => {
    expect(await match(areas(one), areas(other))).toEqual([])
  })
})

const VISITS =
  'The force should make sure that it records every visit to a registered sex offender.'
const BAIL = 'The force should improve the supervision of suspects on bail.'

test('each has the one that is most like it, in the order of the earlier report', async () => {
  const later = areas(
    BAIL,
    `${VISITS} It should do so within a week, in the words of its officers.`,
  )
  expect(await match(areas(VISITS, BAIL), later)).toEqual(['a1 a2 alike', 'a2 a1 same'])
})

test('of two that are as like, it is the one of the same kind', async () => {
  const later = [aRecommendation({ recommendation: VISITS }), ...areas(VISITS)]
  expect(await match(areas(VISITS), later)).toEqual(['a1 a1 same'])
  expect(await match(areas(VISITS), later.slice(0, 1))).toEqual(['a1 r1 same'])
})

test('one stands for several only where it says nearly the same', async () => {
  expect(await match(areas(VISITS, VISITS), areas(VISITS))).toEqual(['a1 a1 same', 'a2 a1 same'])
  const less = 'The force should record its visits to a registered sex offender in the custody log.'
  expect(await match(areas(VISITS, less), areas(VISITS))).toEqual(['a1 a1 same'])
})

test('the headline counts as words', async () => {
  const headed = (words: string) =>
    anAreaForImprovement({ title: VISITS, area_for_improvement: words })
  expect(await match([headed('It does not.')], [headed('There are gaps.')])).toEqual([
    expect.stringMatching(/^a1 a1/),
  ])
})

const CASES = join(import.meta.dirname, '../../../shared/cases')
const NAMES = ['west-mercia-2019', 'warwickshire-2019', 'warwickshire-2017-efficiency']

describe.skipIf(!existsSync(CASES))('the items of real reports (../shared/cases)', () => {
  const itemsOf = async (name: string): Promise<ItemStanding[]> => {
    const options = { today: '2020-01-01', environment: {}, pictures: 'checked' } as const
    const reading = await readInspectionResponse(workspaceFiles(CASES), name, options)
    const inputs = { root: '', file: '', today: '2020-01-01', errors: 0 }
    return makeStanding(reading, inputs).items
  }

  test('two forces that were inspected together were told 23 things alike', async () => {
    const [one, other] = [await itemsOf(NAMES[0]!), await itemsOf(NAMES[1]!)]
    const pairs = matchItems(one, other)
    expect(pairs).toHaveLength(23)
    expect(pairs.filter(({ isNearlySame }) => isNearlySame).length).toBeGreaterThan(15)
    expect(pairs.every(({ from, to }) => from.kind === to.kind)).toBe(true)
  })

  test('what was asked of one in 2017 was not asked again in 2019', async () => {
    expect(matchItems(await itemsOf(NAMES[2]!), await itemsOf(NAMES[1]!))).toEqual([])
  })
})
