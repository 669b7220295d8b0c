import type { Path } from '../problem.ts'
import type { Deadline } from './deadline.ts'
import {
  deadlineInLead,
  deadlineOpening,
  isReadableDeadline,
  readDeadline,
} from './read-deadline.ts'
import { oneLine } from './language-reader.ts'
import type { Words } from './language-reader.ts'
import type { Ids } from './make-ids.ts'
import { readEarlierItems } from './raised-before.ts'
import type { ReadingContext } from './reading-context.ts'
import { readWaivers } from './read-waivers.ts'
import type { HistoryEntry, Item, ItemKind, JointAnswer, Text } from './response.ts'
import type { ResponseFile } from './schema/response-file.ts'

type SectionInput = NonNullable<ResponseFile['sections']>[number]
type Entry = NonNullable<SectionInput['items']>[number]
type JointInput = Extract<Entry, { answers: unknown }>
type CauseInput = Extract<Entry, { cause_of_concern: unknown }>
type ItemInput = Exclude<Entry, JointInput>

export type { JointInput }

const KINDS = [
  'cause_of_concern',
  'recommendation',
  'area_for_improvement',
  'observation',
  'practice',
] as const satisfies ItemKind[]
const kindOf = (input: object): ItemKind => KINDS.find(kind => kind in input)!

/** The joint answers of a response, with the references they were typed with. */
export type JointInputs = Map<JointAnswer, JointInput['answers']>

export class ItemReader {
  readonly joints: JointInputs = new Map()

  constructor(
    readonly context: ReadingContext,
    readonly ids: Ids,
  ) {}

  readList(entries: readonly Entry[], at: Path): (Item | JointAnswer)[] {
    const groups = countGroups(entries)
    return entries.map((entry, index) =>
      'answers' in entry
        ? this.#joint(entry, [...at, index])
        : this.#item(entry, [...at, index], groups[index]!),
    )
  }

  #joint(input: JointInput, at: Path): JointAnswer {
    const { reader } = this.context
    const title = reader.value(input.title, [...at, 'title'])
    const update = reader.ownText(input.update, [...at, 'update'])
    const comment = reader.ownText(input.comment, [...at, 'comment'])
    const joint: JointAnswer = {
      at,
      kind: 'answers',
      id: this.ids.of(at),
      ...(title && { title }),
      ...(update && { update }),
      ...(comment && { comment }),
      targets: [],
      all: isAll(input.answers),
      waive: readWaivers(input.waive, at),
    }
    this.joints.set(joint, input.answers)
    return joint
  }

  #item(input: ItemInput, at: Path, group: Item['position_in_group'], above?: Deadline): Item {
    const { reader } = this.context
    const kind = kindOf(input)
    const words = reader.reportText((input as Record<string, Words>)[kind], [...at, kind])
    const isCause = kind === 'cause_of_concern'
    const lead = this.#lead((input as { lead?: Words }).lead, [...at, 'lead'])
    const text: Text = words ?? { at: [...at, kind], value: '', blocks: [] }
    const deadline = this.#deadline(input, at, lead?.value, above, text.value)
    const title = reader.value(input.title, [...at, 'title'])
    const due = this.#due(input, kind)
    const recommendations = isCause ? ((input as CauseInput).recommendations ?? []) : []
    const forWhom = reader.lines(input.for, [...at, 'for']).map(({ value }) => value)
    return {
      at,
      kind,
      id: this.ids.of(at),
      ...optional('number', input.number && oneLine(input.number)),
      position_in_group: group,
      ...(title && { title }),
      words: text,
      ...due,
      answered_by: [],
      ...this.#answer(input, at),
      ...(lead && { lead }),
      recommendations: recommendations.map((one, index) =>
        this.#item(
          one,
          [...at, 'recommendations', index],
          { index: index + 1, of: recommendations.length },
          deadline,
        ),
      ),
      ...(deadline && { deadline }),
      ...(forWhom.length > 0 && { for: forWhom }),
      ...optional('status', input.status && oneLine(input.status)),
      ...optional('inspectorate_status', input.inspectorate_status),
      ...optional('inspectorate_ref', input.inspectorate_ref && oneLine(input.inspectorate_ref)),
      ...optional('target', input.target),
      raised_before: readEarlierItems(input.raised_before, [...at, 'raised_before'], this.context),
      history: input.withheld ? [] : this.#history(input.history, [...at, 'history']),
      waive: readWaivers(input.waive, at),
    }
  }

  /** Of a withheld item nothing of this is carried on: only that it has an answer. */
  #answer(input: ItemInput, at: Path) {
    const { reader } = this.context
    if (input.withheld) {
      const shown = reader.value(input.withheld.public, [...at, 'withheld', 'public'])
      return {
        withheld: { ...(shown && { public: shown }) },
        answered: this.#isHeldAnswer(input),
        evidence: [],
      }
    }
    const update = reader.ownText(input.update, [...at, 'update'])
    const comment = reader.ownText(input.comment, [...at, 'comment'])
    const reason = reader.value(input.reason, [...at, 'reason'])
    const owner = reader.words(input.owner, [...at, 'owner'])
    return {
      ...(update && { update }),
      ...(comment && { comment }),
      ...optional('position', input.position),
      ...(reason && { reason }),
      ...optional('owner', owner),
      evidence: reader.lines(input.evidence, [...at, 'evidence']),
      answered:
        isAnswer(update) ||
        isAnswer(comment) ||
        (input.position !== undefined &&
          reason !== undefined &&
          !this.#holdsPlaceholder(reason.value)),
    }
  }

  #history(input: ItemInput['history'], at: Path): HistoryEntry[] {
    return (input ?? []).map(({ date, status, text, source }, index) => {
      const read = this.context.reader.ownText(text, [...at, index, 'text'])
      return {
        at: [...at, index],
        ...optional('date', date),
        ...optional('status', status && oneLine(status)),
        ...(read && { text: read }),
        ...optional('source', source),
      }
    })
  }

  #isHeldAnswer({ update, comment, position, reason }: ItemInput): boolean {
    const isGiven = (words: Words | undefined) => {
      const all = typeof words === 'object' ? [words.cy, words.en] : [words]
      return all.some(one => one !== undefined && !this.#holdsPlaceholder(one))
    }
    return isGiven(update) || isGiven(comment) || (position !== undefined && isGiven(reason))
  }

  #holdsPlaceholder(value: string): boolean {
    return this.context.reader.findPlaceholder(value) !== undefined
  }

  #lead(input: Words | undefined, at: Path) {
    const lead = this.context.reader.value(input, at)
    return lead && { at: lead.at, value: withoutColon(lead.value) }
  }

  #deadline(
    { deadline }: ItemInput,
    at: Path,
    lead: string | undefined,
    above: Deadline | undefined,
    words: string,
  ): Deadline | undefined {
    const { reader, published } = this.context
    if (deadline !== undefined) {
      const isLong = typeof deadline === 'object' && 'words' in deadline
      const typed: Words = isLong ? deadline.words : deadline
      const typedAt = isLong ? [...at, 'deadline', 'words'] : [...at, 'deadline']
      const shown = reader.words(typed, typedAt)
      if (shown === undefined) return undefined
      // The day is read from the English words, which it is written in.
      const english = typeof typed === 'object' ? (typed.en ?? shown) : shown
      const from = isLong ? (deadline.from ?? published) : published
      return {
        ...readDeadline(english, from),
        words: shown,
        ...(isLong && deadline.of && { of: deadline.of }),
        typed: {
          at: typedAt,
          is_readable: isReadableDeadline(english),
          ...optional('from', isLong ? deadline.from : undefined),
          ...optional('english', oneLine(english) === shown ? undefined : oneLine(english)),
        },
      }
    }
    const read = lead === undefined ? undefined : deadlineInLead(lead, published)
    return read ?? above ?? deadlineOpening(words, published)
  }

  #due(input: ItemInput, kind: ItemKind): { answer_due: boolean; comment_due: boolean } {
    if (kind === 'practice') return { answer_due: false, comment_due: false }
    const names = namesOf(input.for)
    if (names.length === 0) return { answer_due: true, comment_due: false }
    const { office, chiefOfficerTitle } = this.context
    const force = [office.force, chiefOfficerTitle, 'chief constables', 'chief officers', 'forces']
    const body = [
      office.body.title,
      office.body.short,
      'police and crime commissioners',
      'PCCs',
      'local policing bodies',
    ]
    const isForce = names.some(name =>
      isNamed(name, [...force, 'police forces', 'prif gwnstabliaid']),
    )
    const isBody = names.some(name => isNamed(name, body))
    return { answer_due: isForce || isBody, comment_due: isBody }
  }
}

