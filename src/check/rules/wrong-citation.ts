import { findWrongCitations } from '../citations.ts'
import { ownWordsOf } from '../own-words.ts'
import type { Rule } from '../rule.ts'

export const wrongCitation: Rule = {
  id: 'wrong-citation',
  severity: 'warning',
  title: 'Section 55 and its 56 days are cited as they stand',
  source: 'Police Act 1996, section 55(4) to (6)',
  statutory: true,
  *check(response) {
    if (!response.has_duty) return
    for (const { at, value, item } of ownWordsOf(response)) {
      const citations = findWrongCitations(value, item === undefined)
      for (const { offset, words, message, hint } of citations)
        yield {
          at,
          within: { offset, length: words.length },
          ...(item && { item: item.id }),
          message,
          hint,
        }
    }
  },
}
