/** A spot on a page, from 1; millimetres from the page's upper and left edge. */
export type Spot = { page: number; x: number; y: number }

/** Where the parts of a letter came to stand once its pages were laid out. */
export type LaidOut = {
  pages: number
  /** Of the appendix; absent where the letter has none. */
  appendix?: number
  /** Of each addressee, where it begins and ends. */
  addressees: { start: Spot; end: Spot }[]
  /** Absent where the letter has no sign-off. */
  signOff?: Spot
  /** Headings, and where what stands below each begins. */
  headings: { words: string; at: Spot; below: Spot }[]
  /** Behind the last words of the letter, and of the appendix where there is one. */
  ends: Spot[]
  /** Where the words of a page begin, and how high a line of them is. Millimetres. */
  top: number
  line: number
}
