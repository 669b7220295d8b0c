import { DAYS_TO_PUBLISH, dayOfTheClock } from '../../../calendar.ts'
import { quotePath } from '../../../reporters/printable.ts'
import { DAYS_SOON, isSoon } from '../../make-overview.ts'
import type { Overview, Standing } from '../../standing.ts'
import { capitalise, count, figure, quiet, round, shape, show, showDay } from './markup.ts'
import { anchorOf, nameResponse, officesOf, tellDaysLeft } from './responses.ts'
import { row, table } from './table.ts'

export const CLOCK_COLUMNS = ['Response', 'The 56 days', 'Last day', 'Stage', 'Next date']
export const CLOCK_TABLE = 'clocks'

/** The bars of the 56 days. What has been published, or has no such duty, is folded away: it only grows. */
export function showClocks(overview: Overview): string {
  const placed = overview.responses.map((standing, index) => ({ standing, index }))
  const areOfSeveralForces = officesOf(overview).length > 1
  const rows = (isAsked: (standing: Standing) => boolean): string[] =>
    placed
      .filter(({ standing }) => isAsked(standing))
      .map(({ standing, index }) => showClock(standing, index, areOfSeveralForces))
  const current = rows(standing => !isPast(standing))
  const past = rows(isPast)
  const own = (caption: string, shown: readonly string[]): string =>
    table({ caption, columns: CLOCK_COLUMNS, name: CLOCK_TABLE }, shown)
  return `<section id="clocks" aria-labelledby="clocks-heading">
<h2 id="clocks-heading">The 56 days</h2>
<p>A response is published within 56 days of the report, whose own day is day 1 (Police Act 1996, section 55(5A)).</p>
${BAR_KEY}
${current.length > 0 ? own(`${count(current.length, 'response')} still to be published, worst first`, current) : '<p>No response is still to be published.</p>'}
${
  past.length > 0
    ? `<details>
<summary>${count(past.length, 'response')} already published</summary>
${own('Responses already published', past)}
</details>`
    : ''
}
</section>`
}

const isPast = ({ stage }: Standing): boolean => stage === 'published'

function showClock(standing: Standing, index: number, areOfSeveralForces: boolean): string {
  return row(
    nameResponse(standing, areOfSeveralForces),
    [showBar(standing), showLastDay(standing), showStage(standing), showNext(standing)],
    `id="${anchorOf(index)}"`,
  )
}

function showLastDay(standing: Standing): string {
  const { clock } = standing
  if (clock?.last_day === undefined) return ''
  const left = tellDaysLeft(standing)
  const look = lookOf(standing)
  return `${showDay(clock.last_day)}<p class="word">${look === '' ? '' : `${shape(look, `is-${look}`)} `}${left}</p>`
}

function lookOf(standing: Standing): string {
  const state = standing.clock?.state
  if (state === 'late' || state === 'missed') return 'late'
  return isSoon(standing) ? 'soon' : ''
}

function showStage({
  stage,
  errors,
  name,
  sent,
  response_published,
  letter_date,
}: Standing): string {
  const dates = [
    ...(letter_date === undefined ? [] : [`letter of ${showDay(letter_date)}`]),
    ...(response_published === undefined ? [] : [`published on ${showDay(response_published)}`]),
    ...(sent === undefined ? [] : [`sent on ${showDay(sent)}`]),
  ]
  const found = [...(errors > 0 ? [count(errors, 'error')] : [])]
  return [
    capitalise(stage),
    quiet(capitalise(dates.join(', '))),
    found.length > 0
      ? quiet(`${found.join(', ')}: <code>s55 check ${show(quotePath(name))}</code>`)
      : '',
  ].join('')
}

const showNext = ({ next }: Standing): string =>
  next ? `${showDay(next.day)}${quiet(show(next.what))}` : ''

/** The 56 days take so much of the picture's width; what is beyond them has the rest. */
const TRACK = 84
const placeOf = (day: number): number => Math.min(100, (Math.max(0, day) / DAYS_TO_PUBLISH) * TRACK)
const percent = (value: number): string => `${round(value)}%`

