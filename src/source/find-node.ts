import type { Path, Place } from '../problem.ts'
import { placeOf, type SourceNode, type Span } from './source-node.ts'

/** The node at a path, or the nearest above it; with its key, where it has one. */
export function findNode(
  root: SourceNode,
  at: Path,
): { node: SourceNode; key?: Span; isFound: boolean } {
  let node = root
  let key: Span | undefined
  for (const step of at) {
    const entry: { key?: Span; value: SourceNode } | undefined =
      node.kind === 'map'
        ? node.entries.get(String(step))
        : node.kind === 'list' && node.items[Number(step)]
          ? { value: node.items[Number(step)]! }
          : undefined
    if (!entry) return { node, ...(key && { key }), isFound: false }
    node = entry.value
    key = entry.key
  }
  return { node, ...(key && { key }), isFound: true }
}

/** Where a value stands. Of a list or map: its key, else its first key, for nobody looks for its end. */
export function placeAt(root: SourceNode, at: Path, part: 'key' | 'value' = 'value'): Place {
  const { node, key, isFound } = findNode(root, at)
  if (key && (part === 'key' || node.kind !== 'scalar' || !isFound)) return placeOf(key)
  if (node.kind === 'scalar') {
    // Nothing was typed here: the key is all there is to see.
    return placeOf(key && node.start === node.end ? key : node)
  }
  return placeOf(firstOf(node))
}

const firstOf = (node: SourceNode): Span => {
  if (node.kind === 'map') {
    const first = node.entries.values().next().value
    if (first) return first.key
  }
  if (node.kind === 'list' && node.items[0]) return firstOf(node.items[0])
  return node
}
