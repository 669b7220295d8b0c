import { didYouMean, listWords } from '../../model/validate/did-you-mean.ts'
import { knownScaleOf } from '../../model/read-report.ts'
import { sectionsOf } from '../../model/response.ts'
import type { Rule } from '../rule.ts'

export const UNGRADED = 'ungraded'

export const gradeOutsideScale: Rule = {
  id: 'grade-outside-scale',
  severity: 'error',
  title: "Grades are words of the report's scale",
  source: 'The report: scales differ over the years and cannot be compared',
  *check({ report: { scale }, sections }) {
    for (const section of sectionsOf(sections))
      for (const key of ['grade', 'previous'] as const) {
        const grade = section[key]
        if (grade === undefined || grade === UNGRADED || scale.includes(grade)) continue
        // previous-from-another-scale tells of it.
        if (key === 'previous' && knownScaleOf(grade) !== undefined) continue
        const meant = didYouMean(grade, [...scale, UNGRADED])
        yield {
          at: [...section.at, key],
          message: `Unexpected grade "${grade}", expected ${listWords([...scale, UNGRADED])}`,
          ...(meant !== undefined && { hint: `Did you mean ${meant}?` }),
        }
      }
  },
}
