import type { Edit } from '../fix/mend.ts'
import type { SourceEntry, SourceList, SourceMap, SourceNode } from '../source/source-node.ts'
import { columnOf, lineEndingOf, lineStartOf } from './file-edits.ts'

/**
 * A map in braces, each of its keys on a line of its own instead, where its list has its entries on lines;
 * nothing where it has not, or where the braces hold what cannot be told apart. Values stay as they are
 * typed, and remarks beside what they stand beside.
 */
export function openBraces(map: SourceMap, parent: SourceNode | undefined): Edit | undefined {
  const { file, start, end } = map
  const isInList = parent?.kind === 'list' && file.text[parent.start] === '-'
  if (parent && !isInList) return undefined
  const lines = linesOf(map)
  if (!lines) return undefined
  const ending = lineEndingOf(file)
  const before = file.text.slice(lineStartOf(file, start), start)
  if (parent ? /^ *(?:- +)+$/.test(before) : before === '')
    return { start, end, text: indentLines(lines, columnOf(file, start)).join(ending) }
  // `- &name {`: what is named begins on the next line.
  const column = parent ? columnOf(file, parent.start) + 2 : 0
  const text = ['', ...indentLines(['', ...lines], column).slice(1)].join(ending)
  return { start: start - (before.length - before.trimEnd().length), end, text }
}

/** The first line stands where the braces did. */
const indentLines = ([first = '', ...rest]: readonly string[], column: number): string[] => [
  first,
  ...rest.map(line => (line.trim() === '' ? line : ' '.repeat(column) + line)),
]

function linesOf({ file, start, end, entries }: SourceMap): string[] | undefined {
  const all = [...entries.values()]
  const lines = remarksIn(file.text.slice(start + 1, all[0]?.key.start ?? start + 1))
  for (const [index, entry] of all.entries()) {
    const next = all[index + 1]?.key.start
    const typed = readTyped(entry, next ?? end - 1)
    if (!typed) return undefined
    lines.push(...writeTyped(typed, next === undefined))
  }
  return lines
}

/** A key in braces, and what stands about it. */
type Typed = {
  /** Between its colon and its value. */
  above: string[]
  /** The key with its value, from the margin. */
  lines: string[]
  /** On the line on which the value ends. */
  beside: string[]
  below: string[]
}

/** `next`: where the braces go on. */
function readTyped(entry: SourceEntry, next: number): Typed | undefined {
  const { key, value } = entry
  const { text } = key.file
  const colon = /^\s*:/.exec(text.slice(key.end, next))
  const from = key.end + (colon?.[0].length ?? 0)
  const end = endOfValue(value, from, next)
  const gap = text.slice(end, next)
  if (!/^[\s,]*$/.test(withoutRemarks(gap))) return undefined
  const [, beside = '', below = ''] = /^([^\n]*)(\n[^]*)?$/.exec(gap) ?? []
  const isHere = value.start >= from
  // Marks such as &name stand between the two.
  const lead = text.slice(from, isHere ? value.start : from)
  const typed = isHere ? text.slice(value.start, end) : text.slice(from, end).trim()
  const words = [withoutRemarks(lead).trim(), typed].filter(Boolean).join(' ')
  const name = text.slice(key.start, key.end)
  const listed =
    isHere && name === 'history' && value.kind === 'list' ? entriesOf(value, typed) : undefined
  return {
    above: remarksIn(lead),
    lines: listed ? [`${name}:`, ...listed] : writeValue(name, words),
    beside: remarksIn(beside),
    below: remarksIn(below),
  }
}

/** What follows the braces on their last line is then beside the last value. */
function writeTyped({ above, lines, beside, below }: Typed, isLast: boolean): string[] {
  if (isLast) return [...above, ...beside, ...below, ...lines]
  const last = [lines.at(-1)!, ...beside].join(' ')
  return [...above, ...lines.slice(0, -1), last, ...below]
}

/** A value that is named (`*name`) stands elsewhere. */
function endOfValue({ file, start, end }: SourceNode, from: number, next: number): number {
  if (start >= from && end <= next && end > start) return end
  const alias = /^\s*\*[^\s,[\]{}]+/.exec(file.text.slice(from, next))
  return from + (alias?.[0].length ?? 0)
}

/** Lines of a value behind its first, further in than its key; among each other they stay as they were. */
function writeValue(name: string, words: string): string[] {
  const [first = '', ...rest] = words.split(/\r?\n/)
  const depths = rest.filter(line => line.trim() !== '').map(line => line.search(/\S/))
  const least = Math.min(...depths)
  return [
    first === '' ? `${name}:` : `${name}: ${first}`,
    ...rest.map(line => (line.trim() === '' ? '' : `  ${line.slice(least)}`)),
  ]
}

/** The entries of a list in brackets, a line each; nothing where something else stands between them. */
function entriesOf({ items, start }: SourceList, typed: string): string[] | undefined {
  const end = start + typed.length
  const isHere = items.every(item => item.start > start && item.end < end)
  if (items.length === 0 || !isHere) return undefined
  const at = (from: number, to: number) => typed.slice(from - start, to - start)
  const gaps = items.map((item, index) => at(items[index - 1]?.end ?? start + 1, item.start))
  gaps.push(at(items.at(-1)!.end, end - 1))
  if (gaps.some(gap => !/^[\s,]*$/.test(gap))) return undefined
  return items.flatMap(item => {
    const [first = '', ...rest] = at(item.start, item.end).split(/\r?\n/)
    return [`  - ${first}`, ...rest.map(line => (line.trim() === '' ? '' : `      ${line.trim()}`))]
  })
}

const REMARK = /(?<=^|\s)#[^\r\n]*/g

const remarksIn = (gap: string): string[] =>
  [...gap.matchAll(REMARK)].map(([remark]) => remark.trimEnd())

const withoutRemarks = (gap: string): string => gap.replace(REMARK, '')
