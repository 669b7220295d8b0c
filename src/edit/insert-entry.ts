import type { SourceList, SourceMap } from '../source/source-node.ts'
import { isEmpty } from '../source/source-node.ts'
import { indentBy } from './yaml-value.ts'
import { endOf, fillingSpot, insertKey, isInBrackets } from './insert-key.ts'
import { columnOf, lineEndingOf, lineEndOf, type FileEdits } from './file-edits.ts'
import { dashOf, isFlow, remarksAbove, resolveEnd, type Spot } from './list-spots.ts'

/** An entry of a list that is to be written, in lines from the margin or between brackets. */
export type NewEntry = {
  lines: (indent: number) => string[]
  flow: () => string
}

type Home = {
  /** Whose list it is. */
  map: SourceMap
  key: 'items' | 'recommendations' | 'sections'
  /** Keys behind which the list's key is written, where it is missing. */
  after: readonly string[]
  /** Parted by empty lines, where the list does not say it. */
  isSpaced: boolean
}

/** Puts an entry behind another, or before one, or where there is none yet. */
export function insertEntry(
  edits: FileEdits,
  home: Home,
  { behind, before }: { behind?: Spot | undefined; before?: Spot | undefined },
  entry: NewEntry,
): void {
  if (behind) return insertBehind(edits, home, behind, entry)
  if (before) return insertBefore(edits, home, before, entry)
  const { map, key, after } = home
  const typed = map.entries.get(key)
  if (!typed) {
    const lines = isInBrackets(map)
      ? [`${key}: [${entry.flow()}]`]
      : [`${key}:`, ...indentBy(2, entry.lines(columnOf(map.file, startOf(map)) + 2))]
    return insertKey(edits, map, after, lines)
  }
  const { value } = typed
  if (value.kind === 'list') {
    const last = value.items.at(-1)
    if (last) return insertBehind(edits, home, { list: value, node: last }, entry)
  }
  const { file } = value
  if (isInBrackets(map))
    return edits.put(
      file,
      value.start,
      value.end,
      `${value.kind === 'list' ? '' : ' '}[${entry.flow()}]`,
    )
  const ending = lineEndingOf(file)
  const indent = columnOf(file, typed.key.start) + 2
  const text = ending + indentBy(indent, entry.lines(indent)).join(ending)
  if (value.kind === 'list') return edits.put(file, fillingSpot(typed.key, value), value.end, text)
  if (!isEmpty(value)) return
  const at = lineEndOf(file, endOf(typed))
  edits.put(file, at, at, text)
}

const startOf = ({ entries, start }: SourceMap): number => {
  const [first] = entries.values()
  return first?.key.start ?? start
}

function insertBehind(edits: FileEdits, home: Home, spot: Spot, entry: NewEntry): void {
  const { list } = spot
  const { file } = list
  const end = resolveEnd(spot)
  if (isFlow(list)) return edits.put(file, end, end, `, ${entry.flow()}`)
  const column = columnOf(file, list.start)
  const ending = lineEndingOf(file)
  const at = behindRemarks(list, lineEndOf(file, end), column)
  const lines = indentBy(column, entry.lines(column))
  edits.put(file, at, at, ending + (isSpaced(home, list) ? ending : '') + lines.join(ending))
}

/** Remarks that stand further in than its dash are of the entry above them. */
function behindRemarks({ file }: SourceList, end: number, column: number): number {
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

function insertBefore(edits: FileEdits, home: Home, spot: Spot, entry: NewEntry): void {
  const { list } = spot
  const { file } = list
  if (isFlow(list)) return edits.put(file, spot.node.start, spot.node.start, `${entry.flow()}, `)
  const column = columnOf(file, list.start)
  const ending = lineEndingOf(file)
  const at = remarksAbove(file, dashOf(spot), column).start
  const lines = indentBy(column, entry.lines(column))
  edits.put(file, at, at, lines.join(ending) + ending + (isSpaced(home, list) ? ending : ''))
}

function isSpaced(home: Home, { file, items }: SourceList): boolean {
  const [first, second] = items
  if (!first || !second || second.start < first.end) return home.isSpaced
  return /\n[ \t]*\r?\n/.test(file.text.slice(first.end, second.start))
}
