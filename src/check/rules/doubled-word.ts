import type { Rule } from '../rule.ts'
import { ownWordsOf } from '../own-words.ts'

/** Letters of English and Welsh by their range. Between the two words is a space, or a line's end. */
const DOUBLED = /([A-Za-zÀ-ž]+)(?:[ \t]{1,9}|[ \t]{0,9}\n[ \t]{0,9})\1(?![A-Za-zÀ-ž\d'’-])/iy
const OF_A_WORD = /[A-Za-zÀ-ž\d'’-]/

/** Words that good English has twice in a row: "the office that that decision concerns". */
const LAWFUL = new Set('that had her do no so very far long many much'.split(' '))

/** In Welsh only words that never stand twice, for others may: "bob bob yn ail". */
const NEVER_TWICE = new Set('y yr yn mae gan wedi gyda bod fod eu ein ac ar'.split(' '))

export const doubledWord: Rule = {
  id: 'doubled-word',
  severity: 'warning',
  title: 'No word is typed twice in a row',
  source:
    'Practice: a word that was typed twice is a slip, and a checker of spelling passes over it',
  *check(context) {
    for (const { at, value, item } of ownWordsOf(context))
      for (const { both, word, index } of doublesIn(value)) {
        if (!isSlip(word, both, context.language === 'cy-GB')) continue
        const shown = both.replace(/\s+/g, ' ')
        yield {
          at,
          within: { offset: index, length: both.length },
          ...(item && { item: item.id }),
          message: `Unexpected "${shown}", expected "${word}" once`,
        }
      }
  },
}

/**
 * The words that stand twice. Few begin as the word before them: only those are looked at closely, for
 * this reads every word of a letter.
 */
function* doublesIn(value: string): Generator<{ both: string; word: string; index: number }> {
  let [space, line] = [value.indexOf(' '), value.indexOf('\n')]
  for (let start = 0; space >= 0 || line >= 0;) {
    const at = line < 0 || (space >= 0 && space < line) ? space : line
    if (at === space) space = value.indexOf(' ', at + 1)
    else line = value.indexOf('\n', at + 1)
    const first = value.charCodeAt(start)
    const next = value.charCodeAt(at + 1)
    // Behind a bracket or quotation mark the word begins later.
    if (next <= SPACE || !isLetter(first) || isSameLetter(first, next)) {
      let from = at
      while (from > start && isLetter(value.charCodeAt(from - 1))) from -= 1
      DOUBLED.lastIndex = from
      const found = from < at ? DOUBLED.exec(value) : null
      if (found && !OF_A_WORD.test(value.charAt(from - 1)))
        yield { both: found[0], word: found[1]!, index: from }
    }
    start = at + 1
  }
}

const SPACE = 0x20
/** The bit in which "a" and "A" differ. */
const CASE = 0x20
const isSameLetter = (one: number, other: number): boolean => ((one ^ other) | CASE) === CASE
const isLetter = (code: number): boolean =>
  ((code | CASE) >= 0x61 && (code | CASE) <= 0x7a) || (code >= 0xc0 && code <= 0x17e)

function isSlip(word: string, both: string, isWelsh: boolean): boolean {
  const small = word.toLowerCase()
  if (isWelsh) return NEVER_TWICE.has(small)
  // "Category A a year ago": a letter is often a name.
  if (word.length === 1) return both.startsWith('a') && both.endsWith('a')
  return !LAWFUL.has(small)
}
