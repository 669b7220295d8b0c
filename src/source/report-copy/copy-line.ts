import type { Place } from '../../problem.ts'

/** A line of the saved report, as its reader meets it: a line of text, a paragraph of a page, a line of print. */
export type CopyLine = {
  words: string
  place: Place
  /** Of a PDF: the page that it is printed on, from 1. */
  page?: number
  /**
   * As marked up, where the file marks it. Words of a list keep their mark where the file has it as words;
   * those of a numbered list begin with its number.
   */
  kind?: 'heading' | 'list item' | 'cell' | 'footnote'
  /** Of a heading, 1 to 6; of a list's entry, how deep it stands, from 1; where the file tells it. */
  level?: number
  /** Of a cell, all counted from 1: which table of the file, which row, which column. */
  cell?: { table: number; row: number; column: number }
  /** Set off by a border or a shade: the lines of one box have one number. */
  box?: number
  /** It begins a paragraph; otherwise it carries on the line before. */
  isFirst: boolean
  /**
   * Not the first paragraph of its list's entry: it has no kind, the level of that entry, and belongs to the
   * nearest line before it that is a list item of that level.
   */
  isWithin?: true
}

/** Why a saved report cannot be read, in the grammar of messages. */
export type CopyFault = { message: string; hint: string }

export type CopyRead =
  | { lines: CopyLine[]; text?: string; fault?: never }
  | { fault: CopyFault; lines?: never; text?: never }

/** A mark that opens an entry of a list: "•", "–", "a)", "1.", and those that Word has from its own fonts. */
export const LIST_MARK =
  /^\s*(?:[•●▪■◦○‣⁃∙\uf0a7\uf0b7\uf0d8\uf0fc]\s*|(?:[·*–—-]|o(?=\t|\s\s)|\(?(?:[a-z]|[ivx]{2,5}|\d{1,2})[.)])\s+|(?<=\s)o\s+)/u
