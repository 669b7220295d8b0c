import type { Path } from '../problem.ts'
import type { Day, HistoryEntry, Item } from './response.ts'
import { INSPECTORATE_STATUSES } from './schema/item.ts'

export type HistorySource = NonNullable<HistoryEntry['source']>
export type DatedEntry = HistoryEntry & { date: Day }

const REGISTER: readonly string[] = INSPECTORATE_STATUSES

/** Whose entry it is. Where that is not said: the force's, as `status` is, unless only the register has such a word. */
export function sourceOf({ source, status }: HistoryEntry): HistorySource {
  if (source !== undefined) return source
  const isOfRegister = status !== undefined && status !== 'complete' && REGISTER.includes(status)
  return isOfRegister ? 'inspectorate' : 'force'
}

/** The entries that have happened, oldest first; of one day, as they were typed. */
export function pastEntries(history: readonly HistoryEntry[], today: Day): DatedEntry[] {
  return history
    .filter((entry): entry is DatedEntry => entry.date !== undefined && entry.date <= today)
    .sort((one, other) => (one.date < other.date ? -1 : one.date > other.date ? 1 : 0))
}

/** What each of them said last of where the item stands: it counts in place of `status` or `inspectorate_status`. */
export function lastStatuses(
  history: readonly HistoryEntry[],
  today: Day,
): { [S in HistorySource]?: DatedEntry & { status: string } } {
  const last: ReturnType<typeof lastStatuses> = {}
  for (const entry of pastEntries(history, today))
    if (entry.status !== undefined) last[sourceOf(entry)] = { ...entry, status: entry.status }
  return last
}

/** Where the force has the item, and where that was typed. `entry`: of its history, which counts before `status`. */
export function statusOf(
  { at, status, history }: Item,
  day: Day,
): { status: string; at: Path; entry?: DatedEntry } | undefined {
  const entry = lastStatuses(history, day).force
  if (entry) return { status: entry.status, at: [...entry.at, 'status'], entry }
  return status === undefined ? undefined : { status, at: [...at, 'status'] }
}
