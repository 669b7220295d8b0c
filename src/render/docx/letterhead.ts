import { Column, ColumnBreak, Paragraph } from 'docx'
import type { FileChild, ISectionPropertiesOptions } from 'docx'
import type { Letterhead } from '../../document/tree.ts'
import { letterheadColumns, letterheadGap } from '../letterhead-columns.ts'
import { sizes } from '../sizes.ts'
import { inlines } from './inlines.ts'
import { picture } from './picture.ts'
import type { Letter } from './place.ts'
import { roleStyles } from './styles.ts'
import { pointsToTwips, twips } from '../units.ts'

/**
 * They stand side by side in the columns of a section of their own: plain paragraphs of the body,
 * read in their order, where a table without a header row or a floating box is what accessibility
 * checkers object to.
 */
export const letterhead = (node: Letterhead, letter: Letter): FileChild[] => [
  ...letterheadColumns(node, letter.measure).flatMap(({ width, children }, index) =>
    children.map((child, at) => {
      const opening = index > 0 && at === 0 ? [new ColumnBreak()] : []
      if (child.type !== 'image')
        return new Paragraph({
          style: roleStyles[child.role ?? 'wordmark'],
          children: [...opening, ...inlines(child.children, letter)],
        })
      const isAbove = at < children.length - 1
      return new Paragraph({
        style: 'Logo',
        ...(isAbove && { spacing: { after: pointsToTwips(sizes.paragraph.after) } }),
        children: [...opening, picture(child, letter, width)],
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
  const columns = letterheadColumns(node, measure)
  if (columns.length < 2) return {}
  const space = { space: twips(letterheadGap) }
  const children = columns.map(
    ({ width }, index) =>
      new Column({ width: twips(width), ...(index < columns.length - 1 && space) }),
  )
  return { column: { count: columns.length, equalWidth: false, children } }
}

/**
 * The line below the letterhead: a paragraph of its own with nothing in it, since a border's distance
 * from words below it counts twice in LibreOffice at the beginning of a section.
 */
export const letterheadRule = (): FileChild => new Paragraph({ style: 'LetterheadRule' })
