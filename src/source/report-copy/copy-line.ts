import type { Place } from '../../problem.ts'

/** A line of the saved report, as its reader meets it: a line of text, a paragraph of a page, a line of print. */
export type CopyLine = {
  words: string
  place: Place
  /** Of a PDF: the page that it is printed on, from 1. */
  page?: number
  /** As marked up, where the file marks it. */
  kind?: 'heading' | 'list item'
  /** It begins a paragraph; otherwise it carries on the line before. */
  isFirst: boolean
}

/** Why a saved report cannot be read, in the grammar of messages. */
export type CopyFault = { message: string; hint: string }

export type CopyRead =
  | { lines: CopyLine[]; text?: string; fault?: never }
  | { fault: CopyFault; lines?: never; text?: never }

/** A mark that opens an entry of a list: "•", "–", "a)", "1.". */
export const LIST_MARK = /^\s*(?:[•●▪■◦‣⁃∙·*–—-]|\(?(?:[a-z]|\d{1,2})[.)])\s+/u
