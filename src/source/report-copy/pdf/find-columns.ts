import type { Area } from './drawn-page.ts'
import { areaOf, widthOf } from './drawn-page.ts'
import type { Grid } from './find-tables.ts'
import { bordersBetween } from './find-tables.ts'
import type { Segment } from './segment.ts'

/** What is put in order: words on a line, or a box or table as a whole. */
export type Item = Area & { segment?: Segment }

/** Part of a height at which all stands to the left or to the right of a free space. */
export type Band<T extends Item> = {
  before: T[]
  after: T[]
  /** Columns, one after the other. */
  columns?: T[][]
  grid?: Grid
  cells?: T[]
}

type Slot<T> = { left: number; right: number; base: number; size: number; item: T }
type Row<T> = { base: number; size: number; slots: Slot<T>[] }
type Gap = { from: number; to: number }
/** A free space that goes down the page; how many rows have words to the left and to the right of it. */
type Stream = Gap & { first: number; last: number; lefts: number; rights: number }

/** Between columns is more room than between words. */
const LEAST_GAP = 7
const ROW_STEP = 10
/** Bounds on what a page that nobody made to be read may cost. */
const MOST = { streams: 60, gaps: 40, rowsOfBox: 120, tried: 8 }

/** The columns that a page has, or a part of it, wherever on it they begin and end. */
export function findBand<T extends Item>(
  items: readonly T[],
  known: KnownColumns,
): Band<T> | undefined {
  const rows = rowsIn(items.flatMap(slotsOf))
  const all = [...streamsIn(rows)].sort(
    (one, other) => other.lefts + other.rights - one.lefts - one.rights,
  )
  const streams = all.filter(({ lefts, rights }) => lefts >= 2 && rights >= 2)
  for (const stream of streams.slice(0, MOST.tried)) {
    const band = toBand(rows, stream)
    if (!band) continue
    const [one, other] = band.columns?.map(column => areaOf(column)) ?? []
    if (one && other) known.push({ left: one.left, right: other.left })
    return band
  }
  // The last lines of columns, which are one or two, stand where the columns of the page before do.
  const rest = all.filter(({ lefts, rights }) => Math.min(lefts, rights) === 1)
  for (const stream of known.length > 0 ? rest.slice(0, MOST.tried) : []) {
    const band = toColumns(rows, stream)
    const [one, other] = band.columns.map(column => areaOf(column)) as [Area, Area]
    if (known.some(({ left, right }) => isNear(left, one.left) && isNear(right, other.left)))
      return band
  }
  return undefined
}

/** Where columns of this report begin. */
export type KnownColumns = { left: number; right: number }[]
const isNear = (one: number, other: number): boolean => Math.abs(one - other) < 2

function toColumns<T extends Item>(
  rows: readonly Row<T>[],
  stream: Stream,
): Band<T> & { columns: T[][] } {
  const { first, from, to } = stream
  const last = withoutHeadingsBehind(rows, stream)
  const own = rows.slice(first, last + 1).flatMap(({ slots }) => slots)
  const items = distinct(own)
  return {
    before: without(distinct(rows.slice(0, first).flatMap(({ slots }) => slots)), items),
    after: without(distinct(rows.slice(last + 1).flatMap(({ slots }) => slots)), items),
    columns: [
      distinct(own.filter(({ left }) => left < from)),
      distinct(own.filter(({ left }) => left >= to - 0.01)),
    ],
  }
}

function slotsOf<T extends Item>(item: T): Slot<T>[] {
  const { left, right, top, bottom, segment } = item
  if (segment) return [{ left, right, base: segment.base, size: segment.size, item }]
  const count = Math.min(MOST.rowsOfBox, Math.max(1, Math.ceil((bottom - top) / ROW_STEP)))
  const step = (bottom - top) / count
  return Array.from({ length: count }, (_, index) => ({
    ...{ left, right, base: top + (index + 0.75) * step, size: Math.min(step, ROW_STEP), item },
  }))
}

/** What stands at one height, from the top. */
export function rowsIn<T extends { base: number; size: number; left: number }>(
  slots: readonly T[],
): { base: number; size: number; slots: T[] }[] {
  const rows: { base: number; size: number; slots: T[] }[] = []
  for (const slot of slots.toSorted((one, other) => one.base - other.base)) {
    const row = rows.at(-1)
    if (row && slot.base - row.base <= 0.35 * Math.max(slot.size, row.size)) {
      row.slots.push(slot)
      if (slot.size > row.size) [row.base, row.size] = [slot.base, slot.size]
    } else rows.push({ base: slot.base, size: slot.size, slots: [slot] })
  }
  for (const { slots: own } of rows) own.sort((one, other) => one.left - other.left)
  return rows
}

