import { expect, test } from 'vitest'
import { dayOfTheClock, lastDayToPublish, longDate } from '../../src/calendar.ts'

test('the day of publication is day 1, so the last is 55 days after it', () => {
  expect(lastDayToPublish('2019-09-27')).toBe('2019-11-21')
  expect(dayOfTheClock('2019-09-27', '2019-09-27')).toBe(1)
  expect(dayOfTheClock('2019-09-27', '2019-11-21')).toBe(56)
  expect(dayOfTheClock('2019-09-27', '2019-12-10')).toBe(75)
})

test('the clock runs on over a leap day and the end of summer time', () => {
  expect(dayOfTheClock('2024-02-28', '2024-03-01')).toBe(3)
  expect(dayOfTheClock('2024-10-26', '2024-10-28')).toBe(3)
})

test('a date in a message is written out', () => {
  expect(longDate('2019-11-21')).toBe('21 November 2019')
  expect(longDate('2024-02-01')).toBe('1 February 2024')
})
