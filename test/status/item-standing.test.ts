import { describe, expect, test } from 'vitest'
import { aCauseOfConcern, anAreaForImprovement, aRecommendation, type Keys } from '../makers.ts'
import { itemOf, standingOf } from './make.ts'

const aHistory = (...history: Keys[]): Keys => aRecommendation({ history })
const force = { source: 'force' }
const inspectorate = { source: 'inspectorate' }
const body = { source: 'body' }
const RAG = `statuses:
  - { word: GREEN, done: true }
  - { word: RED, needs_reason: true }
`
const withScale = { files: { 'section55.yaml': RAG } }

describe('the status of an item', () => {
  test('is its own, where it has no history', async () => {
    expect(await itemOf(aRecommendation({ status: 'in progress' }))).toMatchObject({
      status: 'in progress',
      state: 'open',
    })
  })

  test('is what the force said last, whatever stands in its status or below in its history', async () => {
    const item = await itemOf({
      ...aHistory(
        { date: '2019-10-20', status: 'complete', ...force },
        { date: '2019-10-01', status: 'in progress', ...force },
      ),
      status: 'not started',
    })
    expect(item).toMatchObject({ status: 'complete', state: 'done' })
  })

  test('of one day is what was typed last', async () => {
    const item = await itemOf(
      aHistory(
        { date: '2019-10-20', status: 'in progress', ...force },
        { date: '2019-10-20', status: 'complete', ...force },
      ),
    )
    expect(item.status).toBe('complete')
  })

  test('is not what the body or the inspectorate says', async () => {
    const item = await itemOf({
      ...aHistory(
        { date: '2019-10-20', status: 'complete', ...body },
        { date: '2019-10-21', status: 'being progressed', ...inspectorate },
      ),
      status: 'in progress',
    })
    expect(item).toMatchObject({
      status: 'in progress',
      body_status: 'complete',
      inspectorate_status: 'being progressed',
      state: 'open',
    })
  })

  test('is not in an entry without a date, nor in one to come', async () => {
    const history = [
      { date: '2019-10-20', status: 'in progress', ...force },
      { status: 'complete', ...force },
      { date: '2019-11-02', status: 'complete', ...force },
    ]
    expect((await itemOf(aHistory(...history))).state).toBe('open')
    expect((await itemOf(aHistory(...history), { today: '2019-11-02' })).state).toBe('done')
  })

  test('of an entry that does not say whose it is is the force’s, or the register’s by its word', async () => {
    const item = await itemOf(
      aHistory(
        { date: '2019-10-20', status: 'complete' },
        { date: '2019-10-21', status: 'awaiting review' },
      ),
    )
    expect(item).toMatchObject({ status: 'complete', inspectorate_status: 'awaiting review' })
  })

  test('of an entry without one stays what it was', async () => {
    const item = await itemOf(
      aHistory(
        { date: '2019-10-20', status: 'in progress', ...force },
        { date: '2019-10-25', text: 'A course\nwas *held*.', ...force },
      ),
    )
    expect(item.status).toBe('in progress')
    expect(item.last).toEqual({ date: '2019-10-25', source: 'force', text: 'A course was held.' })
  })

  test('of the office’s own scale is done where the scale says so', async () => {
    const green = aHistory({ date: '2019-10-20', status: 'GREEN', ...force })
    expect((await itemOf(green, withScale)).state).toBe('done')
    const red = await itemOf(aHistory({ date: '2019-10-20', status: 'RED', ...force }), withScale)
    expect(red).toMatchObject({ state: 'open', missing: ['the reason for "RED"', 'a date'] })
    const why = { date: '2019-10-20', status: 'RED', text: 'The trainer fell ill.', ...force }
    expect((await itemOf(aHistory(why), withScale)).missing).toEqual(['a date'])
  })
})

