import type { Path } from '../problem.ts'
import type { SourceNode } from '../source/source-node.ts'
import { toPlain, type Plain } from '../source/to-plain.ts'

/**
 * Whether a file says what it said before, but for one entry more in a list of one of its maps. A list may
 * stand in the place of a single value.
 */
export function isAllThere(
  before: SourceNode,
  after: SourceNode,
  { at, key, index }: { at: Path; key: string; index: number },
): boolean {
  return meaningOf(withList(before, at, key)) === meaningOf(withList(after, at, key, index))
}

/** What a file says, with a list under the key of one map: without one of its entries, or whole. */
function withList(root: SourceNode, at: Path, key: string, without?: number): Plain {
  const whole = toPlain(root)
  const map = at.reduce<Plain>((value, step) => (value as Keys)[step]!, whole) as Keys
  const { [key]: typed = [] } = map
  const list = Array.isArray(typed) ? typed : [typed]
  map[key] = list.filter((entry, index) => index !== without && entry !== '')
  return whole
}

type Keys = { [key: string]: Plain }

/** Space behind a text is not printed, and depends on what follows it. Keys have no order. */
const meaningOf = (value: Plain): string =>
  JSON.stringify(value, (_key, value: unknown) => {
    if (typeof value === 'string') return value.trimEnd().replaceAll('\r\n', '\n')
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
    return Object.fromEntries(
      Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)),
    )
  })
