import type { PDFPageProxy } from 'pdfjs-dist'
import { contrastBetween } from '../document/contrast.ts'
import { IDENTITY, multiply } from './pdf/matrix.ts'
import type { Box, Matrix } from './pdf/matrix.ts'
import { A4, toMillimetres } from './pdf/page-size.ts'

type Operators = typeof import('pdfjs-dist').OPS

/** What is painted in one colour, and where: millimetres from the left and from the top of the page. */
export type Area = { colour: string; left: number; top: number; right: number; bottom: number }

/** Words are printed in dark colours: on a darker one than this they are lost (WCAG 2.2, 1.4.6). */
const LEAST_CONTRAST = 7

type State = { matrix: Matrix; clip: Box; colour: string }

const WHOLE: Box = [0, 0, A4.width, A4.height]

/** Areas too dark for words to be printed on, in the order in which they are painted. */
export async function readDarkAreas(page: PDFPageProxy, ops: Operators): Promise<Area[]> {
  const { fnArray, argsArray } = await page.getOperatorList()
  const fills: number[] = [ops.fill, ops.eoFill, ops.fillStroke, ops.eoFillStroke]
  let state: State = { matrix: IDENTITY, clip: WHOLE, colour: '#000000' }
  let isClipping = false
  const saved: State[] = []
  let areas: Area[] = []
  for (const [index, operator] of fnArray.entries()) {
    const given = (argsArray[index] ?? []) as unknown[]
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
        // A pattern: how dark it is cannot be said.
        state.colour = '#ffffff'
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
        if (!box || !fills.includes(paint)) break
        const area = toArea(box, state.colour)
        const isDark = contrastBetween(state.colour, '#000000') < LEAST_CONTRAST
        // What is painted over is not seen, and what is part of an area need not be told besides.
        if (!isDark) areas = areas.filter(other => !isWithin(other, area))
        else if (!areas.some(other => isWithin(area, other))) areas.push(area)
      }
    }
  }
  return areas.filter(({ left, top, right, bottom }) => right > left && bottom > top)
}

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

const toArea = ([left, low, right, high]: Box, colour: string): Area => ({
  colour,
  left: toMillimetres(left),
  top: toMillimetres(A4.height - high),
  right: toMillimetres(right),
  bottom: toMillimetres(A4.height - low),
})

const isWithin = (one: Area, other: Area): boolean =>
  one.left >= other.left &&
  one.top >= other.top &&
  one.right <= other.right &&
  one.bottom <= other.bottom
