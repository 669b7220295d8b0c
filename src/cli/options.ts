import type { Format } from '../reporters/index.ts'

/** They mean the same for every command. `--today` is in the `Io`: it stands in for the clock. */
export type CommonOptions = {
  isQuiet: boolean
  isColourWanted: boolean
  /** Results for programs, not people. */
  isJson: boolean
}
export type CheckOptions = CommonOptions & { format: Format; gaps: 'error' | 'warning' }
export type BuildOptions = CommonOptions & {
  /** Stands for the workspace's output folder. As typed: from the current folder. */
  out?: string
}
