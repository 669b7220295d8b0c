import type { Area, DrawnPage } from './drawn-page.ts'
import { areaOf, heightOf, isWithin, widthOf } from './drawn-page.ts'
import { findBand, rowsIn, type Item, type KnownColumns } from './find-columns.ts'
import { findBoxes, type Box } from './find-boxes.ts'
import { findGrids, indexIn, type Grid } from './find-tables.ts'
import type { PrintedLine } from './printed-line.ts'
import type { Part, Segment } from './segment.ts'

/** A box or a table with what stands in it. */
type Holder = Area & { box?: Box; grid?: Grid; items: Entry[]; segment?: never }
type Entry = Holder | (Area & { segment: Segment })

/** What goes on from page to page. */
export type Counts = { flows: number; boxes: number; tables: number; columns: KnownColumns }
type Within = Pick<PrintedLine, 'box' | 'cell'>

/** Of a box on a page: where it stands and what it looks like. */
export type PlacedBox = Area & { number: number; page: number; colour: string }
export type ArrangedPage = { lines: PrintedLine[]; boxes: PlacedBox[] }

const DEEPEST = 12

/** A page whose letters are put together to words. */
export type ReadPage = Omit<DrawnPage, 'runs' | 'turned' | 'dots'> & {
  segments: Segment[]
  turned: Segment[]
}

/** The lines of a page in the order of reading: column by column, table by table, box by box. */
export function arrangePage(drawn: ReadPage, page: number, counts: Counts): ArrangedPage {
  const { segments } = drawn
  const { grids, frames } = findGrids(drawn.rules, drawn.panels, segments)
  const boxes = findBoxes(drawn, frames, grids, segments)
  const lines: PrintedLine[] = []
  const placed: PlacedBox[] = []

  const arrange = (entries: readonly Entry[], within: Within, depth: number): void => {
    if (entries.length === 0) return
    const band =
      depth < DEEPEST && entries.length > 1
        ? findBand<Entry & Item>(entries, counts.columns)
        : undefined
    if (!band) return arrangeFlow(entries, within, depth)
    arrange(band.before, within, depth + 1)
    for (const column of band.columns ?? []) arrange(column, within, depth + 1)
    if (band.grid && band.cells) arrangeGrid(band.grid, band.cells, within, depth + 1)
    arrange(band.after, within, depth + 1)
  }

  const arrangeFlow = (entries: readonly Entry[], within: Within, depth: number): void => {
    let own: Segment[] = []
    const flush = () => {
      if (own.length > 0) lines.push(...toLines(own, page, ++counts.flows, within))
      own = []
    }
    for (const entry of inRows(entries)) {
      if (entry.segment) {
        own.push(entry.segment)
        continue
      }
      flush()
      arrangeHolder(entry, within, depth + 1)
    }
    flush()
  }

  const arrangeHolder = (holder: Holder, within: Within, depth: number): void => {
    if (holder.grid) return arrangeGrid(holder.grid, holder.items, within, depth)
    const number = ++counts.boxes
    const { left, right, top, bottom } = holder
    placed.push({ ...{ left, right, top, bottom, number, page }, colour: holder.box?.colour ?? '' })
    arrange(holder.items, { ...within, box: number }, depth)
  }

  const arrangeGrid = (
    { across, down }: Grid,
    entries: readonly Entry[],
    within: Within,
    depth: number,
  ): void => {
    const table = ++counts.tables
    const cells = new Map<number, Entry[]>()
    for (const entry of entries) {
      const row = indexIn(down, (entry.top + entry.bottom) / 2)
      const key = row * across.length + indexIn(across, entry.left + 2)
      cells.set(key, [...(cells.get(key) ?? []), entry])
    }
    let [rows, before] = [0, -1]
    for (const key of [...cells.keys()].sort((one, other) => one - other)) {
      const row = Math.floor(key / across.length)
      if (row !== before) rows += 1
      before = row
      const cell = { table, row: rows, column: (key % across.length) + 1 }
      arrangeFlow(cells.get(key)!, { ...within, cell }, depth)
    }
  }

  arrange(nest(segments, boxes, grids), {}, 0)
  const { turned } = drawn
  if (turned.length > 0) lines.push(...toLines(turned, page, ++counts.flows, {}))
  return { lines, boxes: placed }
}

