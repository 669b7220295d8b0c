import { describe, expect, test } from 'vitest'
import { DEFAULT_STATUSES } from '../../src/model/settings.ts'
import { itemsInOrder, makeOverview } from '../../src/status/make-overview.ts'
import type { Standing } from '../../src/status/standing.ts'
import {
  aCauseOfConcern,
  anAreaForImprovement,
  aRecommendation,
  aResponse,
  aSection,
  type Keys,
} from '../makers.ts'
import { standingOf } from './make.ts'

const TODAY = '2019-11-01'
const inYear = (year: number): Keys => ({
  report: { title: `PEEL ${year}`, published: `${year}-03-01` },
  letter: { date: `${year}-04-01` },
})
const yaml = (year: number, items: Keys[]) =>
  aResponse({ ...inYear(year), sections: [aSection({ items })] })

/** A response of 2017, and one of 2019 that names it. */
async function twoYears(earlier: Keys[], later: Keys[], today = TODAY): Promise<Standing[]> {
  const files = { 'responses/2017-peel/response.yaml': yaml(2017, earlier) }
  return [
    await standingOf(earlier, { keys: inYear(2017), name: '2017-peel', today }),
    await standingOf(later, { keys: inYear(2019), name: '2019-peel', files, today }),
  ]
}

const overview = (standings: Standing[], others: Standing[] = [], today = TODAY) =>
  makeOverview(standings, [...DEFAULT_STATUSES], today, others)

const AREA = anAreaForImprovement({ number: '1', deadline: 'by March 2018', target: '2020-03-31' })
const OTHER = anAreaForImprovement({ number: '2', target: '2018-01-31' })
const AGAIN = anAreaForImprovement({ number: '7', raised_before: ['2017-peel A1'] })

describe('an item that a later report raises again', () => {
  test('is told once, though it is named twice', async () => {
    const earlier = { ...AREA, id: 'calls' }
    const again = { ...AGAIN, raised_before: ['2017-peel A1', '2017-peel calls', '2017-peel A1'] }
    const { responses } = overview(await twoYears([earlier], [again]))
    const items = responses.flatMap(({ items }) => items)
    expect(items.flatMap(({ raised_before }) => raised_before)).toHaveLength(1)
    expect(items.flatMap(({ raised_again }) => raised_again)).toHaveLength(1)
  })

  test('is followed there alone', async () => {
    const { responses, totals } = overview(await twoYears([AREA, OTHER], [AGAIN]))
    const [earlier, later] = ['2017-peel', '2019-peel'].map(name =>
      responses.find(one => one.name === name)!,
    )
    expect(earlier!.items[0]).toMatchObject({
      state: 'raised again',
      missing: [],
      raised_again: [
        {
          response: '2019-peel',
          item: 'effectiveness.a1',
          label: 'Area for improvement 7',
          title: 'PEEL 2019',
          published: '2019-03-01',
        },
      ],
    })
    expect(earlier!.items[0]!.overdue).toBeUndefined()
    expect(earlier!.counts).toMatchObject({ open: 1, 'raised again': 1 })
    expect(earlier!.overdue).toBe(1)
    expect(earlier!.events.map(({ day }) => day)).not.toContain('2018-03-31')
    expect(earlier!.next).toBeUndefined()
    expect(later!.items[0]).toMatchObject({
      state: 'open',
      raised_before: [
        {
          response: '2017-peel',
          item: 'effectiveness.a1',
          label: 'Area for improvement 1',
          title: 'PEEL 2017',
          published: '2017-03-01',
        },
      ],
    })
    expect(totals).toMatchObject({ overdue: 1, counts: { open: 2, 'raised again': 1 } })
  })

  test('stands behind the open ones in a list', async () => {
    const order = itemsInOrder(overview(await twoYears([AREA, OTHER], [AGAIN])))
    expect(order.map(({ standing, item }) => `${standing.name} ${item.reference}`)).toEqual([
      '2017-peel A2',
      '2019-peel A7',
      '2017-peel A1',
    ])
  })

  test('is so where only one of the two is told of', async () => {
    const [earlier, later] = await twoYears([AREA], [AGAIN])
    const first = overview([earlier!], [later!])
    expect(first.responses.map(({ name }) => name)).toEqual(['2017-peel'])
    expect(first.totals.counts).toMatchObject({ open: 0, 'raised again': 1 })
    const second = overview([later!], [earlier!])
    expect(second.responses[0]!.items[0]!.raised_before[0]!.label).toBe('Area for improvement 1')
    // Of what is not at hand, the words of the file are told.
    expect(overview([later!]).responses[0]!.items[0]!.raised_before).toEqual([
      { response: '2017-peel', item: 'A1', label: 'A1', title: '2017-peel' },
    ])
  })

  test('whatever the force says of it, but not where the inspectorate has closed it', async () => {
    const stateOf = async (keys: Keys) => {
      const { responses } = overview(await twoYears([{ ...AREA, ...keys }], [AGAIN]))
      return responses.find(({ name }) => name === '2017-peel')!.items[0]!
    }
    expect((await stateOf({ status: 'complete' })).state).toBe('raised again')
    const declined = { position: 'not accepted', reason: 'The region does it.' }
    expect((await stateOf(declined)).state).toBe('raised again')
    const closed = await stateOf({ inspectorate_status: 'complete' })
    expect(closed.state).toBe('closed')
    expect(closed.raised_again).toHaveLength(1)
    expect((await stateOf({ for: ['the Home Office'] })).state).toBe('not ours')
  })

  test('still lacks an answer where it has none', async () => {
    const { responses } = overview(await twoYears([{ ...AREA, update: undefined }], [AGAIN]))
    expect(responses.find(({ name }) => name === '2017-peel')!.items[0]!.missing).toEqual([
      "the Chief Constable's update",
    ])
  })

  test('may be raised twice, and may raise two', async () => {
    const twice = anAreaForImprovement({ raised_before: ['2017-peel A1', '2017-peel A2'] })
    const { responses } = overview(await twoYears([AREA, OTHER], [AGAIN, twice]))
    const at = (name: string) => responses.find(one => one.name === name)!.items
    expect(at('2017-peel').map(item => item.raised_again.length)).toEqual([2, 1])
    expect(at('2019-peel').map(item => item.raised_before.length)).toEqual([1, 2])
  })
})

