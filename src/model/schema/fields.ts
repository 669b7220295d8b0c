import {
  array,
  describe,
  enum as oneOf,
  meta,
  optional,
  refine,
  strictObject,
  string,
  union,
  unknown,
} from 'zod/mini'
import { isDay } from '../day.ts'

/** What a value should have been, where its type alone does not say it. */
export type Expected = 'date' | 'colour' | 'millimetres' | 'count' | 'link'

/** `expected` stands in the meta too: the schemas for editors are made from it. */
const checked = (
  expected: Expected,
  pattern: RegExp,
  isRight = (value: string) => pattern.test(value),
) =>
  string().check(
    refine(isRight, { params: { expected } }),
    meta({ pattern: pattern.source, expected }),
  )

/** A value in one language, or in each: `{ cy: …, en: … }`. */
const perLanguage = <T extends Parameters<typeof optional>[0]>(value: T) =>
  strictObject({
    cy: optional(value).check(describe('In Welsh')),
    en: optional(value).check(describe('In English')),
  })

/** One value or a list of them. */
const oneOrMore = <T extends Parameters<typeof array>[0]>(value: T) => union([value, array(value)])

const wordsValue = union([string(), perLanguage(string())])
const linesValue = union([wordsValue, array(wordsValue), perLanguage(oneOrMore(string()))])
const blocksValue = array(
  union([
    strictObject({ text: wordsValue.check(describe('A text in the small Markdown')) }),
    strictObject({
      grades: oneOf(['current', 'previous']).check(
        describe('Lists the sections by grade: of this inspection, or of the one before'),
      ),
    }),
    strictObject({
      counts: oneOf(['true']).check(describe('One sentence that counts the items by kind')),
    }),
  ]),
)
const dayValue = checked('date', /^\d{4}-\d{2}-\d{2}$/, isDay)
const pathValue = string()

/** Plain words: a title, a name, an address. */
export const words = (text: string) => optional(wordsValue.check(describe(text)))
export const requiredWords = (text: string) => wordsValue.check(describe(text))
/** Plain words on one line or several. */
export const lines = (text: string) => optional(linesValue.check(describe(text)))
export const requiredLines = (text: string) => linesValue.check(describe(text))
/** A text in the small Markdown. */
export const markdown = (text: string) =>
  optional(wordsValue.check(describe(`${text} A text in the small Markdown.`)))
export const requiredMarkdown = (text: string) =>
  wordsValue.check(describe(`${text} A text in the small Markdown.`))
/** A text of the letter, or a list of blocks some of which are computed. */
export const letterText = (text: string) =>
  optional(
    union([string(), blocksValue, perLanguage(union([string(), blocksValue]))]).check(
      describe(text),
    ),
  )
/** A calendar day; a placeholder such as TODO is let through by the reader, until it is known. */
export const day = (text: string) => optional(dayValue.check(describe(text)))
/** Never translated: a reference, an id, an email address. */
export const plain = (text: string) => optional(string().check(describe(text)))
export const requiredPlain = (text: string) => string().check(describe(text))
export const plainList = (text: string) => optional(oneOrMore(string()).check(describe(text)))
export const path = (text: string) => optional(pathValue.check(describe(text)))
export const paths = (text: string) => optional(oneOrMore(pathValue).check(describe(text)))
export const link = (text: string) =>
  optional(checked('link', /^https?:\/\/[^\s]+$/i).check(describe(text)))
export const count = (text: string) => optional(checked('count', /^\d{1,4}$/).check(describe(text)))
export const colour = (text: string) =>
  optional(checked('colour', /^#[0-9a-f]{6}$/i).check(describe(text)))
export const millimetres = (text: string) =>
  optional(
    checked('millimetres', /^\d{1,3}(?:\.\d+)? ?mm$/, value => {
      const number = /^(\d{1,3}(?:\.\d+)?) ?mm$/.exec(value)?.[1]
      return number !== undefined && Number(number) >= 5 && Number(number) <= 80
    }).check(describe(text)),
  )
export const choice = <const T extends readonly [string, ...string[]]>(values: T, text: string) =>
  optional(oneOf(values).check(describe(text)))
export const flag = (text: string) => choice(['true', 'false'], text)

/** For the office alone, at every level, and of any shape. */
export const notes = optional(
  unknown().check(describe('For the office alone: never printed, attached or quoted')),
)
export const LANGUAGES = ['en-GB', 'cy-GB'] as const
export const languages = (text: string) =>
  optional(union([oneOf(LANGUAGES), array(oneOf(LANGUAGES))]).check(describe(text)))

export const waive = optional(
  array(
    strictObject({
      rule: requiredPlain('The rule whose finding is excused'),
      reason: plain('Why'),
      by: plain('Who excuses it'),
      until: day('The last day of the excuse'),
      notes,
    }),
  ).check(describe('Excuses single findings, each with a reason and an end')),
)
