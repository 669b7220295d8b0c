import { entriesOf } from '../../model/response.ts'
import { inSection, nameItem } from '../names.ts'
import type { Rule } from '../rule.ts'

export const causeWithoutRecommendations: Rule = {
  id: 'cause-without-recommendations',
  severity: 'warning',
  title: 'A cause of concern carries recommendations',
  source: 'HMICFRS: a cause of concern always comes with one or more recommendations',
  *check({ sections }) {
    for (const { item, section } of entriesOf(sections)) {
      if (item.kind !== 'cause_of_concern' || item.recommendations.length > 0) continue
      yield {
        at: [...item.at, item.kind],
        part: 'key',
        item: item.id,
        message: `Missing recommendations of ${nameItem(item)}${inSection(section)}, expected one or more`,
      }
    }
  },
}
