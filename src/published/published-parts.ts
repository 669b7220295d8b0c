/**
 * What of a response goes out with its letter, as data or as source: what the letter prints, and nothing
 * else. Notes, waivers, history, the inspectorate's register and what is withheld are not asked for here.
 */
import { wordsOf } from '../document/words.ts'
import type {
  Action,
  Day,
  InspectionResponse,
  Item,
  JointAnswer,
  LetterText,
  Position,
  Section,
  Text,
} from '../model/response.ts'
import { composeActionDetail } from '../wording/compose-letter.ts'
import { composePosition } from '../wording/answers.ts'
import { composeDetail, isDeadlineSaid } from '../wording/detail.ts'
import type { Letter } from '../wording/letter.ts'

export type PublishedItem = {
  id: string
  kind: Item['kind']
  number?: string
  title?: string
  words: string
  lead?: string
  for?: string[]
  withheld?: { public?: string }
  deadline?: PublishedDeadline
  position?: Position
  reason?: string
  update?: string
  comment?: string
  status?: string
  owner?: string
  target?: Day
  evidence?: string[]
}

export type PublishedDeadline = {
  words: string
  day?: Day
  /** The day that the printed one counts from, where that is not the report's. */
  from?: Day
  of?: 'plan'
}

/** An item without its recommendations. `lead`: the report's words that it stands under. */
export function publishItem(letter: Letter, item: Item, lead: string | undefined): PublishedItem {
  const { id, kind, number, title, words, withheld } = item
  return {
    id,
    kind,
    ...given('number', number),
    ...given('title', title?.value),
    words: publishText(words),
    ...given('lead', item.lead?.value),
    ...given('for', item.for),
    ...(withheld
      ? { withheld: given('public', withheld.public?.value) }
      : publishAnswer(letter, item, lead)),
  }
}

function publishAnswer(letter: Letter, item: Item, lead: string | undefined) {
  const { position, reason, update, comment, status, owner, target, evidence } = item
  const { vocabulary } = letter.wording
  const stand = wordsOf(composePosition(letter, item), ' ')
  const detail = wordsOf(composeDetail(letter, item, lead), ' ')
  const shown = evidence.map(({ value }) => value).filter(value => says(detail, value))
  return {
    ...given('deadline', publishDeadline(item, lead, detail)),
    ...(stand !== '' && given('position', position)),
    ...given('reason', reason && says(stand, reason.value) ? reason.value : undefined),
    ...given('update', update && publishText(update)),
    ...given('comment', comment && publishText(comment)),
    ...given('status', status && says(detail, vocabulary.word(status)) ? status : undefined),
    ...given('owner', owner && says(detail, owner) ? owner : undefined),
    ...given('target', target && says(detail, vocabulary.date(target)) ? target : undefined),
    ...given('evidence', shown.length > 0 ? shown : undefined),
  }
}

/** An office may word a line so that it leaves out what it is given: that is not printed then. */
const says = (printed: string, value: string): boolean =>
  spaced(printed).includes(spaced(value).replace(/ ?\.$/, ''))

const spaced = (words: string): string => words.replace(/\s+/g, ' ').trim()

/** The report's words stand in the letter in any case; a day that counts from a typed one only where it is printed. */
function publishDeadline(
  { deadline, ...item }: Item,
  lead: string | undefined,
  detail: string,
): PublishedDeadline | undefined {
  if (!deadline) return undefined
  const { words, day, of, typed } = deadline
  const isSaid = isDeadlineSaid({ ...item, deadline }, lead)
  if (!isSaid && !says(detail, words)) return undefined
  return {
    words,
    ...((!isSaid || typed?.from === undefined) && given('day', day)),
    ...(!isSaid && { ...given('from', typed?.from), ...given('of', of) }),
  }
}

export type PublishedJoint = {
  id: string
  title?: string
  answers: string[]
  update?: string
  comment?: string
}

export const publishJoint = ({
  id,
  title,
  targets,
  update,
  comment,
}: JointAnswer): PublishedJoint => ({
  id,
  ...given('title', title?.value),
  answers: targets.map(item => item.id),
  ...given('update', update && publishText(update)),
  ...given('comment', comment && publishText(comment)),
})

export type PublishedSection = {
  id: string
  title: string
  question?: string
  grade?: string
  previous?: string
}

/** A section without what stands in it. A grade of the inspection before is printed in a list alone. */
export const publishSection = (
  { id, title, question, grade, previous }: Section,
  response: InspectionResponse,
): PublishedSection => ({
  id,
  title: title.value,
  ...given('question', question?.value),
  ...given('grade', grade),
  ...(printedGrades(response).has(id) && given('previous', previous)),
})

// Asked for each section of a response, which no longer changes once it is read.
const printed = new WeakMap<InspectionResponse, ReadonlySet<string>>()

/** The ids of the sections that a list of previous grades names. */
function printedGrades(response: InspectionResponse): ReadonlySet<string> {
  let ids = printed.get(response)
  if (!ids) printed.set(response, (ids = new Set(listedSections(response))))
  return ids
}

const listedSections = (response: InspectionResponse): string[] =>
  textsOf(response).some(({ blocks }) =>
    blocks.some(block => block.type === 'grades' && block.which === 'previous'),
  )
    ? response.sections.filter(({ previous }) => previous !== 'ungraded').map(({ id }) => id)
    : []

function textsOf({ comments, chief_officer, reply, sections }: InspectionResponse): LetterText[] {
  const ofSections = (all: readonly Section[]): (LetterText | undefined)[] =>
    all.flatMap(({ introduction, sections }) => [introduction, ...ofSections(sections)])
  const { introduction, conclusion } = chief_officer
  return [comments, introduction, conclusion, reply, ...ofSections(sections)].filter(
    text => text !== undefined,
  )
}

export type PublishedAction = { text: string; owner?: string; by?: Day; answers: string[] }

export function publishAction(letter: Letter, action: Action): PublishedAction {
  const { text, owner, by, answers } = action
  const detail = wordsOf(composeActionDetail(letter, action), ' ')
  const isDaySaid = by !== undefined && says(detail, letter.wording.vocabulary.date(by))
  return {
    text: publishText(text),
    ...given('owner', owner && says(detail, owner.value) ? owner.value : undefined),
    ...given('by', isDaySaid ? by : undefined),
    answers: answers.map(({ id }) => id),
  }
}

/** As typed, in the small Markdown, without the spaces and empty lines that print nothing. */
export const publishText = ({ value }: Text): string =>
  value
    .replace(/\r\n?/g, '\n')
    .replace(/[\t\u0085\u2028\u2029]/g, ' ')
    .split('\n')
    .map(withoutTrailing)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+/, '')
    .replace(/\n{1,2}$/, '')

/** A pattern for them would be tried at every run of spaces in the line. */
function withoutTrailing(line: string): string {
  let end = line.length
  while (end > 0 && line.charAt(end - 1) === ' ') end--
  return line.slice(0, end)
}

/** A key that has a value. */
export const given = <K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } =>
  (value === undefined ? {} : { [key]: value }) as { [P in K]?: V }
