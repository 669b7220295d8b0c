/** Says which placeholder a text holds, if any. */
export type FindPlaceholder = (value: string) => string | undefined

// Capitals alone, for "to do" and "XX" in small letters are words and part of words.
const CAPITALS = String.raw`[TX](?<![\p{L}\p{N}_].)(?:(?<=T)(?:ODO|BC|BA)|(?<=X)X{1,2}(?![IVXLCDM]))(?![\p{L}\p{N}_])`
const ANY_CASE = String.raw`\[\s*(?:awaiting|to be confirmed|to follow|insert|tbc|todo)\b[^\]]*\]|(?<![\p{L}\p{N}_])lorem ipsum(?![\p{L}\p{N}_])|\?{3,}`

/** Without one of these no built-in placeholder of any case is there, and few texts have one. */
const SIGNS = ['[', '???', 'orem', 'OREM']

const escape = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Of the built-in placeholders and the office's own, the first in a text. */
export function placeholderFinder(own: readonly string[]): FindPlaceholder {
  const words = own.map(word => word.trim()).filter(word => word !== '')
  const ownPart = words.map(
    word => `(?<![\\p{L}\\p{N}_])${escape(word).replace(/\s+/g, '\\s+')}(?![\\p{L}\\p{N}_])`,
  )
  const capitals = new RegExp(CAPITALS, 'u')
  const anyCase = new RegExp([ANY_CASE, ...ownPart].join('|'), 'iu')
  return value => {
    const first = capitals.exec(value)
    const isPossible = words.length > 0 || SIGNS.some(sign => value.includes(sign))
    const second = isPossible ? anyCase.exec(value) : null
    if (first && second) return first.index < second.index ? first[0] : second[0]
    return (first ?? second)?.[0]
  }
}
