import { oneLine } from '../../edit/yaml-value.ts'
import { columnOf, lineEndingOf, lineStartOf, type FileEdits } from '../../edit/file-edits.ts'
import { dashOf, isFlow, remarksAbove } from '../../edit/list-spots.ts'
import type { TypedItem } from './typed-tree.ts'

const MARK = /^# Not in .+ any more: kept, with its answer\. Delete it if it is to go\.$/

const markFor = (source: string): string =>
  `# Not in ${oneLine(source)} any more: kept, with its answer. Delete it if it is to go.`

/** Nothing where a remark has no line of its own: between brackets. */
function spotOf({ map, spot }: TypedItem) {
  if (map === spot.node) {
    if (isFlow(spot.list)) return undefined
    const { file } = spot.list
    return { file, at: dashOf(spot), column: columnOf(file, spot.list.start) }
  }
  const at = lineStartOf(map.file, map.start)
  return { file: map.file, at, column: columnOf(map.file, map.start) }
}

/** A remark above an item that the report has no more, once. Says whether it was written. */
export function markGone(edits: FileEdits, item: TypedItem, source: string): boolean {
  const spot = spotOf(item)
  if (!spot) return false
  const { file, at, column } = spot
  if (remarksAbove(file, at, column).lines.some(({ words }) => MARK.test(words))) return false
  edits.put(file, at, at, ' '.repeat(column) + markFor(source) + lineEndingOf(file))
  return true
}

/** Takes the remark away again. */
export function unmark(edits: FileEdits, item: TypedItem): boolean {
  const spot = spotOf(item)
  if (!spot) return false
  const marks = remarksAbove(spot.file, spot.at, spot.column).lines.filter(({ words }) =>
    MARK.test(words),
  )
  for (const { start, end } of marks) edits.put(spot.file, start, end, '')
  return marks.length > 0
}
