/** Standings in words, the same in every format. */
import { DAYS_TO_PUBLISH, longDate } from '../calendar.ts'
import type { HistorySource } from '../model/history.ts'
import { NAMES } from '../model/item-names.ts'
import { LETTERS } from '../model/references.ts'
import { countOf } from '../reporters/summary.ts'
import type { Answered, Clock, ItemStanding, ItemState, Standing } from './standing.ts'

/** "5 days left", "last day today", "12 days late"; of what is published, the day of the 56. */
export function sayClock({ state, day_number = 0, days_left = 0 }: Clock): string {
  switch (state) {
    case 'unknown':
      return 'day not known'
    case 'late':
      return `${countOf(-days_left, 'day')} late`
    case 'missed':
      return `was ${countOf(-days_left, 'day')} late`
    case 'met':
      return day_number > 0 ? `day ${day_number} of ${DAYS_TO_PUBLISH}` : 'published'
    case 'running':
      return days_left === 0 ? 'last day today' : `${countOf(days_left, 'day')} left`
  }
}

/** The same of any response: not all have a clock. */
export function sayDays({ clock, covered_by, stage }: Standing): string {
  if (clock) return sayClock(clock)
  if (stage === 'unreadable') return 'not known'
  return covered_by === undefined ? 'no duty' : 'covered'
}

/** "R 12/13" */
export const sayAnswered = ({ kind, answered, due }: Answered): string =>
  `${LETTERS[kind]} ${answered}/${due}`

/** "C causes of concern, R recommendations", of the kinds that are there. */
export const explainLetters = (kinds: ReadonlySet<Answered['kind']>): string =>
  (Object.keys(LETTERS) as Answered['kind'][])
    .filter(kind => kinds.has(kind))
    .map(kind => `${LETTERS[kind]} ${NAMES[kind][1]}`)
    .join(', ')

/** "31 March 2024", or "within six months (31 March 2024)" where the words say more. */
export function sayDeadline({ words, day, of }: NonNullable<ItemStanding['deadline']>): string {
  const plan = of === 'plan' ? ', for its plan' : ''
  const isSaid = day === undefined || words.includes(longDate(day))
  return isSaid ? words + plan : `${words} (${longDate(day)})${plan}`
}

export const SOURCES: Record<HistorySource, string> = {
  force: 'the force',
  body: 'the body',
  inspectorate: 'the inspectorate',
}

/** What an item's state means to whoever reads it for the first time. */
export const STATES: Record<ItemState, string> = {
  open: 'Open',
  done: 'Done, says the force',
  'no action': 'No action will be taken',
  closed: 'Closed by the inspectorate',
  'raised again': 'Raised again in a later report',
  'not ours': 'Addressed to others',
  practice: 'Good practice',
}

/** The word that an item is shown with: its status, else its position, else its state. */
export function sayStatus({ state, status, position }: ItemStanding): string {
  if (state === 'closed' || state === 'raised again' || state === 'not ours') return STATES[state]
  if (status !== undefined) return status
  return state === 'no action' ? position! : state === 'practice' ? STATES.practice : 'no status'
}
