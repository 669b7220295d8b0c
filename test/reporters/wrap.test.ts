import { expect, test } from 'vitest'
import { wrap } from '../../src/reporters/wrap.ts'

test('a line holds as many words as have room', () => {
  expect(wrap('Missing answer to the recommendation', 14)).toEqual([
    'Missing answer',
    'to the',
    'recommendation',
  ])
})

test('a word that is longer than the line stands alone', () => {
  expect(wrap('of https://www.example.gov.uk/report it', 10)).toEqual([
    'of',
    'https://www.example.gov.uk/report',
    'it',
  ])
})

test('what is to be typed is not broken', () => {
  expect(wrap('Hint: say so: `expects: { recommendations: 0 }`.', 36)).toEqual([
    'Hint: say so:',
    '`expects: { recommendations: 0 }`.',
  ])
})

test('but for what is too long for one line', () => {
  expect(wrap('Type `one two three four`.', 12)).toEqual(['Type `one', 'two three', 'four`.'])
})

test('a backtick without its partner holds nothing together', () => {
  expect(wrap('Put `|` there, or ` at the start of the line', 20)).toEqual([
    'Put `|` there, or `',
    'at the start of the',
    'line',
  ])
})
