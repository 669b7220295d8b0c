import { dirname, join } from 'node:path'
import { keyInWords } from '../model/order.ts'
import { checkReading, type Findings } from '../check/run.ts'
import type { Reading } from '../model/reading.ts'
import { itemsOf, type Day, type Item, type Section } from '../model/response.ts'
import type { Problem } from '../problem.ts'
import { reporters } from '../reporters/index.ts'
import type { Report } from '../reporters/reporter.ts'
import { countSeverities, type Clock, type Summary } from '../reporters/summary.ts'
import { findResponses, type FoundResponse } from './find-responses.ts'
import { complain, hasColours, showPath, type Io } from './io.ts'
import type { CheckOptions } from './options.ts'
import { readLetterFonts } from './letter-fonts.ts'
import { findWordingProblems } from './own-wording.ts'
import { readFound } from './read-found.ts'
import type { WorkspaceFiles } from '../source/workspace-files.ts'
import { rememberShared, workspaceFiles } from './workspace-files.ts'

/** Says what is missing or wrong in the responses. */
export async function check(paths: string[], options: CheckOptions, io: Io): Promise<number> {
  const { responses, complaints } = await findResponses(paths, io)
  if (complaints.length > 0) return complain(io, complaints)
  let hasErrors = false
  const filesOf = filesOfWorkspaces()
  // One at a time, and let go once it is told: a workspace may hold the letters of twenty years.
  async function* reports(): AsyncGenerator<Report> {
    const told = new Set<string>()
    for (const found of responses) {
      const files = filesOf(found)
      const reading = await readFound(found, files, io, 'checked')
      const { problems, findMissingCharacters } = await readLetterFonts(reading, files)
      reading.problems.push(...problems, ...(await findWordingProblems(reading, files)))
      const { gaps } = options
      const { all, waived } = checkReading(reading, {
        today: io.today,
        gaps,
        findMissingCharacters,
      })
      const report = reportOn(found, reading, { all, waived }, io)
      hasErrors ||= report.summary.errors > 0
      yield { ...report, problems: report.problems.filter(problem => isNew(problem, found, told)) }
    }
  }
  const words = reporters[options.format](reports(), {
    columns: Math.min(io.columns, 80),
    hasColours: hasColours(io, options.isColourWanted),
    isQuiet: options.isQuiet,
  })
  for await (const word of words) io.write(word)
  return hasErrors ? 1 : 0
}

/** The files of each workspace, opened once. */
function filesOfWorkspaces(): (found: FoundResponse) => WorkspaceFiles {
  const known = new Map<string, WorkspaceFiles>()
  return ({ root, folder }) => {
    const isShared = (path: string) => !path.startsWith(`${dirname(folder)}/`)
    const files = known.get(root) ?? rememberShared(workspaceFiles(root), isShared)
    known.set(root, files)
    return files
  }
}

/** What is told of a response, by `check` and by whatever else must say what is wrong with it. */
export function reportOn(
  found: FoundResponse,
  reading: Reading,
  { all: problems, waived }: Pick<Findings, 'all' | 'waived'>,
  { today, cwd }: Pick<Io, 'today' | 'cwd'>,
): Report {
  const { sources } = reading
  return {
    problems,
    waived,
    sources,
    isPrivate: (file, line) => reading.isPrivate(file, line),
    showPath: file => showPath(join(found.root, file), { cwd }),
    summary: summaryOf(reading, problems, today),
  }
}

/** What is wrong with an office is told with its first response, and counted with each. */
function isNew(problem: Problem, { root }: FoundResponse, told: Set<string>): boolean {
  const key = `${root}\n${keyInWords(problem)}`
  return !told.has(key) && Boolean(told.add(key))
}

function summaryOf(reading: Reading, problems: readonly Problem[], today: Day): Summary {
  const [response] = reading.responses
  const counts = { name: reading.name, ...countSeverities(problems) }
  if (!response) return { ...counts, answered: 0, due: 0 }
  const { report, publication, status, letter, sections } = response
  const due = itemsDue(sections)
  // Of two languages, in both.
  const others = reading.responses.map(({ sections }) => itemsDue(sections))
  const answered = due.filter((_, index) => others.every(items => items[index]?.answered))
  // Publication ends the clock; a final letter stands for it until its day is entered.
  const done = publication.published ?? (status === 'final' ? letter.date : undefined)
  const clock: Clock = {
    ...(report.published !== undefined && { published: report.published }),
    day: done ?? today,
    isRunning: done === undefined,
  }
  return {
    ...counts,
    ...(report.is_section_55 && !report.covered_by && { clock }),
    answered: answered.length,
    due: due.length,
  }
}

function itemsDue(sections: readonly Section[]): Item[] {
  return [...itemsOf(sections)].filter(item => item.answer_due)
}
