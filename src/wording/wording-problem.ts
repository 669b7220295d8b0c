import type { Problem } from '../problem.ts'

/** Something wrong in a file of the wording, as far as is known on which line. */
export function wordingProblem(file: string, message: string, hint?: string, line = 1): Problem {
  const start = { line, column: 1 }
  return {
    rule: 'wording',
    severity: 'error',
    message,
    place: { file, start, end: start },
    ...(hint !== undefined && { hint }),
  }
}
