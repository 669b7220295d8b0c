import type { Place } from '../problem.ts'
import type { Loader } from '../source/load-source.ts'

/** Tells an error of what is read. */
export const refuse = (
  loader: Loader,
  place: Place,
  rule: string,
  message: string,
  hint?: string,
) => {
  loader.problems.push({
    rule,
    severity: 'error',
    message,
    place,
    ...(hint !== undefined && { hint }),
  })
}
