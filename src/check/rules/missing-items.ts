import { itemsOf } from '../../model/response.ts'
import type { Rule } from '../rule.ts'

export const missingItems: Rule = {
  id: 'missing-items',
  severity: 'warning', // a report may raise nothing
  title: 'The response holds what the report raises',
  source: 'Practice: what is not typed in is answered by nobody, and missed by no count',
  *check({ report, sections }) {
    // Another response answers the same findings; or the report itself counts none.
    if (report.covered_by || itemsOf(sections).next().value) return
    if (report.expects.length > 0) return
    yield {
      at: ['sections'],
      part: 'key',
      message:
        'Missing items of the report, expected recommendations, areas for improvement and the like under `items:` of a section',
      hint: 'Where the report raises nothing, say so: `expects: { recommendations: 0 }` under `report:`.',
    }
  },
}
