import { DAYS_TO_PUBLISH, dayOfTheClock, lastDayToPublish, longDate } from '../../calendar.ts'
import { inWords } from '../names.ts'
import type { Rule } from '../rule.ts'

/** From this many days before the last one, an office is told. */
const NEAR = 10

export const lastDayIsNear: Rule = {
  id: 'last-day-is-near',
  severity: 'warning',
  title: 'The response is published, or more than ten days are left for it',
  source: 'Police Act 1996, section 55(5A)',
  statutory: true,
  *check({ has_duty, report, letter, publication, today }) {
    if (!has_duty || report.published === undefined || publication.published !== undefined) return
    const lastDay = lastDayToPublish(report.published)
    const left = DAYS_TO_PUBLISH - dayOfTheClock(report.published, today)
    // A letter dated after the last day is late already, and told so.
    if (left < 0 || left > NEAR || (letter.date ?? '') > lastDay) return
    yield {
      at: ['report', 'published'],
      from: [['publication', 'published']],
      message: `Missing publication of the response on day ${DAYS_TO_PUBLISH - left} of ${DAYS_TO_PUBLISH}, expected by ${longDate(lastDay)}: ${sayLeft(left)}`,
      hint: 'Once it is on the website, type the day as `published` under `publication:`.',
    }
  },
}

function sayLeft(left: number): string {
  if (left === 0) return 'today is the last day'
  return left === 1 ? 'one day is left' : `${inWords(left)} days are left`
}
