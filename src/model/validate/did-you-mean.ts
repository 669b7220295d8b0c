import { distance } from 'fastest-levenshtein'

const bare = (word: string): string =>
  word
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .trim()

/** The known word that was probably meant. */
export function didYouMean(word: string, known: readonly string[]): string | undefined {
  const typed = bare(word)
  let best: string | undefined
  let least = (typed.length < 4 ? 1 : typed.length < 9 ? 2 : 3) + 1
  for (const candidate of known) {
    const meant = bare(candidate)
    const steps = isShuffled(typed, meant) ? 1 : distance(typed, meant)
    // Of two that are as near, the one that begins the same: "scetions" is sections and not actions.
    const far = steps + (typed[0] === meant[0] ? 0 : 0.5)
    if (far < least) [best, least] = [candidate, far]
  }
  return best
}

/** Two letters in each other's place are one slip. */
const isShuffled = (one: string, other: string): boolean =>
  one !== other && one.length === other.length && sorted(one) === sorted(other)

const sorted = (word: string): string => Array.from(word).sort().join('')

/** "draft, final or other" */
export const listWords = (words: readonly string[], last = 'or'): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`
