import type { Format } from '../reporters/index.ts'

/** They mean the same for every command. `--today` is in the `Io`: it stands in for the clock. */
export type CommonOptions = {
  isQuiet: boolean
  isColourWanted: boolean
  /** Results for programs, not people. */
  isJson: boolean
}
export type CheckOptions = CommonOptions & {
  format: Format
  gaps: 'error' | 'warning'
  /** Ids of rules; none for all. */
  only: readonly string[]
  /** More of them, and the exit code is that of errors. */
  maxWarnings: number
  /** A commit: only what differs from it. */
  changed?: string
  hasNotes: boolean
  isWatching: boolean
}
export type BuildOptions = CommonOptions & {
  /** Stands for the workspace's output folder. As typed: from the current folder. */
  out?: string
}
