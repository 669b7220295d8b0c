import { entriesOf, jointAnswersOf } from '../../model/response.ts'
import type { Rule } from '../rule.ts'
import { hasWords, isWritten } from '../texts.ts'

export const missingChiefOfficerComments: Rule = {
  id: 'missing-chief-officer-comments',
  severity: 'error',
  title: 'The comments of the chief officer are published with those of the body',
  source: 'Police Act 1996, section 55(5)',
  statutory: true,
  completeness: true,
  *check({ has_duty, chief_officer, sections }) {
    if (!has_duty) return
    if (hasWords(chief_officer.introduction) || hasWords(chief_officer.conclusion)) return
    for (const { item } of entriesOf(sections)) if (isWritten(item.update)) return
    for (const { item } of jointAnswersOf(sections)) if (isWritten(item.update)) return
    yield {
      at: ['chief_officer'],
      part: 'key',
      from: [['sections']],
      message: `Missing comments of the ${chief_officer.title}, expected an introduction, a conclusion or any update`,
    }
  },
}
