import type { LaidOut } from '../document/laid-out.ts'
import type { ReportCopy, UnknownDate, UnsetSignature } from '../model/reading.ts'
import type { Day, InspectionResponse } from '../model/response.ts'
import type { Settings } from '../model/settings.ts'
import type { Path, Place, Problem } from '../problem.ts'

/** A value of the response or of its office, or a place in another file, such as the saved report. */
export type Spot = Path | { office: Path } | { place: Place }

export const isPath = (spot: Spot): spot is Path => Array.isArray(spot)

export type Finding = {
  at: Spot
  /** The key where the value would be pages of text, the value otherwise. */
  part?: 'key' | 'value'
  /** Some characters of the value. */
  within?: { offset: number; length: number }
  message: string
  hint?: string
  /** What the finding was made from, beside `at`: a value that was left out there explains it. */
  from?: readonly Path[]
  related?: { at: Spot; part?: 'key' | 'value'; label: string }[]
  /** The reference of the item it is about. */
  item?: string
}

/** A character that no font of the letter holds. */
export type MissingCharacter = {
  character: string
  /** "U+1F600" */
  code: string
  /** What to type in its place, where that is known; empty where it should simply go. */
  instead?: string
}
/** Rules know nothing of fonts: who runs them says what a text lacks, each character once. */
export type FindMissingCharacters = (text: string) => readonly MissingCharacter[]

/** What a rule looks at: the response in one language, and what was noticed while it was read. */
export type Context = InspectionResponse & {
  /** Section 55 binds: its basis is not another, and no other response answers the same findings. */
  has_duty: boolean
  settings: Settings
  today: Day
  /** Published and sent: of the clock, only that it was late is still told. */
  is_closed: boolean
  /** The saved report, as far as it could be read. */
  copies: readonly ReportCopy[]
  unknownDates: readonly UnknownDate[]
  unsetSignatures: readonly UnsetSignature[]
  findMissingCharacters: FindMissingCharacters
  /** The pages of the letter, once they are drawn. */
  laidOut?: LaidOut
}

export type Rule = {
  id: string
  severity: Problem['severity']
  /** What holds where the rule has nothing to say. */
  title: string
  /** The law, guidance or practice behind it. */
  source: string
  /** The Act asks it: settings cannot lower its severity where the duty binds. */
  statutory?: true
  /** A response that is still being written is allowed it: a draft shows it as a gap. */
  completeness?: true
  /** Only the pages can tell: it is asked when a letter is built, and not by check. */
  needsPages?: true
  check(context: Context): Iterable<Finding>
}
