import { longDate } from '../../../calendar.ts'
import type { Day } from '../../../model/response.ts'
import type { GradePoint, GradeSeries } from '../../standing.ts'
import { round, show, showStart } from './markup.ts'

/** The days that the pictures of a group have in common. */
export type Span = {
  first: Day
  last: Day
  days: readonly Day[]
  /** Some question tells of an inspection before, whose day is not known. */
  hasBefore: boolean
}

/** In units that are about a pixel each. The names of the grades stand at the left. */
const WIDTH = 300
const NAMES_END = 138
const LEFT = 154
const RIGHT = 286
const BEFORE = 52
const LEVEL = 22
const LONGEST_NAME = 22
/** Between the middles of two years' figures. */
const YEARS_APART = 36

type Spot = { x: number; y: number; point: GradePoint }

/** A step for each inspection: a grade holds until the next, and nothing lies between two of them. */
export function drawSeries({ scale, points }: GradeSeries, span: Span): string {
  const levels = scale.length
  const height = levels * LEVEL + 22
  const spots = points.map((point): Spot => ({
    point,
    x: placeDay(point.published, span),
    y: placeLevel(scale.indexOf(point.grade)),
  }))
  return `<svg class="steps" viewBox="0 0 ${WIDTH} ${height}" aria-hidden="true">
${scale.map(drawLevel).join('')}
${drawYears(span, height)}
${drawLine(spots)}
${drawSpots(spots)}
</svg>`
}

const placeLevel = (index: number): number => index * LEVEL + LEVEL / 2

function placeDay(day: Day, { first, last, hasBefore }: Span): number {
  if (day === '') return LEFT
  const from = hasBefore ? LEFT + BEFORE : LEFT
  const [start, end, at] = [first, last, day].map(one => Date.parse(one)) as [
    number,
    number,
    number,
  ]
  return end === start ? (from + RIGHT) / 2 : from + ((at - start) / (end - start)) * (RIGHT - from)
}

function drawLevel(grade: string, index: number): string {
  const y = placeLevel(index)
  return `<text class="level" x="${NAMES_END}" y="${y + 4}">${showStart(grade, LONGEST_NAME)}</text><path class="grid" d="M${NAMES_END + 6} ${y}H${WIDTH}"/>`
}

/** Where there is no room for a year's figures, the next that has room stands alone. */
function drawYears(span: Span, height: number): string {
  const years = new Map<string, number>()
  let taken = span.hasBefore ? LEFT : -Infinity
  for (const day of span.days) {
    const year = day.slice(0, 4)
    const x = placeDay(day, span)
    if (years.has(year) || x - taken < YEARS_APART) continue
    years.set(year, x)
    taken = x
  }
  const words: [string, number][] = [
    ...(span.hasBefore ? [['before', LEFT] as [string, number]] : []),
    ...years,
  ]
  return words
    .map(([word, x]) => `<text class="year" x="${round(x)}" y="${height - 5}">${word}</text>`)
    .join('')
}

/** Dashed from an inspection whose day is not known. */
function drawLine(spots: readonly Spot[]): string {
  const lines = spots.slice(1).map((to, index) => {
    const from = spots[index]!
    if (from.x === to.x && from.y === to.y) return ''
    const dashed = from.point.published === '' ? ' dashed' : ''
    return `<path class="step${dashed}" d="M${round(from.x)} ${from.y}H${round(to.x)}V${to.y}"/>`
  })
  return lines.join('')
}

/** Grades of one day that are the same are one dot. The last is filled. */
function drawSpots(spots: readonly Spot[]): string {
  const drawn = new Map(spots.map(spot => [`${round(spot.x)} ${spot.y}`, spot]))
  const last = spots.at(-1)
  return [...drawn.values()]
    .map(spot => {
      const { x, y, point } = spot
      const isLast = spot.x === last?.x && spot.y === last.y
      const when = point.published === '' ? 'The inspection before' : longDate(point.published)
      return `<circle class="spot${isLast ? ' last' : ''}" cx="${round(x)}" cy="${y}" r="5"><title>${when}: ${show(point.grade)}</title></circle>`
    })
    .join('')
}
