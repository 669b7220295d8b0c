import { expect, test } from 'vitest'
import { oneLineHeader } from '../../src/render/running-header.ts'

test('a short header stays as it is', () => {
  expect(oneLineHeader('Response to a report', 142)).toBe('Response to a report')
})
test('a long one ends with a whole word', () => {
  const long =
    'Response to An inspection of Northshire Police: how well it investigates – and resolves – crime and protects people'
  const made = oneLineHeader(long, 142)
  expect(made).toMatch(/\w …$/)
  expect(long.startsWith(made.slice(0, -2))).toBe(true)
  expect(made.length).toBeGreaterThan(60)
})
test('no scrap of what stands behind a dash is left of it', () => {
  const title =
    'Response to PEEL: effectiveness, efficiency and legitimacy in 2018/19 – An inspection of all'
  expect(oneLineHeader(title, 142)).toBe(
    'Response to PEEL: effectiveness, efficiency and legitimacy in 2018/19 …',
  )
})
