import { StationeryFault, broken } from './fault.ts'
import type { Box, Matrix } from './matrix.ts'
import type { PdfFile } from './read-file.ts'
import type { PdfDict, PdfValue } from './values.ts'

/** A4 in points, as the letter's pages are. */
export const A4 = { width: 595.2756, height: 841.8898 }

const POINTS_PER_MILLIMETRE = 72 / 25.4
export const toMillimetres = (points: number): number => points / POINTS_PER_MILLIMETRE

/**
 * The part of the page that is shown, and where it lies under the letter's: upright, its upper left
 * corner at the letter's (ISO 32000-1, 14.11.2 and 8.3.2.3). Print-ready files are larger than their
 * trimmed page.
 */
export function placePage(file: PdfFile, page: PdfDict): { box: Box; matrix: Matrix } {
  const media = boxOf(file, page.get('MediaBox'))
  if (!media) throw broken()
  const shown = [page.get('TrimBox'), page.get('CropBox'), page.get('MediaBox')]
    .map(value => boxOf(file, value))
    .filter(box => box !== undefined)
    .map(box => within(box, media))
  const unit = Number(file.resolve(page.get('UserUnit')) ?? 1)
  const turn = (((Number(file.resolve(page.get('Rotate')) ?? 0) % 360) + 360) % 360) / 90
  if (!(unit > 0) || !Number.isInteger(turn)) throw broken()
  const sizeOf = ([left, bottom, right, top]: Box) => {
    const [width, height] = [(right - left) * unit, (top - bottom) * unit]
    return turn % 2 === 0 ? { width, height } : { width: height, height: width }
  }
  const box = shown.find(one => isA4(sizeOf(one)))
  if (!box) throw wrongSize(sizeOf(shown[1] ?? shown[0] ?? media))
  const [left, bottom, right, top] = box
  const rise = A4.height - sizeOf(box).height
  const [a, b, c, d] = TURNED[turn]!.map(one => one * unit) as [number, number, number, number]
  // The corner that comes to lie at the lower left.
  const x = turn === 0 || turn === 3 ? left : right
  const y = turn === 0 || turn === 1 ? bottom : top
  const matrix: Matrix = [a, b, c, d, -(a * x + c * y), rise - (b * x + d * y)]
  return { box, matrix }
}

/** Clockwise, by quarters. */
const TURNED = [
  [1, 0, 0, 1],
  [0, -1, 1, 0],
  [-1, 0, 0, -1],
  [0, 1, -1, 0],
]

function boxOf(file: PdfFile, value: PdfValue | undefined): Box | undefined {
  const found = file.resolve(value)
  if (!Array.isArray(found) || found.length !== 4) return undefined
  const [x0, y0, x1, y1] = found.map(one => Number(file.resolve(one))) as Box
  if (![x0, y0, x1, y1].every(Number.isFinite)) return undefined
  return [Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1)]
}

const within = (box: Box, around: Box): Box => [
  Math.max(box[0], around[0]),
  Math.max(box[1], around[1]),
  Math.min(box[2], around[2]),
  Math.min(box[3], around[3]),
]

type Size = { width: number; height: number }

const isA4 = ({ width, height }: Size) =>
  Math.abs(toMillimetres(width - A4.width)) <= 1 && Math.abs(toMillimetres(height - A4.height)) <= 1

function wrongSize({ width, height }: Size): StationeryFault {
  const [across, down] = [width, height].map(side => Math.round(toMillimetres(side)))
  return new StationeryFault(
    `Unexpected page of ${across} × ${down} mm, expected A4 upright (210 × 297 mm)`,
    'Set the page of the design to A4, and export it again',
  )
}
