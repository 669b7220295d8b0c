import type { Place } from '../../problem.ts'
import { LIST_MARK, type CopyLine } from '../../source/report-copy/copy-line.ts'
import { countsWhatFollows, endsWithDay, isLead, isOfLetter, standsAlone } from './formulae.ts'

/** A block of the report's words, put together from its lines. */
export type Paragraph = {
  /** Without the mark of a list, and every white space one space. */
  words: string
  kind: 'heading' | 'prose' | 'entry' | 'cell'
  /** Of a heading, 1 to 6, where the file tells it; of an entry, how deep it stands, from 1. */
  level?: number
  /** Of an entry, where the file has it as words: "•", "a)". */
  mark?: string
  cell?: NonNullable<CopyLine['cell']>
  /** A further paragraph of the entry before it. */
  isWithin?: true
  box?: number
  place: Place
  page?: number
  /** Which of the files it is of, from 0. */
  copy: number
}

/** A saved report's file: its path as messages name it, and its lines. */
export type Copy = { path: string; lines: readonly CopyLine[] }

/** What the files say, in their order. Footnotes, which stand between a sentence and its end, are left out. */
export function paragraphsOf(copies: readonly Copy[]): Paragraph[] {
  let all: Paragraph[] = []
  for (const [copy, { lines }] of copies.entries())
    all = [...all, ...withoutOverlap(all, paragraphsOfCopy(lines, copy))]
  return all
}

/** The second of two files may begin before the first ends. */
function withoutOverlap(before: readonly Paragraph[], own: Paragraph[]): Paragraph[] {
  const end = before.slice(Math.max(0, before.length - own.length)).map(({ words }) => words)
  return own.slice(
    sharedEnd(
      own.map(({ words }) => words),
      end,
    ),
  )
}

/** How many of the first of some words are the last of others; Knuth, Morris and Pratt's way, which takes no longer than their length. */
function sharedEnd(own: readonly string[], end: readonly string[]): number {
  const falls = [0]
  const goOn = (same: number, words: string): number => {
    while (same > 0 && (same === own.length || own[same] !== words)) same = falls[same - 1]!
    return own[same] === words ? same + 1 : same
  }
  for (const words of own.slice(1)) falls.push(goOn(falls.at(-1)!, words))
  return end.reduce(goOn, 0)
}

function paragraphsOfCopy(lines: Copy['lines'], copy: number): Paragraph[] {
  const paragraphs: Paragraph[] = []
  let own: CopyLine[] = []
  const close = () => {
    if (own.length > 0) paragraphs.push(toParagraph(own, copy))
    own = []
  }
  for (const line of lines) {
    if (line.kind === 'footnote') continue
    if (isApart(line, own)) close()
    own.push(line)
  }
  close()
  const isMarked = paragraphs.filter(({ kind }) => kind === 'heading').length >= FEW
  return isMarked
    ? paragraphs
    : paragraphs.map((one, at) => guessHeading(one, paragraphs[at - 1], paragraphs[at + 1]))
}

/** With fewer headings than these, a file has none to tell: its short lines are taken for them. */
const FEW = 3

const isApart = (line: CopyLine, own: readonly CopyLine[]): boolean => {
  const last = own.at(-1)
  if (last === undefined) return true
  if (carriesOnWithDash(line, last) || carriesOnWithNumber(line, last)) return false
  return (
    line.isFirst ||
    [line, last].some(({ words, kind }) => kind !== 'heading' && standsAlone(words.trim())) ||
    (line.kind !== undefined && line.kind !== own[0]!.kind)
  )
}

/** "… is under" and then "30. Neighbourhood officers …" is one paragraph, broken at a width. */
const carriesOnWithNumber = (line: CopyLine, last: CopyLine): boolean =>
  line.kind === undefined &&
  /^\s*(?!1\.)\d{1,2}\.\s/.test(line.words) &&
  last.place.end.line + 1 === line.place.start.line &&
  last.words.length > WIDTH &&
  /[\p{L}\p{N},]$/u.test(last.words.trimEnd())

/** Nobody sets lines of text as narrow as this. */
const WIDTH = 50

