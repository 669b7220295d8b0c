import { join } from 'node:path'
import { checkReading } from '../check/run.ts'
import type { Reading } from '../model/reading.ts'
import type { Problem } from '../problem.ts'
import type { Report } from '../reporters/reporter.ts'
import type { Standing } from '../status/standing.ts'
import type { FoundResponse } from './find-responses.ts'
import { showPath, type Io } from './io.ts'
import { readLetterFonts } from './letter-fonts.ts'
import { readLetterStationery } from './letter-stationery.ts'
import type { CheckOptions } from './options.ts'
import { findWordingProblems } from './own-wording.ts'
import { readFound } from './read-found.ts'
import { reportOn } from './report-on.ts'
import { filesOfWorkspaces } from './workspace-files.ts'

export type CheckedResponse = {
  found: FoundResponse
  files: readonly string[]
  report: Report
  /** Where it is asked for. */
  standing?: Standing
}
export type CheckWorld = Pick<Io, 'today' | 'env' | 'cwd'>
export type WhatToCheck = Pick<CheckOptions, 'gaps' | 'only' | 'hasNotes'> & {
  /** Where its response and its items stand is told, and the errors are only counted. */
  isStanding?: boolean
}
/** Whether a response is asked for, once it is known what it is made of. */
export type IsAsked = (found: FoundResponse, files: readonly string[]) => boolean

/** A check of one response after the other: what they share is read once. */
export function checker(
  { gaps, only, hasNotes, isStanding = false }: WhatToCheck,
  io: CheckWorld,
  isAsked: IsAsked = () => true,
): (found: FoundResponse) => Promise<CheckedResponse | undefined> {
  const filesOf = filesOfWorkspaces()
  return async found => {
    const files = filesOf(found)
    const reading = await readFound(found, files, io, 'checked')
    if (!isAsked(found, reading.files)) return undefined
    const { problems, findMissingCharacters } = await readLetterFonts(reading, files)
    const stationery = await readLetterStationery(reading, files)
    reading.problems.push(...problems, ...stationery.problems)
    reading.problems.push(...(await findWordingProblems(reading, files)))
    const { all, waived } = checkReading(reading, {
      today: io.today,
      gaps,
      findMissingCharacters,
      isOnlyErrors: isStanding,
    })
    const asked = only.length === 0 ? all : all.filter(problem => isOf(problem, only, reading))
    const report = reportOn(found, reading, { all: asked, waived }, io)
    if (isStanding) {
      // Loaded for those alone who ask.
      const { makeStanding } = await import('../status/make-standing.ts')
      const { errors } = report.summary
      const file = showPath(join(found.root, found.folder, 'response.yaml'), io)
      const standing = makeStanding(reading, { ...found, ...io, file, errors })
      return { found, files: [], report: { ...report, problems: [], waived: [] }, standing }
    }
    const shown = asked.filter(({ severity }) => hasNotes || severity !== 'note')
    return { found, files: reading.files, report: { ...report, problems: shown } }
  }
}

/** Of one of the rules; or of a file that cannot be read, for then the rules saw nothing of it. */
function isOf(problem: Problem, only: readonly string[], { responses }: Reading): boolean {
  return only.includes(problem.rule) || (responses.length === 0 && problem.severity === 'error')
}
