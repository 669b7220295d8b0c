import { longDate } from '../../calendar.ts'
import type { Rule } from '../rule.ts'

export const missingSignatory: Rule = {
  id: 'missing-signatory',
  severity: 'error',
  title: "Somebody held the post on the letter's date",
  source: 'Practice: the letter is signed by whoever holds the post',
  completeness: true,
  *check({ report, letter, today }) {
    if (report.covered_by || letter.signatory) return
    yield {
      at: { office: ['holders'] },
      part: 'key',
      message: `Missing holder of the post on ${longDate(letter.date ?? today)}, expected one whose \`from\` and \`to\` hold that day`,
      ...(letter.date !== undefined && {
        related: [{ at: ['letter', 'date'], label: "the letter's date" }],
      }),
    }
  },
}
