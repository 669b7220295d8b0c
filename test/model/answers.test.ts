import { describe, expect, test } from 'vitest'
import { type Item, itemsOf, type JointAnswer } from '../../src/model/response.ts'
import {
  aCauseOfConcern,
  anAreaForImprovement,
  aRecommendation,
  aResponse,
  aSection,
  read,
  readValid,
  RESPONSE,
  say,
} from '../makers.ts'

type Keys = Record<string, unknown>
const unanswered = { update: undefined }
const withItems = (...items: Keys[]) => ({ sections: [aSection({ items })] })
const itemsFrom = async (...items: Keys[]): Promise<Item[]> => [
  ...itemsOf((await readValid(withItems(...items))).sections),
]
const answeredBy = async (item: Keys) => (await itemsFrom(item))[0]!.answered

describe('an item is answered', () => {
  test.each([
    ['by its update', {}],
    ['by a comment of the body', { ...unanswered, comment: 'I am assured.' }],
    [
      'by a position with its reason',
      { ...unanswered, position: 'not accepted', reason: 'Out of date' },
    ],
  ])('%s', async (_name, keys) => {
    expect(await answeredBy(aRecommendation(keys))).toBe(true)
  })
})

describe('an item is not answered', () => {
  test.each([
    ['by nothing', unanswered],
    ['by a placeholder', { update: 'TODO' }],
    ['by a text with a placeholder', { update: 'Done by [awaiting the date].' }],
    ['by a position without a reason', { ...unanswered, position: 'not accepted' }],
  ])('%s', async (_name, keys) => {
    expect(await answeredBy(aRecommendation(keys))).toBe(false)
  })
})

test.each(['Volume XXI of the XXL plan', 'the to-do list', 'todos', 'Is that so??'])(
  'no placeholder is in: %s',
  async update => {
    expect(await answeredBy(aRecommendation({ update }))).toBe(true)
  },
)

test.each(['TBC', 'XX officers', 'Lorem ipsum dolor', 'When???', 'This is to follow.'])(
  'a placeholder is in: %s',
  async update => {
    const settings = { 'section55.yaml': 'placeholders: [to follow]\n' }
    const response = await readValid(withItems(aRecommendation({ update })), settings)
    expect([...itemsOf(response.sections)][0]!.answered).toBe(false)
  },
)

test('a joint answer to all answers what above it has no answer yet', async () => {
  const items = await itemsFrom(
    anAreaForImprovement(),
    anAreaForImprovement(unanswered),
    { practice: 'Visits to schools' },
    { answers: 'all', update: 'Both are done.' },
    anAreaForImprovement(unanswered),
  )
  expect(items.map(({ answered_by }) => answered_by.length)).toEqual([0, 1, 0, 0])
  expect(items.map(({ answered }) => answered)).toEqual([true, true, false, false])
})

test('a second joint answer leaves what the first answers', async () => {
  const items = await itemsFrom(
    anAreaForImprovement(unanswered),
    { answers: 'all', update: 'The first.' },
    anAreaForImprovement(unanswered),
    { answers: 'all', update: 'The second.' },
  )
  expect(items.map(({ answered_by }) => answered_by.map(one => one.update!.value))).toEqual([
    ['The first.'],
    ['The second.'],
  ])
})

test('a joint answer to all recommendations of a cause of concern answers the cause', async () => {
  const cause = aCauseOfConcern({
    recommendations: [aRecommendation(unanswered), aRecommendation(unanswered)],
  })
  const [concern, first] = await itemsFrom(cause, { answers: 'all', update: 'Done.' })
  expect(concern).toMatchObject({ answered: true, answered_by: [] })
  expect((first!.answered_by[0] as JointAnswer).targets.map(({ kind }) => kind)).toEqual([
    'recommendation',
    'recommendation',
  ])
})

test('a joint answer answers items of any section by reference', async () => {
  const response = await readValid({
    sections: [
      aSection({ items: [aRecommendation({ ...unanswered, number: '10' })] }),
      aSection({
        title: 'Legitimacy',
        items: [
          aRecommendation({ ...unanswered, number: '22' }),
          anAreaForImprovement({ ...unanswered, number: '22', id: 'visits' }),
          { answers: ['10', 'R22', 'visits'], update: 'Done.' },
        ],
      }),
    ],
  })
  const joint = response.sections[1]!.items.at(-1) as JointAnswer
  expect(joint.targets.map(({ id }) => id)).toEqual(['effectiveness.r1', 'legitimacy.r1', 'visits'])
})

