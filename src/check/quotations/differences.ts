import type { Place } from '../../problem.ts'
import { LIST_MARK } from '../../source/report-copy/copy-line.ts'
import type { Hunk } from './find-passage.ts'
import { OPENING_WORDS, type Quotation } from './quotations.ts'
import { beginsParagraph, type CopyWords } from './words.ts'

/** Words of a quotation that the report has otherwise: one of the two may be empty. */
export type Difference = {
  typed: string
  found: string
  /** The last word before, which both have. */
  after?: string
  /** In the typed value: the words, or the one before them. */
  within?: { offset: number; length: number }
  /** The report's line, its words marked where that can be said. */
  place?: Place
  page?: number
}

const CLOSING_WORDS = new Set(['and', 'or'])
const SHOWN = 12
/** A paragraph that goes on for longer is not the rest of an item. */
const REST_LIMIT = 120

/** `begun`: the places at which the report's words of other quotations begin. */
export function differencesOf(
  quotation: Quotation,
  copy: CopyWords,
  begun: ReadonlySet<number>,
): Difference[] {
  const { passage, words } = quotation
  if (!passage) return []
  const last = words.length
  const rest = restOf(quotation, copy, begun)
  if (passage.hunks.length === 0 && !rest) return []
  return [...passage.hunks.map(hunk => clamp(hunk, last, copy)), ...(rest ? [rest] : [])]
    .map(hunk => trim(hunk, quotation, copy))
    .filter(hunk => isTold(hunk, quotation, copy))
    .map(hunk => toDifference(hunk, quotation, copy))
}

/** Before the first word that both have, and after the last, only the report's own sentence is meant. */
function clamp({ typed, found }: Hunk, length: number, copy: CopyWords): Hunk {
  let [from, to] = found
  if (typed[0] === 0) {
    let start = to
    while (start > from && !isEnd(copy, start - 1)) start -= 1
    from = start
  } else if (typed[1] === length && typed[1] > typed[0]) {
    let end = from
    while (end < to && !isEnd(copy, end - 1)) end += 1
    to = end
  }
  return { typed, found: [from, to] }
}

/** What follows in the report, where the typed words end within a sentence or an entry of a list. */
function restOf(
  { passage, words, part }: Quotation,
  copy: CopyWords,
  begun: ReadonlySet<number>,
): Hunk | undefined {
  const start = passage?.to
  if (start === undefined || part !== 'words') return undefined
  if (passage?.hunks.at(-1)?.typed[1] === words.length) return undefined
  const isListed = isOfList(copy, start - 1)
  let end = start
  while (end < start + REST_LIMIT && !isEnd(copy, end - 1, isListed)) {
    // The rest is another item's.
    if (begun.has(end)) return undefined
    end += 1
  }
  if (end === start + REST_LIMIT) return undefined
  while (end > start && CLOSING_WORDS.has(shownWord(copy, end - 1))) end -= 1
  return end > start ? { typed: [words.length, words.length], found: [start, end] } : undefined
}

/** Whether the paragraph that a word stands in is an entry of a list. */
function isOfList({ copies, lines }: CopyWords, word: number): boolean {
  const at = lines[word]
  const ofCopy = at && copies[at.copy]!.lines
  if (!ofCopy) return false
  let line = at.line
  while (line > 0 && !ofCopy[line]!.isFirst) line -= 1
  const { words, kind } = ofCopy[line]!
  return kind === 'list item' || LIST_MARK.test(words)
}

/** Whether a sentence, an entry of a list or a paragraph of the report ends with this word. */
function isEnd(copy: CopyWords, word: number, isListed = false): boolean {
  if (beginsParagraph(copy, word + 1)) return true
  if (isListed) return false
  const [one, next] = [copy.lines[word]!, copy.lines[word + 1]!]
  const behind = copy.copies[one.copy]!.lines[one.line]!.words.slice(one.offset + one.length)
  if (one.line !== next.line) return /[.:;?!]\W*$/.test(behind)
  return /[.:;?!]/.test(behind.slice(0, next.offset - one.offset - one.length))
}

/** Without the words that both have at its ends, and those of an opening before others that differ. */
function trim({ typed, found }: Hunk, { words }: Quotation, copy: CopyWords): Hunk {
  let [a, b] = typed
  let [c, d] = found
  const opening = words.slice(a, b).findIndex(({ key }) => !OPENING_WORDS.has(key))
  if (a === 0 && opening > 0 && !OPENING_WORDS.has(shownWord(copy, c).toLowerCase())) a = opening
  const isSame = (one: number, other: number) =>
    copy.index.ids.get(words[one]!.key) === copy.index.words[other]
  while (a < b && c < d && isSame(a, c)) [a, c] = [a + 1, c + 1]
  while (b > a && d > c && isSame(b - 1, d - 1)) [b, d] = [b - 1, d - 1]
  return { typed: [a, b], found: [c, d] }
}

