import { knownScaleOf } from '../../model/read-report.ts'
import { sectionsOf } from '../../model/response.ts'
import { listWords } from '../../model/validate/did-you-mean.ts'
import { UNGRADED } from './grade-outside-scale.ts'
import type { Rule } from '../rule.ts'

export const previousFromAnotherScale: Rule = {
  id: 'previous-from-another-scale',
  severity: 'warning',
  title: 'The grade before is of the same scale',
  source: 'HMICFRS: the grades of PEEL since 2021 cannot be compared with those before',
  *check({ report: { scale }, sections }) {
    for (const { at, previous } of sectionsOf(sections)) {
      if (previous === undefined || previous === UNGRADED || scale.includes(previous)) continue
      const other = knownScaleOf(previous)
      if (other === undefined) continue
      yield {
        at: [...at, 'previous'],
        message: `Unexpected previous grade "${previous}" of the scale ${other}, expected ${listWords([...scale, UNGRADED])}`,
        hint: 'Grades of two scales cannot be compared: leave `previous` out, or tell of it in words.',
      }
    }
  },
}