test('a reference to two items is an error that names both, one to none says what was meant', async () => {
  const reading = await read({
    [RESPONSE]: aResponse(
      withItems(aRecommendation({ number: '10' }), anAreaForImprovement({ number: '10' }), {
        answers: ['10', 'R11'],
        update: 'Done.',
      }),
    ),
  })
  expect(reading.problems.map(({ message, hint }) => [message, hint])).toEqual([
    [
      'Unexpected reference 10, which is both effectiveness.r1 and effectiveness.a1, expected one that is unique',
      "Write the kind's letter before the number (R10, A2, C1), or an id",
    ],
    [
      "Unexpected reference R11, expected an item's id, or its letter and number: R10",
      'Did you mean R10?',
    ],
  ])
})

test('an id is given once', async () => {
  const reading = await read({
    [RESPONSE]: aResponse(withItems(aRecommendation({ id: 'a' }), aRecommendation({ id: 'a' }))),
  })
  expect(say(reading)).toEqual([expect.stringMatching(/double-id: Unexpected second id a/)])
  expect(reading.problems[0]!.related).toHaveLength(1)
})

test('an id is made from the place, and gives way to one that was typed', async () => {
  const response = await readValid({
    sections: [
      aSection({
        title: 'Effectiveness: calls & visits',
        items: [aRecommendation({ id: 'effectiveness-calls-visits.2.r2' })],
        sections: [
          aSection({ title: 'One' }),
          aSection({ title: 'Two', items: [aCauseOfConcern(), aRecommendation()] }),
        ],
      }),
    ],
  })
  expect([...itemsOf(response.sections)].map(({ id }) => id)).toEqual([
    'effectiveness-calls-visits.2.r2',
    'effectiveness-calls-visits.2.c1',
    'effectiveness-calls-visits.2.r1',
    'effectiveness-calls-visits.2.r2-2',
  ])
})

test('items of a kind are counted in their list', async () => {
  const items = await itemsFrom(anAreaForImprovement(), aRecommendation(), anAreaForImprovement())
  expect(items.map(({ position_in_group }) => position_in_group)).toEqual([
    { index: 1, of: 2 },
    { index: 1, of: 1 },
    { index: 2, of: 2 },
  ])
})

test.each([
  [['chief constables'], true, false],
  [['Northshire Police'], true, false],
  [['All forces in England'], true, false],
  [['NPCC lead for child protection'], false, false],
  [['Police and Crime Commissioners', 'College of Policing'], true, true],
  [['PCCs'], true, true],
])('addressed to %s, an answer is due: %s, the body’s: %s', async (forWhom, answer, comment) => {
  const [item] = await itemsFrom(aRecommendation({ for: forWhom }))
  expect(item).toMatchObject({ answer_due: answer, comment_due: comment })
})

test('practice needs no answer', async () => {
  const [item] = await itemsFrom({ practice: 'Visits to schools' })
  expect(item!.answer_due).toBe(false)
})

test('of a withheld item the model holds no answer, only that there is one', async () => {
  const [item] = await itemsFrom(
    aRecommendation({
      comment: 'SECRET',
      position: 'not accepted',
      reason: 'SECRET',
      owner: 'SECRET',
      evidence: ['SECRET'],
      history: [{ date: '2019-10-01', text: 'SECRET' }],
      update: 'SECRET',
      withheld: { reason: 'SECRET', public: 'Answered in private.' },
    }),
  )
  expect(item).toMatchObject({
    answered: true,
    withheld: { public: { value: 'Answered in private.' } },
  })
  expect(JSON.stringify(item)).not.toContain('SECRET')
})

test('a cause of concern is answered when those of its recommendations are that await an answer', async () => {
  const others = aRecommendation({ for: ['College of Policing'], update: undefined })
  const isAnswered = async (...recommendations: object[]) =>
    (await itemsFrom(aCauseOfConcern({ recommendations })))[0]!.answered
  expect(await isAnswered(aRecommendation(), others)).toBe(true)
  expect(await isAnswered(aRecommendation({ update: undefined }), others)).toBe(false)
  expect(await isAnswered(others)).toBe(false)
})
