import {
  asks,
  endsItems,
  isAsked,
  isGeneric,
  isFurniture,
  isLead,
  isRecommendingLead,
  isStatement,
  opensRecommendations,
  readGradeLine,
  readGradeSentence,
  readItemHeading,
  readItemNumber,
  readQuestion,
  sentencesOf,
  standsAlone,
  type ItemHeading,
} from './formulae.ts'
import type { Paragraph } from './paragraph.ts'

/** A heading of the report and what stands below it, before it is known what of it is a section. */
export type Part = {
  /** Absent for what stands before the first heading. */
  heading?: Paragraph
  level: number
  question?: string
  grade?: string
  content: (Paragraph | ItemBlock)[]
  parts: Part[]
}

/** What a heading such as "Areas for improvement" opens, as far as it goes. */
export type ItemBlock = {
  heading: Paragraph
  of: ItemHeading
  content: Paragraph[]
  /** Its first entry is a part of a sentence. */
  isOfFragments?: boolean
  /** Other headings of items, or topics with items, stand under it. */
  isOverOthers?: boolean
}

export const isBlock = (one: Paragraph | ItemBlock): one is ItemBlock => 'of' in one

/** Of headings whose level the file does not tell: an area or pillar, one of its questions, a part of one, anything else. */
const LEVELS = { area: 2, question: 3, part: 4, other: 5 }

/** The report by its headings. */
export function outlineOf(paragraphs: readonly Paragraph[], title?: string): Part {
  const walk = new Walk(
    withoutContents(paragraphs.filter(({ words }) => !isFurniture(words))),
    title,
  )
  return walk.run()
}

/** A line of the contents is a heading further on: without levels only the second one is. */
function withoutContents(paragraphs: readonly Paragraph[]): Paragraph[] {
  const last = new Map<string, number>()
  for (const [at, { words, kind }] of paragraphs.entries())
    if (kind === 'heading') last.set(words, at)
  return paragraphs.filter(({ words, kind, level }, at) => {
    const isLast = kind !== 'heading' || level !== undefined || last.get(words) === at
    const isListed = paragraphs[at + 1]?.kind === 'heading'
    return isLast || !isListed || standsAlone(words) || isGeneric(words)
  })
}

class Walk {
  readonly #root: Part = { level: 0, content: [], parts: [] }
  /** The parts that are open, the outermost first. */
  #open: Part[] = [this.#root]
  #block: ItemBlock | undefined
  /** A heading of items under which topics stand, each with items of its own. */
  #topics: ItemBlock | undefined

  constructor(
    readonly paragraphs: readonly Paragraph[],
    readonly title: string | undefined,
  ) {}

  run(): Part {
    for (let at = 0; at < this.paragraphs.length; at++) this.#take(this.paragraphs[at]!, at)
    return this.#root
  }

