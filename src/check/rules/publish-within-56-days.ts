import { lastDayToPublish, longDate } from '../../calendar.ts'
import type { Rule } from '../rule.ts'

export const publishWithin56Days: Rule = {
  id: 'publish-within-56-days',
  severity: 'warning', // a late letter must still go out
  title: 'The comments are published within 56 days of the report',
  source: 'Police Act 1996, section 55(5A)',
  statutory: true,
  *check({ has_duty, report, letter, publication }) {
    if (!has_duty || report.published === undefined) return
    const lastDay = lastDayToPublish(report.published)
    const related = [
      { at: ['report', 'published'], label: 'the 56 days begin with this day' },
    ] as const
    // The duty is to publish: once that day is known, the letter's own date no longer counts.
    if (publication.published !== undefined) {
      if (publication.published <= lastDay) return
      yield {
        at: ['publication', 'published'],
        message: `Unexpected publication on ${longDate(publication.published)}, expected ${longDate(lastDay)} or earlier`,
        related: [...related],
      }
    } else if (letter.date !== undefined && letter.date > lastDay) {
      yield {
        at: ['letter', 'date'],
        message: `Unexpected letter of ${longDate(letter.date)}, expected ${longDate(lastDay)} or earlier`,
        related: [...related],
      }
    }
  },
}
