import { openWithPdfJs, operatorsOfPdfJs } from '../source/open-with-pdf-js.ts'
import { A4, toMillimetres } from './pdf/page-size.ts'
import type { StationeryPage } from './pdf/read-stationery.ts'
import { writePages } from './pdf/write-pages.ts'
import { readPaint } from './read-paint.ts'
import type { Paint } from './read-paint.ts'

/** Words on one line, and where they stand: millimetres from the left and from the top of the page. */
export type TextLine = { words: string; left: number; top: number; right: number; bottom: number }

type Piece = { str: string; transform: number[]; width: number; height: number; hasEOL: boolean }

/** What a page shows. */
export type Ink = Paint & { lines: TextLine[] }

/** Looked at for what stands in the way, and again for what it says. */
const known = new WeakMap<readonly StationeryPage[], Promise<Ink[]>>()

/** By page. */
export function readInk(pages: readonly StationeryPage[]): Promise<Ink[]> {
  const read = known.get(pages) ?? readAnew(pages)
  known.set(pages, read)
  return read
}

async function readAnew(pages: readonly StationeryPage[]): Promise<Ink[]> {
  const task = await openWithPdfJs(writePages(pages))
  try {
    const pdf = await task.promise
    const operators = await operatorsOfPdfJs()
    const read: Ink[] = []
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number)
      const { items } = await page.getTextContent()
      const lines = linesOf(items.filter(item => 'str' in item))
      read.push({ lines, ...(await readPaint(page, operators)) })
    }
    return read
  } finally {
    await task.destroy()
  }
}

/** Words that stand far from one another, as in columns, are lines of their own. */
function linesOf(pieces: Piece[]): TextLine[] {
  const lines: TextLine[] = []
  let line: TextLine | undefined
  for (const piece of pieces) {
    const { str, hasEOL, width, height } = piece
    if (str.trim() !== '') {
      const box = boxOf(piece)
      const isApart = line && (box.top > line.bottom || box.bottom < line.top)
      if (!line || isApart) lines.push((line = { words: '', ...box }))
      line.left = Math.min(line.left, box.left)
      line.top = Math.min(line.top, box.top)
      line.right = Math.max(line.right, box.right)
      line.bottom = Math.max(line.bottom, box.bottom)
    }
    if (line) line.words += str
    if (hasEOL || (str.trim() === '' && width > 1.5 * height)) line = undefined
  }
  return lines.map(one => ({ ...one, words: one.words.replace(/\s+/g, ' ').trim() }))
}

/** Letters reach a quarter of their size below the line they stand on; text may be turned. */
function boxOf({ transform, width, height }: Piece): Omit<TextLine, 'words'> {
  const [a = 1, b = 0, , , x = 0, y = 0] = transform
  const size = Math.hypot(a, b) || 1
  const [along, up] = [
    [a / size, b / size],
    [-b / size, a / size],
  ] as [[number, number], [number, number]]
  const corners = [0, width].flatMap(far =>
    [-0.25 * height, 0.75 * height].map(high => ({
      x: x + along[0] * far + up[0] * high,
      y: y + along[1] * far + up[1] * high,
    })),
  )
  const across = corners.map(corner => toMillimetres(corner.x))
  const down = corners.map(corner => toMillimetres(A4.height - corner.y))
  return {
    left: Math.min(...across),
    top: Math.min(...down),
    right: Math.max(...across),
    bottom: Math.max(...down),
  }
}
