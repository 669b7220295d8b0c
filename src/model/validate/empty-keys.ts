import type { ZodMiniType } from 'zod/mini'
import type { Path } from '../../problem.ts'
import { isEmpty, type SourceNode } from '../../source/source-node.ts'
import { keysAt } from './schema-keys.ts'

/** Keys with nothing behind them that a map of the schema does not have: the plain values leave them out. */
export function* findEmptyKeys(
  schema: ZodMiniType,
  node: SourceNode,
  at: Path = [],
): Generator<{ at: Path; key: string }> {
  if (node.kind === 'list')
    for (const [index, item] of node.items.entries())
      yield* findEmptyKeys(schema, item, [...at, index])
  if (node.kind !== 'map') return
  const empty: string[] = []
  for (const [key, { value }] of node.entries)
    if (isEmpty(value)) empty.push(key)
    else if (value.kind !== 'scalar') yield* findEmptyKeys(schema, value, [...at, key])
  // Where names are one's own, none is known, and all are right.
  const known = empty.length > 0 ? keysAt(schema, at) : []
  if (known.length === 0) return
  for (const key of empty) if (!known.includes(key) && !key.includes('\0')) yield { at, key }
}
