import { lastDayToPublish, longDate } from '../../calendar.ts'
import type { Rule } from '../rule.ts'

export const publishWithin56Days: Rule = {
  id: 'publish-within-56-days',
  severity: 'warning', // a late letter must still go out
  title: 'The comments are published within 56 days of the report',
  source: 'Police Act 1996, section 55(5A)',
  statutory: true,
  *check({ has_duty, report, letter, publication, today }) {
    if (!has_duty || report.published === undefined) return
    const lastDay = lastDayToPublish(report.published)
    const related = [{ at: ['report', 'published'], label: 'the 56 days begin with this day' }]
    const expected = `expected ${longDate(lastDay)} or earlier`
    // The duty is to publish: once that day is known, neither the letter's date nor today counts.
    if (publication.published !== undefined) {
      if (publication.published <= lastDay) return
      yield {
        at: ['publication', 'published'],
        message: `Unexpected publication on ${longDate(publication.published)}, ${expected}`,
        related,
      }
    } else if (letter.date !== undefined && letter.date > lastDay) {
      yield {
        at: ['letter', 'date'],
        message: `Unexpected letter of ${longDate(letter.date)}, ${expected}`,
        related,
      }
    } else if (today > lastDay) {
      yield {
        at: ['report', 'published'],
        from: [
          ['publication', 'published'],
          ['letter', 'date'],
        ],
        message: `Missing day of publication of the response, ${expected}: the 56 days are over`,
        hint: 'Once the response is on the website, type its day under `publication:` (`published: 2024-03-05`). That stops the clock.',
        ...(letter.date !== undefined && {
          related: [
            { at: ['letter', 'date'], label: 'the letter; the Act counts to its publication' },
          ],
        }),
      }
    }
  },
}
