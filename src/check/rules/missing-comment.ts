import { entriesOf } from '../../model/response.ts'
import { inSection, nameItem } from '../names.ts'
import type { Rule } from '../rule.ts'
import { isWritten } from '../texts.ts'

export const missingComment: Rule = {
  id: 'missing-comment',
  severity: 'error',
  title: 'An item addressed to the body has its comment',
  source: 'Police Act 1996, section 55(5B)',
  statutory: true,
  completeness: true,
  *check({ report, sections }) {
    if (report.covered_by) return
    for (const { item, section } of entriesOf(sections)) {
      // Of what is withheld, only that it is answered is known here.
      if (!item.comment_due || (item.withheld && item.answered)) continue
      if ([item, ...item.answered_by].some(({ comment }) => isWritten(comment))) continue
      yield {
        at: [...item.at, item.kind],
        part: 'key',
        item: item.id,
        message: `Missing comment on ${nameItem(item)}${inSection(section)}, expected the body's own`,
        hint: 'Its `for` names the body, so its `comment` is due beside any `update`.',
        related: [{ at: [...item.at, 'for'], label: 'addressed to the body' }],
      }
    }
  },
}