describe('an item that the inspectorate has closed', () => {
  test('is closed, by whatever the force says, with the entry that proves it', async () => {
    const item = await itemOf({
      ...aHistory(
        { date: '2019-10-20', status: 'complete', text: 'Seen at the revisit.', ...inspectorate },
        { date: '2019-10-25', status: 'in progress', ...force },
      ),
      inspectorate_ref: 'N-12',
      deadline: 'within two weeks',
    })
    expect(item).toMatchObject({
      state: 'closed',
      proof: { date: '2019-10-20', text: 'Seen at the revisit.', ref: 'N-12' },
      missing: [],
    })
    expect(item.overdue).toBeUndefined()
  })

  test('is so by its key alone, and lacks a proof then', async () => {
    for (const inspectorate_status of ['complete', 'superseded'])
      expect(await itemOf(aRecommendation({ inspectorate_status }))).toMatchObject({
        state: 'closed',
        proof: {},
        missing: ['what closed it'],
      })
  })

  test('is open again once the inspectorate says so', async () => {
    const item = await itemOf({
      ...aHistory(
        { date: '2019-10-20', status: 'complete', ...inspectorate },
        { date: '2019-10-25', status: 'being progressed', ...inspectorate },
      ),
      inspectorate_status: 'complete',
    })
    expect(item).toMatchObject({ state: 'open', inspectorate_status: 'being progressed' })
    expect(item.proof).toBeUndefined()
  })

  test('is not closed because the force says complete', async () => {
    const item = await itemOf(aHistory({ date: '2019-10-20', status: 'complete', ...force }))
    expect(item.state).toBe('done')
    expect(item.proof).toBeUndefined()
  })
})

describe('a cause of concern', () => {
  const cause = (statuses: string[], keys: Keys = {}): Keys =>
    aCauseOfConcern({
      recommendations: statuses.map(status => aRecommendation({ status })),
      ...keys,
    })

  test('of which nothing is said stands where the furthest back of its recommendations does', async () => {
    expect((await itemOf(cause(['complete', 'in progress']))).state).toBe('open')
    expect((await itemOf(cause(['complete', 'complete']))).state).toBe('done')
  })

  test('is closed with all its recommendations', async () => {
    const closed = aRecommendation({ inspectorate_status: 'complete' })
    const one = aCauseOfConcern({ recommendations: [closed, closed] })
    expect((await itemOf(one)).state).toBe('closed')
    const two = aCauseOfConcern({ recommendations: [closed, aRecommendation()] })
    expect((await itemOf(two)).state).toBe('open')
  })

  test('has its own status, where it has one', async () => {
    expect((await itemOf(cause(['complete'], { status: 'in progress' }))).state).toBe('open')
  })

  test('is not overdue beside its recommendations, which are', async () => {
    const lead = 'Within two weeks the force should:'
    const { items, overdue } = await standingOf([cause(['in progress', 'complete'], { lead })])
    expect(items.map(item => item.overdue?.days)).toEqual([undefined, 21, undefined])
    expect(overdue).toBe(1)
  })

  test('lacks no update of its own where its recommendations do', async () => {
    const { items } = await standingOf([
      aCauseOfConcern({ recommendations: [aRecommendation({ update: undefined })] }),
    ])
    expect(items.map(({ missing }) => missing)).toEqual([[], ["the Chief Constable's update"]])
  })

  test('lacks one where others are to answer all of them', async () => {
    const others = aRecommendation({ update: undefined, for: ['the Home Office'] })
    const { items } = await standingOf([aCauseOfConcern({ recommendations: [others] })])
    expect(items[0]!.missing).toEqual(["the Chief Constable's update"])
  })
})

describe('an item is overdue', () => {
  // Published on 27 September; today is 1 November.
  const deadline = 'within two weeks'

  test('by its deadline, though the force has a later day', async () => {
    const item = await itemOf(aRecommendation({ deadline, target: '2019-12-01' }))
    expect(item.overdue).toEqual({ day: '2019-10-11', days: 21, of: 'deadline' })
    expect(item.due).toBe('2019-12-01')
  })

  test('by its target, where that alone is past', async () => {
    const item = await itemOf(aRecommendation({ deadline: 'by March 2020', target: '2019-10-31' }))
    expect(item.overdue).toEqual({ day: '2019-10-31', days: 1, of: 'target' })
    expect(item.due).toBe('2020-03-31')
  })

  test('from the day after', async () => {
    const item = aRecommendation({ target: '2019-11-01' })
    expect((await itemOf(item)).overdue).toBeUndefined()
    expect((await itemOf(item, { today: '2019-11-02' })).overdue?.days).toBe(1)
  })

  test('neither by the deadline of a plan, nor by words that are no day', async () => {
    const plan = await itemOf(aRecommendation({ deadline: { words: deadline, of: 'plan' } }))
    expect(plan.deadline).toEqual({ words: deadline, day: '2019-10-11', of: 'plan' })
    expect(plan).toMatchObject({ missing: ['a date'] })
    expect(plan.overdue).toBeUndefined()
    const now = await itemOf(aRecommendation({ deadline: 'immediately' }))
    expect(now.overdue).toBeUndefined()
  })

  test('nor by a placeholder: a date is missing', async () => {
    expect((await itemOf(aRecommendation({ deadline: 'immediately' }))).missing).toEqual([])
    expect((await itemOf(aRecommendation({ deadline: 'TBC' }))).missing).toEqual(['a date'])
  })

  test('only while it is open', async () => {
    for (const keys of [
      { status: 'complete' },
      { inspectorate_status: 'superseded' },
      { position: 'not accepted', reason: 'It is done by the region.' },
      { for: ['the Home Office'] },
    ])
      expect((await itemOf(aRecommendation({ deadline, ...keys }))).overdue).toBeUndefined()
  })
})

