import type { CopyLine } from '../copy-line.ts'
import { readMark } from './list-levels.ts'

/** A line of the file that has words. */
export type Row = {
  words: string
  place: CopyLine['place']
  /** Behind an empty line, or the first of the file. */
  isAfterGap: boolean
  isAfterPage: boolean
}

/**
 * What the ends of the file's lines say. `wrapped`: where the room ended, at about `width`; `own`: where a
 * paragraph ends; `unsure`: there are too few lines without an empty one between them to tell.
 */
export type Breaks = { kind: 'wrapped' | 'own' | 'unsure'; width: number }

/** No screen and no page has longer lines. */
const LONG = 160
const WIDTH_LIMIT = 130
const FEW = 5
const UNSURE_WIDTH = 100

const SENTENCE_END = /[.:;?!…]["'’”)\]]*\s*$/

export function judgeBreaks(rows: readonly Row[]): Breaks {
  const long = rows.filter(({ words }) => words.length > LONG).length
  if (long > 0 && long * 10 >= rows.length) return { kind: 'own', width: 0 }
  const pairs = rows.flatMap((row, index) => {
    const before = rows[index - 1]
    const isPair = before !== undefined && !row.isAfterGap && !readMark(row.words)
    return isPair ? [{ before, row }] : []
  })
  const longest = rows.reduce((most, { words }) => Math.max(most, words.length), 0)
  if (pairs.length < FEW) return { kind: 'unsure', width: Math.min(longest, UNSURE_WIDTH) }
  const lengths = pairs.map(({ before }) => before.words.length).sort((one, other) => one - other)
  const width = lengths[Math.floor(lengths.length * 0.95)] ?? 0
  const ended = pairs.filter(({ before }) => SENTENCE_END.test(before.words)).length
  const full = pairs.filter(({ before, row }) => needed(before, row) >= width * 0.8).length
  const isWrapped = width <= WIDTH_LIMIT && ended < pairs.length * 0.6 && full >= pairs.length * 0.6
  return { kind: isWrapped ? 'wrapped' : 'own', width }
}

/** The room that a line would take with the first word of the next. */
const needed = (before: Row, { words }: Row): number =>
  before.words.length + 1 + (/^\s*(\S{1,40})/.exec(words)?.[1]?.length ?? 0)

/** Whether a line that stands right below another begins a paragraph. */
export function beginsParagraph(
  row: Row,
  before: Row | undefined,
  { kind, width }: Breaks,
): boolean {
  if (!before) return true
  const isEnded = SENTENCE_END.test(before.words)
  const room = needed(before, row)
  // A break where the next word had room was meant.
  if (kind === 'wrapped') return room < width * 0.75 || (isEnded && room < width * 0.85)
  const goesOn = /^\s*\p{Ll}/u.test(row.words) && !isEnded && !/[,;] (?:and|or)$/.test(before.words)
  return kind === 'own' ? !goesOn : !goesOn && room < width * 0.6
}

export const carriesOnOverPage = (row: Row, before: Row): boolean =>
  /^\s*\p{Ll}/u.test(row.words) && !SENTENCE_END.test(before.words) && !readMark(row.words)
