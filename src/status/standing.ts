/**
 * Where a response and its items stand on a day: every figure that the status formats and the papers
 * of the panel show is made here, once, from what may leave the YAML. Plain data: it goes from thread to thread.
 */
import type { HistorySource } from '../model/history.ts'
import type { Day, ItemKind, Position } from '../model/response.ts'

/** How far the response is on its way out. */
export type Stage =
  | 'unreadable' // its file is broken: nothing else is known
  | 'awaiting the force' // the chief officer is asked, and comments are still to come
  | 'drafting' // the office has something to write or mend
  | 'ready' // a draft in which check finds no error
  | 'final' // may go out, and is not published
  | 'published'

/** Police Act 1996, section 55(5A): 56 days beginning with the day of the report's publication. */
export type Clock = {
  /** `met` and `missed`: publication has ended it. `unknown`: the report's day is. */
  state: 'running' | 'late' | 'met' | 'missed' | 'unknown'
  published?: Day
  last_day?: Day
  /** The number of today, or of the day that the response was published on; the report's own is 1. */
  day_number?: number
  /** To the last day, from today or from the day of publication: 0 on it, below 0 after it. */
  days_left?: number
}

/** Whether there is still something to do. */
export type ItemState =
  | 'open'
  | 'done' // the force says so; the inspectorate has not closed it
  | 'no action' // not accepted, not applicable or already met, with its reason
  | 'closed' // by the inspectorate
  | 'raised again' // followed under a later report
  | 'not ours' // addressed to others alone
  | 'practice' // promising practice needs nothing

/** An item of another response that says the same. */
export type ItemElsewhere = {
  response: string
  item: string
  label: string
  title: string
  published?: Day
}

export type ItemStanding = {
  /** What `s55 log` and the YAML's references know it by: R10, or its id. */
  reference: string
  id: string
  kind: ItemKind
  number?: string
  /** The id of the cause of concern that carries it. */
  cause?: string
  /** "Recommendation 12", "Area for improvement 2 of 5". */
  label: string
  /** The titles of its sections, outermost first. */
  section: string[]
  /** Of the innermost section that has one. */
  grade?: string
  /** The headline, where the report has one. */
  title?: string
  /** The report's words, on one line, without marks. */
  words: string
  state: ItemState
  /** The force's word, by its last entry where there is a history. */
  status?: string
  /** The body's own, where an entry of its history says one. */
  body_status?: string
  inspectorate_status?: string
  inspectorate_ref?: string
  position?: Position
  /** What closed it: the inspectorate's entry, or its number in the register. */
  proof?: { date?: Day; text?: string; ref?: string }
  deadline?: { words: string; day?: Day; of?: 'plan' }
  target?: Day
  /** The next of the two days, or the last where both are past. */
  due?: Day
  /** Of an open item: the day that is past. The report's, where both are. */
  overdue?: { day: Day; days: number; of: 'deadline' | 'target' }
  owner?: string
  /** The last entry of its history. */
  last?: { date: Day; source: HistorySource; status?: string; text?: string }
  answer_due: boolean
  answered: boolean
  /** In words: "the chief officer's update", "a date". */
  missing: string[]
  withheld: boolean
  /** In earlier responses. */
  raised_before: ItemElsewhere[]
  /** In later ones. */
  raised_again: ItemElsewhere[]
  place: { file: string; line: number }
}

/** Of the items that an answer is due to. */
export type Answered = { kind: ItemKind; answered: number; due: number }

export type SectionStanding = {
  title: string
  /** The titles above it. */
  within: string[]
  question?: string
  grade?: string
  previous?: string
  /** With those of its own sections. */
  answered: number
  due: number
}

/** A day that somebody should know of. */
export type DatedEvent = {
  day: Day
  kind: 'last day' | 'chief officer' | 'deadline' | 'target' | 'action'
  /** "Last day to publish the response", "Deadline of Recommendation 3". */
  what: string
  /** The item's id. */
  item?: string
}

export type Standing = {
  /** Absolute, of its workspace; the folder's name; its file, from the current folder. */
  root: string
  name: string
  file: string
  stage: Stage
  /** The report's; the response's name while it cannot be read. */
  title: string
  office: { key: string; name: string; force: string }
  kind: string
  inspectorates: string[]
  url?: string
  published?: Day
  /** Grades, best first. */
  scale: string[]
  /** Only where the duty of section 55 binds. */
  clock?: Clock
  /** Another response answers the same findings. */
  covered_by?: string
  invited?: Day
  due?: Day
  received?: Day
  letter_date?: Day
  response_published?: Day
  response_url?: string
  sent?: Day
  errors: number
  /** By kind, in the order of the kinds; those without items left out. */
  answered: Answered[]
  /** Items by where they stand. */
  counts: Record<ItemState, number>
  /** Open items with a day that is past. */
  overdue: number
  /** The first that is not past. */
  next?: DatedEvent
  /** All, in order of their days, past ones too. */
  events: DatedEvent[]
  sections: SectionStanding[]
  items: ItemStanding[]
}

/** One grade of a question, and where it was given. `published`: empty of an inspection that is only told of. */
export type GradePoint = { grade: string; published: Day; response?: string; title: string }
/** A question's grades over the years. Only those of one scale can be compared. */
export type GradeSeries = {
  office: string
  scale: string[]
  question: string
  points: GradePoint[]
}

/** Everything that is told of some responses. */
export type Overview = {
  today: Day
  /** Worst first. */
  responses: Standing[]
  /** The scale of statuses, its colours, and how many items have each word. */
  statuses: { word: string; colour?: string; means?: string; done: boolean; items: number }[]
  grades: GradeSeries[]
  totals: {
    responses: number
    late: number
    running: number
    /** Of the running: those with few days left. */
    soon: number
    unreadable: number
    answered: number
    due: number
    overdue: number
    errors: number
    counts: Record<ItemState, number>
  }
}
