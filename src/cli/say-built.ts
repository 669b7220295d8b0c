import { join } from 'node:path'
import type { Problem } from '../problem.ts'
import { wrap } from '../reporters/wrap.ts'
import { quotePath } from '../reporters/printable.ts'
import type { Built } from './build-letter.ts'
import type { FoundResponse } from './find-responses.ts'
import { showPath } from './io.ts'
import type { Io } from './io.ts'
import type { Verified } from './verify-drawn.ts'

/** How one response fared. */
export type Result = {
  found: FoundResponse
  status: 'draft' | 'final' | undefined
  outcome: 'built' | 'refused' | 'unwritten' | 'fault'
  /** What was put in place: paths as shown, sizes in bytes. */
  built: { path: string; format: Built['format']; size: number; seconds: number }[]
  /** What stands in the way, or what a draft still lacks. */
  problems: Problem[]
  /** What an officer would want to look at before the letter goes out. */
  warnings: Problem[]
  /** What holds of the files, where that was asked for. */
  verified?: Verified[]
}

/** How many findings of a kind are listed; `s55 check` lists them all. */
const LISTED = 8

/** The files of one letter and, unless that is too much, what it lacks and what to look at. `verified`: lines that belong below the files. */
export function sayBuilt(result: Result, isQuiet: boolean, io: Io, verified = ''): string {
  const { found, status, outcome, built, problems, warnings } = result
  if (outcome !== 'built') return ''
  const files = sayFiles(built)
  if (isQuiet) return files.join('') + verified
  const findings = [
    ...listFindings('This draft still lacks:', problems, io),
    ...listFindings('To look at:', warnings, io),
  ]
  if (findings.length > 0)
    findings.push(
      `s55 check ${quotePath(showPath(join(found.root, found.folder), io))} shows where.`,
    )
  return [
    `${found.name} (${status})\n`,
    ...files,
    verified,
    ...findings.map(line => `  ${line}\n`),
  ].join('')
}

/** A line each: where it is, how large, and how long it took to draw; a file that was copied took nothing. */
export function sayFiles(
  built: readonly { path: string; size: number; seconds?: number }[],
): string[] {
  const width = Math.max(...built.map(({ path }) => path.length))
  return built.map(({ path, size, seconds }) => {
    const took = seconds === undefined ? '' : `  ${seconds.toFixed(2)} s`
    return `  ${path.padEnd(width)}  ${sayKilobytes(size).padStart(7)}${took}\n`
  })
}

function listFindings(title: string, problems: readonly Problem[], io: Io): string[] {
  if (problems.length === 0) return []
  const columns = Math.min(io.columns, 80) - '    - '.length
  const lines = problems
    .slice(0, LISTED)
    .flatMap(({ message }) =>
      wrap(message, columns).map((line, n) => `${n === 0 ? '  - ' : '    '}${line}`),
    )
  const rest = problems.length - LISTED
  return [title, ...lines, ...(rest > 0 ? [`  - and ${rest} more`] : [])]
}

const sayKilobytes = (bytes: number): string => `${Math.ceil(bytes / 1024)} kB`

/** The last line: how many letters there are now, and which there are not. */
export function saySummary(results: readonly Result[], seconds: number): string {
  const built = results.filter(({ outcome }) => outcome === 'built')
  const failed = results.filter(({ outcome }) => outcome !== 'built')
  const letters = (count: number) => `${count} ${count === 1 ? 'letter' : 'letters'}`
  const names = failed.map(({ found }) => found.name).join(', ')
  return [
    `${letters(built.length)} built in ${seconds.toFixed(1)} s`,
    ...(failed.length > 0 ? [`, ${letters(failed.length)} not built: ${names}`] : []),
    '.\n',
  ].join('')
}

/** The results for programs. */
export const toJson = ({
  found,
  status,
  outcome,
  built,
  problems,
  warnings,
  verified,
}: Result) => ({
  name: found.name,
  status,
  outcome,
  files: built.map(({ path, format, size, seconds }) => ({ path, format, bytes: size, seconds })),
  problems,
  warnings,
  ...(verified && { verified }),
})
