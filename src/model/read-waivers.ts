import type { Path } from '../problem.ts'
import type { Waiver } from './response.ts'
import type { ResponseFile } from './schema/response-file.ts'

export const readWaivers = (input: ResponseFile['waive'], at: Path): Waiver[] =>
  (input ?? []).map(({ rule, reason, by, until }, index) => ({
    at: [...at, 'waive', index],
    rule: rule.trim(),
    ...(reason !== undefined && { reason }),
    ...(by !== undefined && { by }),
    ...(until !== undefined && { until }),
  }))
