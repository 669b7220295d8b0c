import type { Block, Paragraph } from '../../document/tree.ts'
import { wordsOf } from '../../document/words.ts'
import type { Rule } from '../rule.ts'
import { ownTextsOf } from '../own-words.ts'

const MOST_WORDS = 250

export const longParagraph: Rule = {
  id: 'long-paragraph',
  severity: 'note',
  title: 'No paragraph has more than 250 words',
  source: 'Practice: WCAG 2.2, 3.1.5, and the plain English that offices ask of their writers',
  *check(context) {
    for (const { text, item } of ownTextsOf(context)) {
      const { at, value } = text
      if (!hasSpaces(value, MOST_WORDS)) continue
      for (const paragraph of paragraphsIn(text.blocks)) {
        const words = wordsOf([paragraph], ' ').trim().split(/\s+/)
        if (words.length <= MOST_WORDS) continue
        const within = findOpening(value, words)
        yield {
          at,
          ...(within ? { within } : { part: 'key' }),
          ...(item && { item: item.id }),
          message: `Unexpected paragraph of ${words.length} words, expected ${MOST_WORDS} at most`,
          hint: 'Divide it with an empty line where the thought turns, or make its points a list.',
        }
      }
    }
  },
}

/** Between so many words, and one more; most texts are far from it. */
function hasSpaces(value: string, count: number): boolean {
  if (value.length < 2 * count) return false
  let spaces = 0
  for (const space of [' ', '\n'])
    for (
      let at = value.indexOf(space);
      at >= 0 && spaces < count;
      at = value.indexOf(space, at + 1)
    )
      spaces += 1
  return spaces >= count
}

/** A quotation is not ours to divide. */
function* paragraphsIn(blocks: readonly Block[]): Generator<Paragraph> {
  for (const block of blocks)
    if (block.type === 'paragraph') yield block
    else if (block.type === 'list')
      for (const item of block.children) yield* paragraphsIn(item.children)
}

/** The first words, as far as they stand on one line. */
function findOpening(
  value: string,
  words: readonly string[],
): { offset: number; length: number } | undefined {
  for (const count of [5, 3, 1]) {
    const opening = words.slice(0, count).join(' ')
    const offset = value.indexOf(opening)
    if (offset >= 0) return { offset, length: opening.length }
  }
  return undefined
}
