import { dayOfTheClock } from '../calendar.ts'
import { dueDaysOf } from '../check/reference-day.ts'
import { nameItem } from '../check/names.ts'
import { lineOf } from '../document/words.ts'
import { lastStatuses, pastEntries, sourceOf, statusOf } from '../model/history.ts'
import { placeholderFinder } from '../model/placeholder.ts'
import { LETTERS } from '../model/references.ts'
import type { Day, Entry, InspectionResponse, Item, Position } from '../model/response.ts'
import type { Settings } from '../model/settings.ts'
import type { Place } from '../problem.ts'
import type { ItemStanding, ItemState } from './standing.ts'

/** What the items of one response are held against. */
export type ItemContext = {
  response: InspectionResponse
  settings: Settings
  /** The words of the scale by which an item is done. */
  done: ReadonlySet<string>
  today: Day
  place: (item: Item) => Place
  /** In every language of the response. */
  isAnswered: (item: Item) => boolean
  /** By the body, in every language of the response. */
  isCommentedOn: (item: Item) => boolean
  /** Items of the same kind and number. */
  isUnique: (item: Item) => boolean
  /** Section titles, outermost first, and the innermost grade. */
  within: (item: Item) => { titles: string[]; grade?: string }
}

type Own = Omit<ItemStanding, 'cause' | 'state' | 'missing' | 'raised_before' | 'raised_again'>

/** Closed by the inspectorate: nothing more is to be done. */
const CLOSING: readonly string[] = ['complete', 'superseded']
/** With its reason, the force will do nothing. */
const WITHOUT_ACTION: readonly (Position | undefined)[] = [
  'not accepted',
  'not applicable',
  'already met',
]

export function standItem({ item, cause }: Entry, context: ItemContext): ItemStanding {
  const told = readTold(item, context)
  const own = readOwn(item, told, context)
  const state = stateOf(item, told, context)
  return {
    ...own,
    ...(cause && { cause: cause.id }),
    ...(state === 'open' && !hasRecommendations(item) && overdueOf(item, context.today)),
    state,
    missing: missingOf(item, own, state, context),
    // Where the others are known, `linkStandings` says more.
    raised_before: item.raised_before.map(({ response, reference }) => ({
      response,
      item: reference,
      label: reference,
      title: response,
    })),
    raised_again: [],
  }
}

/** Where each of them says that the item stands: by its last entry, where there is one. */
type Told = {
  last: ReturnType<typeof lastStatuses>
  status: string | undefined
  inspectorate_status: string | undefined
  isClosed: boolean
}

function readTold(item: Item, { today, done }: ItemContext): Told {
  const last = lastStatuses(item.history, today)
  const inspectorate_status = last.inspectorate?.status ?? item.inspectorate_status
  return {
    last,
    status: last.force?.status ?? item.status,
    inspectorate_status,
    isClosed:
      inspectorate_status !== undefined &&
      (CLOSING.includes(inspectorate_status) || done.has(inspectorate_status)),
  }
}

function readOwn(item: Item, told: Told, context: ItemContext): Own {
  const { today } = context
  const { last, status, inspectorate_status, isClosed } = told
  const { file, start } = context.place(item)
  const { titles, grade } = context.within(item)
  const entry = pastEntries(item.history, today).at(-1)
  const due = dueOf(item, today)
  return {
    reference: referenceTo(item, context.isUnique(item)),
    id: item.id,
    kind: item.kind,
    ...(item.number !== undefined && { number: item.number }),
    label: labelOf(item),
    section: titles,
    ...(grade !== undefined && { grade }),
    ...(item.title && { title: item.title.value }),
    words: lineOf(item.words.blocks),
    ...(status !== undefined && { status }),
    ...(last.body && { body_status: last.body.status }),
    ...(inspectorate_status !== undefined && { inspectorate_status }),
    ...(item.inspectorate_ref !== undefined && { inspectorate_ref: item.inspectorate_ref }),
    ...(item.position && { position: item.position }),
    ...(isClosed && { proof: proofOf(item, last) }),
    ...(item.deadline && {
      deadline: {
        words: item.deadline.words,
        ...(item.deadline.day !== undefined && { day: item.deadline.day }),
        ...(item.deadline.of && { of: item.deadline.of }),
      },
    }),
    ...(item.target !== undefined && { target: item.target }),
    ...(due !== undefined && { due }),
    ...(item.owner !== undefined && { owner: item.owner }),
    ...(entry && {
      last: {
        date: entry.date,
        source: sourceOf(entry),
        ...(entry.status !== undefined && { status: entry.status }),
        ...(entry.text && { text: lineOf(entry.text.blocks) }),
      },
    }),
    answer_due: item.answer_due,
    answered: context.isAnswered(item),
    withheld: item.withheld !== undefined,
    place: { file, line: start.line },
  }
}

/** "Recommendation 12"; "Area for improvement 2 of 5", which is its place. */
export function labelOf(item: Item): string {
  const name = nameItem(item).replace(/^the /, '')
  return name.charAt(0).toUpperCase() + name.slice(1)
}

