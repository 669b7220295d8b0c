/** No item is longer; of such a one, only this much is compared. */
const WORD_LIMIT = 600
const WORD = /[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu

/** The words of a text and the pairs of words that stand together, each as often as it is there. */
export type Bag = { counts: ReadonlyMap<string, number>; size: number; key: string }

export function bagOf(text: string): Bag {
  const words = (text.normalize('NFKC').toLowerCase().match(WORD) ?? [])
    .slice(0, WORD_LIMIT)
    .map(word => word.replaceAll('’', "'"))
  const counts = new Map<string, number>()
  const put = (one: string) => counts.set(one, (counts.get(one) ?? 0) + 1)
  words.forEach(put)
  for (let at = 1; at < words.length; at++) put(`${words[at - 1]} ${words[at]}`)
  return { counts, size: Math.max(0, words.length * 2 - 1), key: words.join(' ') }
}

function countShared(one: Bag, other: Bag): number {
  const [few, many] = one.counts.size < other.counts.size ? [one, other] : [other, one]
  let shared = 0
  for (const [word, count] of few.counts) shared += Math.min(count, many.counts.get(word) ?? 0)
  return shared
}

/** From 0 to 1: how much of both texts stands in both of them. */
export const likeness = (one: Bag, other: Bag): number =>
  one.key === other.key
    ? 1
    : one.size + other.size === 0
      ? 0
      : (2 * countShared(one, other)) / (one.size + other.size)

/** From 0 to 1: how much of the first text stands in the second. */
export const coverage = (one: Bag, other: Bag): number =>
  one.size === 0 ? 0 : countShared(one, other) / one.size

/** A pair of words in more texts than these says little. */
const TEXTS_LIMIT = 48

/** Which of some texts may be like another, or hold it: those with a rarer pair of words in common. */
export class BagIndex {
  readonly #texts = new Map<string, number[]>()

  constructor(bags: readonly Bag[]) {
    for (const [index, { counts }] of bags.entries())
      for (const word of counts.keys()) {
        const texts = this.#texts.get(word)
        if (!texts) this.#texts.set(word, [index])
        else if (texts.length <= TEXTS_LIMIT) texts.push(index)
      }
  }

  like({ counts }: Bag): Set<number> {
    const found = new Set<number>()
    for (const word of counts.keys()) {
      const texts = this.#texts.get(word)
      if (texts && texts.length <= TEXTS_LIMIT) for (const index of texts) found.add(index)
    }
    return found
  }
}
