import type { Problem } from '../problem.ts'

type Severity = Problem['severity']

/** What section55.yaml says, with every default filled in. */
export type Settings = {
  folders: { templates: string; responses: string; panel: string; output: string }
  /** A severity for a rule, in place of its own. */
  rules: Record<string, Severity | 'off'>
  /** Added to the built-in ones. */
  placeholders: string[]
  statuses: StatusWord[]
}

/** A word that an item's `status` may be. */
export type StatusWord = {
  word: string
  /** #rrggbb */
  colour?: string
  means?: string
  /** The item needs nothing more. */
  done: boolean
  needs_reason: boolean
}

export const DEFAULT_STATUSES: readonly StatusWord[] = [
  { word: 'not started', done: false, needs_reason: false },
  { word: 'in progress', done: false, needs_reason: false },
  { word: 'complete', done: true, needs_reason: false },
]

export const DEFAULT_FOLDERS: Settings['folders'] = {
  templates: 'templates',
  responses: 'responses',
  panel: 'panel',
  output: 'output',
}

export const DEFAULT_SETTINGS: Settings = {
  folders: DEFAULT_FOLDERS,
  rules: {},
  placeholders: [],
  statuses: [...DEFAULT_STATUSES],
}
