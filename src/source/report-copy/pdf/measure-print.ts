import type { PrintedLine } from './printed-line.ts'
import type { Segment } from './segment.ts'

/** How most of a report is printed. */
export type Body = { size: number; isBold: boolean; colour: string }

export function findBodySize(segments: Iterable<Segment>): number {
  const counts = new Map<number, number>()
  for (const { size, words } of segments) add(counts, Math.round(size * 2) / 2, words.length)
  return mostOf(counts) ?? 10
}

export function findBody(lines: readonly PrintedLine[]): Body {
  const [sizes, bolds, colours] = [new Map(), new Map(), new Map()] as [
    Map<number, number>,
    Map<boolean, number>,
    Map<string, number>,
  ]
  for (const { size, words, isBold, colour } of lines) {
    add(sizes, Math.round(size * 2) / 2, words.length)
    add(bolds, isBold, words.length)
    add(colours, colour, words.length)
  }
  return {
    size: mostOf(sizes) ?? 10,
    isBold: mostOf(bolds) ?? false,
    colour: mostOf(colours) ?? '#000000',
  }
}

function add<K>(counts: Map<K, number>, key: K, count: number): void {
  counts.set(key, (counts.get(key) ?? 0) + count)
}

function mostOf<K>(counts: ReadonlyMap<K, number>): K | undefined {
  let [most, best] = [0, undefined as K | undefined]
  for (const [key, count] of counts) if (count > most) [most, best] = [count, key]
  return best
}

/** From one line to the next of a paragraph, for words of a size, as most are in this report. */
export function measureLeading(lines: readonly PrintedLine[]): (line: PrintedLine) => number {
  const steps = new Map<string, Map<number, number>>()
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1]
    if (!before || before.flow !== line.flow || Math.abs(before.size - line.size) > 0.3) continue
    const step = line.base - before.base
    if (step <= 0.5 * line.size || step > 2 * line.size) continue
    // Within a paragraph: an entry of a list or a new one may stand further off.
    const weight = /^\p{Ll}/u.test(line.words) ? 5 : 1
    const key = keyOf(line)
    const own = steps.get(key) ?? new Map<number, number>()
    add(own, Math.round(step * 2) / 2, weight)
    steps.set(key, own)
  }
  const leadings = new Map([...steps].map(([key, own]) => [key, mostOf(own)]))
  return line => leadings.get(keyOf(line)) ?? 1.25 * line.size
}

const keyOf = ({ size, box, cell }: PrintedLine): string =>
  `${Math.round(size * 2)} ${cell ? 'cell' : box === undefined ? '' : 'box'}`
