import type { PrintedLine } from './printed-line.ts'
import { opensEntry } from './read-marks.ts'

/** The entry of a list that lines belong to: where its mark stands, and its words. */
type Entry = { mark: number; inner: number; column: number }
export type BegunLine = PrintedLine & { isFirst: boolean; isEntry: boolean }

const ENDED = /[.!?:;]["'”’)\]]*$/
const GOES_ON = /^["'“‘(]?\p{Ll}/u
/** Paragraphs stand further apart than their lines, by this much at least. */
const APART = 1.18

/** Where paragraphs begin, by what their printers do: distance, indents, looks, short lines. */
export function beginParagraphs(
  lines: readonly PrintedLine[],
  leadingOf: (line: PrintedLine) => number,
): BegunLine[] {
  let entry: Entry | undefined
  let before: BegunLine | undefined
  let beforeThat: PrintedLine | undefined
  return lines.map(line => {
    const isEntry = opensEntry(line, before)
    const isFirst = isEntry || !before || begins(line, before, beforeThat, entry, leadingOf(line))
    if (isEntry) {
      const { left: mark, column } = line
      entry = { mark, inner: line.second ?? mark + line.size, column: column.left }
    } else if (isFirst) entry = undefined
    beforeThat = before
    before = { ...line, isFirst, isEntry }
    return before
  })
}

function begins(
  line: PrintedLine,
  before: BegunLine,
  beforeThat: PrintedLine | undefined,
  entry: Entry | undefined,
  leading: number,
): boolean {
  if (line.endsWithPage || before.endsWithPage) return true
  if (cellOf(line) !== cellOf(before)) return true
  const isOtherBox = line.box !== before.box
  const goesOn = GOES_ON.test(line.words) && !ENDED.test(before.words)
  if (Math.abs(line.size - before.size) > 0.06 * line.size + 0.3) return true
  if (isOfOtherLook(line, before) && !(goesOn && !before.isBold)) return true
  if (line.flow !== before.flow || line.page !== before.page || line.base <= before.base) {
    if (isOtherBox && !goesOn) return true
    if (ENDED.test(before.words))
      return isIndented(line, before, entry) || !isJustified(before, beforeThat)
    return !goesOn && hasRoomFor(line, before, 2)
  }
  if (isOtherBox) return true
  if (line.base - before.base > APART * leading + 0.3) return true
  const indent = line.left - before.left
  if (entry) {
    // Under its words, or under its mark where it hangs in nothing.
    if (line.left < entry.mark - 0.5 * line.size) return !goesOn
    const isUnderMark = line.left < entry.inner - 0.5 * line.size
    if (isUnderMark && !goesOn && entry.inner - entry.mark > 0.5 * line.size)
      return ENDED.test(before.words) || hasRoomFor(line, before, 0.5)
  } else if (indent > 0.8 * line.size && ENDED.test(before.words)) return true
  if (ENDED.test(before.words)) return hasRoomFor(line, before, 0.6)
  return !goesOn && hasRoomFor(line, before, 4)
}

/**
 * As long as the line before it, to the letter. Few paragraphs end with such a line, and in a justified one
 * many sentences do.
 */
const isJustified = (line: BegunLine, before: PrintedLine | undefined): boolean =>
  before !== undefined &&
  !line.isFirst &&
  before.flow === line.flow &&
  Math.abs(before.right - line.right) < 0.3 * line.size

/** Whether it stands otherwise in its column than the line before does in its own. */
function isIndented(line: PrintedLine, before: PrintedLine, entry: Entry | undefined): boolean {
  const own = line.left - line.column.left
  const other = before.left - before.column.left
  return entry !== undefined || Math.abs(own - other) > 0.3 * line.size
}

const cellOf = ({ cell }: PrintedLine): string =>
  cell ? `${cell.table} ${cell.row} ${cell.column}` : ''

function isOfOtherLook(line: PrintedLine, before: PrintedLine): boolean {
  const [last, first] = [before.parts.at(-1)!, line.parts[0]!]
  if (line.isBold !== before.isBold && last.isBold !== first.isBold) return true
  return line.colour !== before.colour && last.colour !== first.colour
}

/** Whether the first word of a line, and so many sizes more, would have stood on the line before. */
function hasRoomFor(line: PrintedLine, before: PrintedLine, more: number): boolean {
  const word = line.firstEnd - line.left
  return before.right + word + (0.25 + more) * line.size < before.column.right
}
