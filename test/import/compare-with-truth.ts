import type { Block, Inline } from '../../src/document/tree.ts'
import type { FoundItem, FoundReport, FoundSection } from '../../src/import/found-report.ts'
import { parseText } from '../../src/model/text.ts'
import { placeItems, type Placed, type TrueItem, type TrueSection, type Truth } from './specimen.ts'

/** `words`: what the way that the report was spoilt does to its words. */
export type Comparing = {
  words?: (words: string) => string
  isSpoilt?: boolean
  /** In print, a paragraph may end with a column, and nobody can tell. */
  isPrinted?: boolean
}

/**
 * How what was found differs from the truth, a line each; nothing where it does not. A spoilt report may
 * lose an item, but only where a doubt or something passed names its words: never in silence.
 */
export function compareWithTruth(found: FoundReport, truth: Truth, how: Comparing = {}): string[] {
  const comparison = new Comparison(found, truth, how)
  return [
    ...comparison.compareItems(),
    ...(how.isSpoilt ? [] : comparison.compareReport()),
    ...(how.isSpoilt ? [] : compareSections(found.sections, truth.sections, [])),
  ]
}

class Comparison {
  readonly #spoil: (words: string) => string

  constructor(
    readonly found: FoundReport,
    readonly truth: Truth,
    readonly how: Comparing,
  ) {
    this.#spoil = how.words ?? (words => words)
  }

