import { findCurlyEnd, readOneLine } from '../source/one-line-value.ts'
import { findOpenQuotes } from '../source/yaml-problems.ts'
import type { BrokenFile, BrokenMend, Edit, Kind } from './mend.ts'
import { quote } from './quotes.ts'

export const COLON: Kind = { id: 'colon', one: 'colon in a value', many: 'colons in values' }

/** `title: PEEL: An inspection` is one value, in quotes. */
export const colons: BrokenMend = {
  ...COLON,
  edits: broken =>
    valuesWithColons(broken).flatMap(({ key, start, end, words, isCurly }): Edit[] => {
      if (isCurly) return []
      // The template has a colon of its own behind a lead.
      const isClosing = key === 'lead' && /^[^:]*:$/.test(words)
      return [{ start, end, text: isClosing ? words.slice(0, -1).trimEnd() : quote(words) }]
    }),
}

/** `title: “PEEL: An inspection”`: Word has made its own quotation marks of those that were typed. */
export const curlyQuotes: BrokenMend = {
  id: 'curly-quotes',
  one: 'pair of curly quotes',
  many: 'pairs of curly quotes',
  edits: broken => [
    ...valuesWithColons(broken).flatMap(({ start, end, words, isCurly }) =>
      isCurly ? [{ start, end, text: quote(words) }] : [],
    ),
    ...halfCurly(broken),
  ],
}

const valuesWithColons = ({ file, document }: BrokenFile) =>
  document.errors.flatMap(({ code, pos }) => {
    const value = code === 'BLOCK_AS_IMPLICIT_KEY' ? readOneLine(file, pos[0]) : undefined
    return value ? [value] : []
  })

/** `"An inspection”`: the second one alone is Word's. */
function halfCurly({ file, document }: BrokenFile): Edit[] {
  if (!document.errors.some(({ code }) => code === 'MISSING_CHAR')) return []
  const open = findOpenQuotes(document, file)
  return document.errors.flatMap(({ code, pos }) => {
    const start = code === 'MISSING_CHAR' ? open.get(pos[0]) : undefined
    const end = start === undefined ? undefined : findCurlyEnd(file, start)
    return end === undefined ? [] : [{ start: end, end: end + 1, text: file.text[start!]! }]
  })
}
