import type { SourceList, SourceMap } from '../source/source-node.ts'
import { isEmpty } from '../source/source-node.ts'
import { indentBy } from './yaml-value.ts'
import { endOf, fillingSpot, insertKey, isInBrackets } from './insert-key.ts'
import { columnOf, lineEndingOf, lineEndOf, type FileEdits } from './file-edits.ts'
import { behindRemarks, dashOf, isFlow, remarksAbove, resolveEnd, type Spot } from './list-spots.ts'

/** An entry of a list that is to be written, in lines from the margin or between brackets. */
export type NewEntry = {
  lines: (indent: number) => string[]
  flow: () => string
}

type Home = {
  /** Whose list it is. */
  map: SourceMap
  key: string
  /** Keys behind which the list's key is written, where it is missing. */
  after: readonly string[]
  /** Parted by empty lines, where the list does not say it. */
  isSpaced: boolean
  /** How far in a dash stands, from its key, where there is no list yet. */
  indent?: number
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
  const { map, key, after, indent: step = 2 } = home
  const typed = map.entries.get(key)
  if (!typed) {
    const lines = isInBrackets(map)
      ? [`${key}: [${entry.flow()}]`]
      : [`${key}:`, ...indentBy(step, entry.lines(columnOf(map.file, startOf(map)) + step))]
    return insertKey(edits, map, after, lines)
  }
  const { value } = typed
  if (value.kind === 'list') {
    const last = value.items.at(-1)
    if (last) return insertBehind(edits, home, { list: value, node: last }, entry)
  }
  const { file } = value
  if (isInBrackets(map)) {
    if (value.kind !== 'list' && !isEmpty(value)) return
    const isNothing = value.start === value.end
    const start = isNothing ? fillingSpot(typed.key, value) : value.start
    return edits.put(
      file,
      start,
      isNothing ? start : value.end,
      `${isNothing ? ' ' : ''}[${entry.flow()}]`,
    )
  }
  const ending = lineEndingOf(file)
  const indent = columnOf(file, typed.key.start) + step
  const text = ending + indentBy(indent, entry.lines(indent)).join(ending)
  if (value.kind === 'list') return edits.put(file, fillingSpot(typed.key, value), value.end, text)
  if (!isEmpty(value)) return
  // Nothing but two marks of quotation.
  if (value.end > value.start) return edits.put(file, value.start, value.end, text)
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
  const at = behindRemarks(file, lineEndOf(file, end), column)
  const lines = indentBy(column, entry.lines(column))
  edits.put(file, at, at, ending + (isSpaced(home, list) ? ending : '') + lines.join(ending))
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
