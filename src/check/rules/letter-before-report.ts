import { longDate } from '../../calendar.ts'
import type { Rule } from '../rule.ts'

export const letterBeforeReport: Rule = {
  id: 'letter-before-report',
  severity: 'error',
  title: 'The letter is not older than the report',
  source: 'Police Act 1996, section 55(5): the comments are on the report as published',
  *check({ report, letter }) {
    if (letter.date === undefined || report.published === undefined) return
    if (letter.date >= report.published) return
    yield {
      at: ['letter', 'date'],
      message: `Unexpected letter of ${longDate(letter.date)}, expected ${longDate(report.published)} or later`,
      related: [{ at: ['report', 'published'], label: 'the report was published on this day' }],
    }
  },
}
