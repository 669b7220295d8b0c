import { expect, test } from 'vitest'
import { sayHowItStands, worstFirst, type Summary } from '../../src/reporters/summary.ts'

const published = '2019-09-27'

test('the report’s own day is day 1', () => {
  expect(stand({ published, day: published, day_is_of: 'publication' })).toContain('day 1 of 56')
})

test('a response that is out says on which day it was', () => {
  expect(stand({ published, day: '2019-12-10', day_is_of: 'publication' })).toContain(
    'northshire: day 75 of 56 (published 10 December 2019), 3 of 4 answered, 1 error, 0 warnings',
  )
})

test('a letter that may not be out yet says that its publication is not entered', () => {
  expect(stand({ published, day: '2019-11-21', day_is_of: 'letter' })).toContain(
    'northshire: letter of day 56 of 56 (21 November 2019), publication not entered, 3 of 4',
  )
})

test('a response to come says which day is the last', () => {
  expect(stand({ published, day: '2019-10-26', day_is_of: 'today' })).toContain(
    'day 30 of 56 (last day 21 November 2019)',
  )
})

test('a response that is overdue says by how much', () => {
  expect(stand({ published, day: '2019-11-22', day_is_of: 'today' })).toContain(
    '1 day past the last day (21 November 2019)',
  )
  expect(stand({ published, day: '2019-12-10', day_is_of: 'today' })).toContain('19 days past')
})

test('a report that is still to come has no day of the clock', () => {
  expect(stand({ published, day: '2019-09-26', day_is_of: 'today' })).toContain(
    'northshire: report published on 27 September 2019, which is to come, 3 of 4',
  )
})

test('a report whose day is not known has no clock yet', () => {
  expect(stand({ day: '2019-11-22', day_is_of: 'today' })).toContain('day of publication not known')
})

test('a response without a duty has no clock', () => {
  expect(stand(undefined)).toBe('northshire: 3 of 4 answered, 1 error, 0 warnings')
})

test('where no answer is due, none is counted', () => {
  const summary = { ...aSummary('northshire', undefined), answered: 0, due: 0 }
  expect(sayHowItStands(summary)).toBe('northshire: 1 error, 0 warnings')
})

test('of two that are equally wrong, the one with less time comes first', () => {
  const early = aSummary('early', { published, day: '2019-10-01', day_is_of: 'today' })
  const late = aSummary('late', { published, day: '2019-11-01', day_is_of: 'today' })
  const out = aSummary('out', { published, day: '2019-12-10', day_is_of: 'publication' })
  expect([out, early, late].sort(worstFirst).map(({ name }) => name)).toEqual([
    'late',
    'early',
    'out',
  ])
})

const stand = (clock: Summary['clock']) => sayHowItStands(aSummary('northshire', clock))

function aSummary(name: string, clock: Summary['clock']): Summary {
  return {
    name,
    ...(clock && { clock }),
    answered: 3,
    due: 4,
    errors: 1,
    warnings: 0,
    notes: 0,
    excused: 0,
  }
}
