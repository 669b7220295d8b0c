import { distance } from 'fastest-levenshtein'

/** A word of a known name, and the words around it there. */
type KnownWord = { word: string; name: string; before: string; after: string }
/** By the first letter of the word: a slip seldom changes that. */
export type NameIndex = ReadonlyMap<string, readonly KnownWord[]>

/** A name of one word is found again by that word alone, so that it must be long. */
const SHORTEST_ALONE = 7
const SHORTEST_WORD = 4
/** From this length on, two slips are still the same word. */
const LONG = 9

export function indexNames(names: Iterable<string>): NameIndex {
  const index = new Map<string, KnownWord[]>()
  for (const name of new Set(names)) {
    const words = name.split(/\s+/).filter(Boolean)
    words.forEach((word, position) => {
      if (!/^[A-Z]/.test(word)) return
      if (word.length < (words.length === 1 ? SHORTEST_ALONE : SHORTEST_WORD)) return
      const before = words
        .slice(0, position)
        .map(one => `${one} `)
        .join('')
      const after = words
        .slice(position + 1)
        .map(one => ` ${one}`)
        .join('')
      const known = { word, name, before, after }
      const list = index.get(word[0]!)
      if (list) list.push(known)
      else index.set(word[0]!, [known])
    })
  }
  return index
}

/** The words of known names that a word is close to and is not. */
export function closeWords(typed: string, indexes: readonly NameIndex[]): KnownWord[] {
  const isSingle = ({ before, after }: KnownWord) => before === '' && after === ''
  const all = indexes.flatMap(index => index.get(typed[0]!) ?? [])
  return all.filter(
    known =>
      typed.length >= (isSingle(known) ? SHORTEST_ALONE : SHORTEST_WORD) &&
      isSlip(typed, known.word),
  )
}

/** From this length on, a letter in the place of another is a slip and not another word: "Walls", "Wales". */
const LONG_ENOUGH_FOR_ANOTHER = 6

/** One letter too many, too few, another or in the place of its neighbour; two of a long word. */
function isSlip(typed: string, word: string): boolean {
  if (typed === `${word}s` || typed === `${word}n`) return false // "Cumbrian"
  const longer = typed.length - word.length
  if (Math.abs(longer) > 2) return false
  const slips = distance(typed, word)
  if (slips === 2) return word.length >= LONG || (longer === 0 && isSwapped(typed, word))
  return slips === 1 && (longer !== 0 || word.length >= LONG_ENOUGH_FOR_ANOTHER)
}

function isSwapped(typed: string, word: string): boolean {
  const at = [...word].findIndex((letter, index) => letter !== typed[index])
  return typed[at] === word[at + 1] && typed[at + 1] === word[at]
}
