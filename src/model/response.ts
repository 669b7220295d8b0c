/**
 * What an office keeps of one inspection report and its answer, read, with every default filled in.
 * It is in one language: a response of two languages is read as two of these.
 * The keys are those of the YAML, so that a path in a message, in the schema and here is one path.
 */
import type { Block, Language } from '../document/tree.ts'
import type { Media } from '../document/tree.ts'
import type { Path } from '../problem.ts'
import type { Deadline } from './deadline.ts'
import type { Office } from './office.ts'

/** A calendar day, YYYY-MM-DD: no time, no zone. */
export type Day = string

/** A plain value and where it was typed. */
export type Value<T extends string = string> = { at: Path; value: T }

/** A text in the small Markdown, parsed. */
export type Text = {
  at: Path
  /** As typed. */
  value: string
  blocks: Block[]
  /** The placeholder in it ("TODO", "[awaiting …]"), with which it is no answer. */
  placeholder?: string
}

/** A text of the letter may hold blocks that are computed and never typed. */
export type LetterText = { at: Path; blocks: LetterBlock[] }
export type LetterBlock =
  | { type: 'text'; text: Text }
  | { type: 'grades'; at: Path; which: 'current' | 'previous' }
  | { type: 'counts'; at: Path }

export type ItemKind =
  'cause_of_concern' | 'recommendation' | 'area_for_improvement' | 'observation' | 'practice'

export type Position =
  'accepted' | 'partly accepted' | 'not accepted' | 'not applicable' | 'already met'

/** One thing the report raises. */
export type Item = {
  at: Path
  kind: ItemKind
  /** The response's own, or made from the place: `effectiveness.2.r3`. */
  id: string
  /** The report's own number, as printed there. */
  number?: string
  /** Its place among the items of its kind in its list, from 1: "Recommendation 3 of 7". */
  position_in_group: { index: number; of: number }
  title?: Value
  /** The report's words. */
  words: Text
  update?: Text
  comment?: Text
  /** Whose answer is awaited: nobody's for practice, and where `for` names others only. */
  answer_due: boolean
  /** `for` names the body: its own comment is due. */
  comment_due: boolean
  /** By format.md's definition: its own words, a joint answer, a position with its reason, or all its recommendations. */
  answered: boolean
  /** The joint answers that count this item among theirs, in the order of the response. */
  answered_by: JointAnswer[]
  position?: Position
  reason?: Value
  /** Without its closing colon. Of a cause of concern: opens its recommendations; else the item itself. */
  lead?: Value
  recommendations: Item[]
  deadline?: Deadline
  for?: string[]
  status?: string
  inspectorate_status?: string
  inspectorate_ref?: string
  owner?: string
  target?: Day
  evidence: Value[]
  /** Items of earlier responses that it raises again. */
  raised_before: EarlierItem[]
  /** As typed. Not printed in a letter; of a withheld item, empty. */
  history: HistoryEntry[]
  /** With it, the outputs print the report's words, the number and this sentence, nothing else. */
  withheld?: { public?: Value }
  waive: Waiver[]
}

/** A text that answers several items. */
export type JointAnswer = {
  at: Path
  kind: 'answers'
  /** An anchor: unique among the ids. */
  id: string
  title?: Value
  update?: Text
  comment?: Text
  targets: Item[]
  /** `answers: all`: the items above it in its list. */
  all: boolean
  waive: Waiver[]
}

export type Section = {
  at: Path
  id: string
  /** The title, or the question where it stands in for one. */
  title: Value
  /** Where the title is something else. */
  question?: Value
  /** A word of the scale, or "ungraded". */
  grade?: string
  previous?: string
  introduction?: LetterText
  items: (Item | JointAnswer)[]
  sections: Section[]
}

export type Addressee = {
  at: Path
  lines: string[]
  email?: string
  salutation?: string
  receives: StatutoryCopy[]
}

/** The two who are sent copies: Police Act 1996, section 55(6). */
export type StatutoryCopy = 'inspectorate' | 'secretary of state'