export const isAnswer = (text: Text | undefined): boolean =>
  text !== undefined && text.placeholder === undefined

export const isAll = (answers: JointInput['answers']): boolean =>
  typeof answers === 'string' && answers.trim().toLowerCase() === 'all'

const optional = <K extends string, V>(key: K, value: V | undefined) =>
  (value === undefined ? {} : { [key]: value }) as { [P in K]?: V }

/** `:`, `: -`, `:-`, `: –`: the template has its own. */
export const withoutColon = (lead: string): string => lead.replace(/\s*:\s*[-–—]?\s*$/, '')

const namesOf = (input: ItemInput['for']): string[] => {
  if (input === undefined) return []
  const flat = (one: unknown): string[] => {
    if (typeof one === 'string') return [one]
    if (Array.isArray(one)) return one.flatMap(flat)
    return typeof one === 'object' && one !== null ? Object.values(one).flatMap(flat) : []
  }
  return flat(input)
}

const bare = (name: string): string =>
  oneLine(name)
    .toLowerCase()
    .replace(/^(?:all|the|every|each)\s+(?:the\s+)?/, '')

/** Whether an addressee of the report begins with one of the names: "chief constables of forces in Wales". */
const isNamed = (name: string, known: readonly string[]): boolean => {
  const typed = bare(name)
  return known.flatMap(numbersOf).some(one => {
    const next = typed[one.length] ?? ' '
    return one !== '' && typed.startsWith(one) && !/[\p{L}\p{N}]/u.test(next)
  })
}

const numbersOf = (name: string): string[] => {
  const typed = bare(name)
  const one = typed.replace(/ies$/, 'y').replace(/(?<!s)s$/, '')
  return [typed, one, `${one}s`, one.replace(/y$/, 'ies')]
}

const countGroups = (entries: readonly Entry[]): Item['position_in_group'][] => {
  const counts = new Map<ItemKind, number>()
  const indexes = entries.map(entry => {
    if ('answers' in entry) return 0
    const kind = kindOf(entry)
    const index = (counts.get(kind) ?? 0) + 1
    counts.set(kind, index)
    return index
  })
  return entries.map((entry, index) => ({
    index: indexes[index]!,
    of: 'answers' in entry ? 0 : (counts.get(kindOf(entry)) ?? 0),
  }))
}
