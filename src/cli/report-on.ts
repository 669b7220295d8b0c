import { join } from 'node:path'
import type { Findings } from '../check/run.ts'
import type { Reading } from '../model/reading.ts'
import { itemsOf, type Day, type Item, type Section } from '../model/response.ts'
import type { Problem } from '../problem.ts'
import type { Report } from '../reporters/reporter.ts'
import { countSeverities, type Clock, type Summary } from '../reporters/summary.ts'
import type { FoundResponse } from './find-responses.ts'
import { showPath, type Io } from './io.ts'

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
    summary: { ...summaryOf(reading, problems, today), excused: waived.length },
  }
}

function summaryOf(
  reading: Reading,
  problems: readonly Problem[],
  today: Day,
): Omit<Summary, 'excused'> {
  const [response] = reading.responses
  const counts = { name: reading.name, ...countSeverities(problems) }
  if (!response) return { ...counts, answered: 0, due: 0 }
  const { report, publication, status, letter, sections } = response
  const due = itemsDue(sections)
  // Of two languages, in both.
  const others = reading.responses.map(({ sections }) => itemsDue(sections))
  const answered = due.filter((_, index) => others.every(items => items[index]?.answered))
  const clock: Clock = {
    ...(report.published !== undefined && { published: report.published }),
    ...dayOf(publication.published, status === 'final' ? letter.date : undefined, today),
  }
  return {
    ...counts,
    ...(report.is_section_55 && !report.covered_by && { clock }),
    answered: answered.length,
    due: due.length,
  }
}

/** Publication ends the clock; a final letter is told of until that day is entered. */
function dayOf(
  published: Day | undefined,
  letter: Day | undefined,
  today: Day,
): Pick<Clock, 'day' | 'day_is_of'> {
  if (published !== undefined) return { day: published, day_is_of: 'publication' }
  if (letter !== undefined) return { day: letter, day_is_of: 'letter' }
  return { day: today, day_is_of: 'today' }
}

function itemsDue(sections: readonly Section[]): Item[] {
  return [...itemsOf(sections)].filter(item => item.answer_due)
}
