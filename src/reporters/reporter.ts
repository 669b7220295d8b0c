import type { Problem, Waived } from '../problem.ts'
import type { Summary } from './summary.ts'

/** What is told of one response. */
export type Report = {
  problems: readonly Problem[]
  /** What waivers excuse. */
  waived: readonly Waived[]
  /** The text of each file, for the frames. */
  sources: ReadonlyMap<string, string>
  /** Whether a line may never be quoted. */
  isPrivate: (file: string, line: number) => boolean
  /** A file's path as the reader of the report finds it. */
  showPath: (file: string) => string
  summary: Summary
}

export type ReporterOptions = {
  /** Characters of a line. */
  columns: number
  hasColours: boolean
  /** Without the last lines, which sum up. */
  isQuiet: boolean
}

/** What a manual of the rules is made from. */
export type RuleInfo = {
  id: string
  title: string
  /** The law, guidance or practice behind it. */
  source: string
  severity: Problem['severity']
  /** Its page of the manual, in Markdown. */
  page: string
  tags: readonly string[]
}

/** Who tells, and when: for the formats in which that stands. */
export type Telling = {
  version: string
  today: string
  /** The manual is long, and most formats do without it. */
  loadRules: () => Promise<readonly RuleInfo[]>
}

/** Takes one response at a time, so that what is told can be let go, and tells as it goes. */
export type Reporter<Options = ReporterOptions> = (
  reports: AsyncIterable<Report> | Iterable<Report>,
  options: Options,
) => AsyncIterable<string>
