import { describe, expect, test } from 'vitest'
import { writeText, writeTextOfOne } from '../../src/status/formats/text.ts'
import type { Overview } from '../../src/status/standing.ts'
import { aRecommendation, anAreaForImprovement } from '../makers.ts'
import { anOverview, aStanding, draft } from './make.ts'

const plain = { columns: 80, hasColours: false, isQuiet: false }
const items = [
  aRecommendation({ number: '4', deadline: 'by September 2019', status: 'in progress' }),
  aRecommendation({ number: '5', update: undefined, owner: 'ACC Lane', target: '2019-12-01' }),
  anAreaForImprovement({
    title: 'Call handling',
    status: 'complete',
    inspectorate_ref: 'N-12',
    history: [
      { date: '2019-10-01', status: 'in progress', text: 'Training has begun.', source: 'force' },
      { date: '2019-10-20', status: 'complete', text: 'Seen on a visit.', source: 'inspectorate' },
    ],
  }),
]
const two = async (): Promise<Overview> =>
  anOverview([
    await aStanding(draft({ sections: [{ title: 'Effectiveness', grade: 'good', items }] })),
    await aStanding({ publication: { published: '2019-11-01' } }, { name: 'northshire-custody' }),
  ])

describe('the overview', () => {
  test('is a line for each response where there is room', async () => {
    expect(writeText(await two(), { ...plain, columns: 140 })).toMatchInlineSnapshot(`
      "RESPONSE            56 DAYS       STAGE      ANSWERED     ERRORS  OVERDUE  NEXT
      northshire-2019     20 days left  drafting   R 1/2 A 1/1  2       1        2019-11-21 Last day to publish the response
      northshire-custody  day 36 of 56  published  R 1/1        0       0

      2 responses, 1 within the 56 days, 3 of 4 answered, 3 items open, 1 overdue, 2
      errors.
      Answered: R recommendations, A areas for improvement.
      "
    `)
  })

  test('is two lines for each where there is not', async () => {
    const words = writeText(await two(), plain)
    expect(words).toMatchInlineSnapshot(`
      "northshire-2019  20 days left, drafting
          R 1/2 A 1/1 answered; 2 errors; 1 overdue; next: 21 November 2019, last day
          to publish the response
      northshire-custody  day 36 of 56, published
          R 1/1 answered

      2 responses, 1 within the 56 days, 3 of 4 answered, 3 items open, 1 overdue, 2
      errors.
      Answered: R recommendations, A areas for improvement.
      "
    `)
    for (const line of words.split('\n')) expect(line.length).toBeLessThanOrEqual(80)
  })

  test('leaves the sum out where only results are asked for', async () => {
    const words = writeText(await two(), { ...plain, columns: 140, isQuiet: true })
    expect(words.trim().split('\n')).toHaveLength(3)
  })

  test('says of what cannot be read that nothing is known', async () => {
    const words = writeText(anOverview([await aStanding('office: [')]), { ...plain, columns: 140 })
    expect(words).toMatch(/northshire-2019 +not known +unreadable/)
  })
})

describe('one response', () => {
  test('is told item by item', async () => {
    const { responses, ...rest } = await two()
    const one = { ...rest, responses: responses.slice(0, 1) }
    const words = writeTextOfOne(one, plain)
    expect(words).toMatchInlineSnapshot(`
      "northshire-2019
      Northshire Police: an inspection (HMICFRS)
      Published 27 September 2019; 20 days left, last day 21 November 2019
      drafting
      2 of 3 answered; 2 open; 1 overdue; next: 21 November 2019, last day to publish
      the response
      2 errors: s55 check responses/northshire-2019/response.yaml says where

      Effectiveness (good)
        Recommendation 4                                  in progress, 32 days overdue
          Record each visit.
          deadline: by September 2019 (30 September 2019)
        Recommendation 5                                                     no status
          Record each visit.
          force's own date: 1 December 2019; owner: ACC Lane
          missing: the Chief Constable's update
        Area for improvement, effectiveness.a1              Closed by the inspectorate
          Call handling
          the force: in progress; the inspectorate: complete
          closed: 20 October 2019, N-12, Seen on a visit.
      "
    `)
    for (const line of words.split('\n')) expect(line.length).toBeLessThanOrEqual(80)
  })

  test('the last word is told where it has no text, and once where it is what closed the item', async () => {
    const history = [{ date: '2019-10-20', status: 'in progress' }]
    const closing = { date: '2019-10-30', status: 'complete', source: 'inspectorate' }
    const standing = await aStanding({
      sections: [
        {
          title: 'Effectiveness',
          items: [
            aRecommendation({ history }),
            aRecommendation({ history: [...history, closing] }),
          ],
        },
      ],
    })
    const words = writeTextOfOne(anOverview([standing]), plain)
    expect(words.match(/last word: .*/g)).toEqual([
      'last word: 20 October 2019, the force: in progress',
    ])
    expect(words).toContain('closed: 30 October 2019')
  })

  test('the command to call next can be typed where a folder has spaces in its name', async () => {
    const words = writeTextOfOne(
      anOverview([await aStanding(draft(), { name: 'peel 2019' })]),
      plain,
    )
    expect(words).toContain('s55 check "responses/peel 2019/response.yaml" says where')
  })

  test('no escape code of a file reaches the terminal', async () => {
    const title = '\u009b31mRed\u202e'
    const text = 'Done \u001b[2J.\n'
    const hostile = aRecommendation({ title, history: [{ date: '2019-10-01', text }] })
    const standing = await aStanding({
      sections: [{ title: 'Effectiveness', items: [hostile] }],
    })
    for (const words of [
      writeTextOfOne(anOverview([standing]), plain),
      writeText(anOverview([standing]), plain),
    ])
      expect(words).not.toMatch(/[\u001b\u009b\u202e]/)
  })
})
