import { DAYS_TO_PUBLISH, dayOfTheClock, lastDayToPublish } from '../calendar.ts'
import { doneStatuses } from '../check/reference-day.ts'
import type { Reading } from '../model/reading.ts'
import { entriesOf } from '../model/response.ts'
import type { Day, InspectionResponse, Item, ItemKind, Section } from '../model/response.ts'
import { hasComment, standItem, type ItemContext } from './item-standing.ts'
import type {
  Answered,
  Clock,
  DatedEvent,
  ItemStanding,
  ItemState,
  SectionStanding,
  Stage,
  Standing,
} from './standing.ts'

export type StandingInputs = {
  /** Absolute, of the workspace. */
  root: string
  /** The response's file as messages name it. */
  file: string
  today: Day
  /** What check finds. */
  errors: number
}

export const KINDS: readonly ItemKind[] = [
  'cause_of_concern',
  'recommendation',
  'area_for_improvement',
  'observation',
]

/** Where a response stands on a day. One that cannot be read has a standing too: it is the worst. */
export function makeStanding(reading: Reading, inputs: StandingInputs): Standing {
  const { root, file, today, errors } = inputs
  // Messages are in English, and so are the words here, where there are English ones.
  const response =
    reading.responses.find(({ language }) => language === 'en-GB') ?? reading.responses[0]
  const base = { root, name: reading.name, file, errors }
  if (!response) return { ...base, ...UNREADABLE, title: reading.name }
  const items = standItems(reading, response, today)
  const { report, office, publication, letter, chief_officer } = response
  const clock = clockOf(response, today)
  const answered = KINDS.flatMap((kind): Answered[] => {
    const due = items.filter(item => item.kind === kind && item.answer_due)
    const done = due.filter(item => item.answered).length
    return due.length > 0 ? [{ kind, answered: done, due: due.length }] : []
  })
  const events = eventsOf(response, clock, items)
  const next = events.find(({ day }) => day >= today)
  return {
    ...base,
    stage: stageOf(response, items, errors),
    title: report.title,
    office: { key: office.key, name: office.office, force: office.force },
    kind: report.kind,
    inspectorates: report.inspectorates,
    ...given('url', report.url),
    ...given('published', report.published),
    scale: report.scale,
    ...(clock && { clock }),
    ...given('covered_by', report.covered_by?.value),
    ...given('invited', chief_officer.invited),
    ...given('due', chief_officer.due),
    ...given('received', chief_officer.received),
    ...given('letter_date', letter.date),
    ...given('response_published', publication.published),
    ...given('response_url', publication.url),
    ...given('sent', publication.sent),
    answered,
    counts: countStates(items),
    overdue: items.filter(item => item.overdue).length,
    ...(next && { next }),
    events,
    sections: [...standSections(response.sections, new Map(items.map(item => [item.id, item])))],
    items,
  }
}

const given = <K extends string, V>(key: K, value: V | undefined) =>
  (value === undefined ? {} : { [key]: value }) as { [P in K]?: V }

export const noCounts = (): Record<ItemState, number> => ({
  open: 0,
  done: 0,
  'no action': 0,
  closed: 0,
  'raised again': 0,
  'not ours': 0,
  practice: 0,
})

const UNREADABLE: Omit<Standing, 'root' | 'name' | 'file' | 'errors' | 'title'> = {
  stage: 'unreadable',
  office: { key: '', name: '', force: '' },
  kind: '',
  inspectorates: [],
  scale: [],
  answered: [],
  counts: noCounts(),
  overdue: 0,
  events: [],
  sections: [],
  items: [],
}

export function countStates(items: readonly ItemStanding[]): Record<ItemState, number> {
  const counts = noCounts()
  for (const { state } of items) counts[state] += 1
  return counts
}

function standItems(reading: Reading, response: InspectionResponse, today: Day): ItemStanding[] {
  const { settings, responses } = reading
  const entries = entriesOf(response.sections)
  /** Items of which something holds in every language. */
  const everywhere = (holds: (item: Item) => boolean): Set<Item> => {
    const others = responses.map(({ sections }) => entriesOf(sections))
    return new Set(
      entries
        .filter((_, index) => others.every(all => all[index] && holds(all[index].item)))
        .map(({ item }) => item),
    )
  }
  const answered = everywhere(item => item.answered)
  const commentedOn = everywhere(hasComment)
  const numbers = new Map<string, number>()
  const keyOf = ({ kind, number }: Item): string => `${kind} ${number}`
  for (const { item } of entries) numbers.set(keyOf(item), (numbers.get(keyOf(item)) ?? 0) + 1)
  const places = placeSections(response.sections)
  const context: ItemContext = {
    response,
    settings,
    done: doneStatuses(settings),
    today,
    place: item => reading.place(item.at),
    isAnswered: item => answered.has(item),
    isCommentedOn: item => commentedOn.has(item),
    isUnique: item => numbers.get(keyOf(item)) === 1,
    within: item => places.get(item) ?? { titles: [] },
  }
  return entries.map(entry => standItem(entry, context))
}

