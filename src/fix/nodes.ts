import type { Path } from '../problem.ts'
import type { SourceNode } from '../source/source-node.ts'

/** Each node once. Not one that stands for several keys by its name: it may be something else there. */
export function* nodesWithOneMeaning(root: SourceNode): Generator<{ at: Path; node: SourceNode }> {
  const keys = new Map<SourceNode, Set<string>>()
  const first = new Map<SourceNode, Path>()
  const visit = (node: SourceNode, at: Path): void => {
    const key = String(at.findLast(step => typeof step === 'string'))
    keys.set(node, (keys.get(node) ?? new Set()).add(key))
    if (!first.has(node)) first.set(node, at)
    if (node.kind === 'map')
      for (const [name, { value }] of node.entries) visit(value, [...at, name])
    if (node.kind === 'list') node.items.forEach((item, index) => visit(item, [...at, index]))
  }
  visit(root, [])
  for (const [node, at] of first) if (keys.get(node)!.size === 1) yield { at, node }
}
