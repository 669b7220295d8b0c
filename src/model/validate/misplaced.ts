import type { ZodMiniType } from 'zod/mini'
import type { Path } from '../../problem.ts'
import { findNode } from '../../source/find-node.ts'
import type { SourceNode } from '../../source/source-node.ts'
import type { Plain } from '../../source/to-plain.ts'
import { listWords } from './did-you-mean.ts'
import { valueAt } from './flatten-issues.ts'
import { homesOf } from './schema-keys.ts'
import { sayHome } from './sentences.ts'

type Keys = { [key: string]: Plain }
const isKeys = (value: Plain | undefined): value is Keys =>
  typeof value === 'object' && !Array.isArray(value)

/** "in report or publication", "at the top of the file"; nothing where the key has no place at all. */
export function sayHomes(homes: readonly string[][]): string | undefined {
  const names = [...new Set(homes.map(home => sayHome(home)))]
  // A recommendation is an item, and has few keys of its own.
  const own = names.includes('an item') ? names.filter(name => name !== 'a recommendation') : names
  if (own.length === 0) return undefined
  const isTop = (name: string) => name === sayHome([])
  const inside = own.filter(name => !isTop(name)).slice(0, 3)
  const phrases = [
    ...(inside.length > 0 ? [`in ${listWords(inside)}`] : []),
    ...(own.some(isTop) ? [`at ${sayHome([])}`] : []),
  ]
  return phrases.join(' or ')
}

/**
 * Puts a key that stands at the wrong level where it belongs, if there is one such place and it lacks
 * the key: then nothing is told to be missing there.
 */
export function moveHome(
  { schema, root, plain }: { schema: ZodMiniType; root: SourceNode; plain: Plain },
  at: Path,
  key: string,
  value: Plain,
): void {
  for (const home of homesOf(schema, key)) {
    const target = valueAt(plain, home)
    if (!isKeys(target) || key in target) continue
    const to = findNode(root, home)
    const from = findNode(root, at)
    if (!to.isFound || to.node.kind !== 'map' || from.node.kind !== 'map') continue
    const entry = from.node.entries.get(key)
    if (!entry) return
    target[key] = value
    to.node.entries.set(key, entry)
    return
  }
}
