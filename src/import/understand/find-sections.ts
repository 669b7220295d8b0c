import type { Doubt, FoundItem, FoundReport, FoundSection, Passed, Words } from '../found-report.ts'
import { foundItems } from '../found-report.ts'
import {
  asks,
  isAsked,
  mayAsk,
  isGeneric,
  isLead,
  isShortcoming,
  saysOfSomebody,
  readItemNumber,
  sentencesOf,
} from './formulae.ts'
import {
  addRecommendations,
  blocksOf,
  readCause,
  readGroups,
  withLead,
  type Group,
} from './item-blocks.ts'
import { applyVerdict, readVerdict, type Verdict } from './verdicts.ts'
import { printedWords } from '../printed-words.ts'
import { isBlock, type ItemBlock, type Part } from './outline.ts'
import type { Paragraph } from './paragraph.ts'

export type Found = { sections: FoundSection[]; passed: Passed[]; doubts: Doubt[] }

/**
 * The sections of the report: those that have a grade or a question, and those in which items stand.
 * `title`, `kind`: of the report, as far as they are known.
 */
export function findSections(root: Part, title: string, kind: FoundReport['kind']): Found {
  const finder = new Finder(title, kind)
  const found = finder.part(root, [])
  const { apart } = finder
  const sections = apart.items.length > 0 ? [apart, ...found] : found
  const isFew = finder.verdicts.length * [...foundItems(sections)].length < MOST_LOOKED_FOR
  for (const { verdict, before, at } of finder.verdicts)
    if (!isFew || !applyVerdict(verdict, sections, before))
      finder.passed.push({ ...wordsOf(at), why: 'a sentence that says where something stands' })
  return { sections, passed: finder.passed, doubts: finder.doubts }
}

/** Of each verdict its items are looked for among all: no letter has as many of both. */
const MOST_LOOKED_FOR = 1_000_000

/** Where a paragraph stands, as others tell of it. */
export const wordsOf = ({ words, place, page }: Paragraph): Words => ({
  words,
  place,
  ...(page !== undefined && { page }),
})

const START = { line: 1, column: 1 }
const NOWHERE = { file: '', start: START, end: START }

class Finder {
  /** For what stands under no heading that says what it is about. */
  readonly apart: FoundSection = { place: NOWHERE, items: [], sections: [] }
  /** Where the inspectorate says that items of an earlier report stand. */
  readonly verdicts: { verdict: Verdict; before: FoundItem[]; at: Paragraph }[] = []
  /** The items that stand before what is read. */
  #last: FoundItem[] = []
  readonly passed: Passed[] = []
  readonly doubts: Doubt[] = []

  constructor(
    readonly title: string,
    readonly kind: FoundReport['kind'],
  ) {}

  /** What it says of an earlier report's items is what it is about. */
  get isRevisit(): boolean {
    return this.kind === 'revisit'
  }

  /** `within`: the sections around it. Items go to the innermost that is graded or asked about, else to the outermost. */
  part(part: Part, within: readonly FoundSection[]): FoundSection[] {
    const section = sectionOf(part)
    const isPart = part.grade === undefined && within.some(({ grade }) => grade !== undefined)
    const isOwn = !isPart && (isSection(part) || !isSkipped(part, this.title))
    // "Good" below an entry of a menu grades nothing that follows.
    const around = isOwn && !isBare(part) ? [...within, section] : within
    const home = homeOf(around) ?? this.apart
    this.#content(part, home, around.some(isAskedAbout))
    section.sections = part.parts.flatMap(inner => this.part(inner, around))
    return !isOwn ? section.sections : isEmpty(section) ? [] : [section]
  }

