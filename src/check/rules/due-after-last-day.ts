import { lastDayToPublish, longDate } from '../../calendar.ts'
import type { Rule } from '../rule.ts'

export const dueAfterLastDay: Rule = {
  id: 'due-after-last-day',
  severity: 'warning',
  title: "The chief officer's comments are due while they can still be published in time",
  source: 'Police Act 1996, section 55(4) and (5A)',
  statutory: true,
  *check({ has_duty, is_closed, report, chief_officer: { due } }) {
    if (!has_duty || is_closed || due === undefined || report.published === undefined) return
    const lastDay = lastDayToPublish(report.published)
    if (due <= lastDay) return
    yield {
      at: ['chief_officer', 'due'],
      message: `Unexpected due day of ${longDate(due)}, expected ${longDate(lastDay)} or earlier: by then the comments are to be published`,
      hint: 'Leave time to read the comments, to reply to them and to publish both.',
      related: [{ at: ['report', 'published'], label: 'the 56 days begin with this day' }],
    }
  },
}
