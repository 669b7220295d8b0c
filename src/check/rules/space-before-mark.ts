import type { Rule } from '../rule.ts'
import { ownWordsOf } from '../own-words.ts'

const SPACED = /[ \t]([,;:.?!])(?=\s|$)/g
/** What such a mark stands behind: no bar of a table, no dots that stand for words left out. */
const WORD_BEFORE = /[\p{L}\p{N})”’"'][ \t]{0,9}$/u

export const spaceBeforeMark: Rule = {
  id: 'space-before-mark',
  severity: 'warning',
  title: 'Commas, full stops and colons follow their word without a space',
  source: 'Practice: the space is printed, and the mark may begin the next line',
  *check(context) {
    for (const { at, value, item } of ownWordsOf(context))
      for (const { 0: typed, 1: mark = '', index } of value.matchAll(SPACED)) {
        if (!WORD_BEFORE.test(value.slice(Math.max(0, index - 10), index))) continue
        yield {
          at,
          within: { offset: index, length: typed.length },
          ...(item && { item: item.id }),
          message: `Unexpected space before "${mark}", expected the mark directly after the word`,
        }
      }
  },
}
