import { stringify } from 'csv-stringify/sync'
import type { Overview } from '../standing.ts'
import { ITEM_COLUMNS, rowsOf, toCellText, type ItemRow } from './columns.ts'

/**
 * A row for each item, and for each response that has none. With a byte order mark, by which Excel takes it for
 * UTF-8; a text that a spreadsheet would compute begins with an apostrophe.
 */
export function writeCsv(overview: Overview): string {
  const header = ITEM_COLUMNS.map(({ header }) => header)
  return stringify([header, ...rowsOf(overview).map(cellsOf)], {
    bom: true,
    record_delimiter: 'windows',
    escape_formulas: true,
  })
}

function cellsOf(row: ItemRow): (string | number | undefined)[] {
  return ITEM_COLUMNS.map(({ valueOf }) => {
    const value = valueOf(row)
    return typeof value === 'string' ? toCellText(value) : value
  })
}
