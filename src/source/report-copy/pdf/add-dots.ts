import type { Area } from './drawn-page.ts'
import { rowsIn } from './find-columns.ts'
import type { Segment } from './segment.ts'

/** Bullets that are drawn and not written, as those of web pages are that a browser prints. */
export function addDots(segments: Segment[], dots: readonly Area[]): Segment[] {
  if (dots.length === 0) return segments
  const rows = rowsIn(segments)
  const marks: Segment[] = []
  for (const dot of dots) {
    const middle = (dot.top + dot.bottom) / 2
    const row = rowAt(rows, middle)
    const next = row?.slots.find(({ left }) => left >= dot.right - 1)
    if (!next || next.left - dot.right > 2.2 * next.size) continue
    const before = row!.slots.findLast(({ right }) => right <= dot.left + 1)
    if (before && dot.left - before.right < 2 * next.size) continue
    const { base, size, isArtifact, tag } = next
    const part = { words: '•', isBold: false, colour: next.parts[0]!.colour, isSymbols: false }
    const area = { left: dot.left, right: dot.right, top: next.top, bottom: next.bottom }
    const mark = { ...area, words: '•', parts: [part], base, size, isArtifact, firstEnd: dot.right }
    marks.push({ ...mark, ...(tag !== undefined && { tag }) })
  }
  return [...segments, ...marks]
}

/** The row whose small letters a height goes through. */
function rowAt<T extends { base: number; size: number }>(
  rows: readonly T[],
  height: number,
): T | undefined {
  let [low, high] = [0, rows.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (rows[middle]!.base < height) low = middle + 1
    else high = middle
  }
  const row = rows[low]
  return row && row.base - height < 0.75 * row.size ? row : undefined
}
