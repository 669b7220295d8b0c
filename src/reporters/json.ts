import type { Place, Problem } from '../problem.ts'
import type { Report, Reporter } from './reporter.ts'

/** For programs: an array of problems. Every one has every key; what it lacks is null, or an empty list. */
export const json: Reporter = async function* (reports) {
  let before = '['
  for await (const report of reports)
    for (const problem of report.problems) {
      yield `${before}\n  ${JSON.stringify(toPlain(problem, report))}`
      before = ','
    }
  yield before === '[' ? '[]\n' : '\n]\n'
}

function toPlain(problem: Problem, report: Report) {
  const { rule, severity, message, place, hint, item, law, related } = problem
  return {
    ...plainPlace(place, report),
    rule,
    severity,
    message,
    hint: hint ?? null,
    item: item ?? null,
    law: law ?? null,
    related: (related ?? []).map(({ place, label }) => ({ ...plainPlace(place, report), label })),
  }
}

function plainPlace({ file, start, end }: Place, { showPath }: Report) {
  return {
    file: showPath(file),
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
  }
}
