import type { CellObject, SheetData, Sheet as SheetContent } from 'write-excel-file/universal'
import { contrastBetween } from '../../../document/contrast.ts'
import { toCellText, type Column } from '../columns.ts'
import { escapeCellText } from './escape-cell-text.ts'

export const FONT = { fontFamily: 'Arial', fontSize: 10 } as const
/** Of a line of that font, in points. */
export const LINE_HEIGHT = 12.75
/** A row is as high as its longest text, but no page is filled by one. */
const MOST_LINES = 8
/** The first day that Excel and the calendar agree on: it knows a 29 February 1900, and nothing before that year. */
const FIRST_DATE = '1900-03-01'

const INK = '#0b0c0c'
const PAPER = '#ffffff'
const HEADER: CellObject = {
  ...FONT,
  fontWeight: 'bold',
  textColor: PAPER,
  backgroundColor: '#1f2a44',
  alignVertical: 'center',
  wrap: true,
}
/** Stands beside words or a figure that say it as well. */
const ALARM: CellObject = {
  ...FONT,
  fontWeight: 'bold',
  textColor: '#8a1a10',
  backgroundColor: '#fbe4e0',
}
const TOP = { alignVertical: 'top', wrap: true } as const
/** Not close to the words of the next column. */
const FIGURE = { align: 'right', indent: 1, ...TOP } as const

/** One without a look of its own is a plain value, which the library writes fastest. */
export type Cell = string | number | CellObject | undefined

/** A sheet, and what of it the library does not write. */
export type Sheet = {
  content: SheetContent<Blob>
  name: string
  /** Columns and rows, with the header's. */
  size: { columns: number; rows: number }
  /** Headers, where it is a table. */
  table?: readonly string[]
  /** How many columns go on paper. */
  printed: number
}

type TableParts<Row> = {
  name: string
  columns: readonly Column<Row>[]
  printed: number
  rows: readonly Row[]
  /** Headers of the columns that need somebody's eye. */
  alarming: (row: Row) => string[]
  /** Of the force's words for where an item stands. */
  colours?: ReadonlyMap<string, string>
}

export function makeTableSheet<Row>(parts: TableParts<Row>): Sheet {
  const { name, columns, printed, rows } = parts
  const headers = columns.map(({ header }) => header)
  const data: SheetData = [
    headers.map((value, index) => ({ ...HEADER, value, ...(index === 0 && { height: 42 }) })),
    ...rows.map(row => makeRow(row, parts)),
  ]
  return {
    name,
    size: { columns: columns.length, rows: Math.max(data.length, 2) },
    table: headers,
    printed,
    content: {
      sheet: name,
      data,
      columns: columns.map(({ width }) => ({ width })),
      orientation: 'landscape',
      stickyRowsCount: 1,
      stickyColumnsCount: 2,
      zoomScale: 1,
    },
  }
}

function makeRow<Row>(row: Row, parts: TableParts<Row>): Cell[] {
  const { columns, printed, alarming, colours } = parts
  const alarms = alarming(row)
  let lines = 1
  const cells = columns.map((column, index): Cell => {
    const value = column.valueOf(row)
    if (value === undefined || value === '') return undefined
    const look = alarms.includes(column.header)
      ? { ...ALARM, ...TOP }
      : lookOfStatus(column.header, value, colours)
    if (typeof value === 'number') return { value, ...FIGURE, ...look }
    if (column.kind === 'day') return makeDay(value)
    const words = toCellText(value)
    // What stands behind must not stretch the row on paper.
    if (index < printed) lines = Math.max(lines, countLines(words, column.width))
    return makeText(words, look)
  })
  // The library takes a row's height from any of its cells.
  const [first] = cells
  const height = lines * LINE_HEIGHT + 2
  cells[0] = { ...toCellObject(first), height }
  return cells
}

export const toCellObject = (cell: Cell): CellObject =>
  typeof cell === 'object' ? cell : cell === undefined ? {} : { value: cell }

/** A colour stands behind the word, and never for it. */
function lookOfStatus(
  header: string,
  value: string | number,
  colours: TableParts<unknown>['colours'],
): CellObject | undefined {
  const colour = header === 'Status' ? colours?.get(String(value)) : undefined
  if (colour === undefined) return undefined
  const textColor = contrastBetween(colour, PAPER) >= contrastBetween(colour, INK) ? PAPER : INK
  return { ...FONT, textColor, backgroundColor: colour, ...TOP }
}

/** A real date, which has no time and no zone. */
export function makeDay(day: string): string | CellObject {
  if (day < FIRST_DATE) return day
  return {
    value: new Date(`${day}T00:00:00Z`),
    type: Date,
    format: 'd mmm yyyy',
    align: 'left',
    ...TOP,
  }
}

/** A cell of text is never computed; with Excel's format for text it is not when it is edited either. */
export function makeText(words: string, look?: CellObject): string | CellObject {
  const value = escapeCellText(words)
  if (/^[=+\-@＝＋－＠]/.test(words)) return { value, type: String, format: '@', ...TOP, ...look }
  return look ? { value, type: String, ...look } : value
}

/** Letters of Arial are narrower than its figures, by which Excel measures columns. */
const LETTERS_PER_FIGURE = 1.1

/** About as many as it will have, broken between words. */
export function countLines(words: string, width: number): number {
  const room = Math.floor(width * LETTERS_PER_FIGURE)
  let lines = 1
  let filled = -1
  for (const { length } of words.split(' ')) {
    filled += 1 + length
    if (filled <= room) continue
    // A word that is longer than the line is broken within.
    const broken = Math.ceil(length / room)
    lines += filled === length ? broken - 1 : broken
    filled = length - (broken - 1) * room
    if (lines >= MOST_LINES) return MOST_LINES
  }
  return lines
}
