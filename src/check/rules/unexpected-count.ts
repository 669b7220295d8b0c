import { itemsOf } from '../../model/response.ts'
import { countItems, inWords } from '../names.ts'
import type { Rule } from '../rule.ts'

export const unexpectedCount: Rule = {
  id: 'unexpected-count',
  severity: 'error',
  title: 'There are as many items as the report itself counts',
  source: 'Practice: an item left out is an item left unanswered',
  *check({ report, sections }) {
    const items = [...itemsOf(sections)]
    for (const { at, kind, count } of report.expects) {
      const found = items.filter(item => item.kind === kind).length
      if (found === count) continue
      yield {
        at,
        from: [['sections']],
        message: `Unexpected ${countItems(found, kind)}, expected ${inWords(count)} as the report counts`,
        hint:
          found < count
            ? 'Look for what is left out, or for a kind that was mistaken for another.'
            : 'Look for what stands here twice, or for a kind that was mistaken for another.',
      }
    }
  },
}
