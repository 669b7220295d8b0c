import type { SourceEntry, SourceMap, SourceNode } from '../source/source-node.ts'
import { columnOf, lineEndingOf, lineEndOf, type FileEdits } from './file-edits.ts'
import { behindRemarks } from './list-spots.ts'
import { indentBy } from './yaml-value.ts'

export const isInBrackets = ({ file, start }: SourceMap): boolean => file.text[start] === '{'

/** Behind the colon. */
export function fillingSpot(key: { end: number }, { file, start }: SourceNode): number {
  const colon = file.text.indexOf(':', key.end)
  return colon === -1 ? start : colon + 1
}

/**
 * A key with its lines, behind the last of those that are there of the keys it is written behind.
 */
export function insertKey(
  edits: FileEdits,
  map: SourceMap,
  after: readonly string[],
  lines: readonly string[],
): void {
  const { file } = map
  const [first] = map.entries.values()
  if (!first) return
  if (isInBrackets(map)) {
    edits.put(file, first.key.start, first.key.start, `${lines.join(' ')}, `)
    return
  }
  const ending = lineEndingOf(file)
  const column = columnOf(file, first.key.start)
  const indented = indentBy(column, lines)
  const before = after
    .flatMap(key => map.entries.get(key) ?? [])
    .reduce<SourceEntry | undefined>(
      (last, entry) => (last && last.key.start > entry.key.start ? last : entry),
      undefined,
    )
  if (!before) {
    const text = `${lines.join(ending + ' '.repeat(column))}${ending}${' '.repeat(column)}`
    edits.put(file, first.key.start, first.key.start, text)
    return
  }
  const at = behindRemarks(file, lineEndOf(file, endOf(before)), column)
  edits.put(file, at, at, ending + indented.join(ending))
}

export const endOf = ({ key, value }: SourceEntry): number => Math.max(key.end, value.end)

/** Behind all that stands in braces. */
export function insertLast(edits: FileEdits, map: SourceMap, text: string): void {
  const spot = endOfLast(map)
  edits.put(map.file, spot, spot, `, ${text}`)
}

function endOfLast({ entries }: SourceMap): number {
  const last = [...entries.values()].at(-1)!
  const { key, value } = last
  if (value.start > key.end && value.end > value.start) return value.end
  // Nothing, or the name of a value that stands elsewhere.
  const from = fillingSpot(key, value)
  return from + (/^\s*\*[^\s,[\]{}]+/.exec(key.file.text.slice(from))?.[0].length ?? 0)
}