  get #part(): Part {
    return this.#open.at(-1)!
  }

  #take(paragraph: Paragraph, at: number): void {
    const { words, kind } = paragraph
    const isLine = kind === 'heading' || kind === 'prose'
    const of = isLine && words !== this.title ? readItemHeading(words) : undefined
    if (of) return this.#openBlock(paragraph, of)
    if (isLine && /^\d{1,2}$/.test(words) && readQuestion(this.#words(at + 1))) return
    const asked = isLine ? readQuestion(words) : undefined
    if (asked && this.#isQuestion(paragraph, at))
      return this.#openQuestion(paragraph, asked.question, at)
    const grade = isLine ? readGradeLine(words) : undefined
    if (grade !== undefined && this.#takeGrade(grade)) return
    if (endsItems(words)) {
      this.#block = undefined
      if (kind !== 'heading' || /^questions for/i.test(words)) return
    }
    if (kind === 'heading' && !(this.#block && this.#isHeadline(paragraph, this.#block, at)))
      return this.#openPart(paragraph, at)
    if (this.#block && belongs(paragraph, this.#block)) addTo(this.#block, paragraph)
    else if (this.#isOfTopic(paragraph)) this.#openTopic(paragraph)
    else if (isRecommendingLead(words) && goesOnAsList(this.paragraphs[at + 1])) {
      this.#openBlock(paragraph, { kind: 'recommendation', isPlural: true })
      addTo(this.#block!, paragraph)
    } else if (opensRecommendations(words) && this.paragraphs[at + 1]?.kind === 'entry') {
      this.#openBlock(paragraph, { kind: 'recommendation', isPlural: true })
    } else {
      this.#block = undefined
      this.#takeGradeOf(paragraph)
      this.#part.content.push(paragraph)
    }
  }

  #words(at: number): string {
    return this.paragraphs[at]?.words ?? ''
  }

  #openBlock(heading: Paragraph, of: ItemHeading): void {
    // A heading of the outline ends what stands as deep as it, or deeper.
    if (heading.kind === 'heading' && heading.level !== undefined) this.#close(heading.level)
    const { rest } = of
    const above = this.#block
    const isOver =
      above?.content.length === 0 && (above.of.isPlural || above.of.topic !== undefined)
    if (isOver) above.isOverOthers = true
    if (this.#topics) this.#topics.isOverOthers = true
    const topic = of.topic ?? (isOver && above.of.kind === of.kind ? above.of.topic : undefined)
    this.#block = { heading, of: { ...of, ...(topic !== undefined && { topic }) }, content: [] }
    this.#topics = undefined
    if (rest !== undefined) this.#block.content.push({ ...heading, kind: 'prose', words: rest })
    this.#part.content.push(this.#block)
  }

  /** One of the inspection's, and not one that the report asks in its prose. */
  #isQuestion({ kind }: Paragraph, at: number): boolean {
    return (
      kind === 'heading' ||
      /^\d{1,2}$/.test(this.#words(at - 1)) ||
      readQuestion(this.#words(at))?.number !== undefined ||
      this.#part.content.length === 0 ||
      [at + 1, at + 2].some(next => readGradeLine(this.#words(next)) !== undefined)
    )
  }

  #openQuestion(paragraph: Paragraph, question: string, at: number): void {
    const isNumbered =
      /^\d{1,2}$/.test(this.#words(at - 1)) || readQuestion(paragraph.words)?.number !== undefined
    const { heading, content, parts, question: known } = this.#part
    const isFresh = heading && content.length === 0 && parts.length === 0 && known === undefined
    // Below the heading of its pillar, it is the pillar's.
    if (isFresh && !isNumbered) this.#part.question = question
    else this.#push(paragraph, paragraph.level ?? this.#levelOfQuestion(at), question)
  }

  /** A question without a grade is a part of the graded one that it stands under. */
  #levelOfQuestion(at: number): number {
    const hasGrade = [at + 1, at + 2].some(next => readGradeLine(this.#words(next)) !== undefined)
    const isWithin = this.#open.some(
      ({ question, grade }) => question !== undefined && grade !== undefined,
    )
    return !hasGrade && isWithin ? LEVELS.part : LEVELS.question
  }

  #isHeadline(paragraph: Paragraph, block: ItemBlock, at: number): boolean {
    const next = this.paragraphs[at + 1]
    return isHeadline(paragraph, block) && !(block.content.length === 0 && isTopic(paragraph, next))
  }

  #isOfTopic({ words, kind }: Paragraph): boolean {
    return this.#topics !== undefined && (kind === 'entry' ? asks(words) : isItem(words))
  }

  #openTopic(paragraph: Paragraph): void {
    const { heading = paragraph } = this.#part
    this.#topics!.isOverOthers = true
    this.#block = { heading, of: { ...this.#topics!.of, isPlural: true }, content: [] }
    addTo(this.#block, paragraph)
    this.#part.content.push(this.#block)
  }

  #openPart(heading: Paragraph, at: number): void {
    const isOfItems = isTopic(heading, this.paragraphs[at + 1])
    if (this.#block?.content.length === 0 && this.#block.of.kind !== 'cause_of_concern')
      this.#topics = isOfItems ? this.#block : undefined
    else if (!(isOfItems && this.#topics && isBelow(heading, this.#topics.heading)))
      this.#topics = undefined
    this.#push(heading, heading.level ?? this.#guessLevel(at))
  }

  #guessLevel(at: number): number {
    const next = this.#words(at + 1)
    if (isGeneric(this.#words(at))) return LEVELS.part
    const isArea =
      readGradeLine(next) !== undefined ||
      (readGradeSentence(next) !== undefined &&
        this.#open.every(({ question }) => question === undefined)) ||
      (readQuestion(next) !== undefined && !/^\d/.test(next))
    return isArea ? LEVELS.area : LEVELS.other
  }

  #push(heading: Paragraph, level: number, question?: string): void {
    this.#block = undefined
    this.#close(level)
    const part: Part = {
      heading,
      level,
      content: [],
      parts: [],
      ...(question !== undefined && { question }),
    }
    this.#part.parts.push(part)
    this.#open.push(part)
  }

  #close(level: number): void {
    while (this.#open.length > 1 && this.#part.level >= level) this.#open.pop()
  }

  /** The grade line stands below the heading or the question, before the prose. */
  #takeGrade(grade: string): boolean {
    const part = this.#part
    if (!part.heading || part.content.length > 2) return false
    // "Summary of findings" stands between a question and its grade.
    const above = isGeneric(part.heading.words) ? this.#open.at(-2) : undefined
    const graded = above?.question === undefined ? part : above
    if (graded.grade !== undefined) return false
    graded.grade = grade
    this.#topics = undefined
    return true
  }

  /** "X Police is adequate at …", as the first sentence of an area that has no grade line. */
  #takeGradeOf({ words, kind }: Paragraph): void {
    const part = this.#part
    const isFirst = part.heading !== undefined && part.content.length === 0
    if (!isFirst || kind !== 'prose' || this.#open.some(({ grade }) => grade !== undefined)) return
    const grade = readGradeSentence(sentencesOf(words)[0]!)
    if (grade !== undefined) part.grade = grade
  }
}

/** As a list, or as one whose marks were lost. */
const goesOnAsList = (next: Paragraph | undefined): boolean =>
  next !== undefined &&
  (next.kind === 'entry' || next.kind === 'cell' || /^\p{Ll}/u.test(next.words))

const isBelow = ({ level }: Paragraph, above: Paragraph): boolean =>
  level === undefined || above.level === undefined || level > above.level

/** The name of what the items below it are about: "In the custody cell", and then "6.4 The force should …". */
const isTopic = ({ words }: Paragraph, next: Paragraph | undefined): boolean =>
  !isStatement(words) &&
  next !== undefined &&
  (isItem(next.words) || next.kind === 'entry' || readItemHeading(next.words) !== undefined)

const isItem = (words: string): boolean =>
  isAsked(words) || (readItemNumber(words) !== undefined && asks(words))

/** A heading within a block, which is one of its items': "The force should answer its calls sooner". */
function isHeadline(paragraph: Paragraph, block: ItemBlock): boolean {
  const { heading, of, content } = block
  const box = boxOf(block)
  if (paragraph.box !== undefined && box !== undefined) return paragraph.box === box
  if (of.kind === undefined || !isBelow(paragraph, heading)) return false
  const { words } = paragraph
  if (content.length === 0)
    return isStatement(words) || words.split(' ').length >= FEWEST_OF_HEADLINE
  return of.isPlural && of.kind !== 'recommendation' && asks(words)
}

/** What is shorter names a topic, or a page of a menu. */
const FEWEST_OF_HEADLINE = 4

/** Entries that are sentences of their own are of another list than the fragments before them. */
const isWhole = ({ words }: Paragraph): boolean => /^\p{Lu}/u.test(words)
const isFragment = ({ words, kind }: Paragraph): boolean =>
  kind === 'entry' && /^\p{Ll}/u.test(words)

function addTo(block: ItemBlock, paragraph: Paragraph): void {
  block.content.push(paragraph)
  if (paragraph.kind === 'entry') block.isOfFragments ??= isFragment(paragraph)
}

/** A box that begins below the heading is the block's as well. */
const boxOf = ({ heading, content }: ItemBlock): number | undefined =>
  heading.box ?? content[0]?.box

/** In print; a box of its own begins with a heading. */
const goesOnInBox = ({ words, box, page }: Paragraph): boolean =>
  box !== undefined && (page !== undefined || /^\p{Ll}/u.test(words))

const opensRecommendation = (words: string): boolean =>
  /^(?:by|within|before|immediately|with immediate effect|we recommend)\b/i.test(words)

const LONGEST_PROSE = 12

/** Whether it goes on with what the heading opened. */
function belongs(paragraph: Paragraph, block: ItemBlock): boolean {
  const { of, content } = block
  const box = boxOf(block)
  const last = content.at(-1)
  if (!last) return true
  if (isWhole(paragraph) && paragraph.kind === 'entry' && block.isOfFragments) return false
  // At the end of a column or page a box ends, and begins again in the next.
  if (box !== undefined) return paragraph.box === box || goesOnInBox(paragraph)
  const { words, kind } = paragraph
  if (paragraph.isWithin) return true
  if (kind === 'entry') return true
  if (kind === 'cell') return last.words.endsWith(':') || last.cell?.table === paragraph.cell?.table
  if (last.words.endsWith(':') || isLead(words) || /^\p{Ll}/u.test(words)) return true
  const isList = content.some(({ kind }) => kind === 'entry' || kind === 'cell')
  const first = content[0]!
  const isOfEntries = first.kind === 'entry' || first.kind === 'cell' || isLead(first.words)
  if (of.kind === 'recommendation')
    return asks(words) && (opensRecommendation(words) || !(isList && isOfEntries && of.isPlural))
  if (isList && (isOfEntries || of.kind === 'cause_of_concern')) return false
  // The report's own paragraphs are numbered: "3.1 In the best of the areas, …".
  if (of.rest !== undefined && readItemNumber(words)) return false
  return content.length < LONGEST_PROSE
}
