import type { Rule } from '../rule.ts'
import { ownTextsOf } from '../own-words.ts'

const COLON_AND_DASH = /:[ \t]{0,9}[-–—](?=[ \t]{0,9}(?:\n|$))/g

export const colonWithDash: Rule = {
  id: 'colon-with-dash',
  severity: 'note',
  title: 'What opens a list ends with a colon alone',
  source: 'Practice: the dash is of the typewriter, and a screen reader reads it out',
  *check(context) {
    for (const { text, item } of ownTextsOf(context))
      for (const { 0: typed, index } of text.value.matchAll(COLON_AND_DASH))
        yield {
          at: text.at,
          within: { offset: index, length: typed.length },
          ...(item && { item: item.id }),
          message: `Unexpected "${typed}" at the end of a line, expected ":" alone`,
        }
  },
}
