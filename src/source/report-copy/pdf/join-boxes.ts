import type { PlacedBox } from './arrange-page.ts'
import type { Body } from './measure-print.ts'
import type { PrintedLine } from './printed-line.ts'

/** Numbers of boxes that go on from the page before, with the number that they have there. */
export function joinBoxes(
  pages: readonly { lines: readonly PrintedLine[]; boxes: readonly PlacedBox[] }[],
  body: Body,
): Map<number, number> {
  const joined = new Map<number, number>()
  for (const [index, page] of pages.entries()) {
    const next = pages[index + 1]
    const last = lowestOf(page.lines, body)
    const first = next?.lines[0]
    if (!next || last?.box === undefined || first?.box === undefined) continue
    const one = page.boxes.find(({ number }) => number === last.box)
    const other = next.boxes.find(({ number }) => number === first.box)
    if (!one || !other || !isAlike(one, other) || isHeading(first, body)) continue
    joined.set(other.number, joined.get(one.number) ?? one.number)
  }
  return joined
}

const isAlike = (one: PlacedBox, other: PlacedBox): boolean =>
  Math.abs(one.left - other.left) < 3 &&
  Math.abs(one.right - other.right) < 3 &&
  one.colour === other.colour

/** A box that begins with one is another. */
const isHeading = ({ size, isBold }: PrintedLine, body: Body): boolean =>
  size > 1.08 * body.size || (isBold && !body.isBold)

/** Footnotes stand below the text. */
const lowestOf = (lines: readonly PrintedLine[], { size }: Body): PrintedLine | undefined =>
  lines.findLast(line => line.size > 0.93 * size)