  #content({ content, heading }: Part, home: FoundSection, isInspected: boolean): void {
    let cause: FoundItem | undefined
    const lists = looseLists(content)
    if (heading && this.isRevisit) this.#noteVerdicts(heading)
    for (const [at, one] of content.entries()) {
      if (isBlock(one)) {
        const count = home.items.length
        cause = this.#block(one, home, cause, content[at - 1], content[at + 1])
        if (home.items.length > count) this.#last = home.items.slice(count)
        continue
      }
      cause = undefined
      if (this.isRevisit) this.#noteVerdicts(one)
      if (one.kind === 'entry') this.#looseEntry(one, lists)
      else if (isLead(one.words)) this.#looseLead(one, content[at + 1])
      else if (one.kind !== 'heading') this.#prose(one, home, isInspected)
    }
    if (heading && isAsked(heading.words)) this.#pass(heading, 'a heading that asks something')
  }

  /** Says which cause of concern its recommendations belong to, if it was one. */
  #block(
    block: ItemBlock,
    home: FoundSection,
    open: FoundItem | undefined,
    above: Part['content'][number] | undefined,
    next: Part['content'][number] | undefined,
  ): FoundItem | undefined {
    const { kind = 'recommendation', isEarlier } = block.of
    if (isEarlier && !this.isRevisit) {
      for (const one of block.content) if (asks(one.words)) this.#pass(one, 'of an earlier report')
      return undefined
    }
    if (home === this.apart && home.items.length + home.sections.length === 0) {
      home.title = titleOf(block)
      home.place = block.heading.place
    }
    if (block.content.length === 0) {
      if (!block.isOverOthers) this.#doubtEmpty(block)
      return open
    }
    if (kind === 'cause_of_concern') {
      const { cause, groups } = readCause(
        block,
        next !== undefined && isBlock(next) && next.of.kind === 'recommendation',
      )
      addRecommendations(
        cause,
        groups.filter(({ lead, items }) => lead ?? !items.every(isLink)),
      )
      if (!isSaid(cause) && cause.recommendations.length === 0) {
        this.#pass(block.heading, 'a heading that no statement follows')
        return undefined
      }
      home.items.push(cause)
      return cause
    }
    const groups = readGroups(kind, block)
    if (kind === 'recommendation' && open) {
      addRecommendations(open, groups)
      return open
    }
    if (kind === 'recommendation' && !block.of.number) this.#doubtCauseless(groups, home, above)
    this.#place(kind, groups, home)
    return undefined
  }

  #place(kind: FoundItem['kind'], groups: readonly Group[], home: FoundSection): void {
    for (const { lead, items } of groups) {
      // The links of a menu stand under such a heading as well.
      if (!lead && kind !== 'practice' && items.every(isLink)) {
        for (const item of items)
          this.passed.push({
            ...item,
            words: printedWords(item.words),
            why: 'an entry that asks for nothing',
          })
        continue
      }
      for (const item of items) home.items.push(lead ? withLead(item, lead) : item)
      if (lead && items.length === 0)
        this.#doubt(
          lead,
          `Unexpected end behind these words, expected a list of ${nameOf(kind)}s`,
          CHECK,
        )
    }
  }

  /** Of a force's areas, what opens a list of recommendations is said of a cause of concern. */
  #doubtCauseless(
    groups: readonly Group[],
    home: FoundSection,
    above: Part['content'][number] | undefined,
  ): void {
    const lead = groups.find(({ lead }) => lead)?.lead
    const isAboutCause = lead !== undefined && /this cause of concern/i.test(lead.words)
    if (!lead || !(isAboutCause || home.grade !== undefined || this.kind === 'accelerated')) return
    const statement = above && !isBlock(above) ? above : lead
    this.#doubt(
      statement,
      'Unexpected recommendations without a cause of concern, expected its heading above these words',
      MISSING_HEADING,
    )
  }

  #doubtEmpty({ heading }: ItemBlock): void {
    this.#doubt(
      heading,
      `Unexpected heading "${heading.words}" without items, expected them below it`,
      CHECK,
    )
  }

  /** An entry of a list that asks for something, and that no heading opens. */
  #looseEntry(one: Paragraph, { asking, unopened }: LooseLists): void {
    if (unopened.has(one))
      this.#doubt(one, 'Unexpected list, expected words that open it', MISSING_HEADING)
    else if (asking.has(one))
      this.#doubt(
        one,
        'Unexpected list that asks for something, expected a heading over it',
        MISSING_HEADING,
      )
  }

  #looseLead(one: Paragraph, next: Part['content'][number] | undefined): void {
    const isList = next !== undefined && !isBlock(next) && next.kind === 'entry'
    if (isList && /\brecommend(?:s|ations?)?\b/i.test(one.words))
      this.#doubt(one, 'Unexpected recommendations, expected a heading over them', MISSING_HEADING)
    else this.#pass(one, 'words that ask for something')
  }

  #noteVerdicts(one: Paragraph): void {
    const before = this.#last
    for (const words of sentencesOf(one.words)) {
      const verdict = readVerdict(words)
      if (verdict) this.verdicts.push({ verdict, before, at: { ...one, words } })
    }
  }

  #prose(one: Paragraph, home: FoundSection, isInspected: boolean): void {
    if (!mayAsk(one.words)) return
    const sentences = sentencesOf(one.words)
    const suggests = sentences.find(isShortcoming)
    if (suggests !== undefined && isInspected) {
      home.items.push({
        kind: 'observation',
        words: blocksOf([one]),
        recommendations: [],
        place: one.place,
        ...(one.page !== undefined && { page: one.page }),
        again: [],
        suggestedBy: { ...wordsOf(one), words: suggests },
      })
      return
    }
    const numbered = readItemNumber(one.words)
    if (numbered && asks(sentencesOf(numbered.rest)[0]!)) {
      this.#pass(one, 'a numbered paragraph that asks for something')
      return
    }
    for (const words of sentences)
      if (isAsked(words) || isShortcoming(words) || /\bwe (?:therefore )?recommend\b/i.test(words))
        this.#pass({ ...one, words }, 'a sentence that asks for something')
  }

  #pass(one: Paragraph, why: string): void {
    this.passed.push({ ...wordsOf(one), why })
  }

  #doubt(one: Paragraph, message: string, hint: string): void {
    this.doubts.push({ ...wordsOf(one), message, hint })
  }
}

