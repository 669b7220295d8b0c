import { parseYaml } from '../source/parse-yaml.ts'
import { SourceFile } from '../source/source-file.ts'
import type { SourceMap, SourceNode, SourceScalar } from '../source/source-node.ts'
import { isEmpty } from '../source/source-node.ts'

/**
 * Whether a file, once edited, still says all that was typed in it: each map of before is there, in its
 * order, with every value that was not meant to change under its own key.
 */
export function isAllKept(
  before: SourceFile,
  after: string,
  isReplaced: (node: SourceScalar) => boolean,
): boolean {
  const typed = parseYaml(before)
  const written = parseYaml(new SourceFile(before.path, after))
  if (!typed.value || !written.value || written.broken) return false
  const kept = [...mapsIn(typed.value)].map(map => valuesOf(map, isReplaced))
  const there = mapsIn(written.value)
  for (const values of kept) {
    if (values.size === 0) continue
    let next = there.next()
    while (!next.done && !holdsAll(next.value, values)) next = there.next()
    if (next.done) return false
  }
  return true
}

function* mapsIn(node: SourceNode): Generator<SourceMap> {
  if (node.kind === 'map') {
    yield node
    for (const { value } of node.entries.values()) yield* mapsIn(value)
  }
  if (node.kind === 'list') for (const item of node.items) yield* mapsIn(item)
}

/** What is typed in lists without maps is of the map that holds them. */
function valuesOf(
  { entries }: SourceMap,
  isReplaced: (node: SourceScalar) => boolean,
): Map<string, string> {
  const values = new Map<string, string>()
  const visit = (key: string, node: SourceNode): void => {
    if (node.kind === 'scalar' && !isEmpty(node) && !isReplaced(node))
      values.set(key, meaningOf(node))
    if (node.kind === 'list') node.items.forEach((item, index) => visit(`${key}/${index}`, item))
  }
  for (const [key, { value }] of entries) visit(key.replace(/\0.*/, ''), value)
  return values
}

/** Space behind a text is not printed, and depends on what follows it. */
const meaningOf = ({ value }: SourceScalar): string => value.trimEnd().replaceAll('\r\n', '\n')

function holdsAll(map: SourceMap, values: ReadonlyMap<string, string>): boolean {
  const there = valuesOf(map, () => false)
  for (const [key, value] of values) if (there.get(key) !== value) return false
  return true
}
