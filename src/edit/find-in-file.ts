import type { Path } from '../problem.ts'
import { parseYaml } from '../source/parse-yaml.ts'
import { SourceFile } from '../source/source-file.ts'
import type { SourceList, SourceMap, SourceNode } from '../source/source-node.ts'

/** A list or map where it stands in a file, and what holds it there. */
export type InFile = { at: Path; node: SourceNode; parent: SourceNode | undefined }

/** What begins at a spot of a file, as the file alone has it: parts that it names are not in their places. */
export function findInFile(root: SourceNode, { start, kind }: SourceNode): InFile | undefined {
  const visit = (node: SourceNode, at: Path, parent?: SourceNode): InFile | undefined => {
    if (node.start === start && node.kind === kind) return { at, node, parent }
    for (const [step, child] of childrenOf(node)) {
      const found = visit(child, [...at, step], node)
      if (found) return found
    }
    return undefined
  }
  return visit(root, [])
}

function* childrenOf(node: SourceNode): Generator<[step: string | number, child: SourceNode]> {
  if (node.kind === 'list') yield* node.items.entries()
  if (node.kind === 'map') for (const [key, { value }] of node.entries) yield [key, value]
}

/** What a file with this text says; nothing where it can no longer be read. */
export function parseWhole(path: string, text: string): SourceNode | undefined {
  const { value, broken } = parseYaml(new SourceFile(path, text))
  return broken ? undefined : value
}

/**
 * How often a list or map stands in a response: by a name (`&`, `*`) or a part named twice it may be
 * several times, and an edit would change it in all of them.
 */
export function countUses(root: SourceNode, { file, start }: SourceMap | SourceList): number {
  let uses = 0
  const visit = (node: SourceNode): void => {
    if (node.kind === 'scalar') return
    if (node.start === start && node.file.path === file.path) uses += 1
    for (const [, child] of childrenOf(node)) visit(child)
  }
  visit(root)
  return uses
}