const CHECK = 'Look at this place in the report, and type by hand what is missing.'
const MISSING_HEADING =
  'If the report marks it as a finding, type it by hand, or put the heading into the saved copy and import again.'

/** Of a section that no heading names: what it holds. */
const titleOf = ({ of, heading }: ItemBlock): string =>
  of.isPlural || of.kind === undefined ? heading.words.replace(/\s*:$/, '') : TITLES[of.kind]
const TITLES: Record<FoundItem['kind'], string> = {
  cause_of_concern: 'Causes of concern',
  recommendation: 'Recommendations',
  area_for_improvement: 'Areas for improvement',
  observation: 'Observations',
  practice: 'Practice',
}

const nameOf = (kind: FoundItem['kind']): string => kind.replace(/_/g, ' ')

const isAskedAbout = ({ grade, question }: FoundSection): boolean =>
  grade !== undefined || question !== undefined

const isLink = ({ number, words }: FoundItem): boolean => {
  const text = printedWords(words)
  return number === undefined && !asks(text) && !/[.;]$/.test(text)
}

/** Whether it is a sentence, and no entry of a menu. */
const isSaid = ({ title = '', words }: FoundItem): boolean => {
  const text = printedWords(words)
  return /[.!?)]$/.test(text) || saysOfSomebody(text) || saysOfSomebody(title)
}

/** Entries of lists of which one asks for something, and of parts of sentences whose beginning is not there. */
type LooseLists = Record<'asking' | 'unopened', ReadonlySet<Paragraph>>

function looseLists(content: Part['content']): LooseLists {
  const [asking, unopened] = [new Set<Paragraph>(), new Set<Paragraph>()]
  let list: Paragraph[] = []
  let above: Part['content'][number] | undefined
  const close = () => {
    const isOpened = above && !isBlock(above) && /[:,–—]$/.test(above.words)
    if (list.some(({ words }) => isAsked(words))) for (const one of list) asking.add(one)
    if (!isOpened && list.length > 1 && list.every(isFragment))
      for (const one of list) unopened.add(one)
    list = []
  }
  for (const one of content)
    if (!isBlock(one) && one.kind === 'entry') list.push(one)
    else {
      close()
      above = one
    }
  close()
  return { asking, unopened }
}

/** "make sure that each call is answered; and" */
const isFragment = ({ words }: Paragraph): boolean =>
  /^\p{Ll}/u.test(words) && /(?:[;,.]|\band)$/.test(words)

/** The title of the report, and headings that say only what kind of thing follows. */
const isSkipped = ({ heading, level }: Part, title: string): boolean =>
  heading === undefined || level <= 1 || isGeneric(heading.words) || title.includes(heading.words)

/** A grade with nothing said of it. */
const isBare = ({ grade, question, content, heading }: Part): boolean =>
  grade !== undefined &&
  question === undefined &&
  content.length === 0 &&
  heading?.level === undefined

const isSection = ({ grade, question }: Part): boolean =>
  grade !== undefined || question !== undefined

const homeOf = (around: readonly FoundSection[]): FoundSection | undefined =>
  around.findLast(isAskedAbout) ?? around[0]

function sectionOf({ heading, question, grade }: Part): FoundSection {
  const isTitle =
    heading !== undefined && !(question !== undefined && heading.words.endsWith(question))
  return {
    ...(isTitle && { title: heading.words.replace(/^\d{1,2}(?:(?:\.\d{1,2})+\.?|[.)])\s+/, '') }),
    ...(question !== undefined && { question }),
    ...(grade !== undefined && { grade }),
    place: heading?.place ?? NOWHERE,
    ...(heading?.page !== undefined && { page: heading.page }),
    items: [],
    sections: [],
  }
}

const isEmpty = (section: FoundSection): boolean =>
  section.grade === undefined && section.items.length === 0 && section.sections.length === 0
