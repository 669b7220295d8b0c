/** Words of a text that refer to an appendix. Offset and length in characters of the text. */
export type Mention = { offset: number; length: number; words: string }
/** `{appendix challenge}`; `isMistyped`: the word before the id is nearly "appendix". */
export type Reference = Mention & { id: string; isMistyped: boolean }
/** "Appendix C", "Appendices A and C": a mention for each letter. */
export type TypedAppendix = Mention & { letter: string }

const REFERENCE = /(?<!\\)\{\s*(\p{L}+)(?:\s+([^{}]*?))?\s*\}/gu
const NEARLY = /^a?p{1,3}[ei]n?d[ei]?[a-z]{1,4}$/i

export function* findReferences(text: string): Generator<Reference> {
  for (const match of text.matchAll(REFERENCE)) {
    const [words, name = '', id = ''] = match
    const isMistyped = name.toLowerCase() !== 'appendix'
    if (isMistyped && !NEARLY.test(name)) continue
    yield { offset: match.index, length: words.length, words, id: idOf(id), isMistyped }
  }
}

/** Ids are compared without regard to capitals and to the spaces of a line that was wrapped. */
export const idOf = (typed: string): string => typed.replace(/\s+/g, ' ').trim().toLowerCase()

const LETTER = String.raw`[*_]*(?:[A-Z]{1,2}|\d{1,2})(?![\p{L}\p{N}])[*_]*`
const BETWEEN = String.raw`\s*(?:,\s*(?:and|or)?|and|or|to|&|[-–])\s*`
const TYPED = new RegExp(
  String.raw`(?<![\p{L}\p{N}{])(?:[Aa]ppend(ix|ices)|APPEND(?:IX|ICES))[*_]*\s+${LETTER}(?:${BETWEEN}${LETTER})*`,
  'gu',
)

export function* findTypedAppendices(text: string): Generator<TypedAppendix> {
  for (const match of text.matchAll(TYPED)) {
    const [words, ending] = match
    const opening = words.search(/\s/)
    const typed = [...words.slice(opening).matchAll(/[A-Z]{1,2}|\d{1,2}/g)].map(found => ({
      letter: found[0],
      offset: match.index + opening + found.index,
      length: found[0].length,
    }))
    // "Appendix A and I shall …": of one appendix, what follows "and" may be no letter of another.
    const isOne = ending === 'ix'
    for (const [n, { letter, offset, length }] of typed.entries()) {
      if (n > 0 && isOne && letter === 'I') continue
      const mention = { words: `Appendix ${letter}`, letter, offset, length }
      // The word belongs to the letter that follows it at once.
      if (n === 0) yield { ...mention, offset: match.index, length: offset + length - match.index }
      else yield mention
      const next = typed[n + 1]
      if (next && isRange(text.slice(offset + length, next.offset)))
        for (const between of lettersBetween(letter, next.letter))
          yield { ...next, letter: between, words: `Appendix ${between}` }
    }
  }
}

const isRange = (between: string): boolean => /^[*_\s]*(?:to|[-–])[*_\s]*$/.test(between)

function lettersBetween(first: string, last: string): string[] {
  const [start, end] = [numberOf(first), numberOf(last)]
  return Array.from({ length: Math.max(0, end - start - 1) }, (_, n) => letterAt(start + 1 + n))
}

/** 0 for A, 25 for Z, 26 for AA; below 0 for what is no letter. */
const numberOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + (letter.charCodeAt(0) - 64), 0) - 1

/** A, B, … Z, AA, AB: by the place, from 0. */
export function letterAt(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : letterAt(Math.floor(index / 26) - 1) + letter
}
