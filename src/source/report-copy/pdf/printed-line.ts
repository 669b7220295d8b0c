import type { Area } from './drawn-page.ts'
import type { Part } from './segment.ts'

/** A line of print, in the order in which it is read. */
export type PrintedLine = Area & {
  page: number
  words: string
  parts: Part[]
  base: number
  size: number
  isBold: boolean
  colour: string
  /** Where its first word ends and its second begins: behind a bullet, they stand further apart. */
  firstEnd: number
  second?: number
  /** A number stands far behind its other words, as the page in a list of contents. */
  endsWithPage: boolean
  /** Lines that follow one another in one column have one number. */
  flow: number
  /** How wide that column is. */
  column: { left: number; right: number }
  box?: number
  cell?: { table: number; row: number; column: number }
  tag?: number
  isArtifact: boolean
}