function gapsIn<T>({ slots }: Row<T>): Gap[] {
  const gaps: Gap[] = []
  let end = -Infinity
  for (const { left, right } of slots) {
    if (left - end >= LEAST_GAP && gaps.length < MOST.gaps) gaps.push({ from: end, to: left })
    end = Math.max(end, right)
  }
  return [...gaps, { from: end, to: Infinity }]
}

function* streamsIn<T>(rows: readonly Row<T>[]): Generator<Stream> {
  let streams: Stream[] = []
  for (const [index, row] of rows.entries()) {
    const gaps = gapsIn(row)
    const [first, last] = [row.slots[0]!.left, Math.max(...row.slots.map(({ right }) => right))]
    const next = new Map<string, Stream>()
    const add = (stream: Stream) => {
      const key = `${stream.from} ${stream.to}`
      const known = next.get(key)
      if (!known || known.first > stream.first) next.set(key, stream)
    }
    const count = (gap: Gap, before?: Stream): Stream => ({
      ...{ ...gap, first: before?.first ?? index, last: index },
      lefts: (before?.lefts ?? 0) + (first < gap.from ? 1 : 0),
      rights: (before?.rights ?? 0) + (last > gap.to ? 1 : 0),
    })
    for (const stream of streams) {
      let isGoingOn = false
      for (const gap of gaps) {
        const [from, to] = [Math.max(stream.from, gap.from), Math.min(stream.to, gap.to)]
        if (to - from < LEAST_GAP) continue
        isGoingOn = true
        add(count({ from, to }, stream))
      }
      if (!isGoingOn) yield stream
    }
    for (const gap of gaps) add(count(gap))
    streams = [...next.values()]
    if (streams.length > MOST.streams) {
      streams.sort((one, other) => weigh(other) - weigh(one))
      streams.length = MOST.streams
    }
  }
  yield* streams
}

const weigh = ({ lefts, rights, first }: Stream): number =>
  Math.min(lefts, rights) * 1000 + lefts + rights - first / 1000

const MARK = /^(?:[\d.]{1,7}|\(?[a-z\d]{1,4}[.)]|[^\p{L}\p{N}]{1,2}|o)$/iu
const PAGE = /^\d{1,3}$/

function toBand<T extends Item>(rows: readonly Row<T>[], stream: Stream): Band<T> | undefined {
  const { first, from, to } = stream
  const last = withoutHeadingsBehind(rows, stream)
  const own = rows.slice(first, last + 1)
  const slots = own.flatMap(row => row.slots)
  const lefts = slots.filter(({ left }) => left < from)
  const rights = slots.filter(({ left }) => left >= to - 0.01)
  const items = distinct(slots)
  const wordsOf = (side: readonly Slot<T>[]) =>
    side.map(({ item }) => item.segment?.words.trim() ?? 'a box of words that is no mark')
  const left = wordsOf(lefts)
  const right = wordsOf(rights)
  if (left.filter(words => MARK.test(words)).length > 0.8 * left.length) return undefined
  if (right.filter(words => PAGE.test(words)).length > 0.8 * right.length) {
    const pages = right.filter(words => PAGE.test(words)).map(Number)
    // The pages of a list of contents.
    if (pages.every((page, index) => index === 0 || page >= pages[index - 1]!)) return undefined
  }
  const before = distinct(rows.slice(0, first).flatMap(row => row.slots))
  const after = distinct(rows.slice(last + 1).flatMap(row => row.slots))
  const around = { before: without(before, items), after: without(after, items) }
  const aligned = own.filter(
    row => row.slots[0]!.left < from && row.slots.some(({ left }) => left >= to - 0.01),
  ).length
  const rowsOfLeft = countRows(own, ({ left }) => left < from)
  const rowsOfRight = countRows(own, ({ left }) => left >= to - 0.01)
  const share = aligned / Math.max(1, Math.min(rowsOfLeft, rowsOfRight))
  const isBoxed = slots.some(({ item }) => !item.segment)
  const asColumns = () => {
    // What stands above the right one is read before it all the same.
    const start = own.find(({ slots }) => slots.some(({ left }) => left >= to - 0.01))?.base ?? 0
    const above = distinct(lefts).filter(item => item.segment && item.segment.base < start - 3)
    const left = without(distinct(lefts), above)
    return { ...around, before: [...around.before, ...above], columns: [left, distinct(rights)] }
  }
  const hasRows = aligned >= 3 && !isBoxed
  const toTable = () => toTableOf(rows, withoutLonely(rows, { ...stream, last }))
  if (hasRows && isInRows(own, from, to)) return toTable()
  if (isProse(lefts) && isProse(rights)) return asColumns()
  if (hasRows && share >= 0.6) return toTable()
  return share < 0.6 && rowsOfLeft >= 3 && rowsOfRight >= 3 ? asColumns() : undefined
}