type Within = { titles: string[]; grade?: string }

function placeSections(
  sections: readonly Section[],
  above: Within = { titles: [] },
  places = new Map<Item, Within>(),
): Map<Item, Within> {
  for (const section of sections) {
    const grade = section.grade ?? above.grade
    const within = { titles: [...above.titles, section.title.value], ...given('grade', grade) }
    for (const item of section.items) {
      if (item.kind === 'answers') continue
      places.set(item, within)
      for (const below of item.recommendations) places.set(below, within)
    }
    placeSections(section.sections, within, places)
  }
  return places
}

function* standSections(
  sections: readonly Section[],
  items: ReadonlyMap<string, ItemStanding>,
  within: readonly string[] = [],
): Generator<SectionStanding> {
  for (const section of sections) {
    const title = section.title.value
    const below = entriesOf([section]).flatMap(({ item }) => items.get(item.id) ?? [])
    const due = below.filter(item => item.answer_due)
    yield {
      title,
      within: [...within],
      ...given('question', section.question?.value),
      ...given('grade', section.grade),
      ...given('previous', section.previous),
      answered: due.filter(item => item.answered).length,
      due: due.length,
    }
    yield* standSections(section.sections, items, [...within, title])
  }
}

function clockOf({ report, publication }: InspectionResponse, today: Day): Clock | undefined {
  if (!report.is_section_55 || report.covered_by) return undefined
  const { published } = report
  if (published === undefined)
    return { state: publication.published === undefined ? 'unknown' : 'met' }
  const last_day = lastDayToPublish(published)
  const ended = publication.published
  const day_number = dayOfTheClock(published, ended ?? today)
  const days_left = DAYS_TO_PUBLISH - day_number
  const isLate = days_left < 0
  const state = ended === undefined ? (isLate ? 'late' : 'running') : isLate ? 'missed' : 'met'
  return { state, published, last_day, day_number, days_left }
}

function stageOf(
  { status, publication, chief_officer }: InspectionResponse,
  items: readonly ItemStanding[],
  errors: number,
): Stage {
  if (publication.published !== undefined) return 'published'
  if (status === 'final') return 'final'
  const { invited, due, received } = chief_officer
  const isAsked = (invited ?? due) !== undefined && received === undefined
  if (isAsked && items.some(({ answer_due, answered }) => answer_due && !answered))
    return 'awaiting the force'
  return errors === 0 ? 'ready' : 'drafting'
}

/** What a calendar should hold: only of what is still to be done. */
function eventsOf(
  { chief_officer, publication, actions }: InspectionResponse,
  clock: Clock | undefined,
  items: readonly ItemStanding[],
): DatedEvent[] {
  const events: DatedEvent[] = []
  if (clock?.last_day !== undefined && publication.published === undefined)
    events.push({
      day: clock.last_day,
      kind: 'last day',
      what: 'Last day to publish the response',
    })
  const { due, received, title } = chief_officer
  // Section 55(4): to be submitted "before" the date that the body sets.
  if (due !== undefined && received === undefined && publication.published === undefined)
    events.push({
      day: due,
      kind: 'chief officer',
      what: `The ${title}'s comments are due before this day`,
    })
  for (const { state, deadline, target, label, number, section, id: item, kind } of items) {
    if (state !== 'open') continue
    // The report's number says which it is; a place among others does not.
    const name = number === undefined ? `${label} in “${section.at(-1)}”` : label
    if (deadline?.day !== undefined && !isOfCause(kind, item, items)) {
      const of = deadline.of === 'plan' ? 'Plan due for' : 'Deadline of'
      events.push({ day: deadline.day, kind: 'deadline', what: `${of} ${name}`, item })
    }
    if (target !== undefined)
      events.push({ day: target, kind: 'target', what: `The force's own date for ${name}`, item })
  }
  for (const { by, text } of actions)
    if (by !== undefined)
      events.push({
        day: by,
        kind: 'action',
        what: `The body's own action: ${firstWords(text.value)}`,
      })
  return events.sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0))
}

/** The lead's deadline is told with each recommendation, and not again with the cause that carries them. */
const isOfCause = (kind: ItemKind, id: string, items: readonly ItemStanding[]): boolean =>
  kind === 'cause_of_concern' && items.some(item => item.cause === id)

function firstWords(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length <= 80 ? line : `${line.slice(0, 80).replace(/\s+\S*$/, '')}…`
}
