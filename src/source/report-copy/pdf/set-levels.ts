import type { BegunLine } from './begin-paragraphs.ts'

/** Of entries of lists, how deep they stand: by where their marks do. */
export function setLevels(lines: readonly BegunLine[]): Map<BegunLine, number> {
  const levels = new Map<BegunLine, number>()
  let open: number[] = []
  let before: BegunLine | undefined
  for (const line of lines) {
    const { left, size, isEntry, isFirst, column } = line
    const isElsewhere = before !== undefined && Math.abs(column.left - before.column.left) > 40
    if (isElsewhere && before?.flow !== line.flow)
      open = open.map(mark => mark + column.left - before!.column.left)
    if (isEntry) {
      while (open.length > 0 && left < open.at(-1)! - 0.5 * size) open.pop()
      if (open.length === 0 || left > open.at(-1)! + 0.5 * size) open.push(left)
      levels.set(line, open.length)
    } else if (isFirst) open = []
    before = line
  }
  return levels
}
