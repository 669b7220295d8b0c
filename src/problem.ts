/** A spot in a file. Lines and columns start at 1, as editors count them. */
export type Point = { line: number; column: number }
/** `file` is relative to the workspace, with forward slashes; `end` is the spot behind the last character. */
export type Place = { file: string; start: Point; end: Point }
/** The keys and list positions that lead to a value of the response, the parts of `file:` in their places. */
export type Path = readonly (string | number)[]
/** Something the officer should look at, and where. */
export type Problem = {
  rule: string
  severity: 'error' | 'warning' | 'note'
  message: string
  place: Place
  at?: Path // the value of the response, where it is about one
  item?: string // the item's reference, where it is about one
  law?: string
  hint?: string
  related?: { place: Place; label: string }[]
  mendable?: true // `s55 fix` mends it: there is nothing to decide
}
export const isError = ({ severity }: Problem): boolean => severity === 'error'
/** Stands where words may not be shown: logs of CI are read by others. */
export const PRIVATE = '[private]'
/** A problem that a waiver excuses: told with the reason, unless its item is withheld, and no finding. */
export type Waived = { problem: Problem; reason?: string; by?: string; until: string }
/** What a stage hands on: its value, if it got that far, and what it noticed on the way. */
export type Outcome<T> = { value?: T; problems: Problem[] }
