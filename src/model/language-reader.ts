import type { Language } from '../document/tree.ts'
import type { Path, Place, Problem } from '../problem.ts'
import type { FindPlaceholder } from './placeholder.ts'
import type { LetterBlock, LetterText, Text, Value } from './response.ts'
import { parseText } from './text.ts'

/** Of one text: who pasted a web page knows by then. */
const REFUSALS_TOLD = 20

export type PerLanguage<T> = { cy?: T | undefined; en?: T | undefined }
/** Words as a file holds them: in one language, or in each. */
export type Words = string | PerLanguage<string>
export type Lines = string | Words[] | PerLanguage<string | string[]>
type BlockInput = { text: Words } | { grades: 'current' | 'previous' } | { counts: 'true' }
export type LetterTextInput = string | BlockInput[] | PerLanguage<string | BlockInput[]>

const KEYS: Record<Language, 'cy' | 'en'> = { 'cy-GB': 'cy', 'en-GB': 'en' }
export const LANGUAGE_NAMES: Record<Language, string> = { 'cy-GB': 'Welsh', 'en-GB': 'English' }

const isPerLanguage = (value: unknown): value is PerLanguage<never> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

type Where = {
  place: (at: Path, part?: 'key' | 'value') => Place
  placeIn: (at: Path, offset: number, length: number) => Place
}

/** Picks one language's words out of a file, and notes what stands in the other one only. */
export class LanguageReader {
  constructor(
    readonly language: Language,
    readonly languages: readonly Language[],
    readonly findPlaceholder: FindPlaceholder,
    readonly where: Where,
    readonly problems: Problem[],
    readonly gaps: Problem[],
  ) {}

  /** Plain words: titles and names, which one writing may serve in both languages. */
  value(words: Words | undefined, at: Path): Value | undefined {
    const picked = this.#pick(words, at)
    return picked && { at: picked.at, value: oneLine(picked.value) }
  }

  words(words: Words | undefined, at: Path): string | undefined {
    return this.value(words, at)?.value
  }

  /** Plain words, a line each. */
  lines(lines: Lines | undefined, at: Path): Value[] {
    const picked = this.#pick<Lines | string[]>(lines, at)
    if (!picked) return []
    const { value } = picked
    if (typeof value === 'string') {
      return value
        .split('\n')
        .map(oneLine)
        .filter(Boolean)
        .map(line => ({ at: picked.at, value: line }))
    }
    if (!Array.isArray(value)) return []
    return value.flatMap((line, index) => {
      const one = this.value(line, [...picked.at, index])
      return one ? [one] : []
    })
  }

  /** The report's words: they stand as the report has them, in both languages where need be. */
  reportText(words: Words | undefined, at: Path): Text | undefined {
    const picked = this.#pick(words, at)
    return picked && this.#text(picked.value, picked.at)
  }

  /** Words of the chief officer or the body: each language needs its own. */
  ownText(words: Words | undefined, at: Path): Text | undefined {
    this.#wantsBoth(words, at)
    return this.reportText(words, at)
  }

  letterText(input: LetterTextInput | undefined, at: Path): LetterText | undefined {
    if (typeof input === 'string') this.#wantsBoth(input, at)
    const picked = this.#pick<string | BlockInput[]>(input, at)
    if (!picked) return undefined
    if (typeof picked.value === 'string') {
      return { at, blocks: [{ type: 'text', text: this.#text(picked.value, picked.at) }] }
    }
    const isPicked = picked.at.length > at.length
    const blocks = picked.value.flatMap((block, index): LetterBlock[] => {
      const here = [...picked.at, index]
      if ('grades' in block)
        return [{ type: 'grades', at: [...here, 'grades'], which: block.grades }]
      if ('counts' in block) return [{ type: 'counts', at: [...here, 'counts'] }]
      const textAt = [...here, 'text']
      const text = isPicked ? this.reportText(block.text, textAt) : this.ownText(block.text, textAt)
      return text ? [{ type: 'text', text }] : []
    })
    return { at, blocks }
  }

  #text(value: string, at: Path): Text {
    const { blocks, refusals } = parseText(value, at)
    const told = new Set<string>()
    for (const { offset, length, message, hint } of refusals) {
      // A tag and its end are one mistake.
      const line = value.lastIndexOf('\n', offset - 1)
      if (told.has(`${line} ${message}`)) continue
      told.add(`${line} ${message}`)
      if (told.size > REFUSALS_TOLD) break
      this.problems.push({
        rule: 'text',
        severity: 'error',
        message,
        ...(hint !== undefined && { hint }),
        place: this.where.placeIn(at, offset, length),
      })
    }
    const placeholder = this.findPlaceholder(value)
    return { at, value, blocks, ...(placeholder !== undefined && { placeholder }) }
  }

  #pick<T>(value: T | PerLanguage<T> | undefined, at: Path): { at: Path; value: T } | undefined {
    if (value === undefined) return undefined
    if (!isPerLanguage(value)) return { at, value: value as T }
    const key = KEYS[this.language]
    const picked = value[key] as T | undefined
    if (picked !== undefined) return { at: [...at, key], value: picked }
    this.#gap(
      at,
      `Missing ${LANGUAGE_NAMES[this.language]} words of ${nameOf(at)}, expected them beside the ${LANGUAGE_NAMES[this.language === 'cy-GB' ? 'en-GB' : 'cy-GB']} ones`,
      `Add ${key}: and the words`,
    )
    return undefined
  }

  /** Once, in the response's first language. */
  #wantsBoth(value: unknown, at: Path): void {
    if (typeof value !== 'string' || this.languages.length < 2) return
    if (this.language !== this.languages[0]) return
    this.#gap(
      at,
      `Unexpected ${nameOf(at)} in one language, expected it in Welsh and in English`,
      'Write cy: and en: below the key, each with its own text',
    )
  }

  #gap(at: Path, message: string, hint: string): void {
    const place = this.where.place(at, 'key')
    this.gaps.push({ rule: 'two-languages', severity: 'error', message, hint, place })
  }
}

export const oneLine = (value: string): string => value.replace(/\s+/g, ' ').trim()

const nameOf = (at: Path): string =>
  String([...at].reverse().find(step => typeof step === 'string') ?? 'text').replace(/_/g, ' ')
