import { isDay } from '../../model/day.ts'
import { deadlineInLead, deadlineOpening } from '../../model/read-deadline.ts'
import { withoutColon } from '../../model/read-items.ts'
import { INSPECTORATE_STATUSES, POSITIONS } from '../../model/schema/item.ts'
import { holdsControl } from '../../source/decode-text.ts'
import { textsIn } from '../../document/words.ts'
import type { FoundAnswers, FoundItem } from '../found-report.ts'
import { quote, saySpot, writeRemark, writeSpot } from './remarks.ts'
import { writeWords } from './report-words.ts'
import {
  asEntry,
  indentBy,
  oneLine,
  writeList,
  writeText,
  writeValue,
} from '../../edit/yaml-value.ts'

/** No line of a text is longer, with its indentation. */
export const WIDTH = 100

export type ItemContext = {
  idOf: (item: FoundItem) => string
  /** Of a tracker: another item has it before. */
  hasDoubleId: (item: FoundItem) => boolean
  /** Lines to stand above an item: what was not understood before it. */
  before: (item: FoundItem) => string[]
}

/** An entry of a list. `indent`: how far in it will stand. `above`: the deadline of its cause of concern. */
export function writeItem(
  item: FoundItem,
  context: ItemContext,
  indent: number,
  above?: string,
): string[] {
  const lines = [...context.before(item), ...writeSpot(item, item.again)]
  if (item.earlier)
    lines.push(...writeRemark(`Answered before, in ${item.earlier.response}: ${item.earlier.id}`))
  if (context.hasDoubleId(item))
    lines.push(
      ...writeRemark(
        `Its id ${quote(item.answers!.id!)} is that of another above: it has one of ours.`,
      ),
    )
  if ([...textsIn(item.words)].some(({ value }) => holdsControl(value)))
    lines.push(...writeRemark('Control characters of the report, which nobody sees, are left out.'))
  const width = Math.max(40, WIDTH - indent - 4)
  const text = writeWords(item.words, width)
  const lead = item.lead === undefined ? '' : withoutColon(oneLine(item.lead))
  const read = readDeadlineOf(lead, above, text)
  lines.push(`id: ${writeValue(context.idOf(item))}`)
  if (item.number !== undefined) lines.push(`number: ${writeValue(item.number)}`)
  if (item.title !== undefined) lines.push(`title: ${writeValue(item.title)}`)
  lines.push(...writeText(item.kind, text))
  if (lead !== '') lines.push(`lead: ${writeValue(lead)}`)
  if (isDeadlineNeeded(item, read)) lines.push(`deadline: ${writeValue(item.deadline!)}`)
  if (item.for && item.for.length > 0) lines.push(writeList('for', item.for))
  lines.push(...writeStatus(item))
  lines.push(...writeNotes(item, width))
  if (item.kind !== 'practice' || item.answers) lines.push(...writeAnswers(item, width))
  if (item.recommendations.length > 0) {
    lines.push('recommendations:')
    for (const one of item.recommendations)
      lines.push(...indentBy(2, writeItem(one, context, indent + 4, item.deadline ?? read)))
  }
  return asEntry(lines)
}

/** What is read of a deadline without its key, in the order of the reader. */
export const readDeadlineOf = (
  lead: string,
  above: string | undefined,
  text: string,
): string | undefined =>
  deadlineInLead(lead, undefined)?.words ?? above ?? deadlineOpening(text, undefined)?.words

export const isDeadlineNeeded = ({ deadline }: FoundItem, read: string | undefined): boolean =>
  deadline !== undefined &&
  oneLine(deadline) !== '' &&
  oneLine(deadline).toLowerCase() !== read?.toLowerCase()

export const statusOf = ({ inspectorate_status }: FoundItem): string | undefined =>
  INSPECTORATE_STATUSES.find(status => status === inspectorate_status)

function writeStatus(item: FoundItem): string[] {
  const status = statusOf(item)
  const { inspectorate_ref } = item
  return [
    ...(status === undefined ? [] : [`inspectorate_status: ${status}`]),
    ...(inspectorate_ref === undefined
      ? []
      : [`inspectorate_ref: ${writeValue(inspectorate_ref)}`]),
  ]
}

/** How the importer's own note begins, by which it is known again. */
export const SUGGESTED = 'Taken for an observation'

/** For the office alone: why it is here, and what a tracker has that is no key. */
export function notesOf(item: FoundItem): string[] {
  const { suggestedBy, answers } = item
  return [
    ...(suggestedBy
      ? [
          `${SUGGESTED} by this sentence: ${quote(suggestedBy.words)} (${saySpot(suggestedBy)}).`,
          'No heading of the report marks it. Keep it and answer it, or delete the item.',
        ]
      : []),
    ...(answers ? notesOfAnswers(answers) : []),
  ].map(oneLine)
}

const notesOfAnswers = ({ position, target, notes = [] }: FoundAnswers): string[] => [
  ...(position !== undefined && !isPosition(position) ? [`Position: ${position}`] : []),
  ...(target !== undefined && !isDay(target) ? [`Target: ${target}`] : []),
  ...notes.flatMap(note => note.split('\n')).filter(note => oneLine(note) !== ''),
]

const isPosition = (position: string): boolean => POSITIONS.some(one => one === position)

function writeNotes(item: FoundItem, width: number): string[] {
  const notes = notesOf(item)
  if (notes.length === 0) return []
  return writeText('notes', notes.flatMap(note => wrapPlain(note, width)).join('\n'))
}

function wrapPlain(words: string, width: number): string[] {
  const lines: string[] = []
  for (const word of words.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length < width)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

/** The plain values of a tracker that have a key, and what to write there. */
export function plainAnswers(answers: FoundAnswers): Map<string, string> {
  const { status, owner, target, position, reason } = answers
  const values = new Map<string, string>()
  const put = (key: string, value: string | undefined) => {
    if (value !== undefined && oneLine(value) !== '') values.set(key, oneLine(value))
  }
  if (position !== undefined && isPosition(position)) put('position', position)
  put('reason', reason)
  put('status', status)
  put('owner', owner)
  if (target !== undefined && isDay(target)) put('target', target)
  return values
}

/** Empty keys say where the answer goes. */
function writeAnswers({ answers = {}, kind }: FoundItem, width: number): string[] {
  const text = (key: 'update' | 'comment') => {
    const words = writeWords(answers[key] ?? [], width)
    if (words !== '') return writeText(key, words)
    return kind === 'practice' ? [] : [`${key}: |`]
  }
  const { evidence = [] } = answers
  return [
    ...text('update'),
    ...text('comment'),
    ...[...plainAnswers(answers)].map(([key, value]) => `${key}: ${writeValue(value)}`),
    ...(evidence.length > 0 ? ['evidence:', ...evidence.map(one => `  - ${writeValue(one)}`)] : []),
  ]
}
