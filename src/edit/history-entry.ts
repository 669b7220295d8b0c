import { parseText } from '../model/text.ts'
import type { Day } from '../model/response.ts'
import type { HistorySource } from '../model/history.ts'
import type { NewEntry } from './insert-entry.ts'
import { asEntry, indentBy, inDoubleQuotes, writeValue } from './yaml-value.ts'

/** Words in one language, or in each of two. */
type Words = string | { cy?: string; en?: string }
/** What is to stand in an item's history: see `historySchema`. */
export type LoggedEntry = { date: Day; status?: string; source: HistorySource; text?: Words }

/** No line is longer, with its indentation, where a space allows it. */
const WIDTH = 100
const NARROWEST = 40

/** `isOpen`: on lines of its own, as those around it are, and not between braces. */
export const writeEntry = (entry: LoggedEntry, isOpen: boolean): NewEntry => ({
  flow: () => inBraces(entry),
  lines: indent =>
    !isOpen && isShort(entry, indent) ? [`- ${inBraces(entry)}`] : asEntry(onLines(entry, indent)),
})

/** On one line whatever it holds: no remark that follows can become a part of its text. */
export const writeEntryOnOneLine = (entry: LoggedEntry): NewEntry => ({
  flow: () => inBraces(entry),
  lines: () => [`- ${inBraces(entry)}`],
})

const isShort = (entry: LoggedEntry, indent: number): boolean =>
  !wordsOf(entry).some(text => text.includes('\n')) && indent + 2 + inBraces(entry).length <= WIDTH

const wordsOf = ({ text }: LoggedEntry): string[] =>
  typeof text === 'object' ? Object.values(text) : text === undefined ? [] : [text]

function inBraces({ date, status, source, text }: LoggedEntry): string {
  const pairs = [
    `date: ${date}`,
    ...(status === undefined ? [] : [`status: ${writeValue(status, true)}`]),
    `source: ${source}`,
    ...(text === undefined ? [] : [`text: ${wordsInBraces(text)}`]),
  ]
  return `{ ${pairs.join(', ')} }`
}

function wordsInBraces(text: Words): string {
  if (typeof text === 'string')
    return text.includes('\n') ? inDoubleQuotes(text) : writeValue(text, true)
  const pairs = Object.entries(text).map(
    ([language, words]) => `${language}: ${wordsInBraces(words)}`,
  )
  return `{ ${pairs.join(', ')} }`
}

function onLines({ date, status, source, text }: LoggedEntry, indent: number): string[] {
  return [
    `date: ${date}`,
    ...(status === undefined ? [] : [`status: ${writeValue(status)}`]),
    `source: ${source}`,
    ...(text === undefined ? [] : wordsOnLines('text', text, indent + 2)),
  ]
}

function wordsOnLines(key: string, text: Words, indent: number): string[] {
  if (typeof text === 'object')
    return [
      `${key}:`,
      ...Object.entries(text).flatMap(([language, words]) =>
        indentBy(2, wordsOnLines(language, words, indent + 2)),
      ),
    ]
  const line = `${key}: ${writeValue(text)}`
  if (!text.includes('\n') && indent + line.length <= WIDTH) return [line]
  return [`${key}: |`, ...indentBy(2, fill(text, WIDTH - indent - 2).split('\n'))]
}

/** The text in lines that fit, unless it would then say something else: a line may begin with a dash. */
function fill(text: string, width: number): string {
  const filled = text
    .split('\n')
    .flatMap(line => breakLine(line, Math.max(NARROWEST, width)))
    .join('\n')
  const isSame = JSON.stringify(parseText(filled)) === JSON.stringify(parseText(text))
  return isSame ? filled : text
}

function breakLine(line: string, width: number): string[] {
  const lines: string[] = []
  let rest = line
  while (rest.length > width) {
    const at = rest.lastIndexOf(' ', width)
    const from = at > 0 ? at : rest.indexOf(' ', width)
    if (from === -1 || rest.slice(0, from).trim() === '') break
    lines.push(rest.slice(0, from))
    rest = rest.slice(from + 1)
  }
  return [...lines, rest]
}
