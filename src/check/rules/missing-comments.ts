import type { Rule } from '../rule.ts'
import { hasWords } from '../texts.ts'

export const missingComments: Rule = {
  id: 'missing-comments',
  severity: 'error',
  title: 'The body comments on the report',
  source: 'Police Act 1996, section 55(5)',
  statutory: true,
  completeness: true,
  *check({ has_duty, comments, office }) {
    if (!has_duty || hasWords(comments)) return
    yield {
      at: ['comments'],
      part: 'key',
      message: `Missing comments of the ${office.body.title}, expected a text in \`comments\``,
    }
  },
}
