import { isMap, isScalar, isSeq, parseDocument, type Pair, type Scalar, type YAMLMap } from 'yaml'

/** One thing done to one key or text of a file. */
export type Mutant = {
  kind: 'delete' | 'misspell' | 'blank' | 'swap' | 'indent' | 'outdent'
  /** What it was done to: a key, with its value, or a value alone. */
  of: 'key' | 'value'
  /** "sections.0.items.2.update" */
  path: string
  text: string
}

type Edit = { from: number; to: number; put: string }
type Spot = { path: string; from: number; to: number }

const apply = (text: string, edits: readonly Edit[]): string =>
  [...edits]
    .sort((one, other) => other.from - one.from)
    .reduce((text, { from, to, put }) => text.slice(0, from) + put + text.slice(to), text)

/** Every key and every text of a file deleted, misspelt, left blank, swapped and moved, one at a time. */
export function* mutantsOf(text: string): Generator<Mutant> {
  const document = parseDocument(text, { schema: 'failsafe' })
  for (const spot of spotsIn(document.contents, '', text))
    for (const { kind, edits } of changesOf(spot, text)) {
      const changed = apply(text, edits)
      if (changed !== text) yield { kind, of: spot.of, path: spot.path, text: changed }
    }
}

type Key = Spot & { of: 'key'; entryEnd: number; value: Spot | undefined; next: Spot | undefined }
type Value = Spot & { of: 'value' }
type Change = { kind: Mutant['kind']; edits: Edit[] }

function* spotsIn(node: unknown, path: string, text: string): Generator<Key | Value> {
  if (isMap(node)) {
    const pairs = (node as YAMLMap<Scalar, unknown>).items
    for (const [index, pair] of pairs.entries()) yield* spotsOf(pair, pairs[index + 1], path, text)
  } else if (isSeq(node)) {
    for (const [index, item] of node.items.entries()) yield* spotsIn(item, join(path, index), text)
  } else if (isScalar(node)) {
    const spot = spotOf(node, path, text)
    if (spot) yield { ...spot, of: 'value' }
  }
}

function* spotsOf(
  { key, value }: Pair<Scalar, unknown>,
  next: Pair<Scalar, unknown> | undefined,
  above: string,
  text: string,
): Generator<Key | Value> {
  const path = join(above, String(key.value))
  const { from, to } = spotOf(key, path, text)!
  const isNode = typeof value === 'object' && value !== null && 'range' in value
  const range = isNode ? (value.range as [number, number, number]) : undefined
  const nextSpot = next && spotOf(next.key, join(above, String(next.key.value)), text)
  const valueSpot = range && { path, from: range[0], to: endOf(text, range[0], range[1]) }
  const entryEnd = nextSpot?.from ?? valueSpot?.to ?? to + 1
  yield { of: 'key', path, from, to, entryEnd, value: valueSpot, next: nextSpot }
  yield* spotsIn(value, path, text)
}

const join = (path: string, step: string | number): string => (path ? `${path}.${step}` : `${step}`)

function spotOf({ range }: Scalar, path: string, text: string): Spot | undefined {
  if (!range || range[0] === range[1]) return undefined
  return { path, from: range[0], to: endOf(text, range[0], range[1]) }
}

const endOf = (text: string, from: number, to: number): number =>
  from + text.slice(from, to).trimEnd().length

function* changesOf(spot: Key | Value, text: string): Generator<Change> {
  const { from, to } = spot
  yield { kind: 'misspell', edits: [misspell(from, to, text)] }
  if (spot.of === 'value') {
    yield { kind: 'blank', edits: [{ from, to, put: '' }] }
    return
  }
  yield { kind: 'delete', edits: [{ from, to: spot.entryEnd, put: '' }] }
  if (spot.value)
    yield { kind: 'blank', edits: [{ from: spot.value.from, to: spot.value.to, put: '' }] }
  if (spot.next) {
    const names = [text.slice(from, to), text.slice(spot.next.from, spot.next.to)]
    yield {
      kind: 'swap',
      edits: [
        { from, to, put: names[1]! },
        { from: spot.next.from, to: spot.next.to, put: names[0]! },
      ],
    }
  }
  yield { kind: 'indent', edits: [{ from, to: from, put: ' ' }] }
  if (text[from - 1] === ' ' && text[from - 2] !== '-')
    yield { kind: 'outdent', edits: [{ from: from - 1, to: from, put: '' }] }
}

/** Two neighbouring letters of its first long word change places. */
function misspell(from: number, to: number, text: string): Edit {
  const words = text.slice(from, to)
  for (const word of words.matchAll(/\p{L}{3,}/gu))
    for (let n = word.index + 1; n < word.index + word[0].length - 1; n++)
      if (words[n] !== words[n + 1])
        return { from: from + n, to: from + n + 2, put: `${words[n + 1]}${words[n]}` }
  // A number, or a short word, gets one sign too many.
  return { from: to, to, put: 'q' }
}
