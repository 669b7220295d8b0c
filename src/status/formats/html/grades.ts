import { capitalise, count, show, showDay } from './markup.ts'
import type { GradePoint, GradeSeries, Overview } from '../../standing.ts'
import { drawSeries, type Span } from './grade-picture.ts'
import { row, table } from './table.ts'

export const GRADE_COLUMNS = ['Report published', 'Grade', 'Inspection']
export const GRADE_TABLE = 'grades'

/** Questions that can be compared: of one office, by one scale. */
type Group = { office: string; scale: string[]; series: GradeSeries[] }

/** The grades of each question over the years, a small picture each. */
export function showGrades(overview: Overview): string {
  const groups = groupSeries(overview.grades)
  return `<section id="grades" aria-labelledby="grades-heading">
<h2 id="grades-heading">Grades over the years</h2>
${
  groups.length === 0
    ? '<p>No question has a grade.</p>'
    : `<p>A question’s grades are shown together where its title is the same. ${groups.length > 1 ? 'Grades of two scales, or of two forces, cannot be compared: each has pictures of its own, and nothing leads from one to another.' : 'Only grades of one scale can be compared.'}</p>
${groups.map(group => showGroup(group, overview)).join('\n')}`
}
</section>`
}

function groupSeries(grades: readonly GradeSeries[]): Group[] {
  const groups = new Map<string, Group>()
  for (const series of grades) {
    const { office, scale } = series
    const key = JSON.stringify([office, scale])
    const group = groups.get(key) ?? { office, scale, series: [] }
    group.series.push(series)
    groups.set(key, group)
  }
  return [...groups.values()]
}

function showGroup({ office, scale, series }: Group, { responses }: Overview): string {
  const force = responses.find(standing => standing.office.key === office)?.office.force ?? office
  const span = spanOf(series)
  return `<h3>${show(force)}: ${tellSpan(span)}</h3>
<p class="quiet">${capitalise(count(scale.length, 'grade'))}, best first: ${show(scale.join(', '))}.</p>
<div class="multiples">
${series.map(one => showSeries(one, span)).join('\n')}
</div>`
}

/** From the first year to the last; all pictures of a group have the same years, so that they can be read across. */
function spanOf(series: readonly GradeSeries[]): Span {
  const days = series
    .flatMap(({ points }) => points.map(({ published }) => published))
    .filter(day => day !== '')
    .sort()
  const hasBefore = series.some(({ points }) => points.some(({ published }) => published === ''))
  return { first: days[0] ?? '', last: days.at(-1) ?? '', days: [...new Set(days)], hasBefore }
}

function tellSpan({ first, last }: Span): string {
  const [from, to] = [first.slice(0, 4), last.slice(0, 4)]
  return from === to ? `reports of ${from}` : `reports of ${from} to ${to}`
}

function showSeries(series: GradeSeries, span: Span): string {
  const { question, points } = series
  return `<figure>
<figcaption><span class="title">${show(question)}</span> <span class="now">${tellLast(points)}</span></figcaption>
${drawSeries(series, span)}
<details>
<summary>Figures: ${count(points.length, 'grade')}</summary>
${table(
  { caption: `Grades of ${show(question)}`, columns: GRADE_COLUMNS, name: GRADE_TABLE },
  points.map(showPoint),
)}
</details>
</figure>`
}

/** "requires improvement; before: adequate" */
function tellLast(points: readonly GradePoint[]): string {
  const [last, before] = points.slice(-2).reverse()
  if (!last) return ''
  return before ? `${show(last.grade)}; before: ${show(before.grade)}` : show(last.grade)
}

const showPoint = ({ grade, published, title }: GradePoint): string =>
  row(published === '' ? 'Not known' : showDay(published), [show(grade), show(title)])