/** Each piece of words in the smallest box or table around it. */
function nest(
  segments: readonly Segment[],
  boxes: readonly Box[],
  grids: readonly Grid[],
): Entry[] {
  const holders: Holder[] = [
    ...boxes.map((box): Holder => ({ ...pick(box), box, items: [] })),
    ...grids.map((grid): Holder => ({ ...pick(grid), grid, items: [] })),
  ].sort((one, other) => heightOf(one) * widthOf(one) - heightOf(other) * widthOf(other))
  const all: Entry[] = []
  for (const segment of segments) {
    const [x, y] = [segment.left + 1, (segment.top + segment.bottom) / 2]
    const spot = { left: x, right: x, top: y, bottom: y }
    const holder = holders.find(one => isWithin(spot, one))
    ;(holder?.items ?? all).push({ ...pick(segment), segment })
  }
  for (const [index, holder] of holders.entries()) {
    if (holder.items.length === 0) continue
    const outer = holders.slice(index + 1).find(other => isWithin(holder, other, 4))
    ;(outer?.items ?? all).push(holder)
  }
  return all
}

const pick = ({ left, right, top, bottom }: Area): Area => ({ left, right, top, bottom })

/** From the top, and of one height from the left. */
function inRows(entries: readonly Entry[]): Entry[] {
  const slots = entries.map(entry => ({
    ...{ left: entry.left, entry },
    base: entry.segment?.base ?? entry.top + 8,
    size: entry.segment?.size ?? 4,
  }))
  return rowsIn(slots).flatMap(({ slots }) => slots.map(({ entry }) => entry))
}

function toLines(
  segments: readonly Segment[],
  page: number,
  flow: number,
  within: Within,
): PrintedLine[] {
  const { left } = areaOf(segments)
  const rows = rowsIn(segments)
  return rows.map(({ slots, base, size }, index) => {
    const column = { left, right: rightAround(rows, index) }
    const parts: Part[] = []
    for (const { parts: own } of slots) {
      const before = parts.at(-1)
      if (before) parts[parts.length - 1] = { ...before, words: `${before.words} ` }
      parts.push(...own)
    }
    const main = mainOf(parts)
    const [first, next] = slots as [Segment, Segment | undefined]
    const { isArtifact, firstEnd } = first
    const second = first.second ?? next?.left
    const { tag } = slots.find(one => one.tag !== undefined) ?? {}
    return {
      ...areaOf(slots),
      ...{ page, base, size, flow, column, parts, isArtifact, colour: main.colour },
      words: parts.map(({ words }) => words).join(''),
      isBold: shareOf(parts, ({ isBold }) => isBold) > 0.9,
      ...within,
      ...{ firstEnd, ...(second !== undefined && { second }) },
      endsWithPage: slots.length > 1 && /^(?:\.+ ?)?\d{1,3}$/.test(slots.at(-1)!.words),
      ...(tag !== undefined && { tag }),
    }
  })
}

type Row = { slots: readonly Segment[]; size: number }
const AROUND = 6

/** How far lines of this size reach hereabouts: of columns that end on another page, one stands alone. */
function rightAround(rows: readonly Row[], index: number): number {
  const { size } = rows[index]!
  return rows
    .slice(Math.max(0, index - AROUND), index + AROUND + 1)
    .filter(row => Math.abs(row.size - size) < 0.5)
    .reduce((right, { slots }) => Math.max(right, slots.at(-1)!.right), 0)
}

const mainOf = (parts: readonly Part[]): Part =>
  parts.reduce((main, part) => (part.words.length > main.words.length ? part : main))

function shareOf(parts: readonly Part[], has: (part: Part) => boolean): number {
  let [those, all] = [0, 0]
  for (const part of parts) {
    const count = part.words.replace(/[^\p{L}\p{N}]/gu, '').length
    all += count
    if (has(part)) those += count
  }
  return all === 0 ? 0 : those / all
}
