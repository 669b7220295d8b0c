import { normalize } from 'node:path'
import type { Format } from '../reporters/index.ts'
import { didYouMean, listWords } from '../model/validate/did-you-mean.ts'
import { WrongUse } from './command.ts'

export const GAPS = ['error', 'warning'] as const

/** They mean the same for every command. `--today` is in the `Io`: it stands in for the clock. */
export type CommonOptions = {
  isQuiet: boolean
  isColourWanted: boolean
  /** Results for programs, not people. */
  isJson: boolean
}
/** A report beside the one on stdout. */
export type Output<F extends string = Format> = {
  format: F
  /** As typed: from the current folder. */
  path: string
}
export type CheckOptions = CommonOptions & {
  format: Format
  gaps: (typeof GAPS)[number]
  /** Ids of rules; none for all. */
  only: readonly string[]
  /** More of them, and the exit code is that of errors. */
  maxWarnings: number
  /** A commit: only what differs from it. */
  changed?: string
  hasNotes: boolean
  isWatching: boolean
  outputs: readonly Output[]
}
export type BuildOptions = CommonOptions & {
  /** Stands for the workspace's output folder. As typed: from the current folder. */
  out?: string
  /** The DOCX of a draft has what check finds as Word's comments. */
  hasComments: boolean
  /** The YAML of what the letter prints travels in its PDF. */
  hasSource: boolean
  /** What was drawn is opened again before it is put in place. */
  isVerified: boolean
}

/** A parser for `-o sarif=check.sarif`, as often as wanted. */
export const outputReader =
  <F extends string>(formats: readonly F[]) =>
  (word: string, before: readonly Output<F>[] = []): Output<F>[] => {
    const [, typed = '', path = ''] = /^([^=]*)=(.*)$/s.exec(word) ?? []
    const format = formats.find(format => format === typed)
    if (format === undefined || path.trim() === '') {
      const [, name = word] = /^([^=]*)/.exec(word) ?? []
      const meant = format === undefined ? didYouMean(name, formats) : format
      throw new WrongUse(
        `Unexpected --output ${word}, expected FORMAT=FILE, FORMAT one of ${listWords(formats)}`,
        meant && `Did you mean --output ${meant}=${path.trim() || 'FILE'}?`,
      )
    }
    // No format is YAML: what would be lost is what the office has typed.
    if (/\.ya?ml\s*$/i.test(path))
      throw new WrongUse(
        `Unexpected --output ${word}, expected a file that is not YAML`,
        'YAML is what the office writes: it would be lost.',
      )
    const other = before.find(output => normalize(output.path) === normalize(path))
    if (other)
      throw new WrongUse(
        `Unexpected --output ${word}, expected a file of its own`,
        `${other.format} is written there.`,
      )
    return [...before, { format, path }]
  }
