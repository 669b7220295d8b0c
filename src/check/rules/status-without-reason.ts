import { statusOf } from '../../model/history.ts'
import { entriesOf } from '../../model/response.ts'
import { inSection, nameItem } from '../names.ts'
import type { Rule } from '../rule.ts'

export const statusWithoutReason: Rule = {
  id: 'status-without-reason',
  severity: 'error',
  title: 'A status that needs a reason has one',
  source: 'The office: `needs_reason` of its scale in section55.yaml',
  completeness: true,
  *check({ settings, sections, today }) {
    const words = settings.statuses.filter(status => status.needs_reason).map(({ word }) => word)
    for (const { item, section } of entriesOf(sections)) {
      const said = statusOf(item, today)
      if (!said || !words.includes(said.status) || item.withheld) continue
      // An entry that says why is a reason.
      if (item.reason?.value.trim() || said.entry?.text) continue
      yield {
        at: said.at,
        item: item.id,
        message: `Missing reason for the status ${said.status} of ${nameItem(item)}${inSection(section)}, expected it in \`reason\``,
      }
    }
  },
}
