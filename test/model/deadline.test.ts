import { expect, test } from 'vitest'
import { deadlineInLead, deadlineOpening, readDeadline } from '../../src/model/read-deadline.ts'
import { itemsOf } from '../../src/model/response.ts'
import { aCauseOfConcern, aRecommendation, aSection, readValid } from '../makers.ts'

const PUBLISHED = '2019-08-31'

test.each([
  ['within six months', '2020-02-29'],
  ['within 12 weeks', '2019-11-23'],
  ['within a year', '2020-08-31'],
  ['within twenty-eight days', undefined],
  ['by March 2023', '2023-03-31'],
  ['by 31 October 2023', '2023-10-31'],
  ['by the end of February 2024', '2024-02-29'],
  ['by 2023-10-31', '2023-10-31'],
  ['immediately', undefined],
  ['promptly', undefined],
  ['if forces have not yet done so', undefined],
])('%s is %s', (words, day) => {
  expect(readDeadline(words, PUBLISHED).day).toBe(day)
})

test('a period has no day while the publication is unknown', () => {
  expect(readDeadline('within six months', undefined)).toEqual({ words: 'within six months' })
})

test('a lead holds the deadline anywhere', () => {
  const lead = 'To address this, we recommend that within six months the force should'
  expect(deadlineInLead(lead, PUBLISHED)).toEqual({ words: 'within six months', day: '2020-02-29' })
})

test('an item holds it only where it begins', () => {
  expect(deadlineOpening('By 31 October 2023, chief constables should act', PUBLISHED)).toEqual({
    words: 'by 31 October 2023',
    day: '2023-10-31',
  })
  expect(deadlineOpening('Maintain services by October 2019', PUBLISHED)).toBeUndefined()
})

const deadlines = async (item: Record<string, unknown>) => {
  const response = await readValid({ sections: [aSection({ items: [item] })] })
  return [...itemsOf(response.sections)].map(({ deadline }) => deadline)
}

test('a cause of concern hands its deadline to its recommendations', async () => {
  const expected = { words: 'within six months', day: '2020-03-27' }
  expect(await deadlines(aCauseOfConcern())).toMatchObject([expected, expected])
})

test('a deadline may count from another day and bind the plan', async () => {
  const deadline = { words: 'within twelve weeks', from: '2019-10-01', of: 'plan' }
  expect(await deadlines(aRecommendation({ deadline }))).toMatchObject([
    { words: 'within twelve weeks', day: '2019-12-24', of: 'plan' },
  ])
})