function isTold({ typed, found }: Hunk, { words }: Quotation, copy: CopyWords): boolean {
  const ofTyped = words.slice(...typed).map(({ key }) => key)
  if (typed[1] === typed[0] && found[1] === found[0]) return false
  if (typed[0] === 0 && ofTyped.length > 0 && ofTyped.every(key => OPENING_WORDS.has(key)))
    return false
  if (typed[1] === words.length && ofTyped.length > 0) {
    if (ofTyped.every(key => CLOSING_WORDS.has(key))) return false
  }
  const ofReport = rangeOf(found).map(word => shownWord(copy, word))
  if (ofTyped.length === 0 && ofReport.every(word => CLOSING_WORDS.has(word))) return false
  // "re-offending", "reoffending" and a word that a line's end takes apart.
  if (ofTyped.join('') === ofReport.join('').toLowerCase().replace(/[’‘]/g, "'")) return false
  if (ofTyped.length > 0) return true
  // The mark of a footnote, and what stands at the edge of a page.
  if (ofReport.length === 1 && /^\d{1,3}$/.test(ofReport[0]!)) return false
  return pageOf(copy, found[0] - 1) === pageOf(copy, found[1])
}

const rangeOf = ([from, to]: readonly [number, number]): number[] =>
  Array.from({ length: to - from }, (_, step) => from + step)

function shownWord({ copies, lines }: CopyWords, word: number): string {
  const { copy, line, offset, length } = lines[word]!
  return copies[copy]!.lines[line]!.words.slice(offset, offset + length).replace(/\u00ad/g, '')
}

/** With the punctuation between them. */
function asPrinted({ copies, lines }: CopyWords, words: readonly number[]): string {
  let printed = ''
  for (const [step, word] of words.entries()) {
    const { copy, line, offset, length } = lines[word]!
    const before = lines[words[step - 1] ?? -1]
    const isBeside = before?.copy === copy && before.line === line
    const from = isBeside ? before.offset + before.length : offset
    printed += isBeside || step === 0 ? '' : ' '
    printed += copies[copy]!.lines[line]!.words.slice(from, offset + length)
  }
  return printed.replace(/\u00ad/g, '')
}

function pageOf({ copies, lines }: CopyWords, word: number): number | undefined {
  const at = lines[word]
  return at && copies[at.copy]!.lines[at.line]?.page
}

function toDifference({ typed, found }: Hunk, quotation: Quotation, copy: CopyWords): Difference {
  const { words, printed } = quotation
  const [from, to] = typed
  const shown = words.slice(from, Math.min(to, from + SHOWN))
  const end = shown.at(-1)
  const typedWords = end ? printed.slice(shown[0]!.offset, end.offset + end.length) : ''
  const ofReport = rangeOf(found).slice(0, SHOWN)
  const foundWords = asPrinted(copy, ofReport)
  const before = words[from - 1]
  const after = before && printed.slice(before.offset, before.offset + before.length)
  const marked: [number, number] = to > from ? [from, to] : [Math.max(0, from - 1), from]
  const within = inTyped(quotation, marked)
  const place = placeOf(copy, ofReport.length > 0 ? ofReport : [Math.max(0, found[0] - 1)])
  const page = pageOf(copy, found[0])
  return {
    typed: typedWords + (to - from > SHOWN ? ' …' : ''),
    found: foundWords + (found[1] - found[0] > SHOWN ? ' …' : ''),
    ...(after !== undefined && { after }),
    ...(within && { within }),
    ...(place && { place }),
    ...(page !== undefined && { page }),
  }
}

/** Where printed words stand among the typed ones, which have the addresses of links beside them. */
function inTyped(
  { value, printed, words }: Quotation,
  [from, to]: readonly [number, number],
): Difference['within'] {
  if (to <= from) return undefined
  let offset = 0
  let start = -1
  for (const [index, word] of words.slice(0, to).entries()) {
    const shown = printed.slice(word.offset, word.offset + word.length)
    const at = value.indexOf(shown, offset)
    if (at === -1) return undefined
    if (index === from) start = at
    offset = at + shown.length
  }
  return { offset: start, length: offset - start }
}

/** Words of one line of the report, or the whole line where only that can be said. */
export function placeOf({ copies, lines }: CopyWords, words: readonly number[]): Place | undefined {
  const first = lines[words[0] ?? -1]
  if (!first) return undefined
  const line = copies[first.copy]!.lines[first.line]
  if (!line) return undefined
  const { file, start, end } = line.place
  const isAsTyped = start.line === end.line && end.column - start.column === line.words.length
  if (!isAsTyped) return line.place
  const last = words
    .map(word => lines[word]!)
    .findLast(at => at.line === first.line && at.copy === first.copy)!
  const to = start.column + last.offset + last.length
  return {
    file,
    start: { line: start.line, column: start.column + first.offset },
    end: { line: start.line, column: to },
  }
}
