import type { Path } from '../problem.ts'
import { findNode } from '../source/find-node.ts'
import type { SourceFile } from '../source/source-file.ts'
import type { SourceList, SourceNode } from '../source/source-node.ts'
import { columnOf, lineEndOf, lineStartOf } from './file-edits.ts'

/** Where an entry stands: in which list of which file, itself or by the `file:` that names it. */
export type Spot = { list: SourceList; node: SourceNode }

export const isFlow = ({ file, start }: SourceList): boolean => file.text[start] === '['

/** What stands elsewhere, and is named here, ends where the list does. */
export const resolveEnd = ({ list, node }: Spot): number =>
  node.file.path === list.file.path && node.start >= list.start && node.end <= list.end
    ? node.end
    : list.end

/** Where the line of its dash begins. */
export function dashOf({ list, node }: Spot): number {
  const { file } = list
  const column = columnOf(file, list.start)
  let at = lineStartOf(file, Math.min(Math.max(node.start, list.start), list.end))
  while (at > list.start && !isDash(file.text, at + column)) at = lineStartOf(file, at - 1)
  return at
}

const isDash = (text: string, at: number): boolean =>
  text[at] === '-' && /^$|\s/.test(text[at + 1] ?? '')

/** The remarks right above a line, as far in as `column`: where they begin, and the lines. */
export function remarksAbove(
  file: SourceFile,
  lineStart: number,
  column: number,
): { start: number; lines: { start: number; end: number; words: string }[] } {
  const lines: { start: number; end: number; words: string }[] = []
  let at = lineStart
  while (at > 0) {
    const start = lineStartOf(file, at - 1)
    const line = file.text.slice(start, at)
    const remark = /^( *)#(.*)/.exec(line)
    if (!remark || remark[1]!.length !== column) break
    lines.unshift({ start, end: at, words: line.trim() })
    at = start
  }
  return { start: at, lines }
}

/** Remarks that stand further in than a dash or a key are of what stands above them. */
export function behindRemarks(file: SourceFile, end: number, column: number): number {
  let at = end
  for (;;) {
    const next = file.text.indexOf('\n', at)
    if (next === -1) return at
    const lineEnd = lineEndOf(file, next + 1)
    const remark = /^( *)#/.exec(file.text.slice(next + 1, lineEnd))
    if (!remark || remark[1]!.length <= column) return at
    at = lineEnd
  }
}

/** How far in the file has its dashes from their keys: as the list does in which the item stands. */
export function indentIn(root: SourceNode, at: Path): number {
  for (let depth = at.length; depth > 0; depth--) {
    const { node, key } = findNode(root, at.slice(0, depth))
    if (node.kind !== 'list' || isFlow(node) || !key) continue
    const step = columnOf(node.file, node.start) - columnOf(key.file, key.start)
    if (step >= 0 && step <= 8) return step
  }
  return 2
}
