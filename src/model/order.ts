import type { Place, Problem } from '../problem.ts'

/**
 * In the order of the files, and in each from top to bottom. What is told twice is told once: `keyOf`
 * says what is the same.
 */
export function inOrder(
  problems: readonly Problem[],
  files: readonly string[],
  keyOf: (problem: Problem) => string = keyInWords,
): Problem[] {
  const rank = new Map(files.map((file, index) => [file, index]))
  const rankOf = ({ file }: Place) => rank.get(file) ?? files.length
  const seen = new Set<string>()
  // How a value is written is no news beside what is wrong with it: curly quotes around a date.
  const spot = ({ file, start }: Place) => `${file}:${start.line}:${start.column}`
  const wrong = new Set(
    problems.flatMap(({ severity, place }) => (severity === 'error' ? [spot(place)] : [])),
  )
  return problems
    .filter(
      ({ rule, severity, place }) =>
        rule !== 'yaml' || severity === 'error' || !wrong.has(spot(place)),
    )
    .filter(problem => {
      const key = keyOf(problem)
      return !seen.has(key) && seen.add(key)
    })
    .sort(
      ({ place: one }, { place: other }) =>
        rankOf(one) - rankOf(other) ||
        (one.file < other.file ? -1 : one.file > other.file ? 1 : 0) ||
        one.start.line - other.start.line ||
        one.start.column - other.start.column,
    )
}

/** The same words about the same place. */
export function keyInWords({ message, place: { file, start } }: Problem): string {
  return [file, start.line, start.column, message].join('\n')
}

/**
 * Two languages of one response are wrong in the same way at the same place, in other words perhaps. A line
 * of the saved report, which is in neither, tells two findings about one place apart.
 */
export function keyInAnyLanguage({ rule, item, place, related = [] }: Problem): string {
  const { file, start } = place
  const lines = related.flatMap(({ place: { file, start } }) =>
    /\.ya?ml$/i.test(file) ? [] : [`${file}:${start.line}:${start.column}`],
  )
  return [file, start.line, start.column, rule, item, ...lines].join('\n')
}
