import type { PrintedLine } from './printed-line.ts'

/** What reports set in bold before the words of an item, on their line. */
const RUN_IN =
  /^(?:(?:national )?recommendations?|areas? for improvement|(?:accelerated )?causes? of concern|(?:innovative|promising|positive) practice)(?: \d{1,3}(?:\.\d{1,3})?)?[.:]?$/i

/** "Recommendation 3" and the words behind it, where they stand on one line. */
export function splitRunIn(line: PrintedLine): PrintedLine[] {
  const [first, next] = line.parts
  if (!first || !next || line.isBold || line.cell) return [line]
  const isMarked = first.isBold !== next.isBold || first.colour !== next.colour
  if (!isMarked || !RUN_IN.test(first.words.trim())) return [line]
  const rest = line.parts.slice(1)
  const words = rest.map(part => part.words).join('')
  const { isBold, colour } = first
  return [
    { ...line, words: first.words.trim(), parts: [first], isBold, colour },
    { ...line, words: words.trim(), parts: rest, colour: next.colour, base: line.base + 0.01 },
  ]
}
