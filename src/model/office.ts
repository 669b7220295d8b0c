import type { Look } from '../document/look.ts'
import type { Media } from '../document/tree.ts'
import type { Path } from '../problem.ts'
import type { Day } from './response.ts'

/** The office as it stood on the letter's date, in the language of the response. */
export type Office = {
  /** The folder's name under templates/. */
  key: string
  office: string
  short: string
  body: {
    title: string
    /** "PCC", or the title where there is no short one. */
    short: string
    area: string
    /** The person that the fixed sentences speak in. */
    voice: 'I' | 'we' | 'the Board'
  }
  force: string
  panel?: string
  /** All who hold or held a post, whatever the letter's date. */
  people: Person[]
  address: string[]
  telephone?: string
  email?: string
  website?: string
  letterhead: {
    logo?: Media
    logo_alt: string
    /** The office typed `logo_alt`; without it, its name stands in. */
    has_own_alt: boolean
    wordmark: string[]
    look: LookChoice
  }
}

/** Somebody named in office.yaml, and when. Names are in the language of the response. */
export type Person = {
  /** The entry of office.yaml: `['holders', 0]`. */
  at: Path
  name: string
  post: 'holder' | 'deputy' | 'chief officer' | 'home secretary'
  /** First and last day in the post, where they are given. */
  from?: Day
  to?: Day
}

/** What the office chose of its letters' looks; the font's files are read when a PDF is drawn. */
export type LookChoice = Omit<Look, 'fontFiles' | 'stationery'> & {
  /** Of the office's own stationery. Paths from the workspace's root. */
  stationery: { docx?: string; pdf?: string }
  /** Absent for Arial, Calibri and Times New Roman, which have their twins. Paths from the workspace's root. */
  font_files?: { regular: string; bold: string; italic: string; bold_italic: string }
}
