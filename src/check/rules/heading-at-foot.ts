import { sayPage } from '../laid-out.ts'
import type { Rule } from '../rule.ts'

export const headingAtFoot: Rule = {
  id: 'heading-at-foot',
  severity: 'warning',
  title: 'A heading stands on the page of what it heads',
  source: 'Practice: a heading at the foot of a page is passed over',
  needsPages: true,
  *check({ laidOut }) {
    for (const { words, at, below } of laidOut?.headings ?? []) {
      if (at.page === below.page) continue
      yield {
        at: ['sections'],
        part: 'key',
        message: `Unexpected heading "${words}" at the foot of ${sayPage(at, laidOut!)}, expected it above what it heads`,
        hint: 'What follows does not fit below it: divide a long first paragraph or table, or shorten the text before.',
      }
    }
  },
}
