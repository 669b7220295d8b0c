import { longDate } from '../../calendar.ts'
import { readDay } from '../../model/day.ts'
import { INSPECTORATE_STATUSES, POSITIONS } from '../../model/schema/item.ts'
import type { FoundAnswers, FoundItem } from '../found-report.ts'
import { cellBlocks } from './cell-blocks.ts'
import type { TrackerKey } from './headers.ts'

/** The words of a row by what they are; without those that are none ("n/a"). */
export type Cells = {
  of: (key: TrackerKey) => string | undefined
  header: (key: TrackerKey) => string
  /** What has no key: its header, and what it says. */
  rest: string[]
}

const oneLine = (words: string): string => words.replace(/\s*\n\s*/g, ' / ')
export const asNote = (header: string, words: string): string => `${header}: ${oneLine(words)}`

const plain = (words: string): string => words.toLowerCase().replace(/[\s_-]+/g, ' ')

const among = <T extends string>(known: readonly T[], words: string): T | undefined =>
  known.find(one => plain(one) === plain(words))

type Read = {
  answers: FoundAnswers
  item: Pick<FoundItem, 'deadline' | 'for' | 'inspectorate_status' | 'inspectorate_ref'>
  /** A word of status that is not of the workspace's scale. */
  strangeStatus?: string
}

/**
 * What a row says beside the report's words. What fits no key is kept for the office alone. `statuses`: the
 * words that the workspace knows.
 */
export function readAnswers({ of, header, rest }: Cells, statuses: readonly string[]): Read {
  const answers: FoundAnswers = {}
  const item: Read['item'] = {}
  const notes = [...rest]
  const note = (key: TrackerKey, words: string) => notes.push(asNote(header(key), words))
  /** Takes a cell as what `read` makes of it, or as a note. */
  const take = <T>(key: TrackerKey, read: (words: string) => T | undefined): T | undefined => {
    const words = of(key)
    if (words === undefined) return undefined
    const value = read(words)
    if (value === undefined) note(key, words)
    return value
  }
  const set = <T extends object, K extends keyof T>(on: T, key: K, value: T[K] | undefined) => {
    if (value !== undefined) on[key] = value
  }
  set(answers, 'update', take('update', cellBlocks))
  set(answers, 'comment', take('comment', cellBlocks))
  set(answers, 'owner', take('owner', oneLine))
  set(answers, 'reason', take('reason', oneLine))
  set(answers, 'evidence', take('evidence', listed))
  set(answers, 'target', take('target', readDay))
  set(answers, 'position', take('position', readPosition))
  set(
    answers,
    'status',
    take('status', words => among(statuses, words)),
  )
  set(item, 'deadline', take('deadline', readDeadlineWords))
  set(item, 'for', take('for', addressees))
  set(item, 'inspectorate_ref', take('inspectorate_ref', oneLine))
  set(
    item,
    'inspectorate_status',
    take('inspectorate_status', words => among(INSPECTORATE_STATUSES, words)),
  )
  const own = of('notes')
  if (own !== undefined) notes.push(oneLine(own))
  if (notes.length > 0) answers.notes = notes
  const status = of('status')
  const isStrange = status !== undefined && answers.status === undefined
  return { answers, item, ...(isStrange && { strangeStatus: status }) }
}

const listed = (words: string): string[] =>
  words
    .split(/[\n;]/)
    .map(one => one.trim())
    .filter(one => one !== '')

const addressees = (words: string): string[] => listed(words.replaceAll(',', ';'))

/** A date as the report would write it; other words as they are. */
const readDeadlineWords = (words: string): string => {
  const day = readDay(words)
  return day === undefined ? oneLine(words) : longDate(day)
}

function readPosition(words: string): string | undefined {
  if (/^(?:y|yes|accept|agreed)$/i.test(words)) return 'accepted'
  if (/^(?:n|no|rejected|declined)$/i.test(words)) return 'not accepted'
  if (/^(?:partial|partially accepted|in part)$/i.test(words)) return 'partly accepted'
  return among(POSITIONS, words)
}
