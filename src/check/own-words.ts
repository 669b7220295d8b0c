import { onceEach, textsOf, valuesOf, type TypedText, type TypedValue } from './texts.ts'

/** What the body and the chief officer wrote. The report's words stand as the report has them. */
export const ownTextsOf = onceEach(function* (response): Generator<TypedText> {
  for (const typed of textsOf(response)) if (!isOfReport(typed)) yield typed
})

/** The same, with the plain values that the office worded: subject, headings, reasons, public sentences. */
export const ownWordsOf = onceEach(function* (response): Generator<TypedValue> {
  for (const { text, item } of ownTextsOf(response))
    yield { at: text.at, value: text.value, ...(item && { item }) }
  for (const value of valuesOf(response))
    // In two languages the last key is the language. The title of a joint answer is the body's heading.
    if (value.item?.kind === 'answers' || value.at.slice(-2).some(key => OWN_KEYS.has(key)))
      yield value
})

const OWN_KEYS: ReadonlySet<unknown> = new Set(['subject', 'reason', 'public'])

const isOfReport = ({ text, item }: TypedText): boolean =>
  item !== undefined && item.kind !== 'answers' && item.words === text

/** A paragraph as it was typed, from its first character that is no space to its last. */
export type TypedParagraph = { offset: number; words: string }

/** What blank lines divide. */
export function* paragraphsOf(value: string): Generator<TypedParagraph> {
  let words = ''
  let offset = 0
  let lineStart = 0
  for (const line of value.split('\n')) {
    const isBlank = line.trim() === ''
    if (!isBlank) {
      if (words === '') offset = lineStart
      words += `${line}\n`
    }
    if (isBlank && words !== '') {
      yield trimmed(words, offset)
      words = ''
    }
    lineStart += line.length + 1
  }
  if (words !== '') yield trimmed(words, offset)
}

function trimmed(words: string, offset: number): TypedParagraph {
  const withoutIndent = words.trimStart()
  return { offset: offset + words.length - withoutIndent.length, words: withoutIndent.trimEnd() }
}
