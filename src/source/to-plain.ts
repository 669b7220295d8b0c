import { isEmpty, type SourceNode } from './source-node.ts'

export type Plain = string | Plain[] | { [key: string]: Plain }

/** The values alone. What is empty is left out, and of a doubled key all but the first. */
export function toPlain(node: SourceNode): Plain {
  if (node.kind === 'scalar') return node.value
  if (node.kind === 'list') return node.items.map(toPlain)
  // No prototype: a file may hold any key, `__proto__` too.
  const map = Object.create(null) as { [key: string]: Plain }
  for (const [name, { value }] of node.entries) {
    if (!isEmpty(value) && !name.includes('\0')) map[name] = toPlain(value)
  }
  return map
}
