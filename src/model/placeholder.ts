/** Says which placeholder a text holds, if any. */
export type FindPlaceholder = (value: string) => string | undefined

// Capitals alone, for "to do" and "XX" in small letters are words and part of words.
const CAPITALS = String.raw`(?<![\p{L}\p{N}_])(?:TODO|TBC|TBA|X{2,3}(?![IVXLCDM]))(?![\p{L}\p{N}_])`
const ANY_CASE = String.raw`\[\s*(?:awaiting|to be confirmed|to follow|insert|tbc|todo)\b[^\]]*\]|(?<![\p{L}\p{N}_])lorem ipsum(?![\p{L}\p{N}_])|\?{3,}`

/** Without one of these no built-in placeholder is there: few texts have one, and are looked at closely. */
const CAPITAL_SIGNS = ['TODO', 'TBC', 'TBA', 'XX']
const SIGNS = ['[', '???', 'orem', 'OREM']
const holdsOne = (value: string, signs: readonly string[]) =>
  signs.some(sign => value.includes(sign))

/** A pattern that the word alone matches. */
export const escapePattern = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

// A workspace has one set of them for all its responses, and to make one takes longer than to read a text.
let last: { key: string; find: FindPlaceholder } | undefined

/** Of the built-in placeholders and the office's own, the first in a text. */
export function placeholderFinder(own: readonly string[]): FindPlaceholder {
  const key = own.join('\n')
  if (last?.key !== key) last = { key, find: makeFinder(own) }
  return last.find
}

function makeFinder(own: readonly string[]): FindPlaceholder {
  const words = own.map(word => word.trim()).filter(word => word !== '')
  const ownPart = words.map(
    word => `(?<![\\p{L}\\p{N}_])${escapePattern(word).replace(/\s+/g, '\\s+')}(?![\\p{L}\\p{N}_])`,
  )
  const capitals = new RegExp(CAPITALS, 'u')
  const anyCase = new RegExp([ANY_CASE, ...ownPart].join('|'), 'iu')
  return value => {
    const first = holdsOne(value, CAPITAL_SIGNS) ? capitals.exec(value) : null
    const isPossible = words.length > 0 || holdsOne(value, SIGNS)
    const second = isPossible ? anyCase.exec(value) : null
    if (first && second) return first.index < second.index ? first[0] : second[0]
    return (first ?? second)?.[0]
  }
}
