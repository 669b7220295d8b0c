import { bagOf, likeness, type Bag } from '../model/likeness.ts'
import type { ItemStanding } from './standing.ts'

/** An item, and one of a later report that says the same, or nearly so. */
export type ItemPair = {
  from: ItemStanding
  to: ItemStanding
  /** From 0 to 1. */
  likeness: number
  isNearlySame: boolean
}

/**
 * From here on two texts are told of: two reports of one year on two forces have true pairs from 0.41, and
 * none that is not below 0.31. Across the kinds a cause of concern is like its own recommendations, to 0.40.
 */
const ALIKE = 0.4
const ALIKE_ACROSS_KINDS = 0.5
const NEARLY_SAME = 0.8
/** Of two that are as like, the one of the same kind. */
const SAME_KIND = 0.05

/**
 * Which of the later items is most like each of the earlier. Each stands for one other; but for several
 * where it says nearly the same.
 */
export function matchItems(
  earlier: readonly ItemStanding[],
  later: readonly ItemStanding[],
): ItemPair[] {
  const laterBags = later.map(item => ({ to: item, bag: bagOfItem(item) }))
  const pairs = earlier
    .flatMap(from => {
      const bag = bagOfItem(from)
      return laterBags.flatMap(other => pairOf(from, bag, other))
    })
    .sort((one, other) => rankOf(other) - rankOf(one))
  const chosen = new Map<ItemStanding, ItemPair>()
  const taken = new Set<ItemStanding>()
  for (const pair of pairs) {
    if (chosen.has(pair.from) || (taken.has(pair.to) && !pair.isNearlySame)) continue
    chosen.set(pair.from, pair)
    taken.add(pair.to)
  }
  return earlier.flatMap(item => chosen.get(item) ?? [])
}

function pairOf(
  from: ItemStanding,
  bag: Bag,
  { to, bag: other }: { to: ItemStanding; bag: Bag },
): ItemPair[] {
  const like = likeness(bag, other)
  if (like < (from.kind === to.kind ? ALIKE : ALIKE_ACROSS_KINDS)) return []
  return [{ from, to, likeness: like, isNearlySame: like >= NEARLY_SAME }]
}

const rankOf = ({ from, to, likeness }: ItemPair): number =>
  likeness + (from.kind === to.kind ? SAME_KIND : 0)

/** What every item of every report says: "The force should make sure that it improves …". */
const STOCK = new Set(
  `the force forces should must need needs to make makes sure ensure ensures ensuring that it its their
  they them a an of and or in on at for from by with is are be been being was were as all this these those
  which who how so have has not does do continue continues improve improving can could will`.split(
    /\s+/,
  ),
)

const WORD = /[\p{L}\p{N}\p{M}]+(?:['’-][\p{L}\p{N}\p{M}]+)*/gu

/** The words that are the item's own, in whatever form they stand there. */
function bagOfItem({ title = '', words }: ItemStanding): Bag {
  const all = `${title} ${words}`.toLowerCase().match(WORD) ?? []
  const own = all.filter(word => !STOCK.has(word)).map(stemOf)
  // An item that is made of such words alone is compared by them.
  return bagOf((own.length > 0 ? own : all).join(' '))
}

/** "supervise", "supervised", "supervising" and "supervises" are one word. */
const stemOf = (word: string): string =>
  word.length > 4 ? word.replace(/(?:ations?|ings?|ed|es|s|ly|e)$/, '') : word
