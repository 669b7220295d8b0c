import type { Day, InspectionResponse } from '../model/response.ts'
import { itemsOf, jointAnswersOf } from '../model/response.ts'
import type { Path } from '../problem.ts'
import { isSamePath } from '../model/validate/paths.ts'
import { hasWords, isWritten } from './texts.ts'
import type { Context } from './rule.ts'

type Commented = Pick<InspectionResponse, 'chief_officer' | 'sections'>

/** Whether any of the chief officer's words are there. What is withheld but answered was commented on too. */
export function hasChiefOfficerWords({ chief_officer, sections }: Commented): boolean {
  if (hasWords(chief_officer.introduction) || hasWords(chief_officer.conclusion)) return true
  for (const item of itemsOf(sections))
    if (isWritten(item.update) || (item.withheld && item.answered)) return true
  for (const { item } of jointAnswersOf(sections)) if (isWritten(item.update)) return true
  return false
}

/** How many items still await an answer of the chief officer's; what is for the body awaits none. */
export function countAwaited({ sections }: Pick<InspectionResponse, 'sections'>): number {
  let awaited = 0
  for (const { answer_due, comment_due, answered } of itemsOf(sections))
    if (answer_due && !comment_due && !answered) awaited += 1
  return awaited
}

/** A date that is still a placeholder is told as one, and not as missing. */
export function isStillToCome({ unknownDates }: Pick<Context, 'unknownDates'>, at: Path): boolean {
  return unknownDates.some(date => isSamePath(date.at, at))
}

/** The day that comments must come before, once it is here and they are not. */
export function overdueSince({
  chief_officer: { due, received },
  today,
}: Pick<Context, 'chief_officer' | 'today'>): Day | undefined {
  return due !== undefined && received === undefined && today >= due ? due : undefined
}
