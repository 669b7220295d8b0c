import type { Area, Table } from './area.ts'
import type { Entry, List } from './list.ts'

/** What holds for the words of an element, by all that it stands in. */
export type Context = {
  isUnread: boolean
  /** In the main part, an article or a section. */
  isSectioned: boolean
  /** In a drawing or a formula, whose tags may end themselves. */
  isForeign: boolean
  isPre: boolean
  isLink: boolean
  isRaised: boolean
  isNote: boolean
  heading: number | undefined
  list: List | undefined
  entry: Entry | undefined
  table: Table | undefined
  cell: { table: Table; row: number; column: number } | undefined
  area: Area | undefined
}

export const EMPTY: Context = {
  isUnread: false,
  isSectioned: false,
  isForeign: false,
  isPre: false,
  isLink: false,
  isRaised: false,
  isNote: false,
  heading: undefined,
  list: undefined,
  entry: undefined,
  table: undefined,
  cell: undefined,
  area: undefined,
}
