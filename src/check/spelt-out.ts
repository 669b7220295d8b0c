/** The first letters of a letter's words, a character each, in three readings. */
export type Initials = {
  /** Of every word. */
  all: string
  /** Of the words in capitals alone, a space where others stand between: "operations communications centre". */
  capitals: string
  /** The same, with the small words that may stand between them: "Right to Know" is RTK. */
  withSmall: string
}

const SMALL = new Set('a an and at by for in into of on or the to under with &'.split(' '))
/** So many small words may stand within a name. */
const MOST_SMALL = 3

export function readInitials(words: string): Initials {
  let all = ''
  let capitals = ''
  let withSmall = ''
  let small = ''
  for (const typed of words.split(/[\s/–—-]+/)) {
    const word = withoutMarks(typed)
    const first = word.charAt(0)
    if (first === '') continue
    const initial = first.toUpperCase()
    all += initial
    if (first === initial && isLetter(first)) {
      capitals += initial
      withSmall += small + initial
      small = ''
    } else if (SMALL.has(word) && small.length < MOST_SMALL) small += initial
    else {
      small = ''
      capitals += ' '
      withSmall += ' '
    }
  }
  return { all, capitals, withSmall }
}

/**
 * Whether its full words stand anywhere: beside it in brackets, or elsewhere in the letter. In small
 * letters, four words or more with these initials are taken for them: fewer are met by chance.
 */
export function isSpeltOut(abbreviation: string, words: string, initials: Initials): boolean {
  const letters = abbreviation.replace('&', '')
  return (
    initials.capitals.includes(letters) ||
    initials.withSmall.includes(letters) ||
    initials.withSmall.includes(abbreviation.replace('&', 'A')) ||
    (letters.length > 3 && initials.all.includes(letters)) ||
    isInBrackets(abbreviation, words)
  )
}

/** "Full Words (ABC)", "ABC (full words)". */
function isInBrackets(abbreviation: string, words: string): boolean {
  const initial = abbreviation.charAt(0).toLowerCase()
  for (let at = words.indexOf(`(${abbreviation}`); at >= 0;) {
    const before = words.slice(Math.max(0, at - 120), at).toLowerCase()
    if (before.split(/[\s–—/-]+/).some(word => withoutMarks(word).startsWith(initial))) return true
    at = words.indexOf(`(${abbreviation}`, at + 1)
  }
  for (let at = words.indexOf(`${abbreviation} (`); at >= 0;) {
    const after = words.charAt(at + abbreviation.length + 2).toLowerCase()
    const isWhole = !isLetter(words.charAt(at - 1))
    if (isWhole && after === initial) return true
    at = words.indexOf(`${abbreviation} (`, at + 1)
  }
  return false
}

const isLetter = (character: string): boolean => character.toLowerCase() !== character.toUpperCase()

/** Most words begin with a letter. */
const withoutMarks = (word: string): string =>
  isLetter(word.charAt(0)) ? word : word.replace(/^[^\p{L}\p{N}&]+/u, '')
