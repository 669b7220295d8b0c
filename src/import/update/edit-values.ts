import type { Block } from '../../document/tree.ts'
import { parseText } from '../../model/text.ts'

import { isEmpty } from '../../source/source-node.ts'
import type { SourceEntry, SourceMap, SourceScalar } from '../../source/source-node.ts'
import { printedWords } from '../printed-words.ts'
import { writeWords } from '../write/report-words.ts'
import { WIDTH } from '../write/write-item.ts'
import {
  indentBy,
  inDoubleQuotes,
  inSingleQuotes,
  oneLine,
  writeValue,
} from '../../edit/yaml-value.ts'
import { columnOf, lineEndingOf, type FileEdits } from '../../edit/file-edits.ts'
import { fillingSpot, isInBrackets } from '../../edit/insert-key.ts'

/** A value on one line in the place of another, in its marks. */
export function replaceValue(
  edits: FileEdits,
  map: SourceMap,
  { key, value }: SourceEntry,
  words: string,
): void {
  if (value.kind !== 'scalar') return
  const plain = writeValue(words, isInBrackets(map))
  const line = oneLine(words)
  if (isNothing(value)) {
    const at = fillingSpot(key, value)
    edits.put(value.file, at, at, ` ${plain}`)
  } else if (value.style === 'single') edits.replace(value, inSingleQuotes(line))
  else if (value.style === 'double') edits.replace(value, inDoubleQuotes(line))
  else edits.replace(value, plain)
}

/** A key with nothing behind it, not even marks. */
const isNothing = ({ start, end, style, value }: SourceScalar): boolean =>
  start === end && style === 'plain' && value === ''

/** A text in the place of another: its marks, its indentation and the paragraphs that did not change stay. */
export function replaceText(
  edits: FileEdits,
  map: SourceMap,
  entry: SourceEntry,
  blocks: readonly Block[],
): void {
  const { key, value } = entry
  if (value.kind !== 'scalar') return
  const { file } = value
  const isBlock = value.style === 'literal' || value.style === 'folded'
  if (!isBlock) {
    const text = writeWords(blocks)
    const isLong = text.includes('\n') || columnOf(file, key.start) + text.length > WIDTH + 20
    const isShortNow =
      !value.value.includes('\n') && !text.includes('\n') && value.value.length > WIDTH
    if (!isInBrackets(map) && !isNothing(value) && (!isLong || isShortNow))
      return replaceValue(edits, map, entry, text)
    if (isInBrackets(map)) {
      if (isNothing(value)) {
        const at = fillingSpot(key, value)
        return edits.put(file, at, at, ` ${inDoubleQuotes(text)}`)
      }
      return edits.replace(value, inDoubleQuotes(text))
    }
  }
  const typed = file.text.slice(value.start, value.end)
  const newline = typed.indexOf('\n')
  const indent = isBlock
    ? indentOf(value, columnOf(file, key.start))
    : columnOf(file, key.start) + 2
  const text = rewrap(value, blocks, indent)
  const head = isBlock ? (newline === -1 ? typed : typed.slice(0, newline)).trimEnd() : '|'
  const lines = [
    head.replace('>', '|').replace(/^(\|[-+]?)\d/, '$1'),
    ...indentBy(indent, text.split('\n')),
  ]
  const written = lines.join(lineEndingOf(file))
  if (isNothing(value)) {
    const at = fillingSpot(key, value)
    edits.put(file, at, at, ` ${written}`)
  } else edits.replace(value, written)
}

/** How far in its lines stand. */
function indentOf({ file, start, end }: SourceScalar, column: number): number {
  const [, ...lines] = file.text.slice(start, end).split('\n')
  const first = lines.find(line => line.trim() !== '')
  return first === undefined ? column + 2 : first.search(/\S/)
}

function rewrap({ value, style }: SourceScalar, blocks: readonly Block[], indent: number): string {
  const width = style === 'literal' ? widthOf(value, WIDTH - indent) : WIDTH - indent
  const text = writeWords(blocks, width)
  const typed = value.split(/\n[ \t\r]*\n/).filter(part => part.trim() !== '')
  const known = new Map(typed.map(part => [wordsIn(part), part.trimEnd()]))
  const kept = text
    .split('\n\n')
    .map(part => known.get(wordsIn(part)) ?? part)
    .join('\n\n')
  return wordsIn(kept) === printedWords(blocks) ? kept : text
}

const wordsIn = (text: string): string => printedWords(parseText(text).blocks)

/** As wide as it was typed: one line a paragraph, or wrapped somewhere. */
function widthOf(value: string, usual: number): number {
  const lines = value.split('\n')
  const longest = Math.max(0, ...lines.map(line => line.length))
  const isWrapped = lines.some(
    (line, at) =>
      line.length > 30 && /^\S/.test(line) && /^[\p{L}\p{N}(“‘"']/u.test(lines[at + 1] ?? ''),
  )
  if (isWrapped) return Math.max(40, longest)
  return longest > usual + 10 ? Infinity : usual
}

/** What the key's value says, on one line; nothing where it is empty, or no value of one language. */
export const valueAt = (map: SourceMap, key: string): string | undefined => {
  const value = map.entries.get(key)?.value
  return value?.kind === 'scalar' && !isEmpty(value) ? oneLine(value.value) : undefined
}

export const isOpen = (map: SourceMap, key: string): boolean => {
  const value = map.entries.get(key)?.value
  return value === undefined || isEmpty(value)
}
