import type { Expected } from '../model/schema/fields.ts'
import type { JsonSchema } from './json-schema.ts'

/**
 * An editor gives values the types of YAML, we read them as typed: `our_ref: 1.10` is no number to us,
 * and an empty text may stand everywhere. Said by what it is not, because an editor would offer `true`,
 * `false` and `null` wherever a list of types allows them.
 */
export const anyWords: JsonSchema = {
  if: { type: ['object', 'array'] },
  then: { type: 'string', errorMessage: 'Unexpected list or keys, expected words' },
}

/** Keys or a list, of which nothing need be typed yet; no type of `null`, which would be offered. */
export const orEmpty = (schema: JsonSchema): JsonSchema => {
  const { type, ...own } = schema
  const others = ['string', 'number', 'boolean', type === 'array' ? 'object' : 'array']
  const errorMessage =
    type === 'array'
      ? 'Unexpected words or keys, expected a list'
      : 'Unexpected words or list, expected keys'
  return { ...own, if: { type: others }, then: { type: type!, errorMessage } }
}

/** Words that are offered, where others are right too. */
export const wordsSuch = (words: readonly string[]): JsonSchema => ({
  anyOf: [{ enum: [...words] }, anyWords],
})

const emptyText: JsonSchema = { not: { type: ['string', 'number', 'boolean', 'object', 'array'] } }

/** One of these words; `true` and `false` are typed without quotation marks. */
export function oneOfWords(words: readonly (string | boolean)[]): JsonSchema {
  const offered = words.map(word => (word === 'true' ? true : word === 'false' ? false : word))
  const quoted = words.filter(word => word === 'true' || word === 'false')
  return {
    anyOf: [
      { enum: offered },
      ...(quoted.length > 0 ? [{ type: 'string', pattern: `^(${quoted.join('|')})$` }] : []),
      emptyText,
    ],
  }
}

type Checked = { pattern: string; says: string; number?: JsonSchema }

const CHECKED: Readonly<Record<Expected, Checked>> = {
  // Words without a figure are let through: TODO, or a placeholder of the office's own.
  date: {
    pattern: String.raw`^\s*(\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])|[^0-9]*)\s*$`,
    says: 'Unexpected value, expected a date such as 2019-11-21, or TODO until it is known',
  },
  colour: {
    pattern: '^(#[0-9a-fA-F]{6})?$',
    says: 'Unexpected value, expected a colour such as "#1f2a5c"',
  },
  millimetres: {
    pattern: String.raw`^(\d{1,3}(\.\d+)? ?mm)?$`,
    says: 'Unexpected value, expected millimetres such as 25mm',
  },
  count: {
    pattern: String.raw`^(\d{1,4})?$`,
    says: 'Unexpected value, expected a number such as 13',
    number: { type: 'integer', minimum: 0, maximum: 9999 },
  },
  link: {
    pattern: String.raw`^([hH][tT][tT][pP][sS]?://\S+)?$`,
    says: 'Unexpected value, expected a link such as https://www.example.gov.uk/report',
  },
}

/** A value that is right only if it is written in one way. */
export function checkedWords(expected: Expected): JsonSchema {
  const { pattern, says, number } = CHECKED[expected]
  return {
    pattern,
    errorMessage: says,
    if: { type: ['object', 'array', 'boolean', 'number'] },
    then: { ...(number ?? { type: 'string' }), errorMessage: says },
  }
}
