import type { Rule } from '../rule.ts'

export const missingPublicationDate: Rule = {
  id: 'missing-publication-date',
  severity: 'error',
  title: 'The day on which the report was published is known',
  source: 'Police Act 1996, section 55(5A)',
  statutory: true,
  completeness: true,
  *check({ report }) {
    if (report.published !== undefined) return
    yield {
      at: ['report', 'published'],
      message: "Missing day of the report's publication, expected a date such as 2019-09-27",
      hint: 'The exact day stands on the report; it is day 1 of the 56.',
    }
  },
}
