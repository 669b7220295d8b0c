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
    const { published, sent } = publication
    const { invited, due, received } = chief_officer
    const ofReport = step(['report', 'published'], report.published, 'the report')
    const invitation = step(['chief_officer', 'invited'], invited, 'the invitation')
    // A force may be asked on a draft of the report: of that day and the report's, nothing is told.
    const pairs = [
      [invitation, step(['chief_officer', 'due'], due, 'last day for comments')],
      [invitation, step(['chief_officer', 'received'], received, 'comments received')],
      [ofReport, step(['publication', 'published'], published, 'publication')],
      [ofReport, step(['publication', 'sent'], sent, 'copies sent')],
    ] as const
    for (const [first, later] of pairs) {
      if (first.day === undefined || later.day === undefined || later.day >= first.day) continue
      yield {
        at: later.at,
        message: `Unexpected ${later.name} on ${longDate(later.day)}, expected ${longDate(first.day)} or later`,
        related: [{ at: first.at, label: `the day of ${first.name}` }],
      }
    }
  },
}
