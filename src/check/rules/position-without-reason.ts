import { entriesOf } from '../../model/response.ts'
import { inSection, nameItem } from '../names.ts'
import type { Rule } from '../rule.ts'
import { lacksReason } from '../unanswered.ts'

export const positionWithoutReason: Rule = {
  id: 'position-without-reason',
  severity: 'error',
  title: 'Every position but "accepted" has its reason',
  source: 'Police Act 1996, section 55(5B)(b)',
  statutory: true,
  completeness: true,
  *check({ sections }) {
    for (const { item, section } of entriesOf(sections)) {
      // Of what is withheld, only that it is answered is known here: no position is ever quoted.
      if (!lacksReason(item)) continue
      yield {
        at: [...item.at, 'position'],
        item: item.id,
        message: `Missing reason why ${nameItem(item)}${inSection(section)} is ${item.position}, expected it in \`reason\``,
      }
    }
  },
}
