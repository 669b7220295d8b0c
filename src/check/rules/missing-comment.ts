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
      const texts = [item, ...item.answered_by]
      if (texts.some(({ comment }) => isWritten(comment))) continue
      const isUpdated = texts.some(({ update }) => isWritten(update)) || item.answered
      yield {
        at: [...item.at, item.kind],
        part: 'key',
        item: item.id,
        message: `Missing ${isUpdated ? 'comment on' : 'answer to'} ${nameItem(item)}${inSection(section)}, expected the body's own`,
        hint: `Its \`for\` names the body, so its \`comment\` is due${isUpdated ? ' beside the answer of the force' : ', beside any `update` of the force'}.`,
        related: [{ at: [...item.at, 'for'], label: 'addressed to the body' }],
      }
    }
  },
}
