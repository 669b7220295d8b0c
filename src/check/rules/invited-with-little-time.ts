import { longDate } from '../../calendar.ts'
import { addDays } from '../../model/day.ts'
import type { Rule } from '../rule.ts'

/** The Act leaves the date to the body: two weeks are what offices give at the least. */
const FAIR = 14

export const invitedWithLittleTime: Rule = {
  id: 'invited-with-little-time',
  severity: 'warning',
  title: 'The chief officer has two weeks or more to comment',
  source:
    'Practice: section 55(4) asks for a date and names no time; two weeks are what offices give',
  *check({ has_duty, is_closed, chief_officer: { invited, due, received } }) {
    if (!has_duty || is_closed || invited === undefined || due === undefined) return
    const fair = addDays(invited, FAIR)
    if (due >= fair) return
    // The comments have come: the time was enough. A day before the invitation is wrong all the same.
    if (received !== undefined && due >= invited) return
    yield {
      at: ['chief_officer', 'due'],
      message: `Unexpected due day of ${longDate(due)}, expected ${longDate(fair)} or later: two weeks after the invitation`,
      hint: 'The Act names no time. Two weeks are practice: give as much, or waive this with the reason.',
      related: [{ at: ['chief_officer', 'invited'], label: 'invited on this day' }],
    }
  },
}
