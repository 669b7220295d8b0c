import { longDate } from '../../calendar.ts'
import { statusOf } from '../../model/history.ts'
import type { Day, Item } from '../../model/response.ts'
import { entriesOf } from '../../model/response.ts'
import { inSection, nameItem } from '../names.ts'
import { doneStatuses, dueDaysOf, referenceDay } from '../reference-day.ts'
import type { Rule } from '../rule.ts'
import { answersTo, isWritten } from '../texts.ts'

export const overdueWithoutAWord: Rule = {
  id: 'overdue-without-a-word',
  severity: 'warning',
  title: 'What is past its date and not done has a word of explanation',
  source: 'Practice: committees complain of items that are overdue and say nothing',
  *check(context) {
    const day = referenceDay(context)
    const done = doneStatuses(context.settings)
    for (const { item, section } of entriesOf(context.sections)) {
      const said = statusOf(item, day)
      if (!said || done.has(said.status) || item.withheld) continue
      // A later date of the force's own is an answer to the report's.
      const due = dueDaysOf(item)
      const last = due.sort((one, other) => (one.day < other.day ? 1 : -1))[0]
      if (!last || last.day >= day || isExplained(item, last.day)) continue
      yield {
        at: said.at,
        item: item.id,
        message: `Missing word on ${nameItem(item)}${inSection(section)}, "${said.status}" after ${longDate(last.day)}, expected an update, a reason or an entry in its history`,
        hint: 'Where the force has set a new date, give it as `target`.',
        related: [{ at: last.at, label: last.label }],
      }
    }
  },
}

function isExplained(item: Item, day: Day): boolean {
  return (
    answersTo(item).some(isWritten) ||
    Boolean(item.reason?.value.trim()) ||
    item.history.some(({ date }) => date !== undefined && date > day)
  )
}
