import type { Table } from '../document/tree.ts'
import { wordsOf } from '../document/words.ts'
import { sizes } from './sizes.ts'
import { widthOfLine } from './text-width.ts'

/** Ems, and rather too wide: an average letter of a table's first row, and of the others. */
const letter = { header: 0.58, body: 0.53 }
/** Where a line may end: not at a space that keeps a date together. */
const BREAKS = /(?:(?!\u00a0)\s|-)+/
/** Columns that need more of the room for their longest words leave their texts too little. */
const CROWDED = 0.85
/** A longer word is broken. */
const longestWord = 18

type Column = {
  /** Holds its longest word. */
  least: number
  /** Holds its longest text on one line. */
  best: number
  /** How much of the room it asks for, beside the others: by its longest text, and by all of them. */
  weight: number
}
export type TableMeasures = {
  /** Of the type, in points: smaller, where the table's words would not fit otherwise. */
  size: number
  /** Of the columns, as parts of the room. */
  widths: number[]
  /** The letters that a cell of each column holds in one line. */
  letters: number[]
}

/**
 * Divides the room, in points, among the columns by what they hold: none narrower than its longest
 * word, where that can be had, short ones as wide as their texts, long ones by the root of their
 * length, of which a column with one long text and many dashes needs less. A narrow table stays narrower than the room: eyes lose the row on the way over a gap.
 */
export function tableMeasures(table: Table, room: number): TableMeasures {
  const normal = columnsOf(table, sizes.table.size)
  const isLong = sum(normal.map(({ best }) => best)) > room
  const isWide = sum(normal.map(({ least }) => least)) > room * (isLong ? CROWDED : 1)
  const size = isWide ? sizes.table.small : sizes.table.size
  const widths = divided(isWide ? columnsOf(table, size) : normal, room)
  return {
    size,
    widths: widths.map(width => width / room),
    letters: widths.map(width => Math.floor((width - sizes.table.beside) / (size * letter.body))),
  }
}

function divided(columns: Column[], room: number): number[] {
  const least = sum(columns.map(column => column.least))
  const best = sum(columns.map(column => column.best))
  if (least >= room) return columns.map(column => (column.least * room) / least)
  if (best > room) return shared(columns, room)
  return columns.map(column => column.best * Math.min(room / best, 1.6))
}

function shared(columns: Column[], room: number): number[] {
  const widths = new Map<Column, number>()
  for (;;) {
    const open = columns.filter(column => !widths.has(column))
    const left = room - sum([...widths.values()])
    const weights = sum(open.map(({ weight }) => weight))
    const share = ({ weight }: Column) => (left * weight) / weights
    // Too narrow ones first: what they need is not there for others.
    const narrow = open.filter(column => share(column) < column.least)
    const short = open.filter(column => share(column) > column.best)
    for (const column of narrow) widths.set(column, column.least)
    if (narrow.length === 0) for (const column of short) widths.set(column, column.best)
    if (narrow.length + short.length > 0) continue
    return columns.map(column => widths.get(column) ?? share(column))
  }
}

function columnsOf({ children: rows }: Table, size: number): Column[] {
  const count = Math.max(...rows.map(row => row.children.length))
  return Array.from({ length: count }, (_, at) => {
    const texts = rows.map(({ children }) => wordsOf(children[at]?.children ?? [], ' '))
    const widest = (width: (text: string, ems: number) => number) =>
      sizes.table.beside +
      Math.max(...texts.map((text, row) => width(text, row === 0 ? letter.header : letter.body)))
    // Letters differ, and in a short word of wide ones an average is too narrow: "Open", "Done".
    const longest = (text: string, ems: number) =>
      Math.max(
        ...text.split(BREAKS).map(part => {
          const shown = part.slice(0, longestWord)
          const bold = ems / letter.body
          return Math.max(shown.length * size * ems, widthOfLine(shown, size) * bold)
        }),
      )
    const least = widest(longest)
    const best = widest((text, ems) => text.length * size * ems)
    const lengths = texts.map(({ length }) => length)
    const usual = sum(lengths) / lengths.length / Math.max(1, ...lengths)
    return { least, best: Math.max(least, best), weight: Math.sqrt(best * usual) }
  })
}

const sum = (numbers: number[]): number => numbers.reduce((total, number) => total + number, 0)
