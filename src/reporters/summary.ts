import { DAYS_TO_PUBLISH, dayOfTheClock, lastDayToPublish, longDate } from '../calendar.ts'
import type { Problem, Waived } from '../problem.ts'

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
  /** Findings that a waiver excuses. */
  excused: number
}

export type Clock = {
  /** The report's; absent while it is not known. */
  published?: Day
  /** The response's own day, or today while it is to come. */
  day: Day
  /** Only publication ends it: a final letter may be dated and still not be out. */
  day_is_of: 'publication' | 'letter' | 'today'
}

export function countSeverities(
  problems: readonly Problem[],
): Pick<Summary, 'errors' | 'warnings' | 'notes'> {
  const count = (severity: Problem['severity']) =>
    problems.filter(problem => problem.severity === severity).length
  return { errors: count('error'), warnings: count('warning'), notes: count('note') }
}

/** "northshire-2019: day 56 of 56 (published 21 November 2019), 29 of 29 answered, 0 errors, 0 warnings" */
export function sayHowItStands(summary: Summary): string {
  const { name, clock, answered, due, errors, warnings, notes, excused } = summary
  const facts = [
    ...(clock ? [sayClock(clock)] : []),
    ...(due > 0 ? [`${answered} of ${due} answered`] : []),
    countOf(errors, 'error'),
    countOf(warnings, 'warning'),
    ...(notes > 0 ? [countOf(notes, 'note')] : []),
    ...(excused > 0 ? [`${excused} excused`] : []),
  ]
  return `${name}: ${facts.join(', ')}`
}

/** "publish-within-56-days (response.yaml:14) by A. Clerk until 31 March 2024: the panel asked for it" */
export function sayExcused(
  { problem, reason, by, until }: Waived,
  showPath: (file: string) => string,
): string {
  const { rule, place } = problem
  const where = `${showPath(place.file)}:${place.start.line}`
  const who = by === undefined ? '' : ` by ${by}`
  const why = reason === undefined ? '' : `: ${reason}`
  return `${rule} (${where})${who} until ${longDate(until)}${why}`
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

function sayClock({ published, day, day_is_of }: Clock): string {
  if (published === undefined) return 'day of publication not known'
  const number = dayOfTheClock(published, day)
  const lastDay = longDate(lastDayToPublish(published))
  const ofAll = `day ${number} of ${DAYS_TO_PUBLISH}`
  if (day_is_of === 'publication') return `${ofAll} (published ${longDate(day)})`
  if (day_is_of === 'letter')
    return `letter of ${ofAll} (${longDate(day)}), publication not entered`
  if (number < 1) return `report published on ${longDate(published)}, which is to come`
  if (number <= DAYS_TO_PUBLISH) return `${ofAll} (last day ${lastDay})`
  return `${countOf(number - DAYS_TO_PUBLISH, 'day')} past the last day (${lastDay})`
}

function dayOf({ clock }: Summary): number {
  if (clock?.day_is_of !== 'today' || clock.published === undefined) return -Infinity
  return dayOfTheClock(clock.published, clock.day)
}

export function countOf(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`
}