/** What happened to an item after the letter, or before it. */
export type HistoryEntry = {
  at: Path
  date?: Day
  status?: string
  text?: Text
  source?: 'force' | 'body' | 'inspectorate'
}

/** `response`: the folder's name. `reference`: as `answers` has it. */
export type EarlierItem = { at: Path; response: string; reference: string }

export type Waiver = { at: Path; rule: string; reason?: string; by?: string; until?: Day }

export type Action = {
  at: Path
  text: Text
  owner?: Value
  by?: Day
  answers: Item[]
}

export type InspectionResponse = {
  /** The folder's name. */
  name: string
  language: Language
  /** All the response's languages; `language` is one of them. */
  languages: Language[]
  status: 'draft' | 'final'
  office: Office
  report: {
    title: string
    inspectorates: string[]
    kind: string
    /** Absent while it is TODO. */
    published?: Day
    url?: string
    basis: string
    /** The duty of section 55 binds: `basis` is section 55. */
    is_section_55: boolean
    /** The grades, best first. */
    scale: string[]
    copy: Value[]
    expects: { at: Path; kind: ItemKind; count: number }[]
    covered_by?: Value
  }
  publication: { published?: Day; url?: string; sent?: Day }
  letter: {
    date?: Day
    our_ref?: string
    your_ref?: string
    to: Addressee[]
    copies: Value[]
    /** Which of the two statutory copies it is, by its addressees and the words of its copies. */
    receives: StatutoryCopy[]
    subject?: string
    /** Without its comma. */
    salutation?: string
    /** Without its comma. */
    sign_off?: string
    /** The salutation is to Sir, Madam or a group: where no sign-off is given, it is "Yours faithfully". */
    is_formal: boolean
    signatory?: Signatory
    layout: 'letter' | 'appendix'
    wording: Record<string, Text | false>
  }
  comments?: LetterText
  chief_officer: {
    name?: string
    title: string
    invited?: Day
    due?: Day
    received?: Day
    introduction?: LetterText
    conclusion?: LetterText
  }
  reply?: LetterText
  actions: Action[]
  sections: Section[]
  waive: Waiver[]
}

/** Who signs: the holder of the post at the letter's date, or a deputy on the holder's behalf. */
export type Signatory = {
  /** The entry of office.yaml: `['holders', 0]`. */
  at: Path
  name: string
  /** As printed under the name, a line each. */
  titles: string[]
  signature?: Media
  /** Of a deputy: the name of the holder in whose stead the letter is signed. */
  on_behalf_of?: string
}

/** An item or joint answer with what it stands in. */
export type Entry<T extends Item | JointAnswer = Item> = {
  item: T
  section: Section
  /** The cause of concern that carries it. */
  cause?: Item
}

// Most rules walk the items of a response, which no longer change once they are read.
const walked = new WeakMap<readonly Section[], readonly Entry[]>()

/** Every item, in the order of the pages: a cause of concern before its recommendations. */
export function entriesOf(sections: readonly Section[]): readonly Entry[] {
  let entries = walked.get(sections)
  if (!entries) walked.set(sections, (entries = [...walkEntries(sections)]))
  return entries
}

function* walkEntries(sections: readonly Section[]): Generator<Entry> {
  for (const section of sections) {
    for (const item of section.items) {
      if (item.kind === 'answers') continue
      yield { item, section }
      for (const recommendation of item.recommendations)
        yield { item: recommendation, section, cause: item }
    }
    yield* walkEntries(section.sections)
  }
}

export function* jointAnswersOf(sections: readonly Section[]): Generator<Entry<JointAnswer>> {
  for (const section of sections) {
    for (const item of section.items) if (item.kind === 'answers') yield { item, section }
    yield* jointAnswersOf(section.sections)
  }
}

/** The items alone. */
export function* itemsOf(sections: readonly Section[]): Generator<Item> {
  for (const { item } of entriesOf(sections)) yield item
}

/** Every section, each before the sections in it. */
export function* sectionsOf(sections: readonly Section[]): Generator<Section> {
  for (const section of sections) {
    yield section
    yield* sectionsOf(section.sections)
  }
}
