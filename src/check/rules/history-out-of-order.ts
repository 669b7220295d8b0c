import { longDate } from '../../calendar.ts'
import { lastStatuses } from '../../model/history.ts'
import type { Day, HistoryEntry, Item } from '../../model/response.ts'
import { entriesOf } from '../../model/response.ts'
import { INSPECTORATE_STATUSES } from '../../model/schema/item.ts'
import { inSection, nameItem } from '../names.ts'
import type { Finding, Rule } from '../rule.ts'

export const historyOutOfOrder: Rule = {
  id: 'history-out-of-order',
  severity: 'warning',
  title: 'The history of an item runs forward, up to its status',
  source: 'Practice: the status report and the panel read the last entry as the present state',
  *check({ sections, today, settings }) {
    const known = [...settings.statuses.map(({ word }) => word), ...INSPECTORATE_STATUSES]
    for (const { item, section } of entriesOf(sections)) {
      if (item.history.length === 0) continue
      yield* checkDates(item, nameItem(item) + inSection(section), today)
      yield* checkStatuses(item, nameItem(item) + inSection(section), today, known)
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

const KEYS = [
  ['status', 'force'],
  ['inspectorate_status', 'inspectorate'],
] as const

/** The last word of the force or the inspectorate on where the item stands, and its key: one thing told twice. */
function* checkStatuses(
  item: Item,
  name: string,
  today: Day,
  known: readonly string[],
): Generator<Finding> {
  const said = lastStatuses(item.history, today)
  for (const [key, source] of KEYS) {
    const typed = item[key]
    const last = said[source]
    if (typed === undefined || !last || last.status === typed) continue
    // A word that no scale has is told as such, and once.
    if (!known.includes(typed) || !known.includes(last.status)) continue
    yield {
      at: [...item.at, key],
      item: item.id,
      message: `Unexpected ${key} "${typed}" of ${name}, expected "${last.status}" as the ${source} said on ${longDate(last.date)}`,
      hint: `The history counts. Change \`${key}\`, or take it away.`,
      related: [{ at: [...last.at, 'status'], label: `the ${source}'s last entry` }],
    }
  }
}
