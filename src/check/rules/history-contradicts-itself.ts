import { longDate } from '../../calendar.ts'
import { sourceOf, type HistorySource } from '../../model/history.ts'
import type { HistoryEntry, Item } from '../../model/response.ts'
import { entriesOf } from '../../model/response.ts'
import { inSection, nameItem } from '../names.ts'
import type { Finding, Rule } from '../rule.ts'

export const historyContradictsItself: Rule = {
  id: 'history-contradicts-itself',
  severity: 'error',
  title: 'Nobody says two things of an item on one day',
  source: 'Practice: where an item stands is what each source said of it last',
  *check({ sections }) {
    for (const { item, section } of entriesOf(sections))
      yield* checkDays(item, nameItem(item) + inSection(section))
  },
}

const SAYS: Record<HistorySource, string> = {
  force: 'the force',
  body: 'the body',
  inspectorate: 'the inspectorate',
}

function* checkDays({ id, history }: Item, name: string): Generator<Finding> {
  const first = new Map<string, HistoryEntry>()
  for (const entry of history) {
    const { at, date, status } = entry
    if (date === undefined || status === undefined) continue
    const source = sourceOf(entry)
    const earlier = first.get(`${date} ${source}`)
    if (!earlier) first.set(`${date} ${source}`, entry)
    else if (earlier.status !== status)
      yield {
        at: [...at, 'status'],
        item: id,
        message: `Unexpected status "${status}" of ${name}, expected "${earlier.status}" as ${SAYS[source]} said on that day, ${longDate(date)}`,
        hint: 'Give the two the days on which they were said, or delete the one that does not hold.',
        related: [{ at: [...earlier.at, 'status'], label: 'of the same day' }],
      }
  }
}
