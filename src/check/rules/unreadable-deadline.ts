import { entriesOf } from '../../model/response.ts'
import { inSection, nameItem } from '../names.ts'
import type { Rule } from '../rule.ts'

export const unreadableDeadline: Rule = {
  id: 'unreadable-deadline',
  severity: 'warning',
  title: 'A deadline can be read as a day, or is known to have none',
  source: 'Practice: a deadline that gives no day is never counted as overdue',
  *check({ sections }) {
    // A cause of concern hands its deadline to its recommendations: it is told once.
    const seen = new Set<object>()
    for (const { item, section } of entriesOf(sections)) {
      const typed = item.deadline?.typed
      if (!typed || typed.is_readable || seen.has(typed)) continue
      seen.add(typed)
      yield {
        at: typed.at,
        item: item.id,
        message: `Unexpected deadline "${item.deadline!.words}" of ${nameItem(item)}${inSection(section)}, expected words that give a day`,
        hint: 'Read as days: "within six months", "by 31 March 2024", "by March 2024", "by the end of 2024", 2024-03-31. Known to give none: "immediately", "promptly", "ongoing", and what begins with "if", "once" or "when".',
      }
    }
  },
}
