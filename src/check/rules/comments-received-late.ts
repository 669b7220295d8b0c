import { longDate } from '../../calendar.ts'
import { addDays } from '../../model/day.ts'
import type { Rule } from '../rule.ts'

export const commentsReceivedLate: Rule = {
  id: 'comments-received-late',
  severity: 'warning',
  title: "The chief officer's comments came before the day that was set",
  source: 'Police Act 1996, section 55(4)',
  statutory: true,
  *check({ has_duty, is_closed, chief_officer: { due, received, title } }) {
    if (!has_duty || is_closed || due === undefined || received === undefined) return
    // "Before a date": on the day itself they are late.
    if (received < due) return
    yield {
      at: ['chief_officer', 'received'],
      message: `Unexpected comments of the ${title} on ${longDate(received)}, expected ${longDate(addDays(due, -1))} or earlier`,
      hint: 'The Act has comments submitted before the date set. Late ones are published all the same.',
      related: [{ at: ['chief_officer', 'due'], label: 'due before this day' }],
    }
  },
}
