import type {
  InspectionResponse,
  Item,
  JointAnswer,
  LetterText,
  Section,
  Text,
} from '../model/response.ts'
import { sectionsOf } from '../model/response.ts'
import type { Path } from '../problem.ts'

/** A text, and the item it is about. */
export type TypedText = { text: Text; item?: Item | JointAnswer }
/** A plain value, and the item it is about. */
export type TypedValue = { at: Path; value: string; item?: Item | JointAnswer }

/** A walk through a response that many rules make, made once: the runner gives all of them one response. */
export function onceEach<T>(
  walk: (response: InspectionResponse) => Iterable<T>,
): (response: InspectionResponse) => readonly T[] {
  const known = new WeakMap<InspectionResponse, readonly T[]>()
  return response => {
    let all = known.get(response)
    if (!all) known.set(response, (all = [...walk(response)]))
    return all
  }
}

/** Every text that somebody typed and a letter may print. */
export const textsOf = onceEach(function* (response): Generator<TypedText> {
  const { letter, comments, chief_officer, reply, actions, sections } = response
  for (const text of Object.values(letter.wording)) if (text !== false) yield { text }
  yield* ofLetter(comments)
  yield* ofLetter(chief_officer.introduction)
  yield* ofSections(sections)
  yield* ofLetter(chief_officer.conclusion)
  yield* ofLetter(reply)
  for (const { text } of actions) yield { text }
})

/** Every plain value that somebody worded and a letter may print. */
export const valuesOf = onceEach(function* ({ report, letter, sections }): Generator<TypedValue> {
  yield { at: ['report', 'title'], value: report.title }
  for (const key of ['our_ref', 'your_ref', 'subject'] as const) {
    const value = letter[key]
    if (value !== undefined) yield { at: ['letter', key], value }
  }
  for (const section of sectionsOf(sections)) {
    yield section.title
    if (section.question) yield section.question
    for (const item of section.items) yield* valuesOfItem(item)
  }
})

function* valuesOfItem(item: Item | JointAnswer): Generator<TypedValue> {
  const values =
    item.kind === 'answers'
      ? [item.title]
      : [item.title, item.lead, item.reason, item.withheld?.public]
  for (const value of values) if (value) yield { ...value, item }
  if (item.kind !== 'answers') for (const below of item.recommendations) yield* valuesOfItem(below)
}

/** The prose of the letter around the items. */
export const proseOf = onceEach(function* (response): Generator<TypedText> {
  const { letter, comments, chief_officer, reply, sections } = response
  for (const text of Object.values(letter.wording)) if (text !== false) yield { text }
  for (const part of [comments, chief_officer.introduction, chief_officer.conclusion, reply])
    yield* ofLetter(part)
  for (const { introduction } of sectionsOf(sections)) yield* ofLetter(introduction)
})

/** What answers an item: its own texts, and those of joint answers. */
export const answersTo = (item: Item): Text[] =>
  [item, ...item.answered_by].flatMap(({ update, comment }) =>
    [update, comment].filter(text => text !== undefined),
  )

// An abbreviation in the middle of a sentence cuts it: what is told of a shorter one still holds.
const BOUNDARY = /(?<=[.!?])\s+|\n[ \t]*\n|\n[ \t]*(?=(?:[-*+]|\d{1,2}[.)])[ \t])/g

/** The sentences and entries of lists of a text as typed, and where each begins. */
export function* sentencesOf(value: string): Generator<{ offset: number; words: string }> {
  let offset = 0
  for (const { 0: between, index } of value.matchAll(BOUNDARY)) {
    if (index > offset) yield { offset, words: value.slice(offset, index) }
    offset = index + between.length
  }
  if (offset < value.length) yield { offset, words: value.slice(offset) }
}

/** Whether it holds a word that somebody typed, not only grades and counts. */
export function hasWords(text: LetterText | undefined): boolean {
  return text?.blocks.some(block => block.type === 'text' && isWritten(block.text)) ?? false
}

/** Whether there is such a text, and anything in it; a placeholder is something too. */
export function isWritten(text: Text | undefined): text is Text {
  return text !== undefined && text.value.trim() !== ''
}

function* ofSections(sections: readonly Section[]): Generator<TypedText> {
  for (const section of sections) {
    yield* ofLetter(section.introduction)
    for (const item of section.items) yield* ofItem(item)
    yield* ofSections(section.sections)
  }
}

function* ofItem(item: Item | JointAnswer): Generator<TypedText> {
  if (item.kind !== 'answers') yield { text: item.words, item }
  if (item.update) yield { text: item.update, item }
  if (item.comment) yield { text: item.comment, item }
  if (item.kind !== 'answers') for (const below of item.recommendations) yield* ofItem(below)
}

function* ofLetter(text: LetterText | undefined): Generator<TypedText> {
  for (const block of text?.blocks ?? []) if (block.type === 'text') yield { text: block.text }
}
