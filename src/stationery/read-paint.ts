import type { PDFPageProxy } from 'pdfjs-dist'
import { contrastBetween } from '../document/contrast.ts'
import { IDENTITY, multiply } from './pdf/matrix.ts'
import type { Box, Matrix } from './pdf/matrix.ts'
import { A4, toMillimetres } from './pdf/page-size.ts'

type Operators = typeof import('pdfjs-dist').OPS

type Bounds = { left: number; top: number; right: number; bottom: number }
/** What is painted in one colour, and where: millimetres from the left and from the top of the page. */
export type Area = Bounds & { colour: string }
/** Words, their colour and size in points, and the colour that they stand on; the first of each. */
export type PaintedWords = { words: string; colour: string; paper: string; size: number }
export type Paint = {
  /** Those too dark for words to be printed on, in the order in which they are painted. */
  areas: Area[]
  words: PaintedWords[]
}

/** Words are printed in dark colours: on a darker one than this they are lost (WCAG 2.2, 1.4.6). */
const LEAST_CONTRAST = 7

/** Of things painted and words shown on a page: no design has more, and each is held against the others. */
const MOST = 5000

/** Without a colour it is a pattern: what that is like cannot be said. */
type State = { matrix: Matrix; clip: Box; colour: string | undefined }

const WHOLE: Box = [0, 0, A4.width, A4.height]

/** In what colours a page is painted. */
export async function readPaint(page: PDFPageProxy, ops: Operators): Promise<Paint> {
  const { fnArray, argsArray } = await page.getOperatorList()
  const fills: number[] = [ops.fill, ops.eoFill, ops.fillStroke, ops.eoFillStroke]
  const pictures: number[] = [ops.paintImageXObject, ops.paintInlineImageXObject]
  let state: State = { matrix: IDENTITY, clip: WHOLE, colour: '#000000' }
  let isClipping = false
  let [ofText, fontSize] = [IDENTITY, 0]
  const saved: State[] = []
  /** All that was painted until now. */
  const painted: (Bounds & { colour: string | undefined })[] = []
  let areas: Area[] = []
  let shown = 0
  const words = new Map<string, PaintedWords>()
  for (const [index, operator] of fnArray.entries()) {
    const given = (argsArray[index] ?? []) as unknown[]
    if (pictures.includes(operator))
      painted.push({ ...toBounds(boxThrough(state.matrix, UNIT)), colour: undefined })
    switch (operator) {
      case ops.paintFormXObjectBegin:
        saved.push({ ...state })
        if (Array.isArray(given[0])) state.matrix = multiply(given[0] as Matrix, state.matrix)
        break
      case ops.save:
        saved.push({ ...state })
        break
      case ops.restore:
      case ops.paintFormXObjectEnd:
        state = saved.pop() ?? state
        break
      case ops.transform:
        state.matrix = multiply(given as Matrix, state.matrix)
        break
      case ops.setFillRGBColor:
        state.colour = String(given[0])
        break
      case ops.setFillColorN:
        state.colour = undefined
        break
      case ops.shadingFill:
        painted.push({ ...toBounds(state.clip), colour: undefined })
        break
      case ops.clip:
      case ops.eoClip:
        isClipping = true
        break
      case ops.constructPath: {
        const [paint, , bounds] = given as [number, unknown, ArrayLike<number> | null]
        const box = bounds && crossed(boxThrough(state.matrix, bounds), state.clip)
        if (isClipping && box) state.clip = box
        isClipping = false
        if (!box || !fills.includes(paint) || painted.length >= MOST) break
        const { colour } = state
        const area = { ...toBounds(box), colour }
        painted.push(area)
        const isDark = colour !== undefined && contrastBetween(colour, '#000000') < LEAST_CONTRAST
        // What is painted over is not seen, and what is part of an area need not be told besides.
        if (!isDark) areas = areas.filter(other => !isWithin(other, area))
        else if (!areas.some(other => isWithin(area, other))) areas.push({ ...area, colour })
        break
      }
      case ops.beginText:
        ofText = IDENTITY
        break
      case ops.setFont:
        fontSize = Number(given[1])
        break
      case ops.setTextMatrix:
        ofText = Array.from(given[0] as ArrayLike<number>) as Matrix
        break
      case ops.moveText:
        ofText = multiply([1, 0, 0, 1, Number(given[0]), Number(given[1])], ofText)
        break
      case ops.showText: {
        if (++shown > MOST) break
        const [a, b, , , x, y] = multiply(ofText, state.matrix)
        const spot = toBounds([x, y, x, y])
        const below = painted.findLast(area => isWithin(spot, area))
        const paper = below ? below.colour : '#ffffff'
        const said = wordsOf(given[0] as Glyph[])
        const { colour } = state
        if (said === '' || colour === undefined || paper === undefined) break
        const key = `${colour} ${paper}`
        const size = fontSize * Math.hypot(a, b)
        if (!words.has(key)) words.set(key, { words: said, colour, paper, size })
      }
    }
  }
  const isSeen = ({ left, top, right, bottom }: Area) => right > left && bottom > top
  return { areas: areas.filter(isSeen), words: [...words.values()] }
}

/** Of a picture, before it is put in its place (ISO 32000-1, 8.9.5). */
const UNIT = [0, 0, 1, 1]

type Glyph = { unicode?: string } | number
const wordsOf = (glyphs: readonly Glyph[]): string =>
  glyphs
    .map(glyph => (typeof glyph === 'number' ? '' : (glyph.unicode ?? '')))
    .join('')
    .trim()

function boxThrough([a, b, c, d, e, f]: Matrix, bounds: ArrayLike<number>): Box {
  const [left = 0, low = 0, right = 0, high = 0] = Array.from(bounds)
  const corners = [left, right].flatMap(x =>
    [low, high].map(y => [a * x + c * y + e, b * x + d * y + f]),
  )
  const [across, up] = [corners.map(([x]) => x!), corners.map(([, y]) => y!)]
  return [Math.min(...across), Math.min(...up), Math.max(...across), Math.max(...up)]
}

const crossed = (one: Box, other: Box): Box => [
  Math.max(one[0], other[0]),
  Math.max(one[1], other[1]),
  Math.min(one[2], other[2]),
  Math.min(one[3], other[3]),
]

const toBounds = ([left, low, right, high]: Box): Bounds => ({
  left: toMillimetres(left),
  top: toMillimetres(A4.height - high),
  right: toMillimetres(right),
  bottom: toMillimetres(A4.height - low),
})

const isWithin = (one: Bounds, other: Bounds): boolean =>
  one.left >= other.left &&
  one.top >= other.top &&
  one.right <= other.right &&
  one.bottom <= other.bottom
