import { KIND_KEYS } from '../model/schema/item.ts'
import type { JsonSchema } from './json-schema.ts'

const file: JsonSchema = {
  type: 'string',
  description:
    'A file that holds the section or item, or a list of them; alone in its entry, and relative to this file. Globs such as sections/*.yaml sort by name',
}
const fileAlone: JsonSchema = { type: 'object', properties: { file }, additionalProperties: false }

const hasKey = (key: string): JsonSchema => ({
  type: 'object',
  required: [key],
})

/** A section, or the file that holds it. Its keys are all optional, so that nothing need be chosen. */
export const withFile = (section: JsonSchema): JsonSchema => ({
  ...section,
  properties: { ...section.properties, file },
})

/**
 * An item by the key that says its kind, or the file that holds it. Of an `anyOf` an editor would
 * show what is wrong with a kind that it guesses; so each kind is asked for by its key. An item without
 * one is shown all keys, so that of a misspelt kind just that one word is marked.
 */
export function oneOfKinds(kinds: readonly JsonSchema[]): JsonSchema {
  const known = KIND_KEYS.flatMap((key: string) => {
    const kind = kinds.find(({ required = [] }) => required.includes(key))
    return kind ? [{ key, kind }] : []
  })
  const properties: Record<string, JsonSchema> = { file }
  for (const { key, kind } of known) properties[key] = kind.properties![key]!
  for (const { kind } of known) Object.assign(properties, { ...kind.properties, ...properties })
  const keys = known.map(({ key }) => key)
  const names = Object.keys(properties)
  const without: JsonSchema = {
    properties,
    if: { propertyNames: { enum: names } },
    then: {
      required: [keys[0]!],
      errorMessage: `Missing kind of the item, expected ${keys.join(', ')} or file`,
    },
    else: {
      properties: Object.fromEntries(names.map(name => [name, {}])),
      additionalProperties: false,
    },
  }
  const chosen = [...known, { key: 'file', kind: fileAlone }].reduceRight<JsonSchema>(
    (otherwise, { key, kind }) => ({ if: hasKey(key), then: kind, else: otherwise }),
    without,
  )
  return {
    if: { type: ['string', 'number', 'boolean', 'array'] },
    then: {
      type: 'object',
      errorMessage: 'Unexpected words or list, expected the keys of an item',
    },
    else: chosen,
  }
}
