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
    const steps = distance(typed, bare(candidate))
    if (steps < least) [best, least] = [candidate, steps]
  }
  return best
}

/** "draft, final or other" */
export const listWords = (words: readonly string[], last = 'or'): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`