/** As `s55 log` and `answers` take it. */
const referenceTo = ({ id, kind, number }: Item, isUnique: boolean): string =>
  number !== undefined && isUnique ? `${LETTERS[kind]}${number}` : id

function proofOf(
  { inspectorate_ref: ref }: Item,
  { inspectorate }: Told['last'],
): NonNullable<ItemStanding['proof']> {
  return {
    ...(inspectorate && { date: inspectorate.date }),
    ...(inspectorate?.text && { text: lineOf(inspectorate.text.blocks) }),
    ...(ref !== undefined && { ref }),
  }
}

function stateOf(item: Item, { status, isClosed }: Told, context: ItemContext): ItemState {
  if (item.kind === 'practice') return 'practice'
  if (isClosed) return 'closed'
  if (!item.answer_due && !item.comment_due) return 'not ours'
  if (status !== undefined) return context.done.has(status) ? 'done' : 'open'
  if (WITHOUT_ACTION.includes(item.position) && item.reason) return 'no action'
  if (!hasRecommendations(item)) return 'open'
  return stateOfCause(item, context)
}

/** What an item lacks that is open and has no day to be done by. */
export const A_DATE = 'a date'

const OPENNESS: readonly ItemState[] = ['open', 'done', 'raised again', 'no action', 'closed']

export const furthestBack = (states: readonly ItemState[]): ItemState =>
  OPENNESS.find(state => states.includes(state)) ?? 'open'

/** A cause of concern of which nothing else is told stands where that of our recommendations does that is furthest back. */
function stateOfCause({ recommendations }: Item, context: ItemContext): ItemState {
  const states = recommendations.map(item => stateOf(item, readTold(item, context), context))
  return furthestBack(states)
}

function dueOf(item: Item, today: Day): Day | undefined {
  const days = dueDaysOf(item)
    .map(({ day }) => day)
    .sort()
  return days.find(day => day >= today) ?? days.at(-1)
}

/** The report's day first: a later one of the force's own does not move it. */
function overdueOf(item: Item, today: Day): Pick<ItemStanding, 'overdue'> | undefined {
  const past = dueDaysOf(item).findLast(({ day }) => day < today)
  if (!past) return undefined
  const { day, of } = past
  return { overdue: { day, of, days: dayOfTheClock(day, today) - 1 } }
}

/** What somebody still has to give. An item that is closed or not ours lacks nothing. */
function missingOf(
  item: Item,
  own: Own,
  state: ItemState,
  { response, settings, today, isAnswered, isCommentedOn }: ItemContext,
): string[] {
  if (state === 'practice' || state === 'not ours') return []
  const { chief_officer, office, report } = response
  const missing: string[] = []
  const lacksReason =
    item.position !== undefined && item.position !== 'accepted' && !item.withheld && !item.reason
  const isToldBelow = item.recommendations.some(one => one.answer_due && !isAnswered(one))
  // What the inspectorate has closed is answered all the same where the response is still to go out.
  const isAwaited = state !== 'closed' || response.publication.published === undefined
  if (!report.covered_by && isAwaited) {
    if (lacksReason) missing.push(`the reason for "${item.position}"`)
    // Of a cause of concern, it is told with those of its recommendations that lack one.
    else if (item.answer_due && !own.answered && !item.comment_due && !isToldBelow)
      missing.push(`the ${chief_officer.title}'s update`)
    if (item.comment_due && !isCommentedOn(item) && !(item.withheld && own.answered))
      missing.push(`the ${office.body.short}'s comment`)
    if (item.withheld && !item.withheld.public) missing.push('a sentence for the public')
  }
  const needsReason = settings.statuses.some(
    ({ word, needs_reason }) => needs_reason && word === own.status,
  )
  if (needsReason && !item.withheld && !isExplained(item, today))
    missing.push(`the reason for "${own.status}"`)
  if (state === 'closed' && Object.keys(own.proof ?? {}).length === 0)
    missing.push('what closed it')
  // The day of a plan is not that of the action; "immediately" is, and "TBC" is none.
  const { deadline } = own
  const isPut = deadline && deadline.of !== 'plan'
  const isToCome = placeholderFinder(settings.placeholders)(deadline?.words ?? '') !== undefined
  const isDated = own.due !== undefined || (isPut && !isToCome)
  if (state === 'open' && !isDated && !hasRecommendations(item)) missing.push('a date')
  return missing
}

/** An entry that says why is a reason, too. */
const isExplained = (item: Item, today: Day): boolean =>
  (item.reason ?? statusOf(item, today)?.entry?.text) !== undefined

const hasRecommendations = ({ recommendations }: Item): boolean => recommendations.length > 0

export const hasComment = ({ comment, answered_by }: Item): boolean =>
  [comment, ...answered_by.map(joint => joint.comment)].some(
    text => text !== undefined && text.placeholder === undefined,
  )
