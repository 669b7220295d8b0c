import { expect, test } from 'vitest'
import { numberFormat } from '../../../src/import/tracker/number-format.ts'

test.each([
  ['dd/mm/yyyy', 'day'],
  ['[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy', 'day'],
  ['mmm\\-yy', 'month'],
  ['h:mm', 'time'],
  // A length of time is no time of a day.
  ['[h]:mm', undefined],
  ['0.0%', 'percent'],
  ['[Red]0.00;[Black]-0.00', { digits: 1, decimals: 2 }],
  ['000', { digits: 3, decimals: 0 }],
  ['"Friday"0', { digits: 1, decimals: 0 }],
  ['General', undefined],
  ['General" days"', undefined],
  ['"'.repeat(100_000), undefined],
])('the format %s of a number is told', (code, format) => {
  expect(numberFormat(164, code)).toEqual(format)
})
