import { entriesOf, type Item, type Section } from '../../model/response.ts'
import type { Path } from '../../problem.ts'
import type { Context } from '../rule.ts'
import { findPassage, type Hunk, type Passage } from './find-passage.ts'
import {
  beginsParagraph,
  indexCopies,
  indexWords,
  paragraphOf,
  printedWords,
  wordsIn,
} from './words.ts'
import type { CopyWords, Word, WordIndex } from './words.ts'

/** Words that an item quotes from the report, and where the report has them or the like. */
export type Quotation = {
  item: Item
  section: Section
  part: 'words' | 'lead' | 'title'
  at: Path
  /** As typed. */
  value: string
  /** As printed, and the words of that. */
  printed: string
  words: Word[]
  passage?: Passage
}

export type Quotations = {
  copy: CopyWords
  quotations: Quotation[]
  /** Of the items that stand in the report. */
  found: ReadonlySet<Item>
  /** The lines of the report in which they stand, by `lineKey`. */
  lines: ReadonlySet<string>
  /** All the words that the response quotes, to look for the report's items in. */
  quoted: WordIndex
}

/** Of as many of a quotation's words as this the report has the same, in the same order. */
export const ALIKE = 0.6
/** A list's fragment is often typed with the words that open its list. */
export const OPENING_WORDS = new Set(
  'to address put this cause of concern right we recommend that the all each every force forces constabulary chief constable constables should must immediately'.split(
    ' ',
  ),
)
/** A title or lead is looked for as many words before its item and behind it. */
const NEAR = 150

// Three rules ask the same of one response.
const known = new WeakMap<readonly Section[], Quotations>()
// A response of two languages is held against one report.
const indexed = new WeakMap<Context['copies'], CopyWords>()

/** Nothing where there is no report, or where these are the words of a translation. */
export function readQuotations(
  context: Pick<Context, 'copies' | 'sections' | 'language' | 'languages'>,
): Quotations | undefined {
  const { copies, sections, language, languages } = context
  if (copies.length === 0 || (language === 'cy-GB' && languages.length > 1)) return undefined
  const before = known.get(sections)
  if (before) return before
  const copy = indexed.get(copies) ?? indexCopies(copies)
  indexed.set(copies, copy)
  const quotations: Quotation[] = []
  const found = new Set<Item>()
  const places = new Map<Item, Passage>()
  for (const { item, section, cause } of entriesOf(sections)) {
    const { at, value, blocks } = item.words
    const quotation = quote({
      item,
      section,
      part: 'words',
      at,
      value,
      printed: printedWords(blocks),
    })
    const passage = findItem(copy, quotation.words)
    if (passage && passage.likeness >= ALIKE) {
      quotation.passage = passage
      found.add(item)
      places.set(item, passage)
    }
    quotations.push(quotation)
    const place = passage ?? (cause && places.get(cause))
    if (found.has(item) && place) quotations.push(...around(item, section, copy, place))
  }
  const quoted = indexWords(quotations.map(({ words }) => words))
  const lines = linesOf(quotations, copy)
  const result = { copy, quotations, found, lines, quoted }
  known.set(sections, result)
  return result
}

/** An item, whether or not the words that open its list were typed with it. */
function findItem(copy: CopyWords, words: readonly Word[]): Passage | undefined {
  const passage = findPassage(copy.index, words)
  if (passage?.hunks.length === 0) return passage
  const opening = words.findIndex(({ key }) => !OPENING_WORDS.has(key))
  const own = opening > 0 ? findPassage(copy.index, words.slice(opening)) : undefined
  if (own && isMeant(own, passage, copy)) return withOpening(own, opening)
  return passage && withoutOtherEntries(passage, copy)
}

/** Whether the words behind an opening say better where they stand than all of them together. */
function isMeant(own: Passage, passage: Passage | undefined, copy: CopyWords): boolean {
  if (!passage) return true
  const isWithin = own.from >= passage.from && own.from < passage.to
  return isWithin ? isEntry(own, copy) : own.likeness > passage.likeness
}

/** Whether it is a paragraph of its own, with no words before it that were not typed. */
function isEntry({ from, to, hunks }: Passage, copy: CopyWords): boolean {
  const [first] = hunks
  const before = first?.typed[0] === 0 ? first.typed[1] : 0
  return from - paragraphOf(copy, from) <= before && paragraphOf(copy, to - 1) <= from
}

function withOpening(own: Passage, opening: number): Passage {
  const hunks = own.hunks.map(({ typed: [from, to], found }): Hunk => {
    return { typed: [from === 0 ? 0 : from + opening, to + opening], found }
  })
  if (hunks[0]?.typed[0] !== 0) hunks.unshift({ typed: [0, opening], found: [own.from, own.from] })
  return { ...own, hunks }
}

/** What the report has between the words that open a list and the one entry typed with them is other items'. */
function withoutOtherEntries(passage: Passage, copy: CopyWords): Passage {
  const hunk = passage.hunks.find(({ found }) => opensList(copy, found[0] - 1))
  if (!hunk) return passage
  const start = paragraphOf(copy, hunk.found[1])
  // Of a list that was typed as one item, each entry is to be there.
  if (start <= hunk.found[0] || paragraphOf(copy, passage.to - 1) > start) return passage
  const rest: Hunk = { ...hunk, found: [start, hunk.found[1]] }
  return {
    ...passage,
    from: start,
    hunks: passage.hunks.map(one => (one === hunk ? rest : one)),
  }
}

function opensList(copy: CopyWords, word: number): boolean {
  const one = copy.lines[word]
  if (!one || !beginsParagraph(copy, word + 1)) return false
  const behind = copy.copies[one.copy]!.lines[one.line]!.words.slice(one.offset + one.length)
  return behind.trimStart().startsWith(':')
}

export const lineKey = (copy: number, line: number): string => `${copy}:${line}`

/** A word or two of a line may be met by chance. */
const WORDS_IN_LINE = 3

function linesOf(quotations: readonly Quotation[], { lines }: CopyWords): Set<string> {
  const counts = new Map<string, number>()
  for (const { passage } of quotations)
    for (let word = passage?.from ?? 0; word < (passage?.to ?? 0); word++) {
      const { copy, line } = lines[word]!
      const key = lineKey(copy, line)
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
  return new Set([...counts].flatMap(([key, count]) => (count >= WORDS_IN_LINE ? [key] : [])))
}

const quote = (quotation: Omit<Quotation, 'words'>): Quotation => ({
  ...quotation,
  words: wordsIn(quotation.printed),
})

/** An item's title and lead, where the report has the like of them beside the item. */
function around(item: Item, section: Section, copy: CopyWords, { from, to }: Passage): Quotation[] {
  return (['title', 'lead'] as const).flatMap(part => {
    const typed = item[part]
    if (!typed) return []
    const { at, value } = typed
    const quotation = quote({ item, section, part, at, value, printed: value })
    const passage = findPassage(copy.index, quotation.words, [from - NEAR, to + NEAR])
    if (passage && passage.likeness >= ALIKE) quotation.passage = passage
    return [quotation]
  })
}
