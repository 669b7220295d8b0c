import type { Block } from '../document/tree.ts'
import type { Day, ItemKind } from '../model/response.ts'
import type { REPORT_KINDS } from '../model/schema/report.ts'
import type { Place } from '../problem.ts'

/** Some words of the source, and where they stand in it. */
export type Words = { words: string; place: Place; page?: number }

/** What a saved report or a tracker says, as far as it was understood: nothing that it does not say. */
export type FoundReport = {
  title?: string
  /** Its authors: HMICFRS, HM Inspectorate of Prisons. */
  inspectorates: string[]
  kind?: (typeof REPORT_KINDS)[number]
  /** The exact day, where the report says that it was published then. */
  published?: Day
  /** Other days that it bears, which may be taken for that one: "Last updated 09/09/2019". */
  otherDays: Words[]
  url?: string
  /** Of its grades, where it has any. */
  scale?: 'peel-2014' | 'peel-2021'
  sections: FoundSection[]
  /** How many items of a kind the report's own prose says there are. */
  counts: NamedCount[]
  /** What looked like a finding and was not taken. */
  passed: Passed[]
  /** What is one, by its heading or its place, and was not understood: nobody is to rely on the rest unread. */
  doubts: Doubt[]
}

export type FoundSection = {
  title?: string
  question?: string
  grade?: string
  /** At the inspection before, where the report says it. */
  previous?: string
  place: Place
  page?: number
  items: FoundItem[]
  sections: FoundSection[]
}

export type FoundItem = {
  kind: ItemKind
  /** The report's words: paragraphs and lists. */
  words: Block[]
  title?: string
  number?: string
  /** Of a cause of concern: opens its recommendations; else the item itself. Without its colon. */
  lead?: string
  deadline?: string
  /** Whom it is addressed to, where the report names others than the force. */
  for?: string[]
  inspectorate_status?: 'awaiting review' | 'being progressed' | 'complete' | 'superseded'
  inspectorate_ref?: string
  recommendations: FoundItem[]
  place: Place
  page?: number
  /** Where the report has it once more. */
  again: Words[]
  /** Of an earlier report: the office's response that answers it, and its id there. */
  earlier?: { response: string; id: string }
  /** Of an observation, which no heading marks: the sentence by which it was taken for one. */
  suggestedBy?: Words
  /** What a tracker has beside the report's words. */
  answers?: FoundAnswers
}

/** Keys of an item that are the office's and the force's, from the columns of a tracker. */
export type FoundAnswers = {
  id?: string
  update?: Block[]
  comment?: Block[]
  status?: string
  owner?: string
  target?: Day
  position?: string
  reason?: string
  evidence?: string[]
  /** What has no key of its own, by the header of its column; it is kept for the office alone. */
  notes?: string[]
}

/** `section`: the words of the heading that the sentence stands under. */
export type NamedCount = Words & { kind: ItemKind; count: number; section?: string }
export type Passed = Words & { why: string }
export type Doubt = Words & { message: string; hint: string }

export function* foundItems(sections: readonly FoundSection[]): Generator<FoundItem> {
  for (const { items, sections: inner } of sections) {
    for (const item of items) {
      yield item
      yield* item.recommendations
    }
    yield* foundItems(inner)
  }
}
