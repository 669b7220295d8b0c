import { LIST_MARK } from '../copy-line.ts'
import type { ReadPage } from './arrange-page.ts'
import { rowsIn } from './find-columns.ts'
import type { Segment } from './segment.ts'

/** What stands at one height, near the edge of a page. */
type EdgeRow = {
  page: number
  segments: Segment[]
  words: string
  /** Without the numbers of pages. */
  key: string
  base: number
  size: number
  side: 'top' | 'bottom'
  /** How many rows are further out. */
  depth: number
  /** The distance to the next row inwards. */
  apart: number
  isAtRim: boolean
}

/** Headers and footers have three rows at most. */
const ROWS = 3
const PAGE_NUMBER =
  /^[-–—|\s]*(?:page\s*)?(\d{1,4}|[ivxl]{1,6})(?:\s*(?:of|\/)\s*\d{1,4})?[-–—|\s]*$/i

/** Without running headers, footers and page numbers. */
export function dropFurniture(pages: readonly ReadPage[], bodySize: number): void {
  const rows = pages.flatMap((page, index) => edgeRowsOf(page, index))
  const dropped = new Set<Segment>()
  const drop = ({ segments }: EdgeRow) => {
    for (const segment of segments) dropped.add(segment)
  }
  rows.filter(isOfTags).forEach(drop)
  for (const side of ['top', 'bottom'] as const) {
    const own = rows.filter(row => row.side === side)
    numbersIn(own).forEach(drop)
    repeatedIn(own, pages.length, bodySize).forEach(drop)
    runningIn(own, pages.length, bodySize).forEach(drop)
  }
  for (const page of pages) page.segments = page.segments.filter(one => !dropped.has(one))
}

function edgeRowsOf({ segments, height }: ReadPage, page: number): EdgeRow[] {
  const rows = rowsIn(segments)
  const toRow = (index: number, side: 'top' | 'bottom', depth: number): EdgeRow => {
    const { slots, base, size } = rows[index]!
    const words = slots.map(({ words }) => words.trim()).join(' ')
    const next = rows[side === 'top' ? index + 1 : index - 1]
    const rim = 0.1 * height
    return {
      ...{ page, segments: slots, words, key: keyOf(words), base, size, side, depth },
      apart: next ? Math.abs(next.base - base) : Infinity,
      isAtRim: side === 'top' ? base < rim : base > height - rim,
    }
  }
  const count = Math.min(ROWS, rows.length)
  const depths = Array.from({ length: count }, (_, depth) => depth)
  return [
    ...depths.map(depth => toRow(depth, 'top', depth)),
    ...depths.map(depth => toRow(rows.length - 1 - depth, 'bottom', depth)),
  ]
}

/** A number before or behind the words, or named as a page's, is one that differs from page to page. */
const keyOf = (words: string): string =>
  words
    .toLowerCase()
    .replace(/\bpage \d+(?: of \d+)?/g, 'page')
    .replace(/^[\d|\s–-]+/, '')
    .replace(/[\d|\s–-]{1,20}$/, '')

/** In a tagged PDF, what is no part of the text; but not in the midst of a page, where it can be words of a picture. */
const isOfTags = ({ segments, isAtRim }: EdgeRow): boolean =>
  isAtRim && segments.every(({ isArtifact }) => isArtifact)

/** Numbers that count the pages, and those at the very edge. */
function numbersIn(rows: readonly EdgeRow[]): EdgeRow[] {
  const numbers = rows.flatMap(row => {
    const number = PAGE_NUMBER.exec(row.words)?.[1]
    return number === undefined ? [] : [{ row, offset: Number(number) - row.page }]
  })
  const offsets = new Map<number, number>()
  for (const { offset } of numbers) offsets.set(offset, (offsets.get(offset) ?? 0) + 1)
  return numbers
    .filter(({ row, offset }) => (row.depth === 0 && row.isAtRim) || (offsets.get(offset) ?? 0) > 1)
    .map(({ row }) => row)
}

/** The like on many pages, at one height. */
function repeatedIn(rows: readonly EdgeRow[], pages: number, bodySize: number): EdgeRow[] {
  const seen = new Map<string, EdgeRow[]>()
  for (const row of rows) {
    if (row.key === '') continue
    const key = `${row.key} ${row.size.toFixed(0)}`
    const like = seen.get(key)
    if (like) like.push(row)
    else seen.set(key, [row])
  }
  return [...seen.values()].flatMap(all =>
    groupByHeight(all).flatMap(like => {
      const isApart = like.every(
        ({ isAtRim, apart, size, words }) =>
          isAtRim &&
          size < 1.2 * bodySize &&
          (size < bodySize - 0.4 || (apart > APART * size && !isOfText(words))),
      )
      // What stands among the text may be some words that the report has twice.
      const many = isApart ? Math.max(2, pages / 4) : Math.max(Math.min(3, pages), pages / 2)
      return countPages(like) >= Math.max(2, many) ? like : []
    }),
  )
}

/** A running head is no sentence and no entry of a list. */
const isOfText = (words: string): boolean => /[.,:;]$/.test(words) || LIST_MARK.test(words)

const SAME_HEIGHT = 3
/** Lines of text stand closer than this, in sizes. */
const APART = 1.9
const LONGEST = 100

function groupByHeight(rows: readonly EdgeRow[]): EdgeRow[][] {
  const groups: EdgeRow[][] = []
  for (const row of rows.toSorted((one, other) => one.base - other.base)) {
    const group = groups.at(-1)
    if (group && row.base - group[0]!.base < SAME_HEIGHT) group.push(row)
    else groups.push([row])
  }
  return groups
}

const countPages = (rows: readonly EdgeRow[]): number => new Set(rows.map(({ page }) => page)).size

/** With the chapter's name, which changes: at one height on most pages, apart from the text and unlike it. */
function runningIn(rows: readonly EdgeRow[], pages: number, bodySize: number): EdgeRow[] {
  const likely = rows.filter(
    ({ depth, size, apart, words }) =>
      depth < 2 && size < 1.05 * bodySize && apart > APART * size && words.length < LONGEST,
  )
  return groupByHeight(likely).flatMap(group => {
    const count = countPages(group)
    if (count < 2) return []
    const isSmall = group.every(({ size }) => size < bodySize - 0.4)
    const isAtRim = group.every(row => row.isAtRim)
    if (isSmall && isAtRim && (group[0]!.side === 'top' || countsPages(group))) return group
    if (count < Math.max(3, 0.4 * pages)) return []
    const texts = new Set(group.map(({ key }) => key)).size
    return texts <= 0.6 * count ? group : []
  })
}

/** Whether a number in each goes up with the pages. */
function countsPages(rows: readonly EdgeRow[]): boolean {
  const offsets = rows.map(
    ({ words, page }) =>
      new Set(Array.from(words.matchAll(/\d{1,4}/g), ([number]) => Number(number) - page)),
  )
  return [...(offsets[0] ?? [])].some(offset => offsets.every(own => own.has(offset)))
}
