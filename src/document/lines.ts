import type { Inline } from './tree.ts'

/** Words as the lines that breaks make of them. */
export function linesOf(nodes: readonly Inline[]): Inline[][] {
  const lines: Inline[][] = [[]]
  for (const node of nodes)
    if (node.type === 'break') lines.push([])
    else lines.at(-1)!.push(node)
  return lines
}

/** Runs of words in one, with something between each two. */
export const joinRuns = (runs: readonly Inline[][], between: Inline): Inline[] =>
  runs.flatMap((run, index) => (index === 0 ? run : [between, ...run]))
