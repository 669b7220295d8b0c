import { entriesOf } from '../../model/response.ts'
import { inSection, nameItem } from '../names.ts'
import type { Rule } from '../rule.ts'

export const statusWithoutReason: Rule = {
  id: 'status-without-reason',
  severity: 'error',
  title: 'A status that needs a reason has one',
  source: 'The office: `needs_reason` of its scale in section55.yaml',
  completeness: true,
  *check({ settings, sections }) {
    const words = settings.statuses.filter(status => status.needs_reason).map(({ word }) => word)
    for (const { item, section } of entriesOf(sections)) {
      if (item.status === undefined || !words.includes(item.status)) continue
      if (item.reason?.value.trim()) continue
      yield {
        at: [...item.at, 'status'],
        item: item.id,
        message: `Missing reason for the status ${item.status} of ${nameItem(item)}${inSection(section)}, expected it in \`reason\``,
      }
    }
  },
}
