import type { ParagraphRole } from '../document/tree.ts'

/**
 * How large a paragraph's type is, how high its lines are, and what room it has above and below, in
 * points. Of two spaces that meet the larger one counts, in Word as in the PDF.
 */
export type Measures = {
  size: number
  line: number
  before: number
  after: number
  weight?: 'bold'
  slope?: 'italic'
  ink?: 'office' | 'quiet'
}
/** `close`: the space above, right below another heading. */
export type HeadingMeasures = Measures & { close: number }

const prose = (more: Partial<Measures> = {}): Measures => ({
  size: 12,
  line: 16.8,
  before: 0,
  after: 7,
  ...more,
})
const heading = (size: number, more: Omit<HeadingMeasures, 'size' | 'line'>): HeadingMeasures => ({
  size,
  line: size * 1.25,
  weight: 'bold',
  ...more,
})

/** The paper letter, in points: one place for what its PDF and its Word file have in common. */
export const sizes = {
  paragraph: prose(),
  title: heading(17, { before: 20, close: 20, after: 11, ink: 'office' }),
  /** By depth. */
  headings: [
    heading(16, { before: 27, close: 15, after: 7, ink: 'office' }),
    heading(14, { before: 23, close: 12, after: 6, ink: 'office' }),
    heading(12.5, { before: 19, close: 10, after: 5, ink: 'office' }),
    heading(12, { before: 17, close: 9, after: 4 }),
    heading(12, { before: 15, close: 8, after: 4, ink: 'quiet' }),
  ],
  roles: {
    wordmark: prose({ size: 13, line: 17, after: 0, weight: 'bold', ink: 'office' }),
    contact: prose({ size: 9.5, line: 13, after: 0 }),
    draft: prose({ after: 16, weight: 'bold' }),
    addressee: prose({ after: 13 }),
    reference: prose({ after: 13 }),
    date: prose({ after: 13 }),
    salutation: prose({ before: 22, after: 11 }),
    question: prose({ after: 9, slope: 'italic', ink: 'quiet' }),
    label: prose({ after: 3 }),
    detail: prose({ size: 11, line: 15.4, ink: 'quiet' }),
    'sign-off': prose({ before: 18, after: 9 }),
    signatory: prose(),
    copies: prose({ before: 22 }),
  } satisfies Record<ParagraphRole, Measures>,
  /** Below the sign-off, where no picture of a signature stands: four lines for a pen. */
  pen: 4 * 16.8,
  /** `indent`: from the margin to the words. */
  report: { indent: 14, bar: 2, after: 9, headline: 4 },
  quotation: { indent: 28, after: 9 },
  /** `step`: from the words around a list to its own; `mark`: from a bullet to its words. */
  list: { step: 21.3, mark: 15, after: 4 },
  /** `small`: of many columns; `cell`, `beside`: the room around a cell's words. */
  table: { size: 11, small: 9.5, line: 14, cell: 3, beside: 8, before: 7, after: 13 },
  letterhead: { gap: 17, above: 12, below: 26 },
  running: { size: 9.5, line: 12 },
}

/** On white, #rrggbb; `quiet` has a contrast of 7:1, and both are RGB for the PDF's output intent. */
export const greys = {
  text: '#111111',
  quiet: '#505a5f',
  hairline: '#b1b4b6',
  gap: '#fff2b3',
  watermark: '#f1f1f1',
}

/** By depth of the list; every font has them. */
export const bullets = ['•', '–', '·'] as const
