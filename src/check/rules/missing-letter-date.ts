import type { Rule } from '../rule.ts'

export const missingLetterDate: Rule = {
  id: 'missing-letter-date',
  severity: 'error',
  title: 'The letter has its date',
  source: 'Practice: the date picks who signs, and shows that the 56 days were kept',
  completeness: true,
  *check({ report, letter }) {
    if (report.covered_by || letter.date !== undefined) return
    yield {
      at: ['letter', 'date'],
      message: 'Missing date of the letter, expected a date such as 2019-11-21',
    }
  },
}
