import type { Place } from '../problem.ts'
import { placeOf, type SourceNode, type SourceScalar } from './source-node.ts'

/** Where a part of a value stands: exact for literal blocks and for words on one line. */
export function placeIn(node: SourceNode, offset: number, length: number): Place {
  if (node.kind !== 'scalar') return placeOf(node)
  const start = offsetOf(node, Math.max(0, offset))
  const end = length <= 0 ? start : offsetOf(node, offset + length - 1) + 1
  return node.file.place(Math.min(start, node.end), Math.min(Math.max(start, end), node.end))
}

const offsetOf = (node: SourceScalar, offset: number): number => {
  switch (node.style) {
    case 'literal':
    case 'folded':
      return offsetInBlock(node, offset)
    case 'single':
      return offsetInRaw(node, offset, /''|\r?\n[ \t\r\n]*/y)
    case 'double':
      return offsetInRaw(node, offset, /\\(?:x..|u.{4}|U.{8}|\r?\n[ \t]*|.)|\r?\n[ \t\r\n]*/y)
    case 'plain':
      return offsetInRaw(node, offset, /[ \t]*\r?\n[ \t\r\n]*/y)
  }
}

/** Walks over the typed characters; what `longer` matches stands for fewer in the value. */
const offsetInRaw = (node: SourceScalar, offset: number, longer: RegExp): number => {
  const { text } = node.file
  let at = node.style === 'plain' ? node.start : node.start + 1
  for (let done = 0; done < offset && at < node.end;) {
    longer.lastIndex = at
    const match = longer.exec(text)
    if (!match) {
      at += 1
      done += 1
      continue
    }
    at += match[0].length
    done += lengthInValue(match[0])
  }
  return at
}

const lengthInValue = (typed: string): number => {
  if (/^\\\r?\n/.test(typed)) return 0
  const lines = typed.split('\n').length - 1
  if (lines > 0) return Math.max(1, lines - 1)
  return typed.startsWith('\\U') && parseInt(typed.slice(2), 16) > 0xffff ? 2 : 1
}

/** Lines of a literal block are those of its value, each without the block's indentation. */
const offsetInBlock = (node: SourceScalar, offset: number): number => {
  const { text } = node.file
  const before = node.value.slice(0, offset)
  const lines = blockLines(node)
  if (node.style === 'literal') {
    const index = before.split('\n').length - 1
    const line = lines[index] ?? lines.at(-1)
    if (!line) return node.start
    return Math.min(line.start + (offset - (before.lastIndexOf('\n') + 1)), line.end)
  }
  // Of a folded block: the value's words and the typed ones are the same but for white space.
  let words = before.replace(/\s+/g, '').length
  for (const line of lines) {
    for (let at = line.start; at < line.end; at++) {
      if (/\s/.test(text[at]!)) continue
      if (words === 0) return at
      words -= 1
    }
  }
  return lines.at(-1)?.end ?? node.start
}

const blockLines = (node: SourceScalar): { start: number; end: number }[] => {
  const { text } = node.file
  const header = text.indexOf('\n', node.start)
  if (header === -1 || header >= node.end) return []
  const typed = text.slice(header + 1, node.end).split('\n')
  const written = /\d/.exec(text.slice(node.start, header).replace(/#.*/, ''))
  const first = typed.find(line => line.trim() !== '') ?? ''
  let indent = first.length - first.trimStart().length
  if (written) {
    const leading = node.value.length - node.value.trimStart().length
    indent -= leading - (node.value.slice(0, leading).lastIndexOf('\n') + 1)
  }
  const lines: { start: number; end: number }[] = []
  let at = header + 1
  for (const line of typed) {
    const length = line.endsWith('\r') ? line.length - 1 : line.length
    lines.push({ start: at + Math.min(indent, length), end: at + length })
    at += line.length + 1
  }
  return lines
}
