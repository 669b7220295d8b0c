import type { Area, DrawnPage } from './drawn-page.ts'
import { heightOf, widthOf } from './drawn-page.ts'
import type { Matrix } from './matrix.ts'

/** How the library writes a path: what is drawn, then its points. */
const POINTS = [1, 1, 3, 2, 0]
const CURVES = new Set([2, 3])

/** A page has dozens of rules and boxes; of a map, which has thousands of lines, no more are looked at. */
const MOST = 1500
const THIN = 3.2
const SHORTEST_RULE = 8
const DOT = { least: 1.2, most: 7 }

type Part = { points: [number, number][]; isCurved: boolean; isClosed: boolean }
type Shapes = Pick<DrawnPage, 'rules' | 'panels' | 'dots'>

/** What a path adds to the page: rules, panels, bullets that are drawn. */
export function addShapes(
  shapes: Shapes,
  data: ArrayLike<number>,
  matrix: Matrix,
  { fill, isStroked, clip }: { fill: string | undefined; isStroked: boolean; clip: Area },
): void {
  for (const part of partsOf(data, matrix)) {
    if (shapes.rules.length + shapes.panels.length + shapes.dots.length > MOST) return
    const area = cross(boundsOf(part), clip)
    if (!area) continue
    if (fill !== undefined) addFilled(shapes, part, area, fill)
    if (isStroked) addStroked(shapes, part, area, clip)
  }
}

function addFilled(shapes: Shapes, part: Part, area: Area, colour: string): void {
  const [width, height] = [widthOf(area), heightOf(area)]
  const [least, most] = [Math.min(width, height), Math.max(width, height)]
  if (least <= THIN && most >= SHORTEST_RULE) {
    shapes.rules.push({ ...area, isUpright: height > width })
  } else if (isDot(area)) shapes.dots.push(area)
  else if (colour !== WHITE && isBox(part, area)) shapes.panels.push({ ...area, colour })
}

function isDot(area: Area): boolean {
  const [width, height] = [widthOf(area), heightOf(area)]
  const [least, most] = [Math.min(width, height), Math.max(width, height)]
  return most <= DOT.most && least >= DOT.least && least / most > 0.75
}

const WHITE = '#ffffff'

function addStroked(shapes: Shapes, part: Part, area: Area, clip: Area): void {
  if (part.isCurved && isDot(area)) shapes.dots.push(area)
  const isFrame = part.isClosed || part.points.length >= 5
  if (isFrame && isBox(part, area)) shapes.panels.push({ ...area, colour: 'line' })
  if (part.isCurved) return
  const { points, isClosed } = part
  for (const [index, [x, y]] of points.entries()) {
    const next = points[index + 1] ?? (isClosed ? points[0] : undefined)
    if (!next) break
    const side = cross(boundsOf({ points: [[x, y], next] }), clip)
    if (!side) continue
    const [width, height] = [widthOf(side), heightOf(side)]
    if (Math.min(width, height) > 1 || Math.max(width, height) < SHORTEST_RULE) continue
    shapes.rules.push({ ...side, isUpright: height > width })
  }
}

const LEAST_BOX = { width: 40, height: 11 }

/** Whether its sides run along the page's, be its corners round. */
function isBox({ points, isCurved }: Part, area: Area): boolean {
  const [width, height] = [widthOf(area), heightOf(area)]
  if (width < LEAST_BOX.width || height < LEAST_BOX.height || points.length < 4) return false
  let [along, up] = [0, 0]
  for (const [index, [x, y]] of points.entries()) {
    const [toX, toY] = points[(index + 1) % points.length]!
    if (Math.abs(toY - y) < 0.5) along += Math.abs(toX - x)
    if (Math.abs(toX - x) < 0.5) up += Math.abs(toY - y)
  }
  const share = isCurved ? 0.5 : 0.9
  return along >= 2 * width * share && up >= 2 * height * share && points.length <= 40
}

function* partsOf(data: ArrayLike<number>, [a, b, c, d, e, f]: Matrix): Generator<Part> {
  let part: Part = { points: [], isCurved: false, isClosed: false }
  for (let at = 0; at < data.length;) {
    const operator = data[at++]!
    const count = POINTS[operator]
    if (count === undefined) return
    if (operator === 0) {
      if (part.points.length > 1) yield part
      part = { points: [], isCurved: false, isClosed: false }
    }
    if (operator === 4) part.isClosed = true
    if (CURVES.has(operator)) part.isCurved = true
    // Of a curve, where it ends.
    const last = at + 2 * (count - 1)
    if (count > 0) {
      const [x, y] = [data[last] ?? 0, data[last + 1] ?? 0]
      part.points.push([a * x + c * y + e, b * x + d * y + f])
    }
    at += 2 * count
  }
  if (part.points.length > 1) yield part
}

function boundsOf({ points }: Pick<Part, 'points'>): Area {
  const area = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity }
  for (const [x, y] of points) {
    area.left = Math.min(area.left, x)
    area.right = Math.max(area.right, x)
    area.top = Math.min(area.top, y)
    area.bottom = Math.max(area.bottom, y)
  }
  return area
}

export function cross(one: Area, other: Area): Area | undefined {
  const area = {
    left: Math.max(one.left, other.left),
    top: Math.max(one.top, other.top),
    right: Math.min(one.right, other.right),
    bottom: Math.min(one.bottom, other.bottom),
  }
  return area.right >= area.left && area.bottom >= area.top ? area : undefined
}