test('what will not be done is no open item, once there is a reason', async () => {
  const declined = aRecommendation({ position: 'not accepted' })
  const why = { ...declined, reason: 'The region does it.' }
  expect(await itemOf(declined)).toMatchObject({
    state: 'open',
    missing: ['the reason for "not accepted"', 'a date'],
  })
  expect(await itemOf(why)).toMatchObject({ state: 'no action', missing: [] })
  expect((await itemOf({ ...why, status: 'in progress' })).state).toBe('open')
})

test('what others are to do is not ours, and practice needs nothing', async () => {
  const { items, counts } = await standingOf([
    anAreaForImprovement({ for: ['the Home Office'] }),
    { practice: 'The force trains together.' },
  ])
  expect(items.map(({ state, missing }) => [state, missing])).toEqual([
    ['not ours', []],
    ['practice', []],
  ])
  expect(counts).toMatchObject({ 'not ours': 1, practice: 1, open: 0 })
})

test('of a withheld item nothing that it holds back is told', async () => {
  const item = await itemOf({
    ...aHistory(
      { date: '2019-10-20', status: 'complete', text: 'Private', ...force },
      { date: '2019-10-21', status: 'complete', text: 'Private', ...inspectorate },
      { date: '2019-10-22', status: 'complete', text: 'Private', ...body },
    ),
    update: 'Private',
    comment: 'Private',
    position: 'not accepted',
    reason: 'Private',
    owner: 'Private',
    evidence: ['Private'],
    notes: 'Private',
    status: 'in progress',
    target: '2019-10-31',
    withheld: { reason: 'Private', public: 'It is withheld.' },
  })
  expect(JSON.stringify(item)).not.toMatch(/Private|not accepted|complete|last"/)
  expect(item).toMatchObject({
    withheld: true,
    answered: true,
    status: 'in progress',
    overdue: { of: 'target', days: 1 },
    missing: [],
  })
})

describe('in two languages', () => {
  const keys = { language: ['cy-GB', 'en-GB'], status: 'draft', comments: undefined }
  const both = { cy: 'Fe wnaed.', en: 'It is done.' }
  const quiet: Keys = { keys: { ...keys, chief_officer: { introduction: undefined } } }

  test('words are the English ones, where there are any', async () => {
    const item = await itemOf(
      {
        recommendation: { cy: 'Cofnodwch.', en: 'Record each visit.' },
        update: both,
        history: [{ date: '2019-10-20', status: 'in progress', text: both, ...force }],
      },
      quiet,
    )
    expect(item).toMatchObject({
      words: 'Record each visit.',
      answered: true,
      last: { text: 'It is done.' },
    })
  })

  test('an answer in one of them is none', async () => {
    const item = await itemOf({ recommendation: 'Record.', update: { en: 'It is done.' } }, quiet)
    expect(item).toMatchObject({
      answered: false,
      missing: ["the Chief Constable's update", 'a date'],
    })
    const ours = { recommendation: 'Record.', for: ['PCCs'], update: both }
    expect((await itemOf({ ...ours, comment: { en: 'I agree.' } }, quiet)).missing).toEqual([
      "the PCC's comment",
      'a date',
    ])
    expect((await itemOf({ ...ours, comment: both }, quiet)).missing).toEqual(['a date'])
  })
})

test('an item is referred to by its letter and number, where they say which it is; else by its id', async () => {
  const { items } = await standingOf([
    aRecommendation({ number: '3' }),
    anAreaForImprovement({ number: '3' }),
    aRecommendation({ number: '4' }),
    aRecommendation({ number: '4' }),
    aRecommendation({ id: 'visits' }),
  ])
  expect(items.map(({ reference }) => reference)).toEqual([
    'R3',
    'A3',
    'effectiveness.r2',
    'effectiveness.r3',
    'visits',
  ])
})
