import type { Block } from '../../document/tree.ts'
import { walk } from '../../document/words.ts'
import type { ReportCopy } from '../../model/reading.ts'
import { LIST_MARK } from '../../source/report-copy/copy-line.ts'

/** A word, and where it stands in what it was taken from. */
export type Word = { key: string; offset: number; length: number }

const WORD = /[\p{L}\p{N}\p{M}\u00ad]+(?:['’‘ʼ′`][\p{L}\p{N}\p{M}\u00ad]+)*|[%£€&]/gu
const UNSEEN = /['’‘ʼ′`\u00ad]/g

/** The words alone: letter case, punctuation, the shapes of quotation marks and all space are left out. */
export function wordsIn(text: string): Word[] {
  return Array.from(text.matchAll(WORD), ({ 0: word, index }) => ({
    key: keyOf(word),
    offset: index,
    length: word.length,
  }))
}

const PLAIN = /^[A-Za-z0-9]*$/

/** Most words are of plain letters, and a report has tens of thousands. */
const keyOf = (word: string): string =>
  PLAIN.test(word)
    ? word.toLowerCase()
    : word
        .normalize('NFKC')
        .toLowerCase()
        .replace(UNSEEN, sign => (sign === '\u00ad' ? '' : "'"))

/** What a text prints: without its marks, its blocks apart. */
export function printedWords(blocks: readonly Block[]): string {
  let printed = ''
  for (const node of walk(blocks))
    if (node.type === 'text') printed += node.value
    else if (node.type === 'break') printed += ' '
    else if (node.type === 'paragraph' || node.type === 'tableCell') printed += '\n'
  return printed.trim()
}

/** Words that can be searched for others: the saved report's, or all that a response quotes. */
export type WordIndex = {
  /** A number for each different word; no word of another text that is not in here has one. */
  ids: ReadonlyMap<string, number>
  words: Int32Array
  /** For each place in `words`, the next one (or -1) at which the same three words may begin. */
  next: Int32Array
  heads: Int32Array
  counts: Int32Array
}

/** Between two texts, so that no quotation goes across. */
const GAP = 0

export function indexWords(texts: readonly (readonly Word[])[]): WordIndex {
  const ids = new Map<string, number>()
  const words = new Int32Array(texts.reduce((sum, text) => sum + text.length + 1, 0))
  let at = 0
  for (const text of texts) {
    for (const { key } of text) {
      let id = ids.get(key)
      if (id === undefined) ids.set(key, (id = ids.size + 1))
      words[at++] = id
    }
    words[at++] = GAP
  }
  const size = 1 << Math.max(4, Math.ceil(Math.log2(words.length + 1)))
  const heads = new Int32Array(size).fill(-1)
  const counts = new Int32Array(size)
  const next = new Int32Array(words.length)
  for (let place = words.length - 3; place >= 0; place--) {
    const slot = slotOf(words[place]!, words[place + 1]!, words[place + 2]!, size)
    next[place] = heads[slot]!
    heads[slot] = place
    counts[slot]! += 1
  }
  return { ids, words, next, heads, counts }
}

export function slotOf(one: number, two: number, three: number, size: number): number {
  const mixed = Math.imul(Math.imul(Math.imul(one, 31) + two, 0x9e3779b1) + three, 0x85ebca6b)
  return (mixed ^ (mixed >>> 15)) & (size - 1)
}

/** The words of the saved report in one row, and the line of each. */
export type CopyWords = {
  index: WordIndex
  copies: readonly ReportCopy[]
  /** For each word, its line; where a line is shown as typed, the word's place in it. */
  lines: { copy: number; line: number; offset: number; length: number }[]
}

export function beginsParagraph({ copies, lines }: CopyWords, word: number): boolean {
  const [before, one] = [lines[word - 1], lines[word]]
  if (!before || !one || before.copy !== one.copy) return true
  return before.line !== one.line && copies[one.copy]!.lines[one.line]!.isFirst
}

/** The first word of the paragraph that a word stands in. */
export function paragraphOf(copy: CopyWords, word: number): number {
  let first = word
  while (!beginsParagraph(copy, first)) first -= 1
  return first
}

export function indexCopies(copies: readonly ReportCopy[]): CopyWords {
  const lines: CopyWords['lines'] = []
  const texts = copies.map(({ lines: ofCopy }, copy) => {
    const texts: Word[] = []
    for (const [line, { words }] of ofCopy.entries()) {
      const mark = LIST_MARK.exec(words)?.[0].length ?? 0
      for (const word of wordsIn(words.slice(mark))) {
        texts.push(word)
        lines.push({ copy, line, offset: word.offset + mark, length: word.length })
      }
    }
    // Stands for the gap.
    lines.push({ copy, line: ofCopy.length - 1, offset: 0, length: 0 })
    return texts
  })
  return { index: indexWords(texts), copies, lines }
}
