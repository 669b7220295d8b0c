import type { Place } from '../../problem.ts'
import { NAMES } from '../../model/item-names.ts'
import type { FoundItem, FoundSection, Words } from '../found-report.ts'
import { quote, saySpot } from '../write/remarks.ts'
import { oneLine } from '../../edit/yaml-value.ts'
import type { TypedItem, TypedSection } from './typed-tree.ts'

export type Spot = Pick<Words, 'place' | 'page'>

/**
 * What importing again does to a response, or leaves to whoever reads it. No words of the office or the
 * force are in it: they may be private.
 */
export type Change = {
  kind:
    | 'added' // an item or a section of the report that was not there
    | 'changed' // words, a grade, a title, a number of the report
    | 'filled' // a key that was empty
    | 'gone' // not in the report any more: kept and marked
    | 'back' // in the report again: the mark is taken away
    | 'moved' // the report has it in another section: left where it is
    | 'held' // part of what the office made of several items, or several of one: left
    | 'offered' // looks like an observation, and is not there: left out
    | 'differs' // typed otherwise than the source has it: left
    | 'not in source' // a whole section of which the source says nothing: left
  /** "recommendation 3", "section “Answering calls”" */
  label: string
  /** The key that it is about: `words` are those of the report. */
  key?: string
  /** In the YAML. */
  place?: Place
  /** In the source. */
  from?: Spot
  isWritten: boolean
  /** What to do, where it is for the reader to do it. */
  hint?: string
}

const SHOWN = 60

/** The report's words, which are public. */
const start = (words: string): string => {
  const line = oneLine(words)
  return quote(line.length > SHOWN ? `${line.slice(0, SHOWN).replace(/\s+\S*$/, '')}…` : line)
}

export const labelFound = (item: FoundItem, words: string): string =>
  item.number === undefined
    ? `${NAMES[item.kind][0]} ${start(item.title ?? words)}`
    : `${NAMES[item.kind][0]} ${oneLine(item.number)}`

export const labelTyped = ({ kind, number, words }: TypedItem): string =>
  number === undefined ? `${NAMES[kind][0]} ${start(words)}` : `${NAMES[kind][0]} ${number}`

export const labelSection = ({ title, question }: FoundSection): string =>
  `section ${start(title ?? question ?? 'without a title')}`

export const labelTypedSection = ({ names }: TypedSection): string =>
  `section ${start(names[0] ?? 'without a title')}`

const SENTENCES: Record<Change['kind'], (key: string) => string> = {
  added: () => 'added',
  changed: key => `${key} changed`,
  filled: key => `${key} filled in`,
  gone: () => 'not in the report any more: kept, and marked',
  back: () => 'in the report again: the mark is taken away',
  moved: () => 'stands in another section of the report: left where it is',
  held: () => 'typed together with another, or in parts: left as it is',
  offered: () => 'may be an observation: not added',
  differs: key => `${key} differs from the source: left as typed`,
  'not in source': () => 'not in this source: left as it is',
}

/** A line each, in the order of the response. */
export function sayChanges(changes: readonly Change[]): string[] {
  return changes.map(({ kind, label, key = '', place, from, hint }) => {
    const where = [
      ...(place ? [`${place.file}:${place.start.line}`] : []),
      ...(from ? [saySpot(from)] : []),
    ]
    const said = `${label}: ${SENTENCES[kind](key)}${where.length > 0 ? ` (${where.join('; ')})` : ''}`
    return oneLine(hint === undefined ? said : `${said}. ${hint}`)
  })
}
