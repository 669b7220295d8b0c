import type { Rule } from '../rule.ts'
import { ownTextsOf } from '../own-words.ts'

/** Not after a full stop, where many were taught to type two; nor beside the bars of a table. */
const DOUBLED = /(?<=[\p{L}\p{N},;)”’"])[ ]{2,}(?=[\p{L}\p{N}(“‘"])/gu

export const doubledSpace: Rule = {
  id: 'doubled-space',
  severity: 'note',
  title: 'One space stands between two words',
  source: 'Practice: two spaces print as one, and often mark the place where a word was taken out',
  *check(context) {
    for (const { text, item } of ownTextsOf(context)) {
      const { at, value } = text
      if (!value.includes('  ')) continue
      let count = 0
      let first: { offset: number; length: number } | undefined
      for (const { 0: spaces, index } of value.matchAll(DOUBLED)) {
        first ??= { offset: index, length: spaces.length }
        count++
      }
      if (!first) continue
      const more = count - 1
      yield {
        at,
        within: first,
        ...(item && { item: item.id }),
        message: 'Unexpected second space between two words, expected one',
        hint: `They print as one space. See that no word is missing here${more === 0 ? '' : `, nor in ${more === 1 ? 'one more place' : `${more} more places`} of this text`}.`,
      }
    }
  },
}