  *compareItems(): Generator<string> {
    const left = [...placeItems<FoundItem>(this.found.sections)]
    const lost = new Set<TrueItem>()
    let last = -1
    for (const wanted of placeItems<TrueItem>(this.truth.sections)) {
      const index = left.findIndex(one => this.#isSame(one.item, wanted.item))
      const name = nameItem(wanted.item)
      if (index < 0) {
        lost.add(wanted.item)
        if (!this.how.isSpoilt) yield `lost: ${name}`
        else if (!this.#isTold(wanted.item)) yield `lost in silence: ${name}`
        continue
      }
      const [one] = left.splice(index, 1)
      if (index < last) yield `out of order: ${name}`
      last = index
      // What was lost with a word about it can be no item's cause.
      const cause =
        wanted.cause && lost.has(wanted.cause) && this.how.isSpoilt ? undefined : wanted.cause
      yield* this.#compareItem(one!, { ...wanted, cause }, name)
    }
    for (const { item } of left) yield `invented: ${nameItem(item)}`
  }

  #isSame(found: FoundItem, wanted: TrueItem): boolean {
    if (found.kind !== wanted.kind) return false
    const spoilt = this.#spoil(wanted.words)
    if (wanted.kind !== 'observation') return flatten(found.words) === flatten(spoilt)
    // How much of the paragraph is taken is left to the importer; the sentence that suggests it is part of it.
    const words = flatten(found.words)
    if (this.how.isPrinted) return words.includes(flatten(wanted.suggested_by!))
    return (
      flatten(spoilt).includes(words) && words.includes(flatten(this.#spoil(wanted.suggested_by!)))
    )
  }

  #isTold({ words, title }: TrueItem): boolean {
    const told = [...this.found.doubts, ...this.found.passed].map(({ words }) => flatten(words))
    return [words, title ?? '']
      .map(words => flatten(this.#spoil(words)))
      .some(
        words =>
          words !== '' &&
          told.some(
            one => one.includes(firstWords(words)) || (countWords(one) > 3 && words.includes(one)),
          ),
      )
  }

  *#compareItem(
    { item, under, cause }: Placed<FoundItem>,
    { item: wanted, under: wantedUnder, cause: wantedCause }: Placed<TrueItem>,
    name: string,
  ): Generator<string> {
    const isEqual = this.how.isSpoilt ? isLike : (one: string, other: string) => one === other
    const differ = function* (key: string, one: string | undefined, other: string | undefined) {
      if (!isEqual(one ?? '', other ?? ''))
        yield `${key} of ${name}: “${one ?? ''}”, not “${other ?? ''}”`
    }
    const spoil = (words: string | undefined) => words && flatten(this.#spoil(words))
    yield* differ('title', item.title && flatten(item.title), spoil(wanted.title))
    yield* differ('number', item.number, wanted.number)
    // Where its cause of concern is told of as not understood, its recommendations stand alone.
    const isParted = this.how.isSpoilt && !cause && wantedCause && this.#isTold(wantedCause)
    if (isParted) return
    // A recommendation without a day of its own has that of its cause; where the cause's recommendations have
    // different days, and where there is no cause, the truth leaves open where the lead is kept.
    const day = (item.deadline ?? cause?.deadline)?.toLowerCase()
    const wantedDay = (wanted.deadline ?? wantedCause?.deadline)?.toLowerCase()
    const isCause = wanted.kind === 'cause_of_concern'
    const isOpen = wantedDay ? isCause && this.how.isSpoilt : isCause || this.how.isSpoilt
    if (!isOpen) yield* differ('deadline', day, wantedDay)
    // A cause whose list was not understood has no lead.
    const isWithoutList = this.how.isSpoilt && item.recommendations.length === 0 && !item.lead
    if (wanted.lead && !isWithoutList)
      yield* differ('lead', closed(item.lead), closed(spoil(wanted.lead)))
    const nameSpoilt = (one: TrueItem) => nameItem({ ...one, words: this.#spoil(one.words) })
    yield* differ('cause', cause && nameItem(cause), wantedCause && nameSpoilt(wantedCause))
    if (this.how.isSpoilt) return
    if (!this.how.isPrinted)
      yield* differ('words', shapeOf(item.words), shapeOf(parse(wanted.words)))
    yield* differ('addressees', (item.for ?? []).join('; '), (wanted.for ?? []).join('; '))
    yield* differ('status', item.inspectorate_status, wanted.inspectorate_status)
    yield* differ('repeats', String(item.again.length), String(wanted.again))
    const last = (headings: string[]) => flatten(headings.at(-1) ?? '')
    if (last(wantedUnder)) yield* differ('section', last(under), last(wantedUnder))
  }

  *compareReport(): Generator<string> {
    const { found, truth } = this
    if (truth.title && !flatten(found.title ?? '').includes(flatten(truth.title)))
      yield `title: “${found.title ?? ''}”, not “${truth.title}”`
    for (const key of ['kind', 'published', 'scale'] as const)
      if (found[key] !== truth[key])
        yield `${key}: ${found[key] ?? 'none'}, not ${truth[key] ?? 'none'}`
    for (const one of found.inspectorates)
      if (!truth.inspectorates.includes(one)) yield `inspectorate invented: ${one}`
    const days = found.otherDays.map(({ words }) => flatten(words))
    for (const day of truth.other_days)
      if (!days.some(one => one.includes(day) || day.includes(one))) yield `day lost: ${day}`
    for (const { kind, count, words } of truth.counts)
      if (!found.counts.some(one => one.kind === kind && one.count === count))
        yield `count lost: ${count} ${kind} (${words})`
    for (const { kind, count } of found.counts)
      if (!truth.counts.some(one => one.kind === kind && one.count === count))
        yield `count invented: ${count} ${kind}`
    for (const { words, message } of found.doubts) yield `doubt: ${message} (${words})`
  }
}

/** Sections that the truth does not have hold nothing and are no fault: headings of the report's prose. */
function* compareSections(
  found: readonly FoundSection[],
  truth: readonly TrueSection[],
  under: readonly string[],
): Generator<string> {
  for (const section of truth) {
    const name = section.title ?? section.question ?? ''
    // Of a letter whose items stand under its own title, the truth has a section without one.
    if (name === '') continue
    // It may stand under headings that the truth leaves out: chapters, an appendix.
    const one = allOf(found).find(one => isLike(one.title ?? one.question ?? '', name))
    if (!one) {
      if (isDemanded(section)) yield `section lost: ${[...under, name].join(' / ')}`
      continue
    }
    for (const key of ['question', 'grade', 'previous'] as const)
      if (!isLike(one[key] ?? '', section[key] ?? ''))
        yield `${key} of ${name}: ${one[key] ?? 'none'}, not ${section[key] ?? 'none'}`
    yield* compareSections(one.sections, section.sections, [...under, name])
  }
  for (const { title, question, grade } of found) {
    const name = title ?? question ?? ''
    const isKnown = truth.some(one => isLike(one.title ?? one.question ?? '', name))
    if (grade !== undefined && !isKnown) yield `section invented: ${[...under, name].join(' / ')}`
  }
}

const allOf = (sections: readonly FoundSection[]): FoundSection[] =>
  sections.flatMap(section => [section, ...allOf(section.sections)])

/** An ungraded section without items is prose, which may be left out. */
const isDemanded = ({ grade, items, sections }: TrueSection): boolean =>
  grade !== undefined || items.length > 0 || sections.some(isDemanded)

const closed = (lead: string | undefined) => lead?.replace(/\s*:?\s*[-–]?$/, '')
const isLike = (one: string, other: string): boolean => like(one) === like(other)
const like = (words: string): string => flatten(words).replace(/\s*:$/, '').toLowerCase()

const parse = (words: string): Block[] => parseText(words).blocks

/** The words alone, one space between each; a mark of a list is no word. */
export const flatten = (words: string | readonly Block[]): string =>
  shapeOf(typeof words === 'string' ? parse(words) : words)
    .replace(/[¶•#]/g, ' ')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim()

/** The words with their paragraphs and the entries of their lists. */
function shapeOf(blocks: readonly Block[]): string {
  return blocks.map(shapeOfBlock).join('').replace(/\s+/g, ' ').trim()
}

function shapeOfBlock(block: Block): string {
  switch (block.type) {
    case 'paragraph':
      return ` ¶ ${block.children.map(wordsOfInline).join('')}`
    case 'list': {
      const mark = block.ordered ? '#' : '•'
      return block.children.map(entry => ` ${mark} ${shapeOf(entry.children)}`).join('')
    }
    default:
      return ` ${block.type} `
  }
}

function wordsOfInline(inline: Inline): string {
  if (inline.type === 'text') return inline.value
  return inline.type === 'break' ? ' ' : inline.children.map(wordsOfInline).join('')
}

const countWords = (words: string): number => words.split(' ').length
const firstWords = (words: string): string => words.split(' ').slice(0, 6).join(' ')
const nameItem = ({ kind, words }: { kind: string; words: string | readonly Block[] }): string =>
  `${kind} “${flatten(words).slice(0, 80)}”`
