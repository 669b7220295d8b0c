import { DAYS_TO_PUBLISH, dayOfTheClock, lastDayToPublish, longDate } from '../calendar.ts'
import type { Problem } from '../problem.ts'

type Day = string

export type Summary = {
  name: string
  clock?: Clock
  answered: number
  /** Items that an answer is due to. */
  due: number
  errors: number
  warnings: number
  notes: number
}

export type Clock = {
  /** The report's; absent while it is not known. */
  published?: Day
  /** The response's own day, or today while it is to come. */
  day: Day
  isRunning: boolean
}

export function countSeverities(
  problems: readonly Problem[],
): Pick<Summary, 'errors' | 'warnings' | 'notes'> {
  const count = (severity: Problem['severity']) =>
    problems.filter(problem => problem.severity === severity).length
  return { errors: count('error'), warnings: count('warning'), notes: count('note') }
}

/** "northshire-2019: day 56 of 56 (21 November 2019), 29 of 29 answered, 0 errors, 0 warnings" */
export function sayHowItStands(summary: Summary): string {
  const { name, clock, answered, due, errors, warnings, notes } = summary
  const facts = [
    ...(clock ? [sayClock(clock)] : []),
    ...(due > 0 ? [`${answered} of ${due} answered`] : []),
    countOf(errors, 'error'),
    countOf(warnings, 'warning'),
    ...(notes > 0 ? [countOf(notes, 'note')] : []),
  ]
  return `${name}: ${facts.join(', ')}`
}

/** The most errors first, then the most warnings, then the least time. */
export function worstFirst(one: Summary, other: Summary): number {
  return (
    other.errors - one.errors ||
    other.warnings - one.warnings ||
    dayOf(other) - dayOf(one) ||
    (one.name < other.name ? -1 : 1)
  )
}

function sayClock({ published, day, isRunning }: Clock): string {
  if (published === undefined) return 'day of publication not known'
  const number = dayOfTheClock(published, day)
  const lastDay = longDate(lastDayToPublish(published))
  if (!isRunning) return `day ${number} of ${DAYS_TO_PUBLISH} (${longDate(day)})`
  if (number <= DAYS_TO_PUBLISH) return `day ${number} of ${DAYS_TO_PUBLISH} (last day ${lastDay})`
  return `${countOf(number - DAYS_TO_PUBLISH, 'day')} past the last day (${lastDay})`
}

function dayOf({ clock }: Summary): number {
  if (!clock?.isRunning || clock.published === undefined) return -Infinity
  return dayOfTheClock(clock.published, clock.day)
}

export function countOf(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`
}
