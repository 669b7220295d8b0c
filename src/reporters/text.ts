import type { Problem } from '../problem.ts'
import { painter } from './colours.ts'
import { frameOf } from './frame.ts'
import { disarm, printable } from './printable.ts'
import type { Report, Reporter, ReporterOptions } from './reporter.ts'
import { sayExcused, sayHowItStands, worstFirst, type Summary } from './summary.ts'
import { wrap } from './wrap.ts'

const INDENT = '  '

/** For people: each problem with the lines it is about, then how each response stands. */
export const text: Reporter = async function* (reports, options) {
  const standings: Standing[] = []
  for await (const report of reports) {
    const { summary, waived, showPath } = report
    standings.push({ summary, excused: waived.map(each => sayExcused(each, showPath)) })
    for (const problem of report.problems) yield disarm(sayProblem(problem, report, options))
  }
  if (options.isQuiet) return
  standings.sort((one, other) => worstFirst(one.summary, other.summary))
  for (const standing of standings) yield disarm(sayStanding(standing, options))
}

type Standing = { summary: Summary; excused: string[] }

/** How a response stands is one line, however long, for whoever searches; what is excused follows it. */
function sayStanding({ summary, excused }: Standing, { columns }: ReporterOptions): string {
  const lines = excused.flatMap(words =>
    wrap(`excused: ${printable(words)}`, columns - 2 * INDENT.length).map(
      (line, index) => INDENT + (index > 0 ? INDENT : '') + line,
    ),
  )
  return [printable(sayHowItStands(summary)), ...lines, ''].join('\n')
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
