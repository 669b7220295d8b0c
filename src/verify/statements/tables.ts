import type { Opened, Table } from '../opened.ts'
import { brokenOf, countOf, keptOf, sayCounts, within } from '../statement.ts'
import type { Statement } from '../statement.ts'

/** WCAG 2.2, 1.3.1; ISO 14289-1, 7.5. `hasOwn`: stationery, whose tables may only lay out its own words. */
export function sayTables(opened: readonly Opened[], hasOwn: (of: Opened) => boolean): Statement[] {
  const letters = opened.map(each => ({
    ...each,
    tables: hasOwn(each) ? each.tables.filter(isHeaded) : each.tables,
  }))
  const count = Math.max(0, ...letters.map(({ tables }) => tables.length))
  const faults = letters.flatMap(({ format, tables }) => {
    const lacking = tables.findIndex(table => !isHeaded(table))
    if (lacking >= 0) {
      const says = `Missing heads of the columns of table ${lacking + 1} ${within[format]}, expected words in its first row`
      return [brokenOf('tables', format, says, 'Say in its first row what each column holds')]
    }
    if (tables.length === count) return []
    const says = `Unexpected ${countOf(tables.length, 'table')} ${within[format]}, expected ${count} as elsewhere`
    return [brokenOf('tables', format, says)]
  })
  if (faults.length > 0 || opened.length === 0) return faults
  if (count === 0) return [keptOf('tables', 'There are no tables.')]
  const counts = sayCounts(letters, ({ tables }) => tables.length)
  return [keptOf('tables', `Every table names its columns in its first row: ${counts}.`)]
}

/** The corner above a column of names may be empty. */
const isHeaded = ({ headerCells }: Table): boolean =>
  headerCells.filter(Boolean).length * 2 >= Math.max(headerCells.length, 1)
