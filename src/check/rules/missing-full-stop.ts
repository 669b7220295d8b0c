import type { Rule } from '../rule.ts'
import { ownTextsOf, paragraphsOf } from '../own-words.ts'

/** A shorter paragraph may be a title. */
const LEAST_WORDS = 13
const OF_PROSE_ALONE = /^(?!.*\|)(?![ \t]*(?:[-*>|]|\d{1,2}[.)])[ \t])/
/** As nearly every paragraph does. */
const ENDED = new Set('.:;!?')
const LAST_WORD = /[\p{L}\p{N}][\p{L}\p{N}'’-]{0,30}$/u

export const missingFullStop: Rule = {
  id: 'missing-full-stop',
  severity: 'note',
  title: 'Paragraphs end with a full stop or another mark',
  source: 'Practice: without it nobody knows whether words are missing',
  *check(context) {
    for (const { text, item } of ownTextsOf(context))
      for (const { offset, words } of paragraphsOf(text.value)) {
        if (ENDED.has(words.charAt(words.length - 1))) continue
        const last = LAST_WORD.exec(words.slice(-40))?.[0]
        if (last === undefined || !isProse(words)) continue
        const end = offset + words.length
        yield {
          at: text.at,
          within: { offset: end - last.length, length: last.length },
          ...(item && { item: item.id }),
          message: `Missing full stop after "${last}", expected one at the end of the paragraph`,
          hint: 'If the sentence goes on, type the rest of it.',
        }
      }
  },
}

function isProse(words: string): boolean {
  if (words.split(/\s+/, LEAST_WORDS).length < LEAST_WORDS) return false
  return words.split('\n').every(line => OF_PROSE_ALONE.test(line))
}
