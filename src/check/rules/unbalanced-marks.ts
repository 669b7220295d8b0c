import type { Finding, Rule } from '../rule.ts'
import { ownWordsOf } from '../own-words.ts'

export const unbalancedMarks: Rule = {
  id: 'unbalanced-marks',
  severity: 'warning',
  title: 'Brackets and quotation marks come in pairs',
  source: 'Practice: without the second mark nobody knows where the aside or the quotation ends',
  *check(context) {
    const isWelsh = context.language === 'cy-GB'
    for (const { at, value, item } of ownWordsOf(context))
      if (ANY_MARK.test(value))
        for (const { offset, mark, isOpening } of findSingle(value, isWelsh).slice(0, TOLD))
          yield {
            at,
            within: { offset, length: 1 },
            ...(item && { item: item.id }),
            ...say(mark, isOpening),
          }
  },
}

/** Of one text: who pasted code knows by then. */
const TOLD = 5

const ANY_MARK = /[()[\]{}"“”‘]|(?<!\S)'/
const MARKS = /[()[\]{}"“”‘’']/g
const CLOSES: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' }
const CLOSERS: ReadonlySet<string> = new Set(Object.values(CLOSES))
const OPENS = Object.fromEntries(Object.entries(CLOSES).map(([opener, closer]) => [closer, opener]))
const PARTNER: Readonly<Record<string, string>> = {
  ...CLOSES,
  ...OPENS,
  '“': '”',
  '”': '“',
  '‘': '’',
}

type Single = { offset: number; mark: string; isOpening: boolean }

function say(mark: string, isOpening: boolean): Pick<Finding, 'message'> {
  const partner = PARTNER[mark] ?? mark
  return {
    message: isOpening
      ? `Unexpected ${mark} that nothing closes, expected ${partner} after it`
      : `Unexpected ${mark} that nothing opens, expected ${partner} before it`,
  }
}

/** The marks without a partner, in the order they stand. */
function findSingle(value: string, isWelsh: boolean): Single[] {
  const brackets = new Brackets(value)
  const single = new Quotation()
  const double = new Quotation()
  const found: Single[] = []
  let last = 0
  for (const { 0: mark, index: offset } of value.matchAll(MARKS)) {
    if (BLANK_LINE.test(value.slice(last, offset))) found.push(...brackets.endParagraph())
    last = offset
    const around = lookAround(value, offset)
    if (mark in CLOSES || CLOSERS.has(mark)) {
      if (!brackets.read(mark, offset)) found.push({ offset, mark, isOpening: false })
    } else if (mark === "'" || mark === '‘' || mark === '’') {
      // "Mae'r", "o'r": Welsh has too many of them, some at the start of a word.
      if (!isWelsh) readSingle(mark, offset, around, single)
    } else if (!readDouble(mark, offset, around, double))
      found.push({ offset, mark, isOpening: false })
  }
  for (const offset of [...brackets.open(), ...single.open, ...double.open])
    found.push({ offset, mark: value.charAt(offset), isOpening: true })
  return found.sort((one, other) => one.offset - other.offset)
}

const BLANK_LINE = /\n[ \t]*\n/

/** Those that are open, each kind for itself. */
class Brackets {
  readonly #open = new Map<string, number[]>([...CLOSERS].map(closer => [closer, []]))
  constructor(readonly value: string) {}

  /** Whether it has its partner, or may yet have one. */
  read(mark: string, offset: number): boolean {
    const partner = CLOSES[mark]
    if (partner !== undefined) this.#open.get(partner)?.push(offset)
    else if (this.#open.get(mark)?.pop() === undefined) return isLabelOrFace(this.value, offset)
    return true
  }

  /** An aside of several paragraphs begins with its bracket; any other ends where its paragraph does. */
  endParagraph(): Single[] {
    const left: Single[] = []
    for (const [closer, offsets] of this.#open) {
      const isLeft = (offset: number) => !isAtStart(this.value, offset)
      for (const offset of offsets.filter(isLeft))
        left.push({ offset, mark: this.value.charAt(offset), isOpening: true })
      this.#open.set(
        closer,
        offsets.filter(offset => !isLeft(offset)),
      )
    }
    return left
  }

  open(): number[] {
    return [...this.#open.values()].flat()
  }
}

type Around = { before: string; after: string; isAtStart: boolean; isElision: boolean }

/** Quotations that are open. Where a paragraph begins with the mark, one goes on from the paragraph before. */
class Quotation {
  readonly open: number[] = []
  begin(offset: number, { isAtStart }: Around): void {
    if (isAtStart) this.open.pop()
    this.open.push(offset)
  }
  end(): boolean {
    return this.open.pop() !== undefined
  }
}

/** An apostrophe closes nothing: that none was open is no matter. */
function readSingle(mark: string, offset: number, around: Around, single: Quotation): void {
  const { before, after, isElision } = around
  const isOpening = mark !== '’' && isSpace(before) && /[\p{Lu}\p{Ll}]/u.test(after)
  if (isOpening && !isElision) single.begin(offset, around)
  else if (mark !== '‘' && !/[\p{L}\p{N}]/u.test(after)) single.end()
}

/** Whether it has its partner, or may yet have one. */
function readDouble(mark: string, offset: number, around: Around, double: Quotation): boolean {
  const { before, after, isAtStart } = around
  const isOpening = mark === '“' || (mark === '"' && isSpace(before) && !isSpace(after))
  if (isOpening) double.begin(offset, around)
  else if (double.end()) return true
  // A straight one before a space, or at the start: it may open a quotation all the same. 6" is six inches.
  else if (mark === '"' && (isSpace(before) || isAtStart)) double.begin(offset, around)
  else return mark === '"' && /\d/.test(before)
  return true
}

const isSpace = (character: string): boolean => /^$|[\s([{/“‘"'–—*-]/.test(character)

const ELISION = /^['‘’](?:tis|twas|em|til|cause|n|bout)(?!\p{L})/iu

function lookAround(value: string, offset: number): Around {
  return {
    before: value.charAt(offset - 1),
    after: value.charAt(offset + 1),
    isAtStart: isAtStart(value, offset),
    isElision: ELISION.test(value.slice(offset, offset + 8)),
  }
}

/** Of its paragraph. */
const isAtStart = (value: string, offset: number): boolean =>
  /(?:^|\n[ \t]*\n)[ \t>*-]*$/.test(value.slice(Math.max(0, offset - 40), offset)) &&
  (offset <= 40 || value.slice(offset - 40, offset).includes('\n'))

/** "a)", "12)", "iv)" before an entry of a list, and a face: ":-)". */
const isLabelOrFace = (value: string, offset: number): boolean =>
  /(?:^|[\s(,;])[\p{L}\p{N}]{1,4}$|[:;]-?$/u.test(value.slice(Math.max(0, offset - 6), offset))
