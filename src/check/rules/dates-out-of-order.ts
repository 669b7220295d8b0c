import { longDate } from '../../calendar.ts'
import type { Day } from '../../model/response.ts'
import type { Path } from '../../problem.ts'
import type { Rule } from '../rule.ts'

type Step = { at: Path; day: Day | undefined; name: string }

export const datesOutOfOrder: Rule = {
  id: 'dates-out-of-order',
  severity: 'warning',
  title: 'What follows comes later than what it follows',
  source: 'Police Act 1996, section 55(4) to (6), in their order',
  *check({ report, publication, chief_officer }) {
    const step = (at: Path, day: Day | undefined, name: string): Step => ({ at, day, name })
    const report_ = step(['report', 'published'], report.published, 'the report')
    const invited = step(['chief_officer', 'invited'], chief_officer.invited, 'the invitation')
    // A force may be asked on a draft of the report: of that day and the report's, nothing is told.
    const pairs: [Step, Step, string][] = [
      [invited, step(['chief_officer', 'due'], chief_officer.due, ''), 'last day for comments'],
      [
        invited,
        step(['chief_officer', 'received'], chief_officer.received, ''),
        'comments received',
      ],
      [report_, step(['publication', 'published'], publication.published, ''), 'publication'],
      [report_, step(['publication', 'sent'], publication.sent, ''), 'copies sent'],
    ]
    for (const [first, later, what] of pairs) {
      if (first.day === undefined || later.day === undefined || later.day >= first.day) continue
      yield {
        at: later.at,
        message: `Unexpected ${what} on ${longDate(later.day)}, expected ${longDate(first.day)} or later`,
        related: [{ at: first.at, label: `the day of ${first.name}` }],
      }
    }
  },
}
