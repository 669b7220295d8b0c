import { expect, test } from 'vitest'
import { countItems, nameItem, nameItems } from '../../src/check/names.ts'
import { anItem } from './make.ts'

const of = (index: number, parts = {}) => anItem({ ...parts }, index - 1)

test('an item has the number of the report', () => {
  expect(nameItem(of(2, { number: '12' }))).toBe('recommendation 12')
})

test('an item without a number has its place, which nobody takes for the report’s number', () => {
  expect(nameItem(of(2))).toBe('recommendation 2 of 3')
})

test('an item alone of its kind has neither', () => {
  const position_in_group = { index: 1, of: 1 }
  expect(nameItem(of(1, { kind: 'cause_of_concern', position_in_group }))).toBe(
    'the cause of concern',
  )
})

test('all items of a list are counted, some are named', () => {
  expect(nameItems([of(1), of(2), of(3)])).toBe('the three recommendations')
  expect(nameItems([of(1), of(3)])).toBe('recommendations 1 and 3 of 3')
})

test('items of several lists are counted', () => {
  const elsewhere = of(1, { at: ['sections', 4, 'items', 0] })
  expect(nameItems([of(1), elsewhere])).toBe('two recommendations')
})

test('one to twelve are words', () => {
  expect(countItems(0, 'practice')).toBe('no practices')
  expect(countItems(1, 'area_for_improvement')).toBe('one area for improvement')
  expect(countItems(12, 'recommendation')).toBe('twelve recommendations')
  expect(countItems(13, 'recommendation')).toBe('13 recommendations')
})
