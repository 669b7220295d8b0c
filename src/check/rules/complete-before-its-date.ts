import { longDate } from '../../calendar.ts'
import { statusOf } from '../../model/history.ts'
import { entriesOf } from '../../model/response.ts'
import { inSection, nameItem } from '../names.ts'
import { doneStatuses, dueDaysOf, referenceDay } from '../reference-day.ts'
import type { Rule } from '../rule.ts'
import { answersTo } from '../texts.ts'

// "Since 22 September", "in March 2024", 2024-03-01
const WHEN =
  /\b(?:January|February|March|April|May|June|July|August|September|October|November|December|Ionawr|Chwefror|Mawrth|Ebrill|Mai|Mehefin|Gorffennaf|Awst|Medi|Hydref|Tachwedd|Rhagfyr|20\d\d)\b/

export const completeBeforeItsDate: Rule = {
  id: 'complete-before-its-date',
  severity: 'warning',
  title: 'What is complete before its date is shown to be so',
  source: 'Practice: scrutiny asks what closed an item whose date is still to come',
  *check(context) {
    const day = referenceDay(context)
    const done = doneStatuses(context.settings)
    for (const { item, section } of entriesOf(context.sections)) {
      const said = statusOf(item, day)
      if (!said || !done.has(said.status) || item.withheld) continue
      // An entry, a document or a sentence that says since when answers the question.
      if (item.evidence.length > 0) continue
      if (item.history.some(({ status }) => status !== undefined && done.has(status))) continue
      if (answersTo(item).some(({ value }) => WHEN.test(value))) continue
      const open = dueDaysOf(item).find(due => due.day > day)
      if (!open) continue
      yield {
        at: said.at,
        item: item.id,
        message: `Unexpected status "${said.status}" of ${nameItem(item)}${inSection(section)} before ${longDate(open.day)}, expected that day to have come, or since when it is done`,
        hint: 'Done early? Say since when, in the `update` or in a dated entry of `history` with that status.',
        related: [{ at: open.at, label: open.label }],
      }
    }
  },
}
