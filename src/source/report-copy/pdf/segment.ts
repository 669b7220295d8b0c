import type { Area } from './drawn-page.ts'

/** Words of one look. */
export type Part = { words: string; isBold: boolean; colour: string; isSymbols: boolean }

/** Words on one line that stand no further apart than words do. */
export type Segment = Area & {
  words: string
  parts: Part[]
  base: number
  size: number
  tag?: number
  isArtifact: boolean
  /** Where its first word ends and its second begins. */
  firstEnd: number
  second?: number
}
