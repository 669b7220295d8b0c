import { entriesOf } from '../../model/response.ts'
import { inSection, nameItem } from '../names.ts'
import type { Rule } from '../rule.ts'

export const withheldWithoutSentence: Rule = {
  id: 'withheld-without-sentence',
  severity: 'error',
  title: 'What is withheld has a sentence for the public',
  source: 'Practice: the reader is told that an answer exists, and why it is not printed',
  completeness: true,
  *check({ sections }) {
    for (const { item, section } of entriesOf(sections)) {
      if (!item.withheld || item.withheld.public?.value.trim()) continue
      yield {
        at: [...item.at, 'withheld'],
        part: 'key',
        item: item.id,
        message: `Missing sentence that stands in for the answer to ${nameItem(item)}${inSection(section)}, expected it in \`public\``,
      }
    }
  },
}
