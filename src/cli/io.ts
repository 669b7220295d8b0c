import { relative, sep } from 'node:path'
import type { Day } from '../model/response.ts'

/** All that a command knows of the world around it, so that it runs in a test without a process. */
export type Io = {
  /** Results. */
  write(result: string | Uint8Array): void
  /** Everything else. */
  error(text: string): void
  env: Readonly<Record<string, string | undefined>>
  /** Absolute. */
  cwd: string
  /** Characters of a line. */
  columns: number
  /** Somebody is looking at the results. */
  isTerminal: boolean
  /** Somebody is looking at everything else: progress may be drawn. */
  isErrorTerminal: boolean
  /** The day on the clock; `--today` stands in for it. */
  today: Day
  /** Until the officer ends what would go on for ever. */
  untilEnded(): Promise<void>
}

/** https://no-color.org: any value but an empty one; a terminal that knows no codes says "dumb". */
export function hasColours({ env, isTerminal }: Io, isWanted: boolean): boolean {
  return isWanted && isTerminal && !env['NO_COLOR'] && env['TERM'] !== 'dumb'
}

/** What a command says when it was called in a way it does not know. Its exit code is 2. */
export type Complaint = { message: string; hint?: string }

export function complain(io: Io, complaints: readonly Complaint[]): 2 {
  for (const { message, hint } of complaints)
    io.error(`${message}\n${hint === undefined ? '' : `  ${hint}\n`}`)
  return 2
}

/** A path as a terminal can follow it from the current folder. */
export const showPath = (path: string, { cwd }: Pick<Io, 'cwd'>): string =>
  (relative(cwd, path) || '.').replaceAll(sep, '/')
