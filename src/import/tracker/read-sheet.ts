import { scanXml } from '../../office-file/xml.ts'
import { showNumber } from './number-format.ts'
import { bare, textIn } from './excel-xml.ts'
import type { Workbook } from './read-excel.ts'
import { cleanWords, columnName, MOST_CHARACTERS } from './table.ts'
import type { Row, Sheet, TrackerComplaint } from './table.ts'

/** Excel's last row, and its last column, XFD. */
const LAST_ROW = 1_048_576
const LAST_COLUMN = 16_384
const MOST_HIDDEN = 1000
/** Cells that are filled from a merged one above; more are in no table that somebody reads. */
const MOST_FILLED = 200_000
/** A merged cell over this many columns is a heading over the table. */
const BAND = 3

type Merge = { top: number; left: number; bottom: number; right: number }
type Cell = { column: number; type: string; style: number }

export type SheetRead =
  { sheet: Sheet; remarks: string[] } | { complaint: TrackerComplaint } | undefined

/** Undefined where the sheet cannot be read. */
export function readSheet(source: string, name: string, workbook: Workbook): SheetRead {
  const rows: Row[] = []
  const merges: Merge[] = []
  const hidden: { rows: number[]; columns: [number, number][] } = { rows: [], columns: [] }
  let count = 0
  let complaint: TrackerComplaint | undefined
  let row: Row = { number: 0, cells: new Map() }
  let isRowHidden = false
  let cell: Cell = { column: 0, type: 'n', style: 0 }
  let from = 0
  let words = ''
  const openings: Record<string, (attributes: Record<string, string>) => void> = {
    row(attributes) {
      const written = Number(attributes['r'])
      const number = written >= 1 && written <= LAST_ROW ? Math.floor(written) : row.number + 1
      row = { number, cells: new Map() }
      cell = { column: 0, type: 'n', style: 0 }
      isRowHidden = isTrue(attributes['hidden'])
      complaint ??= workbook.limits.refuseNumber(++count)
    },
    c(attributes) {
      const column = columnOf(attributes['r']) ?? cell.column + 1
      const style = Number(attributes['s'] ?? 0)
      cell = { column, type: attributes['t'] ?? 'n', style }
      words = ''
    },
    col(attributes) {
      const [first, last] = [Number(attributes['min']), Number(attributes['max'])]
      if (isTrue(attributes['hidden']) && hidden.columns.length < MOST_HIDDEN)
        hidden.columns.push([first, last])
    },
    mergeCell(attributes) {
      const merge = mergeOf(attributes['ref'] ?? '')
      if (merge) merges.push(merge)
    },
  }
  const fillCell = () => {
    const { type, column, style } = cell
    if (column < 1 || column > LAST_COLUMN) return
    if (type === 's') {
      const string = words.trim() === '' ? '' : workbook.strings[Number(words)]
      if (string === undefined)
        complaint ??= {
          message: `Unexpected cell ${columnName(column)}${row.number} of “${name}”, whose words are not in the file, expected a whole workbook`,
          hint: 'Open it in Excel to see whether it is whole, and save it again',
        }
      words = string ?? ''
    } else if (type === 'n') words = showNumber(words, workbook.formats[style], workbook.isFrom1904)
    else if (type === 'b') words = words.trim() === '1' ? 'Yes' : 'No'
    else if (type === 'd') words = words.slice(0, 10)
    const clean = cleanWords(words)
    if (clean !== '') row.cells.set(column, clean)
  }
  const endRow = () => {
    if (row.cells.size === 0) return
    complaint ??= workbook.limits.refuseRow(row)
    rows.push(row)
    if (isRowHidden) hidden.rows.push(row.number)
  }
  const isRead = scanXml(source, {
    open(element, attributes, { contentStart }) {
      from = contentStart
      openings[bare(element)]?.(attributes)
      return complaint === undefined
    },
    close(element, { contentEnd }) {
      const kind = bare(element)
      if (kind === 'v') words = textIn(source.slice(from, contentEnd))
      else if (kind === 't' && words.length <= MOST_CHARACTERS)
        words += textIn(source.slice(from, contentEnd))
      else if (kind === 'c') fillCell()
      else if (kind === 'row') endRow()
    },
  })
  if (complaint) return { complaint }
  if (!isRead) return undefined
  rows.sort((a, b) => a.number - b.number)
  fillMerged(rows, merges)
  return { sheet: { name, rows }, remarks: sayHidden(name, rows, hidden) }
}

const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true'

function columnOf(reference: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}(?=\d)/.exec(reference ?? '')?.[0]
  if (letters === undefined) return undefined
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
}

function mergeOf(reference: string): Merge | undefined {
  const [, first = '', top, last = '', bottom] =
    /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(reference) ?? []
  if (top === undefined || bottom === undefined) return undefined
  const [left, right] = [columnOf(`${first}1`), columnOf(`${last}1`)]
  if (left === undefined || right === undefined) return undefined
  return { top: Number(top), left, bottom: Number(bottom), right }
}

/** A merged cell has its words in its first row alone: the others are told what stands above. */
function fillMerged(rows: readonly Row[], merges: readonly Merge[]): void {
  const byNumber = new Map(rows.map(row => [row.number, row]))
  let filled = 0
  for (const { top, left, bottom, right } of merges) {
    const first = byNumber.get(top)
    const words = first?.cells.get(left)
    if (!first || words === undefined) continue
    if (right - left + 1 >= BAND && first.cells.size === 1) first.isBand = true
    const last = Math.min(bottom, rows.at(-1)?.number ?? 0)
    for (let number = top + 1; number <= last && filled < MOST_FILLED; number++, filled++) {
      const row = byNumber.get(number)
      if (!row || row.cells.has(left)) continue
      row.above ??= new Map()
      row.above.set(left, words)
    }
  }
}

function sayHidden(
  name: string,
  rows: readonly Row[],
  hidden: { rows: number[]; columns: [number, number][] },
): string[] {
  const remarks: string[] = []
  const used = new Set(rows.flatMap(({ cells }) => [...cells.keys()]))
  const columns = [...used]
    .filter(column => hidden.columns.some(([first, last]) => first <= column && column <= last))
    .sort((a, b) => a - b)
    .map(columnName)
  if (hidden.rows.length > 0)
    remarks.push(
      `Hidden in “${name}”, and read like the others: ${counted('row', hidden.rows.map(String))}`,
    )
  if (columns.length > 0)
    remarks.push(`Hidden in “${name}”, and read like the others: ${counted('column', columns)}`)
  return remarks
}

function counted(word: string, names: readonly string[]): string {
  const shown = names.slice(0, 8).join(', ')
  const more = names.length > 8 ? ` and ${names.length - 8} more` : ''
  return `${word}${names.length === 1 ? '' : 's'} ${shown}${more}`
}
