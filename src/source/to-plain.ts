import { isEmpty, type SourceNode } from './source-node.ts'

export type Plain = string | Plain[] | { [key: string]: Plain }

/**
 * An object that inherits nothing: a file may hold any key, `__proto__` too. What `Object.create(null)`
 * makes is a table to the engine, and slower in every use.
 */
const Bare = function () {} as unknown as new () => object
Bare.prototype = Object.create(null) as object

/** The values alone. What is empty is left out, and of a doubled key all but the first. */
export function toPlain(node: SourceNode): Plain {
  if (node.kind === 'scalar') return node.value
  if (node.kind === 'list') return node.items.map(toPlain)
  const map = new Bare() as { [key: string]: Plain }
  for (const [name, { value }] of node.entries) {
    if (!isEmpty(value) && !name.includes('\0')) map[name] = toPlain(value)
  }
  return map
}
