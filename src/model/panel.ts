/**
 * A paper for the Police and Crime Panel, read, with every default filled in. The keys are those of the
 * YAML, so that a path in a message, in the schema and here is one path.
 */
import type { Language } from '../document/tree.ts'
import type { Path, Place, Problem } from '../problem.ts'
import type { Office } from './office.ts'
import type { Day, Text, Value } from './response.ts'
import type { PaperKind } from './paper-kinds.ts'
import type { DETAILS } from './schema/panel-file.ts'
import type { Settings } from './settings.ts'

export type Paper = {
  /** The file's name, without its ending. */
  name: string
  kind: PaperKind
  language: Language
  office: Office
  /** "Item 4". */
  item?: Value
  title: Value
  meeting: Day
  since?: Day
  /** Of a progress paper: the responses that it is about; absent for all of the office's. */
  responses?: string[]
  sections: PaperSection[]
  appendices: Appendix[]
}

type SectionBase = { at: Path; title?: Value; restricted: boolean }
/** In the office's own words. */
export type TypedSection = SectionBase & { title: Value; text: Text }
/** Drawn from a response. */
export type DrawnSection = SectionBase & {
  /** Its name. */
  response: string
  detail: (typeof DETAILS)[number]
  before?: Text
  after?: Text
  /** The updates of a response that is not final are shown, too. */
  draft: boolean
}
export type PaperSection = TypedSection | DrawnSection

export const isDrawn = (section: PaperSection): section is DrawnSection => 'response' in section

export type Appendix = {
  at: Path
  /** A, B, … Z, AA: by its place. */
  letter: string
  id?: string
  title: Value
  restricted: boolean
  file?: AppendixFile
}
export type AppendixFile = {
  /** What it is called beside the paper: appendix-a.pdf. */
  name: string
  /** "PDF". */
  format: string
  mediaType: string
  bytes: Uint8Array
}

/** A paper read: what it says, where it says it, and what was wrong on the way. */
export type PaperReading = {
  name: string
  /** From the workspace's root. */
  file: string
  /** Absent where the structure is broken beyond use. */
  paper?: Paper
  /** The responses that it draws on, each once, in its order; of a progress paper, those that it is about, too. */
  responses: string[]
  /** A progress paper that names none is about all of its office's. */
  isAboutEvery: boolean
  /** Errors, with which nothing is built, and warnings; in order of file and place. */
  problems: Problem[]
  settings: Settings
  files: string[]
  sources: ReadonlyMap<string, string>
  place: (at: Path, part?: 'key' | 'value') => Place
  placeIn: (at: Path, offset: number, length: number) => Place
  officePlace: (at: Path, part?: 'key' | 'value') => Place
  isPrivate: (file: string, line: number) => boolean
}

/** Stands before the paths of what was typed in a response that a paper draws on. */
const RESPONSE = '@response'
export const pathInto = (name: string, at: Path): Path => [RESPONSE, name, ...at]

/** The response that a path of a paper's tree leads into, and where to in it. */
export const leavePaper = (at: Path): { name: string; at: Path } | undefined =>
  at[0] === RESPONSE ? { name: String(at[1]), at: at.slice(2) } : undefined
