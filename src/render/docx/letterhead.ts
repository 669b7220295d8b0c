import { Column, ColumnBreak, Paragraph } from 'docx'
import type { FileChild, IParagraphOptions, ISectionPropertiesOptions } from 'docx'
import type { Look } from '../../document/look.ts'
import type { Image, Inline, Letterhead } from '../../document/tree.ts'
import { inlines } from './inlines.ts'
import { picture } from './picture.ts'
import type { Letter } from './place.ts'
import { roleStyles } from './styles.ts'
import { pointsToTwips, twips } from './units.ts'

const gap = 6 // millimetres between the columns

type LetterheadColumn = {
  /** Millimetres; the one column without it takes what room the others leave. */
  width?: number
  children: (Image | Letterhead['children'][number])[]
}

/** From left to right: logo, wordmark, contact, as far as the office has them. */
function columnsOf({ logo, children }: Letterhead): LetterheadColumn[] {
  const contacts = children.filter(({ role }) => role === 'contact')
  const others = children.filter(({ role }) => role !== 'contact')
  const columns: LetterheadColumn[] = []
  if (logo !== undefined)
    columns.push({ children: [logo], ...(others.length > 0 && { width: logo.width }) })
  if (others.length > 0) columns.push({ children: others })
  if (contacts.length > 0)
    columns.push({ children: contacts, ...(columns.length > 0 && { width: widthOf(contacts) }) })
  return columns
}

/** Millimetres of the longest line. */
function widthOf(contacts: { children: Inline[] }[]): number {
  const words = (node: Inline): string =>
    node.type === 'text'
      ? node.value
      : node.type === 'break'
        ? '\n'
        : node.children.map(words).join('')
  const lines = contacts.flatMap(({ children }) => children.map(words).join('').split('\n'))
  return Math.min(80, Math.max(38, ...lines.map(widthOfLine)))
}

/** As Arial's widths are, in hundredths of its size: that of Contact Details, and a little room. */
const widthOfLine = (line: string): number => {
  const hundredths = [...line].reduce(
    (sum, character) =>
      sum +
      (/[A-Zmw%&@]/.test(character) ? 78 : /[ .,:;'’|!/()[\]ijlftr-]/.test(character) ? 31 : 56),
    0,
  )
  return (hundredths / 100) * 9.5 * (25.4 / 72) + 1
}

/**
 * They stand side by side in the columns of a section of their own: plain paragraphs of the body,
 * read in their order, where a table without a header row or a floating box is what accessibility
 * checkers object to.
 */
export const letterhead = (node: Letterhead, letter: Letter): FileChild[] => [
  ...columnsOf(node).flatMap((column, index) =>
    column.children.map((child, at) => {
      const opening = index > 0 && at === 0 ? [new ColumnBreak()] : []
      return child.type === 'image'
        ? new Paragraph({ style: 'Logo', children: [...opening, picture(child, letter)] })
        : new Paragraph({
            style: roleStyles[child.role ?? 'wordmark'],
            children: [...opening, ...inlines(child.children, letter)],
          })
    }),
  ),
  // The section's end: LibreOffice takes the style from a paragraph that holds it and a column break.
  new Paragraph({ style: 'LetterheadEnd' }),
]

export function letterheadSection(
  node: Letterhead,
  { measure }: Letter,
): ISectionPropertiesOptions {
  const columns = columnsOf(node)
  if (columns.length < 2) return {}
  const taken = columns.reduce((sum, { width = 0 }) => sum + width, gap * (columns.length - 1))
  const rest = Math.max(20, measure - taken)
  return {
    column: {
      count: columns.length,
      equalWidth: false,
      children: columns.map(
        ({ width = rest }, index) =>
          new Column({
            width: twips(width),
            ...(index < columns.length - 1 && { space: twips(gap) }),
          }),
      ),
    },
  }
}

/** The line below the letterhead is the upper border of what follows it. */
export const ruleAbove = (look: Look): IParagraphOptions => ({
  spacing: { before: pointsToTwips(9) },
  border: { top: { style: 'single', size: 8, space: 22, color: look.colour.slice(1) } },
})
