import { longDate } from '../../calendar.ts'
import type { Day, HistoryEntry, Item } from '../../model/response.ts'
import { entriesOf } from '../../model/response.ts'
import { inSection, nameItem } from '../names.ts'
import type { Finding, Rule } from '../rule.ts'

export const historyOutOfOrder: Rule = {
  id: 'history-out-of-order',
  severity: 'warning',
  title: 'The history of an item runs forward, up to its status',
  source: 'Practice: the status report and the panel read the last entry as the present state',
  *check({ sections, today }) {
    for (const { item, section } of entriesOf(sections)) {
      if (item.history.length === 0) continue
      yield* checkDates(item, nameItem(item) + inSection(section), today)
      const finding = checkStatus(item, nameItem(item) + inSection(section))
      if (finding) yield finding
    }
  },
}

function* checkDates(item: Item, name: string, today: Day): Generator<Finding> {
  let latest: { at: HistoryEntry['at']; date: Day } | undefined
  for (const { at, date } of item.history) {
    const about = { at: [...at, 'date'], item: item.id }
    if (date === undefined) {
      const message = `Missing date of an entry in the history of ${name}, expected its day`
      yield { at, item: item.id, message }
      continue
    }
    if (date > today)
      yield {
        ...about,
        message: `Unexpected entry of ${longDate(date)} in the history of ${name}, expected ${longDate(today)}, which is today, or earlier`,
      }
    else if (latest && date < latest.date)
      yield {
        ...about,
        message: `Unexpected entry of ${longDate(date)} in the history of ${name}, expected it before that of ${longDate(latest.date)}`,
        related: [{ at: [...latest.at, 'date'], label: 'a later day stands above it' }],
      }
    if (date <= today && (!latest || date > latest.date)) latest = { at, date }
  }
}

/** The force's last word on where the item stands, and its status: they are one thing told twice. */
function checkStatus({ at, id, status, history }: Item, name: string): Finding | undefined {
  const told = history.filter(
    entry => entry.source === 'force' && entry.status !== undefined && entry.date !== undefined,
  )
  const last = told.reduce<HistoryEntry | undefined>(
    (best, entry) => (best && best.date! > entry.date! ? best : entry),
    undefined,
  )
  if (status === undefined || !last || last.status === status) return undefined
  return {
    at: [...at, 'status'],
    item: id,
    message: `Unexpected status "${status}" of ${name}, expected "${last.status}" as the force said on ${longDate(last.date!)}`,
    related: [{ at: [...last.at, 'status'], label: "the force's last entry" }],
  }
}
