import { slotOf, type Word, type WordIndex } from './words.ts'

/** Where some words stand, or words like them: from and to (the place behind the last), and the differences. */
export type Passage = { from: number; to: number; hunks: Hunk[]; likeness: number }
/** Some words in place of others: `typed` counts in the words looked for, `found` in those of the index. */
export type Hunk = { typed: [from: number, to: number]; found: [from: number, to: number] }

/** No quotation is longer; of such a one, only this much is compared. */
const WORD_LIMIT = 1200
/** Three words that stand in more places than these say little about the place. */
const PLACES_LIMIT = 64
const EXACT_PLACES_LIMIT = 2000

/** `near`: the only part of the index that is looked at. */
export function findPassage(
  index: WordIndex,
  words: readonly Word[],
  near?: readonly [from: number, to: number],
): Passage | undefined {
  const ids = words.slice(0, WORD_LIMIT).map(({ key }) => index.ids.get(key) ?? -1)
  if (ids.length < 3) return undefined
  const exact = findExact(index, ids, near)
  if (exact !== undefined) return { from: exact, to: exact + ids.length, hunks: [], likeness: 1 }
  const window = findWindow(index, ids, near)
  return window && align(index.words, ids, window)
}

const isNear = (place: number, near: readonly [number, number] | undefined) =>
  near === undefined || (place >= near[0] && place < near[1])

function* placesOf(index: WordIndex, ids: readonly number[], at: number): Generator<number> {
  const { words, next, heads } = index
  const [one, two, three] = [ids[at]!, ids[at + 1]!, ids[at + 2]!]
  for (let p = heads[slotOf(one, two, three, heads.length)]!; p !== -1; p = next[p]!)
    if (words[p] === one && words[p + 1] === two && words[p + 2] === three) yield p
}

function findExact(
  index: WordIndex,
  ids: readonly number[],
  near: readonly [number, number] | undefined,
): number | undefined {
  let rarest = { at: 0, count: Infinity }
  for (let at = 0; at + 2 < ids.length; at++) {
    if (ids[at] === -1) return undefined
    const slot = slotOf(ids[at]!, ids[at + 1]!, ids[at + 2]!, index.heads.length)
    const count = index.counts[slot]!
    if (count < rarest.count) rarest = { at, count }
  }
  let looked = 0
  for (const place of placesOf(index, ids, rarest.at)) {
    if ((looked += 1) > EXACT_PLACES_LIMIT) return undefined
    const from = place - rarest.at
    if (isNear(from, near) && ids.every((id, step) => index.words[from + step] === id)) return from
  }
  return undefined
}

/** The part of the index that shares the most runs of three words. */
function findWindow(
  index: WordIndex,
  ids: readonly number[],
  near: readonly [number, number] | undefined,
): [from: number, to: number] | undefined {
  const hits: { place: number; at: number }[] = []
  for (let at = 0; at + 2 < ids.length; at++) {
    if (ids[at] === -1 || ids[at + 1] === -1 || ids[at + 2] === -1) continue
    let looked = 0
    for (const place of placesOf(index, ids, at)) {
      if ((looked += 1) > PLACES_LIMIT) break
      if (isNear(place, near)) hits.push({ place, at })
    }
  }
  hits.sort((one, other) => one.place - other.place)
  const width = ids.length + Math.max(8, ids.length >> 2)
  const shown = new Int32Array(ids.length)
  let [first, different, most] = [0, 0, 0]
  let best: [number, number] | undefined
  for (const { place, at } of hits) {
    if (shown[at]! === 0) different += 1
    shown[at]! += 1
    for (; place - hits[first]!.place > width; first++) {
      shown[hits[first]!.at]! -= 1
      if (shown[hits[first]!.at]! === 0) different -= 1
    }
    if (different <= most) continue
    most = different
    const start = hits[first]!
    best = [start.place - start.at, place + (ids.length - at)]
  }
  if (!best || most < Math.max(1, (ids.length - 2) * 0.2)) return undefined
  // Words left out or put in at either end move it a little.
  const room = Math.max(6, ids.length >> 3)
  return [Math.max(0, best[0] - room), Math.min(index.words.length, best[1] + room)]
}

