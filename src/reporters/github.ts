import type { Problem } from '../problem.ts'
import { storable } from './printable.ts'
import type { Report, Reporter } from './reporter.ts'

/** As GitHub's runner names them. */
const COMMANDS = { error: 'error', warning: 'warning', note: 'notice' } as const

/** For GitHub Actions: workflow commands, which it shows beside the lines of a pull request. */
export const github: Reporter = async function* (reports) {
  for await (const report of reports)
    for (const problem of report.problems) yield `${annotate(problem, report)}\n`
}

function annotate({ rule, severity, message, hint, place }: Problem, { showPath }: Report): string {
  const { file, start, end } = place
  const properties = {
    title: rule,
    file: showPath(file),
    line: start.line,
    endLine: end.line,
    col: start.column,
    // GitHub takes columns of one line alone.
    ...(end.line === start.line && { endColumn: Math.max(start.column, end.column - 1) }),
  }
  const told = Object.entries(properties).map(
    ([name, value]) => `${name}=${escapeProperty(storable(String(value)))}`,
  )
  const words = [message, ...(hint === undefined ? [] : [`Hint: ${hint}`])]
  return `::${COMMANDS[severity]} ${told.join(',')}::${escapeData(words.map(storable).join('\n'))}`
}

/** As actions/toolkit escapes them, packages/core/src/command.ts. */
const escapeData = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
const escapeProperty = (text: string): string =>
  escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