function showBar(standing: Standing): string {
  const { clock, covered_by } = standing
  if (covered_by !== undefined) return quiet(`Answered with <code>${show(covered_by)}</code>`)
  if (!clock) return standing.stage === 'unreadable' ? '' : quiet('Not a report under section 55')
  if (clock.day_number === undefined) return quiet('The day of the report is not known')
  return `${drawBar(standing)}<p class="figure-words">${tellDay(standing)}</p>`
}

function tellDay({ clock }: Standing): string {
  const day = clock!.day_number!
  if (day < 1) return `The report comes out on ${showDay(clock!.published!)}`
  const words = `day ${figure(day)} of ${DAYS_TO_PUBLISH}`
  const isOver = clock!.state === 'met' || clock!.state === 'missed'
  return isOver ? `Published on ${words}` : capitalise(words)
}

/** The figures stand beside it in words, so that only eyes need it. */
function drawBar({ clock, due }: Standing): string {
  const day = clock!.day_number!
  const { state } = clock!
  const isOver = state === 'met' || state === 'missed'
  const filled = Math.min(TRACK, placeOf(day))
  const asked = due === undefined ? undefined : dayOfTheClock(clock!.published!, due)
  return [
    `<svg class="bar is-${state}" aria-hidden="true" width="100%" height="24">`,
    '<use href="#track" width="100%" height="100%"/>',
    `<rect class="fill" y="8" width="${percent(filled)}" height="8"/>`,
    ...(day > DAYS_TO_PUBLISH
      ? [
          `<rect class="over" x="${percent(TRACK)}" y="8" width="${percent(placeOf(day) - TRACK)}" height="8" fill="url(#hatch)"/>`,
        ]
      : []),
    ...(asked !== undefined && asked >= 1 && asked <= DAYS_TO_PUBLISH
      ? [`<use href="#mark-asked" x="${percent(placeOf(asked))}" y="12"/>`]
      : []),
    '<use href="#mark-last" x="84%" y="12"/>',
    ...(day < 1
      ? []
      : [
          `<use href="#mark-${isOver ? 'published' : 'today'}" x="${percent(Math.min(98, placeOf(day)))}" y="12"/>`,
        ]),
    '</svg>',
  ].join('')
}

/** What the bars are put together from. A mark is drawn round its own middle. */
export const BAR_SHAPES = [
  `<pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="hatch-ground" width="6" height="6"/><rect class="hatch-line" width="3" height="6"/></pattern>`,
  `<symbol id="track"><rect class="track" x="0.5" y="7.5" width="${TRACK}%" height="9"/>${[
    14, 28, 42,
  ]
    .map(day => `<rect class="tick" x="${percent(placeOf(day))}" y="8" width="1" height="8"/>`)
    .join('')}</symbol>`,
  '<g id="mark-last"><path class="last" d="M0-11V11"/></g>',
  '<g id="mark-today"><circle class="mark" r="6"/></g>',
  '<g id="mark-published"><path class="mark" d="M-6-6H6V6H-6z"/><path class="mark-cut" d="M-3 0l2.2 2.5L3.2-2.5"/></g>',
  '<g id="mark-asked"><path class="mark hollow" d="M0-6 6 0 0 6-6 0z"/></g>',
].join('\n')

const keyTo = (mark: string, words: string): string =>
  `<li><svg class="key-mark" aria-hidden="true" width="16" height="24"><use href="#${mark}" x="8" y="12"/></svg> ${words}</li>`

const BAR_KEY = `<ul class="key" aria-label="What the bars show">
${keyTo('mark-today', 'today')}
${keyTo('mark-last', 'the last day, day 56')}
${keyTo('mark-published', 'published')}
${keyTo('mark-asked', 'the chief officer’s comments are due before this day')}
<li><svg class="key-mark" aria-hidden="true" width="24" height="24"><rect class="over" y="8" width="24" height="8" fill="url(#hatch)"/></svg> past the last day, ten days of it at most</li>
<li>${shape('soon', 'is-soon')} ${DAYS_SOON} days left or fewer</li>
</ul>`