/** The longest row of words that both have, in order; the words before and after it in the window are others'. */
function align(
  words: Int32Array,
  ids: readonly number[],
  [from, to]: [number, number],
): Passage | undefined {
  const width = to - from
  const columns = width + 1
  const lengths = new Uint16Array((ids.length + 1) * columns)
  for (let i = ids.length - 1; i >= 0; i--)
    for (let j = width - 1; j >= 0; j--)
      lengths[i * columns + j] =
        ids[i] === words[from + j]
          ? lengths[(i + 1) * columns + j + 1]! + 1
          : Math.max(lengths[(i + 1) * columns + j]!, lengths[i * columns + j + 1]!)
  const pairs = pairsOf(ids, words, from, width, lengths)
  const kept = withoutStrays(pairs)
  if (kept.length === 0) return undefined
  return toPassage(drawTogether(kept, words), ids.length, words)
}

type Pair = { typed: number; found: number }

function pairsOf(
  ids: readonly number[],
  words: Int32Array,
  from: number,
  width: number,
  lengths: Uint16Array,
): Pair[] {
  const columns = width + 1
  const pairs: Pair[] = []
  let [i, j] = [0, 0]
  while (i < ids.length && j < width) {
    if (ids[i] === words[from + j]) pairs.push({ typed: i++, found: from + j++ })
    else if (lengths[(i + 1) * columns + j]! >= lengths[i * columns + j + 1]!) i++
    else j++
  }
  return pairs
}

/** An "and" or "the" met far before the first run of words, or after the last, is not of the passage. */
function withoutStrays(pairs: Pair[]): Pair[] {
  const isJoined = (one: Pair | undefined, other: Pair | undefined) =>
    one !== undefined && other !== undefined && Math.abs(other.found - one.found) <= 3
  let [first, last] = [0, pairs.length - 1]
  while (first < last && !isJoined(pairs[first], pairs[first + 1])) first += 1
  while (last > first && !isJoined(pairs[last], pairs[last - 1])) last -= 1
  return pairs.slice(first, last + 1)
}

/** The next entry of a list begins with the same words: those nearest to the words behind them are meant. */
function drawTogether(pairs: readonly Pair[], words: Int32Array): Pair[] {
  const drawn = [...pairs]
  for (let at = drawn.length - 2; at >= 0; at--) {
    const [pair, next] = [drawn[at]!, drawn[at + 1]!]
    const found = next.found - (next.typed - pair.typed)
    if (found > pair.found && words[found] === words[pair.found]) drawn[at] = { ...pair, found }
  }
  return drawn
}

function toPassage(pairs: readonly Pair[], length: number, words: Int32Array): Passage {
  const hunks: Hunk[] = []
  const [first, last] = [pairs[0]!, pairs.at(-1)!]
  // What was typed before the first word that both have stands for as many of the report's.
  const before = Math.min(first.typed, first.found)
  let [typed, found] = [0, first.found]
  if (first.typed > 0) {
    let start = first.found
    while (start > first.found - before && words[start - 1] !== 0) start -= 1
    hunks.push({ typed: [0, first.typed], found: [start, first.found] })
  }
  typed = first.typed
  for (const pair of pairs) {
    if (pair.typed > typed || pair.found > found)
      hunks.push({ typed: [typed, pair.typed], found: [found, pair.found] })
    ;[typed, found] = [pair.typed + 1, pair.found + 1]
  }
  if (typed < length) {
    let end = found
    while (end < found + length - typed && words[end] !== 0 && end < words.length) end += 1
    hunks.push({ typed: [typed, length], found: [found, end] })
  }
  const from = first.found
  return { from, to: last.found + 1, hunks, likeness: pairs.length / length }
}
