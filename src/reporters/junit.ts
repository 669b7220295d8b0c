import { isError, type Problem } from '../problem.ts'
import { storable } from './printable.ts'
import type { Report, Reporter, ReporterOptions, Telling } from './reporter.ts'
import { sayExcused, sayHowItStands } from './summary.ts'

/**
 * For the test pages of Jenkins, GitLab and their like: a suite for each response, in which an error is a
 * test that failed. Warnings and notes are tests that passed, and are told in the suite's output: whoever
 * counts failures counts errors. Accepted by the schema of Jenkins and by the stricter one of Ant, which
 * asks for every attribute here and knows no test that was skipped.
 */
export const junit: Reporter<ReporterOptions & Telling> = async function* (reports, { today }) {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n'
  let id = 0
  for await (const report of reports) yield* saySuite(report, id++, today)
  yield '</testsuites>\n'
}

function* saySuite(report: Report, id: number, today: string): Generator<string> {
  const { problems, waived, summary, showPath } = report
  const failures = problems.filter(isError).length
  const tests = Math.max(1, problems.length)
  yield `  <testsuite${attributes({
    ...{ id, package: 'section55', name: summary.name, timestamp: `${today}T00:00:00` },
    ...{ hostname: 'localhost', tests, failures, errors: 0, time: 0 },
  })}>\n`
  const property = { name: 'summary', value: sayHowItStands(summary) }
  yield `    <properties><property${attributes(property)}/></properties>\n`
  if (problems.length === 0) yield sayTest(summary.name, 'nothing to report')
  const nameOnce = countRepeats()
  for (const problem of problems) {
    const { rule, severity, message } = problem
    const words = isError(problem) ? message : `${severity}: ${message}`
    const failure = isError(problem)
      ? `<failure${attributes({ type: rule, message })}>${escape(sayProblem(problem, report))}</failure>`
      : ''
    yield sayTest(`${summary.name}.${rule}`, nameOnce(`${rule}\n${words}`, words), failure)
  }
  const told = [
    ...problems.filter(problem => !isError(problem)).map(problem => sayProblem(problem, report)),
    ...waived.map(excused => `excused: ${storable(sayExcused(excused, showPath))}`),
  ]
  yield `    <system-out>${escape(told.join('\n\n'))}</system-out>\n    <system-err/>\n  </testsuite>\n`
}

function sayTest(classname: string, name: string, result = ''): string {
  const test = `testcase${attributes({ classname, name, time: 0 })}`
  return result ? `    <${test}>${result}</testcase>\n` : `    <${test}/>\n`
}

/** GitLab shows one of two tests of the same name. Lines are no part of it, for they move. */
function countRepeats(): (key: string, name: string) => string {
  const seen = new Map<string, number>()
  return (key, name) => {
    const count = (seen.get(key) ?? 0) + 1
    seen.set(key, count)
    return count === 1 ? name : `${name} (${count})`
  }
}

function sayProblem(
  { rule, severity, message, hint, place }: Problem,
  { showPath }: Report,
): string {
  const { line, column } = place.start
  return [
    `${showPath(place.file)}:${line}:${column} ${severity} ${rule}`,
    message,
    ...(hint === undefined ? [] : [`Hint: ${hint}`]),
  ]
    .map(storable)
    .join('\n')
}

function attributes(values: Record<string, string | number>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escape(storable(String(value)))}"`)
    .join('')
}

const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' } as const
const escape = (text: string): string =>
  text.replace(/[&<>"]/g, sign => ENTITIES[sign as keyof typeof ENTITIES])
