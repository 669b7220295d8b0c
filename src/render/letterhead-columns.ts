import type { Image, Letterhead, Paragraph } from '../document/tree.ts'
import { wordsOf } from '../document/words.ts'
import { sizes } from './sizes.ts'
import { widthOfLine } from './text-width.ts'
import { toMillimetres } from './units.ts'

/** Millimetres. */
export type LetterheadColumn = { width: number; children: (Image | Paragraph)[] }

/** Millimetres between the columns. */
export const letterheadGap = toMillimetres(sizes.letterhead.gap)

/**
 * From left to right the logo, the wordmark and the contact details, as far as the office has them.
 * Where a wide logo leaves the others too little room, it stands above the wordmark.
 */
export function letterheadColumns(
  { logo, children }: Letterhead,
  measure: number,
): LetterheadColumn[] {
  const contacts = children.filter(({ role }) => role === 'contact')
  const wordmark = children.filter(({ role }) => role !== 'contact')
  const logos = logo === undefined ? [] : [logo]
  const beside = [
    { width: logo?.width ?? 0, children: logos },
    { width: leastWidthOf(wordmark), children: wordmark },
    { width: Math.max(leastContact, widthOf(contacts)), children: contacts },
  ].filter(column => column.children.length > 0)
  const rest = measure - widthOfAll(beside)
  if (rest >= 0 || beside.length < 2) {
    const stretched = beside.find(column => column.children === wordmark) ?? beside[0]
    return beside.map(column =>
      column === stretched ? { ...column, width: column.width + rest } : column,
    )
  }
  const below = [...logos, ...wordmark]
  if (contacts.length === 0) return [{ width: measure, children: below }]
  const least = Math.min(Math.max(logo?.width ?? 0, widthOf(wordmark)), measure * 0.42)
  const room = measure - letterheadGap
  const right = Math.min(Math.max(leastContact, widthOf(contacts)), room - least)
  return [
    { width: room - right, children: below },
    { width: right, children: contacts },
  ]
}

const widthOfAll = (columns: LetterheadColumn[]): number =>
  columns.reduce((sum, { width }) => sum + width, letterheadGap * (columns.length - 1))

/** Narrower contact details would hang at the edge of the page. */
const leastContact = 38

/** Of the longest line, or whatever it is split at, with a little room. */
function widthOf(paragraphs: Paragraph[], splitAt = /\n/): number {
  const widths = paragraphs.flatMap(({ role, children }) => {
    const { size } = sizes.roles[role ?? 'wordmark']
    return wordsOf(children, '\n')
      .split(splitAt)
      .map(line => toMillimetres(widthOfLine(line, size)) + 1)
  })
  return Math.max(0, ...widths)
}

/** A line of the wordmark may go on below, but is not broken to bits. */
const leastWidthOf = (wordmark: Paragraph[]): number =>
  Math.max(widthOf(wordmark, /\s/), 0.6 * widthOf(wordmark))
