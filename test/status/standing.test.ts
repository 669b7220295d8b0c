import { describe, expect, test } from 'vitest'
import { aRecommendation, anAreaForImprovement } from '../makers.ts'
import { aStanding, draft } from './make.ts'

const unanswered = { update: undefined }
const items = [aRecommendation(), aRecommendation(unanswered), anAreaForImprovement()]
const sections = [{ title: 'Effectiveness', grade: 'good', items }]

describe('the clock', () => {
  test.for([
    ['the day of the report is day 1', '2019-09-27', 'running', 1, 55],
    ['the 56th day is the last lawful one', '2019-11-21', 'running', 56, 0],
    ['the day after it is late', '2019-11-22', 'late', 57, -1],
  ] as const)('%s', async ([, today, state, day_number, days_left]) => {
    const { clock } = await aStanding(draft(), { today })
    expect(clock).toEqual({
      state,
      day_number,
      days_left,
      published: '2019-09-27',
      last_day: '2019-11-21',
    })
  })

  test('publication ends it, on the day that counts', async () => {
    const keys = { publication: { published: '2019-11-25' } }
    const { clock } = await aStanding(keys, { today: '2024-01-01' })
    expect(clock).toMatchObject({ state: 'missed', day_number: 60, days_left: -4 })
  })

  test('a final letter that is not published still runs', async () => {
    expect((await aStanding()).clock?.state).toBe('running')
  })

  test('a report whose day is not known has one all the same', async () => {
    const { clock } = await aStanding(draft({ report: { published: 'TODO' } }))
    expect(clock).toEqual({ state: 'unknown' })
  })

  test('there is none where section 55 does not bind', async () => {
    expect((await aStanding({ report: { basis: 'a super-complaint' } })).clock).toBeUndefined()
    const { clock, covered_by } = await aStanding({ report: { covered_by: 'other' } })
    expect({ clock, covered_by }).toEqual({ clock: undefined, covered_by: 'other' })
  })
})

describe('the stage', () => {
  const asked = { chief_officer: { invited: '2019-10-01' }, sections }

  test('the force is awaited once it is asked, until its comments are in', async () => {
    expect((await aStanding(draft(asked))).stage).toBe('awaiting the force')
    const received = { chief_officer: { invited: '2019-10-01', received: '2019-10-20' }, sections }
    expect((await aStanding(draft(received))).stage).toBe('drafting')
  })

  test('nobody is awaited who was not asked', async () => {
    expect((await aStanding(draft({ sections }))).stage).toBe('drafting')
  })

  test('a draft without an error is ready', async () => {
    expect((await aStanding({ status: 'draft' })).stage).toBe('ready')
  })

  test('a final letter is published once its day is entered', async () => {
    expect((await aStanding()).stage).toBe('final')
    expect((await aStanding({ publication: { published: '2019-11-21' } })).stage).toBe('published')
  })

  test('what cannot be read has a stage of its own, and its errors', async () => {
    const standing = await aStanding('office: northshire\nsections: [')
    expect(standing).toMatchObject({ stage: 'unreadable', title: 'northshire-2019', items: [] })
    expect(standing.errors).toBeGreaterThan(0)
  })
})

test('what is answered is counted by kind, of what an answer is due to', async () => {
  const practice = { practice: 'A clinic for drivers.\n' }
  const elsewhere = aRecommendation({ update: undefined, for: ['College of Policing'] })
  const all = [...items, practice, elsewhere]
  const { answered } = await aStanding(
    draft({ sections: [{ title: 'Effectiveness', items: all }] }),
  )
  expect(answered).toEqual([
    { kind: 'recommendation', answered: 1, due: 2 },
    { kind: 'area_for_improvement', answered: 1, due: 1 },
  ])
})

test('a section counts with those in it', async () => {
  const inner = { title: 'Investigating crime', grade: 'inadequate', previous: 'good', items }
  const { sections: told } = await aStanding(
    draft({ sections: [{ title: 'Effectiveness', sections: [inner] }] }),
  )
  expect(told).toEqual([
    { title: 'Effectiveness', within: [], answered: 2, due: 3 },
    {
      title: 'Investigating crime',
      within: ['Effectiveness'],
      grade: 'inadequate',
      previous: 'good',
      answered: 2,
      due: 3,
    },
  ])
})

test('the next date is the first that is to come, of what is still open', async () => {
  const open = { deadline: 'by March 2020', target: '2019-12-01', number: '4' }
  const done = { status: 'complete', target: '2019-11-05' }
  const keys = draft({
    chief_officer: { invited: '2019-10-01', due: '2019-10-25' },
    sections: [{ title: 'Effectiveness', items: [aRecommendation(open), aRecommendation(done)] }],
    actions: [{ text: 'I pay for two supervisors.', by: '2019-12-24' }],
  })
  const { next, events } = await aStanding(keys)
  expect(next?.what).toBe('Last day to publish the response')
  expect(events.map(({ day, kind, item }) => [day, kind, item])).toEqual([
    ['2019-10-25', 'chief officer', undefined],
    ['2019-11-21', 'last day', undefined],
    ['2019-12-01', 'target', 'effectiveness.r1'],
    ['2019-12-24', 'action', undefined],
    ['2020-03-31', 'deadline', 'effectiveness.r1'],
  ])
})

test('what is published has no day left but those of its items', async () => {
  const item = aRecommendation({ deadline: 'by March 2020' })
  const { events } = await aStanding({
    publication: { published: '2019-11-20' },
    chief_officer: { due: '2019-10-25' },
    sections: [{ title: 'Effectiveness', items: [item] }],
  })
  expect(events.map(({ kind }) => kind)).toEqual(['deadline'])
})