const distinct = <T>(slots: readonly Slot<T>[]): T[] => [...new Set(slots.map(({ item }) => item))]
const without = <T>(items: readonly T[], others: readonly T[]): T[] => {
  const known = new Set(others)
  return items.filter(item => !known.has(item))
}
const countRows = <T>(rows: readonly Row<T>[], isThere: (slot: Slot<T>) => boolean): number =>
  rows.filter(({ slots }) => slots.some(isThere)).length

/** A heading under the columns, before words that go across, is not of the left one. */
function withoutHeadingsBehind<T>(rows: readonly Row<T>[], stream: Stream): number {
  let { last } = stream
  if (last >= rows.length - 1) return last
  while (last > stream.first + 1) {
    const [row, before] = [rows[last]!, rows[last - 1]!]
    if (row.slots.some(({ left }) => left >= stream.to - 0.01)) return last
    if (row.base - before.base < 1.6 * row.size) return last
    last -= 1
  }
  return last
}

/** Lines that fill their column, or a box. */
function isProse<T extends Item>(slots: readonly Slot<T>[]): boolean {
  if (slots.some(({ item }) => !item.segment)) return true
  const area = areaOf(slots.map(({ item }) => item))
  const lengths = slots.map(({ item }) => item.segment!.words.length)
  const fills = slots.map(({ item }) => widthOf(item) / widthOf(area))
  return medianOf(lengths) >= 18 && medianOf(fills) >= 0.6
}

const medianOf = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[values.length >> 1] ?? 0

/** Cells of several lines: what stands apart on one side does so on the other, at the same height. */
function isInRows<T extends Item>(rows: readonly Row<T>[], from: number, to: number): boolean {
  const sides = [
    rows.filter(({ slots }) => slots[0]!.left < from),
    rows.filter(({ slots }) => slots.some(({ left }) => left >= to - 0.01)),
  ].map(beginningsOf)
  const [left, right] = sides as [number[], number[]]
  if (left.length < 3 || right.length < 3) return false
  const same = left.filter(base => right.some(other => Math.abs(other - base) < 2)).length
  return same >= 0.8 * Math.max(left.length, right.length)
}

/** Of the rows that stand apart from the one before. */
function beginningsOf<T>(rows: readonly Row<T>[]): number[] {
  const steps = rows.slice(1).map(({ base }, index) => base - rows[index]!.base)
  const least = Math.min(...steps)
  return rows.flatMap(({ base }, index) =>
    index === 0 || steps[index - 1]! > 1.25 * least ? [base] : [],
  )
}

/** Without the lines of a paragraph above the table, and those behind that stand apart. */
function withoutLonely<T>(rows: readonly Row<T>[], stream: Stream): Stream {
  let { first, last } = stream
  const isLonely = (index: number) =>
    !rows[index]!.slots.some(({ left }) => left >= stream.to - 0.01) ||
    rows[index]!.slots[0]!.left >= stream.from
  while (first < last && isLonely(first)) first += 1
  while (last > first && isLonely(last)) {
    if (rows[last]!.base - rows[last - 1]!.base < 1.35 * rows[last]!.size) break
    last -= 1
  }
  return { ...stream, first, last }
}

function toTableOf<T extends Item>(
  all: readonly Row<T>[],
  { first, last }: Stream,
): Band<T> | undefined {
  const rows = all.slice(first, last + 1)
  const items = distinct(rows.flatMap(({ slots }) => slots))
  const around = {
    before: without(distinct(all.slice(0, first).flatMap(({ slots }) => slots)), items),
    after: without(distinct(all.slice(last + 1).flatMap(({ slots }) => slots)), items),
  }
  const area = areaOf(items)
  const across = bordersBetween(
    items.flatMap(({ segment }) => (segment ? [segment] : [])),
    area,
  )
  if (across.length < 3) return undefined
  const steps = rows.slice(1).map(({ base }, index) => base - rows[index]!.base)
  const least = Math.min(...steps)
  const down = [area.top - 1]
  for (const [index, row] of rows.entries()) {
    if (index === 0) continue
    const isApart = steps[index - 1]! > least + 0.06 * row.size
    if (isApart || !isCarriedOn(row, across)) down.push(row.base - 0.9 * row.size)
  }
  down.push(area.bottom + 1)
  const grid = { ...area, across, down }
  return { ...around, grid, cells: [...items] }
}

/** Whether a row can be the rest of the one above: not all of its cells have as many lines. */
function isCarriedOn<T extends Item>({ slots }: Row<T>, across: readonly number[]): boolean {
  if (slots[0]!.left >= across[1]!) return true
  const columns = new Set(slots.map(({ left }) => across.findLastIndex(at => at <= left + 2)))
  return (
    columns.size < across.length - 1 ||
    slots.every(({ item }) => /^\p{Ll}/u.test(item.segment?.words ?? ''))
  )
}
