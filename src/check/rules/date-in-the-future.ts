import { longDate } from '../../calendar.ts'
import type { Rule } from '../rule.ts'

export const dateInTheFuture: Rule = {
  id: 'date-in-the-future',
  severity: 'warning',
  title: 'What is said to have happened has happened',
  source: 'Practice: days that close the clock are typed once they have passed',
  *check({ report, publication, chief_officer, today }) {
    const days = [
      [['report', 'published'], report.published, 'publication of the report'],
      [['publication', 'published'], publication.published, 'publication'],
      [['publication', 'sent'], publication.sent, 'copies sent'],
      [['chief_officer', 'invited'], chief_officer.invited, 'invitation'],
      [['chief_officer', 'received'], chief_officer.received, 'comments received'],
    ] as const
    for (const [at, day, what] of days) {
      if (day === undefined || day <= today) continue
      yield {
        at,
        message: `Unexpected ${what} on ${longDate(day)}, expected ${longDate(today)}, which is today, or earlier`,
        hint: 'Leave the day out until it has come, or look for a mistyped year.',
      }
    }
  },
}
