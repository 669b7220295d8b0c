import type { Path, Place, Problem } from '../problem.ts'
import type { CopyLine } from '../source/report-copy/copy-line.ts'
import type { Settings } from './settings.ts'
import type { Day, InspectionResponse } from './response.ts'

/** One response read: what it says, where it says it, and what was wrong on the way. */
export type Reading = {
  /** The folder's name. */
  name: string
  /** One per language, in the response's order; none where the structure is broken beyond use. */
  responses: InspectionResponse[]
  /** Of the structure: always errors (or notes on them), in order of file and place. */
  problems: Problem[]
  /** Of completeness, as far as reading finds them: what stands in one language only. */
  gaps: Problem[]
  /** The values that were told of and left out: what is missing because of it is no second mistake. */
  refused: Path[]
  /** The same of office.yaml. */
  refusedOfOffice: readonly Path[]
  /** Where a date is still a placeholder. */
  unknownDates: UnknownDate[]
  /** The signatures that no environment variable names, so that room is left for a pen. */
  unsetSignatures: UnsetSignature[]
  /** The saved report (`report.copy`), as far as it could be read. */
  copies: ReportCopy[]
  settings: Settings
  /** All files it was made of, office, pictures and fonts included, relative to the workspace. */
  files: string[]
  /** The text of every file read as text, for code frames. */
  sources: ReadonlyMap<string, string>
  /** Where a value of the response stands, or the nearest that holds it. */
  place: (at: Path, part?: 'key' | 'value') => Place
  /** The same for a value of office.yaml. */
  officePlace: (at: Path, part?: 'key' | 'value') => Place
  /** Where some characters of a value stand. */
  placeIn: (at: Path, offset: number, length: number) => Place
  /** Whether a line may never be quoted: notes, and what a withheld item holds back. */
  isPrivate: (file: string, line: number) => boolean
}

/** What is asked of a reading for the looks of what is drawn, be it a letter or a paper of the panel. */
export type OfficeReading = Pick<Reading, 'problems' | 'officePlace'> & {
  responses: readonly Pick<InspectionResponse, 'office'>[]
}

/** A file of `report.copy`. */
export type ReportCopy = {
  /** Where the response names it: `['report', 'copy', 0]`. */
  at: Path
  /** Relative to the workspace. */
  file: string
  /** The words of the page, a line each, and where in the file each line stands, as far as that can be said. */
  lines: CopyLine[]
}

export type UnknownDate = { at: Path; words: string }

/** `variable`: S55_SIGNATURE; `at` is a path of office.yaml. */
export type UnsetSignature = { at: Path; variable: string; name: string }

export type { FileRead, FolderEntry, WorkspaceFiles } from '../source/workspace-files.ts'

export type ReadOptions = {
  /** Stands in for the letter's date where there is none yet. */
  today: Day
  /** Variables that a signature's path may name. */
  environment?: Readonly<Record<string, string | undefined>>
  /** `checked`: pictures are looked at but not drawn, for a check that builds no letter. Their sizes are 0. */
  pictures?: 'drawn' | 'checked'
}
