import { addDays } from './model/day.ts'
import type { Day } from './model/response.ts'

const MONTHS =
  'January February March April May June July August September October November December'
const MILLISECONDS = 86_400_000

/** Days within which a response is published: Police Act 1996, section 55(5A). */
export const DAYS_TO_PUBLISH = 56

/** "56 days beginning with the day on which the report is published": that day is day 1. */
export function dayOfTheClock(published: Day, day: Day): number {
  return Math.round((Date.parse(day) - Date.parse(published)) / MILLISECONDS) + 1
}

export function lastDayToPublish(published: Day): Day {
  return addDays(published, DAYS_TO_PUBLISH - 1)
}

/** "21 November 2019", in English, as messages say it. Letters have the words of their language. */
export function longDate(day: Day): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${date} ${MONTHS.split(' ')[(month ?? 1) - 1]} ${year}`
}
