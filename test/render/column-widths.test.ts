import { describe, expect, test } from 'vitest'
import type { Table } from '../../src/document/tree.ts'
import { tableMeasures } from '../../src/render/column-widths.ts'
import { sizes } from '../../src/render/sizes.ts'
import { widthOfLine } from '../../src/render/text-width.ts'

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
  test('hold a short word of wide letters, and a date that its spaces keep together', () => {
    const long = 'what is planned in the year to come '.repeat(4)
    const { widths } = tableMeasures(
      table(['Open', 'When', 'Plan'], ['2', '16\u00a0December\u00a02025', long]),
      400,
    )
    const [open = 0, when = 0] = widths.map(width => width * 400 - sizes.table.beside)
    expect(open).toBeGreaterThanOrEqual(widthOfLine('Open', 11))
    expect(when).toBeGreaterThanOrEqual(widthOfLine('16\u00a0December\u00a02025', 11))
  })
})