test('a cause of concern whose recommendations are all raised again, or closed, is no open one', async () => {
  const one = aRecommendation({ number: '1' })
  const cause = (second: Keys) => aCauseOfConcern({ recommendations: [one, second] })
  const again = (reference: string) =>
    aRecommendation({ raised_before: [`2017-peel ${reference}`] })
  const stateOf = async (second: Keys, later: Keys[]) => {
    const { responses } = overview(await twoYears([cause(second)], later))
    return responses.find(({ name }) => name === '2017-peel')!.items[0]!.state
  }
  const two = aRecommendation({ number: '2' })
  expect(await stateOf(two, [again('R1')])).toBe('open')
  expect(await stateOf(two, [again('R1'), again('R2')])).toBe('raised again')
  expect(await stateOf({ ...two, inspectorate_status: 'complete' }, [again('R1')])).toBe(
    'raised again',
  )
  expect(await stateOf({ ...two, status: 'complete' }, [again('R1')])).toBe('done')
})

test('what is said the wrong way round leaves both open', async () => {
  const standings = await twoYears([AREA], [AGAIN])
  const early = { ...standings[1]!, published: '2016-01-01' }
  expect(overview([standings[0]!, early]).totals.counts).toMatchObject({
    open: 2,
    'raised again': 0,
  })
})

test('responses of two workspaces are two, whatever their names', async () => {
  const [earlier, later] = await twoYears([AREA], [AGAIN])
  const { totals } = overview([earlier!, { ...later!, root: '/westmere' }])
  expect(totals.counts).toMatchObject({ open: 2, 'raised again': 0 })
})

test('the standings themselves stay as they are', async () => {
  const standings = await twoYears([AREA], [AGAIN])
  const before = JSON.stringify(standings)
  overview(standings)
  expect(JSON.stringify(standings)).toBe(before)
})
