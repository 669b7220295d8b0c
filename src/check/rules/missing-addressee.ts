import type { Rule } from '../rule.ts'

export const missingAddressee: Rule = {
  id: 'missing-addressee',
  severity: 'error',
  title: 'The letter has an addressee',
  source: 'Police Act 1996, section 55(6)',
  statutory: true,
  completeness: true,
  *check({ report, letter }) {
    if (report.covered_by || letter.to.length > 0) return
    yield {
      at: ['letter', 'to'],
      message: 'Missing addressee, expected `to: [home-secretary]` or another of the address book',
    }
  },
}
