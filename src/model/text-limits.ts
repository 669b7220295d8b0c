import type { Refusal } from './text.ts'

/** How deep lists and quotations, or emphases, stand in each other: no reader follows further. */
export const DEEPEST = 8
/** Asterisks and links of one paragraph: beyond, reading takes too long. */
const MOST_MARKS = 2000
/** Deeper indented marks than any text has that is not refused for its depth. */
const MOST_INDENTS = 24

export const tooDeep = 'Unexpected list or quotation nested more than eight deep, expected fewer'

const marker = /[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))/y

/** What makes a text too deep, or a paragraph too full, to be read: told before it is read. */
export function* beyondLimits(value: string): Generator<Refusal> {
  let offset = 0
  let marks = 0
  let indents: number[] = []
  for (const line of value.split('\n')) {
    const place = { offset, length: line.length }
    offset += line.length + 1
    if (line.trim() === '') {
      marks = 0
      continue
    }
    const count = markersOf(line)
    const indent = line.search(/[^ \t]/)
    indents = indents.filter(one => one < indent)
    if (count > 0) indents.push(indent)
    if (count > DEEPEST || indents.length > MOST_INDENTS) {
      yield { ...place, message: tooDeep }
      return
    }
    marks += line.match(/\*+|\]\(/g)?.length ?? 0
    if (marks > MOST_MARKS) {
      yield {
        ...place,
        message: `Unexpected paragraph with more than ${MOST_MARKS} asterisks and links, expected fewer`,
        hint: 'Leave a line empty between its parts, or put a backslash before each asterisk.',
      }
      return
    }
  }
}

/** The marks of lists and quotations that open a line. */
function markersOf(line: string): number {
  let count = 0
  marker.lastIndex = 0
  while (count <= DEEPEST && marker.test(line)) count++
  return count
}
