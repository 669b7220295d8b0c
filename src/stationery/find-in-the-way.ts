import type { Look } from '../document/look.ts'
import type { Finding } from './finding.ts'
import type { Matrix } from './pdf/matrix.ts'
import { toMillimetres } from './pdf/page-size.ts'
import { readStationery } from './pdf/read-stationery.ts'
import type { StationeryPage } from './pdf/read-stationery.ts'
import type { Area } from './read-paint.ts'
import { readInk } from './read-ink.ts'
import type { TextLine } from './read-ink.ts'

type Margins = Look['margins']
type Side = 'top' | 'bottom' | 'left' | 'right'

/** A4. Millimetres. */
const PAGE = { width: 210, height: 297 }
/** What the letter's running header or page number takes beyond its lines. */
const RUNNING = 10
/** Nearer words would run into one another. */
const CLEAR = 3
/** Wider at the head and foot office.yaml takes none; at the sides the lines would be too short. */
const WIDEST: Record<Side, number> = { top: 80, bottom: 80, left: 60, right: 60 }

/** Text and dark areas of the stationery that the letter would be printed over, and the margin that keeps it clear. */
export async function findInTheWay(bytes: Uint8Array, margins: Margins): Promise<Finding[]> {
  const { pages } = readStationery(bytes)
  if (pages.length === 0) return []
  const read = await readInk(pages)
  return read.flatMap(({ lines, areas }, index) => [
    ...inTheWay(lines.map(toText), index === 0, margins),
    ...inTheWay(areas.map(toColour), index === 0, margins),
    ...picturesBelow(pages[index]!, index === 0, margins),
  ])
}

/** A picture below the lines may be meant, as a watermark is. */
function picturesBelow(
  { pictures }: StationeryPage,
  isFirst: boolean,
  margins: Margins,
): Finding[] {
  const top = isFirst ? Math.max(margins.first_top ?? 0, margins.top) : margins.top
  const isBelow = ({ left, right, ...box }: Box) =>
    box.bottom > top &&
    box.top < PAGE.height - margins.bottom &&
    right > margins.left &&
    left < PAGE.width - margins.right
  return pictures
    .map(({ matrix }) => boxOf(matrix))
    .filter(isBelow)
    .map(({ top: from, bottom: to }) => ({
      severity: 'note',
      message: `A picture stands under the letter's lines, ${Math.round(from)} to ${Math.round(to)} mm from the top: it must be faint enough to be read over`,
      where: isFirst ? 'page 1' : 'page 2',
    }))
}

type Box = Record<Side, number>

/** Of a picture, which is drawn into a square of one unit (ISO 32000-1, 8.9.5). Millimetres. */
function boxOf([a, b, c, d, e, f]: Matrix): Box {
  const across = [e, e + a, e + c, e + a + c].map(toMillimetres)
  const up = [f, f + b, f + d, f + b + d].map(toMillimetres)
  return {
    left: Math.min(...across),
    right: Math.max(...across),
    top: PAGE.height - Math.max(...up),
    bottom: PAGE.height - Math.min(...up),
  }
}

/** Something that the letter's words would be printed over: `says` what it is, `kind` how more of it is called. */
type Obstacle = Box & { says: string; kind: string }

const toText = ({ words, ...box }: TextLine): Obstacle => ({
  ...box,
  says: words === '' ? '' : `text "${words.slice(0, 60)}"`,
  kind: 'line',
})
const toColour = ({ colour, ...box }: Area): Obstacle => ({
  ...box,
  says: `area of the colour ${colour}`,
  kind: 'area',
})

function inTheWay(lines: Obstacle[], isFirst: boolean, margins: Margins): Finding[] {
  const top = isFirst ? Math.max(margins.first_top ?? 0, margins.top) : margins.top
  const taken = { ...margins, top }
  // The first page has no number; a draft has a header on every page.
  const beyond = { top: RUNNING, bottom: isFirst ? CLEAR : RUNNING, left: CLEAR, right: CLEAR }
  const bySide = new Map<Side | undefined, { lines: Obstacle[]; least: number }>()
  for (const line of lines) {
    const isClear =
      line.bottom <= top - beyond.top + ROUNDING ||
      line.top >= PAGE.height - taken.bottom + beyond.bottom - ROUNDING ||
      line.right <= taken.left - beyond.left + ROUNDING ||
      line.left >= PAGE.width - taken.right + beyond.right - ROUNDING
    if (isClear || line.says === '') continue
    const { side, least } = clearingMargin(line, taken, beyond)
    const found = bySide.get(side) ?? { lines: [], least: 0 }
    found.lines.push(line)
    bySide.set(side, { ...found, least: Math.max(found.least, least) })
  }
  return [...bySide].map(([side, found]) => sayInTheWay(side, found, isFirst, taken))
}

/** Whole millimetres are asked for: what they clear is clear. */
const ROUNDING = 0.01

/** Of the margins that would clear the line, the one that has least to grow. */
function clearingMargin(
  line: Obstacle,
  margins: Record<Side, number>,
  beyond: Record<Side, number>,
): { side: Side | undefined; least: number } {
  const reach: Record<Side, number> = {
    top: line.bottom,
    bottom: PAGE.height - line.top,
    left: line.right,
    right: PAGE.width - line.left,
  }
  const [best] = (['top', 'bottom', 'left', 'right'] as const)
    .map(side => ({ side, least: Math.ceil(reach[side] + beyond[side] - ROUNDING) }))
    .filter(({ side, least }) => least <= WIDEST[side])
    .sort((one, other) => one.least - margins[one.side] - (other.least - margins[other.side]))
  return best ?? { side: undefined, least: 0 }
}

function sayInTheWay(
  side: Side | undefined,
  { lines, least }: { lines: Obstacle[]; least: number },
  isFirst: boolean,
  margins: Record<Side, number>,
): Finding {
  const [first] = lines
  const more = lines.length - 1
  const { kind } = first!
  const others =
    more === 0 ? '' : more === 1 ? ` and one more ${kind}` : ` and ${more} more ${kind}s`
  const [from, to] = [first!.top, first!.bottom].map(Math.round)
  const key = side === 'top' && isFirst ? 'first_top' : side
  const area = `${margins.top} mm from the top to ${margins.bottom} mm from the foot`
  return {
    severity: 'warning',
    message: `Unexpected ${first!.says} at ${from} to ${to} mm from the top${others}, expected none where the letter's lines or its running header and page number stand (${area})`,
    hint:
      key === undefined
        ? 'Move it towards the edge of the page in the design'
        : `Set letterhead.margins.${key} of office.yaml to ${least}mm, or move it in the design`,
    where: isFirst ? 'page 1' : 'page 2',
  }
}
