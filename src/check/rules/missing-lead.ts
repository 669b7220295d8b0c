import { itemsOf } from '../../model/response.ts'
import { nameItem } from '../names.ts'
import type { Rule } from '../rule.ts'

/** Words with which a recommendation is a sentence by itself. */
const WHOLE = /\b(?:should|must|needs? to|we recommend|dylai|rhaid)\b/i

export const missingLead: Rule = {
  id: 'missing-lead',
  severity: 'warning',
  title: 'Recommendations that are parts of a sentence have its beginning',
  source: 'The report, which opens each list: "… we recommend that the force should:"',
  *check({ sections }) {
    for (const item of itemsOf(sections)) {
      const { kind, lead, recommendations } = item
      if (kind !== 'cause_of_concern' || lead || recommendations.length === 0) continue
      if (recommendations.some(({ words }) => WHOLE.test(words.value))) continue
      yield {
        at: [...item.at, 'recommendations'],
        part: 'key',
        item: item.id,
        message: `Missing words that open the recommendations of ${nameItem(item)}, expected them in \`lead\``,
        hint: 'As the report has them: "To put this right, we recommend that the force should".',
      }
    }
  },
}
