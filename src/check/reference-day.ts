import type { Day, Item } from '../model/response.ts'
import type { Settings } from '../model/settings.ts'
import type { Path } from '../problem.ts'
import type { Context } from './rule.ts'

/** The day that statuses are held against: a final letter speaks of its own date. */
export function referenceDay({ status, letter, today }: Context): Day {
  return status === 'final' && letter.date !== undefined ? letter.date : today
}

/** The statuses by which an item is done. */
export const doneStatuses = ({ statuses }: Settings): ReadonlySet<string> =>
  new Set(statuses.filter(({ done }) => done).map(({ word }) => word))

/** A day by which the action itself is to be done, and where it was typed. */
export type DueDay = { at: Path; day: Day; of: 'target' | 'deadline'; label: string }

/** The force's own date, and the report's where it binds the action and not its plan. */
export function dueDaysOf({ at, target, deadline, words }: Item): DueDay[] {
  const days: DueDay[] = []
  if (target !== undefined)
    days.push({
      at: [...at, 'target'],
      day: target,
      of: 'target',
      label: "the force's own date",
    })
  if (deadline?.day !== undefined && deadline.of !== 'plan') {
    const label = "the report's deadline"
    days.push({ at: deadline.typed?.at ?? words.at, day: deadline.day, of: 'deadline', label })
  }
  return days
}
