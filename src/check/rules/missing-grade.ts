import type { Section } from '../../model/response.ts'
import type { Finding, Rule } from '../rule.ts'

/** Sections graded beside one that is not: fewer may be chance. */
const GRADED_BESIDE = 2

export const missingGrade: Rule = {
  id: 'missing-grade',
  severity: 'warning',
  title: 'Among graded sections, each has its grade',
  source: 'The report: it says of each question which grade it has, or that it is not graded',
  *check({ sections }) {
    yield* gradesMissing(sections)
  },
}

function* gradesMissing(sections: readonly Section[]): Generator<Finding> {
  for (const key of ['grade', 'previous'] as const) {
    const graded = sections.filter(section => section[key] !== undefined)
    if (graded.length < Math.max(GRADED_BESIDE, sections.length / 2)) continue
    for (const section of sections) {
      if (section[key] !== undefined || !holdsFindings(section)) continue
      // Nothing to compare with: it was not graded now, or is new.
      if (key === 'previous' && (section.grade === undefined || section.grade === 'ungraded'))
        continue
      const before = key === 'previous' ? ' at the inspection before' : ''
      yield {
        at: section.title.at,
        message: `Missing grade of "${section.title.value}"${before}, expected it in \`${key}\` as in the sections beside it`,
        hint: `Where the report gives it none, type \`${key}: ungraded\`.`,
        related: [{ at: [...graded[0]!.at, key], label: 'one beside it' }],
      }
    }
  }
  for (const section of sections) yield* gradesMissing(section.sections)
}

/**
 * A part that only introduces the others is graded nowhere, nor are national recommendations that a
 * letter answers beside the force's own report.
 */
function holdsFindings({ items, sections }: Section): boolean {
  const isFinding = (kind: string) => kind !== 'answers' && kind !== 'recommendation'
  return items.some(({ kind }) => isFinding(kind)) || sections.length > 0
}
