import { describe, expect, test } from 'vitest'
import type { Table } from '../../src/document/tree.ts'
import { tableMeasures } from '../../src/render/column-widths.ts'

const table = (...rows: string[][]): Table => ({
  type: 'table',
  align: rows[0]!.map(() => null),
  children: rows.map(cells => ({
    type: 'tableRow',
    children: cells.map(value => ({ type: 'tableCell', children: [{ type: 'text', value }] })),
  })),
})
const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0)

describe('the columns of a table', () => {
  test('of few words are no wider than they need to be read across', () => {
    const { widths } = tableMeasures(table(['Month', 'Files'], ['May', '12']), 400)
    expect(sum(widths)).toBeLessThan(0.5)
  })
  test('of long texts fill the room, and leave short ones on one line', () => {
    const long = 'what is planned in the year to come '.repeat(4)
    const { widths, letters, size } = tableMeasures(
      table(['Aim', 'Plan'], ['95% or more', long]),
      400,
    )
    expect(sum(widths)).toBeCloseTo(1)
    expect(letters[0]).toBeGreaterThanOrEqual('95% or more'.length)
    expect(size).toBe(11)
  })
  test('of too many words for the room have smaller type', () => {
    const words = Array.from({ length: 7 }, () => 'Superintendent')
    const { size, widths } = tableMeasures(table(words, words), 400)
    expect(size).toBe(9.5)
    expect(sum(widths)).toBeCloseTo(1)
  })
})