/** A dash of a sentence that a line happens to begin with is no mark of a list. */
const carriesOnWithDash = (line: CopyLine, last: CopyLine): boolean =>
  line.page !== undefined &&
  last.kind !== 'heading' &&
  !standsAlone(last.words) &&
  /^\s*[–—]\s/.test(line.words) &&
  /[\p{L}\p{N},]$/u.test(last.words.trimEnd()) &&
  !/\b(?:and|or)$/.test(last.words)

function toParagraph(lines: readonly CopyLine[], copy: number): Paragraph {
  const [first, last] = [lines[0]!, lines.at(-1)!]
  const all = joinLines(lines.map(({ words }) => words))
  const mark =
    first.kind === 'heading' ? undefined : (LIST_MARK.exec(all) ?? OTHER_MARK.exec(all))?.[0]
  const isEntry = first.kind === 'list item' || (first.kind === undefined && mark !== undefined)
  const words = isEntry && mark !== undefined ? all.slice(mark.length) : all
  const indent = /^[\s\u00a0]*/.exec(first.words)![0].length
  const told = first.level ?? (isEntry && indent >= DEEPER ? 2 : undefined)
  const level = told === undefined ? undefined : Math.min(told, DEEPEST)
  return {
    words,
    kind:
      first.kind === 'heading'
        ? 'heading'
        : first.kind === 'cell'
          ? 'cell'
          : isEntry
            ? 'entry'
            : 'prose',
    ...(level !== undefined && { level }),
    ...(isEntry && mark !== undefined && { mark: mark.trim() }),
    ...(first.cell && { cell: first.cell }),
    ...(first.isWithin && { isWithin: true as const }),
    ...(first.box !== undefined && { box: first.box }),
    place: { file: first.place.file, start: first.place.start, end: last.place.end },
    ...(first.page !== undefined && { page: first.page }),
    copy,
  }
}

/** Any sign that is no letter, and the small o that stands for a ring. */
const OTHER_MARK = /^(?:[^\p{L}\p{N}\s“‘'"([£$€<>#@&©®™§†‡+]|o)\s+(?=\S)/u
/** Spaces before a mark that browsers set before a list within a list. */
const DEEPER = 5
/** Nobody reads a list that stands deeper in others. */
const DEEPEST = 6

/** A hyphen at the end of a line is the word's, and a soft one the typesetter's; the mark of a footnote is no word. */
function joinLines(lines: readonly string[]): string {
  const [only = ''] = lines
  const joined =
    lines.length > 1
      ? lines
          .map(line => line.trim())
          .join('\n')
          .replace(/\u00ad\n/g, '')
          .replace(/(?<=\p{L}-)\n(?=\p{L})/gu, '')
      : only
  const words = joined.includes('[') ? joined.replace(/(?<=\S)\[\d{1,2}\]/g, '') : joined
  return words.replaceAll('\u00ad', '').replace(/\s+/g, ' ').trim()
}

const LONGEST_HEADING = 200
/** A reference in brackets may stand behind the full stop: "… promptly. (3.9)". */
const ENDS_SENTENCE = /[.;,!][’”"')\]]*(?:\s*\([^)]*\))?$/
const LONGEST_WITH_COLON = 90
/** A colon ends some headings, and opens lists. */
const opensNext = (words: string, next: Paragraph | undefined): boolean =>
  words.endsWith(':') &&
  (words.length > LONGEST_WITH_COLON ||
    countsWhatFollows(words) ||
    next === undefined ||
    next.kind === 'entry' ||
    /^\p{Ll}/u.test(next.words) ||
    isLead(words))

/** In a file without marked headings: a short line that ends no sentence. */
function guessHeading(
  paragraph: Paragraph,
  before: Paragraph | undefined,
  next: Paragraph | undefined,
): Paragraph {
  const { words, kind } = paragraph
  const isShort = words.length <= LONGEST_HEADING && /^[\p{Lu}\p{N}‘“'"]/u.test(words)
  const { mark } = paragraph
  // "2. Initial contact" is a heading, where no list goes on with it.
  const isNumbered =
    kind === 'entry' &&
    /^\d{1,2}\.$/.test(mark ?? '') &&
    [before, next].every(one => !/^\d/.test(one?.mark ?? ''))
  return (kind === 'prose' || isNumbered) &&
    isShort &&
    !ENDS_SENTENCE.test(words) &&
    !opensNext(words, next) &&
    !isOfLetter(words) &&
    !endsWithDay(words)
    ? { ...paragraph, kind: 'heading' }
    : paragraph
}
