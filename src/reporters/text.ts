import type { Problem } from '../problem.ts'
import { painter } from './colours.ts'
import { frameOf } from './frame.ts'
import { printable } from './printable.ts'
import type { Report, Reporter, ReporterOptions } from './reporter.ts'
import { sayHowItStands, worstFirst, type Summary } from './summary.ts'
import { wrap } from './wrap.ts'

const INDENT = '  '

/** For people: each problem with the lines it is about, then how each response stands. */
export const text: Reporter = async function* (reports, options) {
  const summaries: Summary[] = []
  for await (const report of reports) {
    summaries.push(report.summary)
    for (const problem of report.problems) yield sayProblem(problem, report, options)
  }
  if (options.isQuiet) return
  for (const summary of summaries.sort(worstFirst)) yield `${sayHowItStands(summary)}\n`
}

function sayProblem(problem: Problem, report: Report, options: ReporterOptions): string {
  const { message, hint } = problem
  const said = [message, ...(hint === undefined ? [] : [`Hint: ${hint}`])]
  const lines = said.flatMap(words => wrap(printable(words), options.columns - INDENT.length))
  const frame = [...frameOf(problem, report, options)]
  return [
    sayWhere(problem, report, options),
    ...lines.map(line => INDENT + line),
    ...(frame.length > 0 ? ['', ...frame] : []),
    '',
    '',
  ].join('\n')
}

function sayWhere(
  { place, severity, rule }: Problem,
  { showPath }: Report,
  options: ReporterOptions,
): string {
  const paint = painter(options.hasColours)
  const { line, column } = place.start
  const spot = `${printable(showPath(place.file))}:${line}:${column}`
  return `${paint(spot, 'bold')} ${paint(severity, severity)} ${paint(rule, 'dim')}`
}
