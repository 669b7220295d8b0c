import type { Format } from './statement.ts'

/** `depth`: 0 is the title of the letter, 1 a part of it. */
export type Heading = { depth: number; words: string }
export type Picture = { alt: string; isDecoration: boolean }
/** `isThere`: a web, email or telephone address, or a place of the letter or file beside it that there is. */
export type Link = { words: string; url: string; isThere: boolean }
/** The words of the cells that name its columns, as far as they are marked as such. */
export type Table = { headerCells: string[] }
/** A colour of words and what it lies on, #rrggbb, and some of its words. */
export type Ink = { colour: string; paper: string; words: string }

/** What a reader's programs meet in a file. Missing texts are ''. */
export type Opened = {
  format: Format
  /** Of its properties: what a window or a list of files is named by. */
  title: string
  language: string
  headings: Heading[]
  pictures: Picture[]
  links: Link[]
  tables: Table[]
  inks: Ink[]
}
/** `font`: the family that most of its words ask for. */
export type OpenedWord = Opened & { format: 'docx'; font: string }
export type OpenedPage = Opened & {
  format: 'html'
  font: string
  /** How many main parts it has: one, for who jumps there. */
  mains: number
  /** Its first link leads to the main part. */
  hasSkipLink: boolean
}
export type OpenedPdf = Opened & {
  format: 'pdf'
  bookmarks: string[]
  fonts: { name: string; isEmbedded: boolean }[]
  /** What it says of itself: "1" of PDF/UA; "2" and "A" of PDF/A. */
  declares: { ua: string; part: string; conformance: string }
  isTagged: boolean
  /** A window shows the title and not the file's name. */
  isTitleShown: boolean
  attachments: number
}

/** The file is none of its kind, or not whole. */
export class CannotOpen extends Error {}

export const oneSpace = (words: string): string =>
  words
    .replace(/[\u200b\u00ad\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim()

/** Leads out of the letter, to what a reader's programs know how to open. */
export const isAddressed = (url: string): boolean =>
  /^(?:https?:\/\/[^\s/]|mailto:[^\s@]+@[^\s@]|tel:\S)/i.test(url)
