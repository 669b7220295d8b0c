import { textsIn } from '../../document/words.ts'
import type { FindMissingCharacters, Finding, MissingCharacter, Rule } from '../rule.ts'
import { textsOf, valuesOf } from '../texts.ts'

/** A text in another script has hundreds; its first few say enough. */
const TOLD = 5

export const characterWithoutFont: Rule = {
  id: 'character-without-font',
  severity: 'error',
  title: "Every character is one that the letter's fonts hold",
  source: 'Practice: what no font holds is left out of the PDF, or shown as an empty box',
  *check(context) {
    const { findMissingCharacters } = context
    for (const { text, item } of textsOf(context)) {
      // Of the words as they are printed: what the text's marks take away is in nobody's way.
      const words = [...textsIn(text.blocks)].map(({ value }) => value).join('\n')
      yield* tell({ at: text.at, value: text.value, item }, words, findMissingCharacters)
    }
    for (const value of valuesOf(context)) yield* tell(value, value.value, findMissingCharacters)
  },
}

function* tell(
  { at, value, item }: { at: Finding['at']; value: string; item?: { id: string } | undefined },
  words: string,
  find: FindMissingCharacters,
): Generator<Finding> {
  for (const missing of find(words).slice(0, TOLD)) {
    const offset = value.indexOf(missing.character)
    yield {
      at,
      ...(offset >= 0 && { within: { offset, length: missing.character.length } }),
      ...(item && { item: item.id }),
      ...sayMissingCharacter(missing),
    }
  }
}

/** Also for what no rule sees: the words of templates, and of the office. */
export function sayMissingCharacter({
  character,
  code,
  instead,
}: MissingCharacter): Pick<Finding, 'message'> & { hint: string } {
  return {
    message: `Unexpected character "${character}" (${code}), expected one that the letter's font holds`,
    hint:
      instead === undefined
        ? 'Type words in its place.'
        : instead.trim() === ''
          ? 'Take it out: it shows nothing.'
          : `Type ${instead} in its place.`,
  }
}
