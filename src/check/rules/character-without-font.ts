import { textsIn } from '../../document/words.ts'
import type { Item, JointAnswer, Section } from '../../model/response.ts'
import { entriesOf, jointAnswersOf } from '../../model/response.ts'
import { inSection, nameItem, nameItems } from '../names.ts'
import type { Context, FindMissingCharacters, Finding, MissingCharacter, Rule } from '../rule.ts'
import { textsOf, valuesOf, type TypedValue } from '../texts.ts'

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
      if (findMissingCharacters(text.value).length === 0) continue
      // Of the words as they are printed: what the text's marks take away is in nobody's way.
      const words = [...textsIn(text.blocks)].map(({ value }) => value).join('\n')
      const typed = { at: text.at, value: text.value, ...(item && { item }) }
      yield* tell(typed, words, findMissingCharacters, context)
    }
    for (const value of valuesOf(context))
      yield* tell(value, value.value, findMissingCharacters, context)
  },
}

function* tell(
  { at, value, item }: TypedValue,
  words: string,
  find: FindMissingCharacters,
  { sections }: Pick<Context, 'sections'>,
): Generator<Finding> {
  // A control character was refused when the text was read.
  const found = find(words).filter(({ character }) => !/\p{Cc}/u.test(character))
  for (const missing of found.slice(0, TOLD)) {
    const offset = value.indexOf(missing.character)
    yield {
      at,
      ...(offset >= 0 && { within: { offset, length: missing.character.length } }),
      ...(item && { item: item.id }),
      ...sayMissingCharacter(missing, item && nameEntry(item, sections)),
    }
  }
}

/** "recommendation 3 of 7 in "Investigating crime"" */
function nameEntry(item: Item | JointAnswer, sections: readonly Section[]): string | undefined {
  for (const entry of entriesOf(sections))
    if (entry.item === item) return nameItem(entry.item) + inSection(entry.section)
  for (const entry of jointAnswersOf(sections))
    if (entry.item === item)
      return `the answer to ${nameItems(entry.item.targets)}${inSection(entry.section)}`
  return undefined
}

/** Also for what no rule sees: the words of templates, and of the office. */
export function sayMissingCharacter(
  { character, code, instead }: MissingCharacter,
  where?: string,
): Pick<Finding, 'message'> & { hint: string } {
  return {
    message: `Unexpected character "${character}" (${code})${where ? ` in ${where}` : ''}, expected one that the letter's font holds`,
    hint:
      instead === undefined
        ? 'Type words in its place.'
        : instead.trim() === ''
          ? 'Take it out: it shows nothing.'
          : `Type ${instead} in its place.`,
  }
}
