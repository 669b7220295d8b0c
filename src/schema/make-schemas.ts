import { toJSONSchema } from 'zod/v4/core'
import type { $ZodType } from 'zod/v4/core'
import { BUILT_IN } from '../model/address-book.ts'
import { BUILT_IN_FONTS } from '../model/read-office.ts'
import { SCALES } from '../model/read-report.ts'
import type { Expected } from '../model/schema/fields.ts'
import { officeFileSchema } from '../model/schema/office-file.ts'
import { panelFileSchema } from '../model/schema/panel-file.ts'
import { responseFileSchema } from '../model/schema/response-file.ts'
import { settingsFileSchema } from '../model/schema/settings-file.ts'
import { DEFAULT_STATUSES } from '../model/settings.ts'
import { anyWords, checkedWords, oneOfWords, orEmpty, wordsSuch } from './as-typed.ts'
import { oneOfKinds, withFile } from './entries.ts'
import type { JsonSchema } from './json-schema.ts'
import { shareRepeated } from './share.ts'

/** The files that officers write, for their editors. */
const TYPED = ['response', 'office', 'section55', 'part', 'panel'] as const
type TypedName = (typeof TYPED)[number]
/** Those and, for its readers, the data that is built beside a letter. */
export const SCHEMA_NAMES = [...TYPED, 'letter'] as const
export type SchemaName = (typeof SCHEMA_NAMES)[number]
/** What an editor shows of a rule where its id may be typed. */
export type KnownRule = { id: string; title: string }

const TITLES: Readonly<Record<TypedName, string>> = {
  response: 'A response to an inspection report',
  office: 'An office and its letterhead',
  section55: 'The settings of a workspace',
  part: 'A part of a response',
  panel: 'A paper for the Police and Crime Panel',
}

/** The JSON Schema of each file that an officer writes, for editors: made from what we check by. */
export function makeSchemas(rules: readonly KnownRule[]): Record<TypedName, JsonSchema> {
  const make = (schema: $ZodType) =>
    forEditors(toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema, rules)
  const response = make(responseFileSchema)
  return {
    response: named('response', response),
    office: named('office', make(officeFileSchema)),
    section55: named('section55', make(settingsFileSchema)),
    part: named('part', { ...partOf(response), $defs: response.$defs! }),
    panel: named('panel', make(panelFileSchema)),
  }
}

const named = (name: TypedName, schema: JsonSchema): JsonSchema => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: `urn:section55:${name}`,
  title: TITLES[name],
  ...shareRepeated(schema),
})

/** A list of sections and items, or one of them: an item by any key that no section has. */
function partOf(response: JsonSchema): JsonSchema {
  const { section, item } = response.$defs!
  const keysOfItems = propertiesOf(item!)
  const own = Object.keys(keysOfItems).filter(key => section!.properties![key] === undefined)
  const isItem = { type: 'object', anyOf: own.map(key => ({ required: [key] })) }
  const entry: JsonSchema = {
    if: isItem,
    then: { $ref: '#/$defs/item' },
    else: {
      if: { type: 'null' },
      // An entry that has only been begun may become either.
      then: { properties: { ...keysOfItems, ...section!.properties } },
      else: { $ref: '#/$defs/section' },
    },
  }
  return { if: { type: 'array' }, then: { items: entry }, else: entry }
}

/** The keys of all kinds, which stand at the end of their chain. */
const propertiesOf = ({ properties, else: otherwise }: JsonSchema): Record<string, JsonSchema> =>
  properties ?? (otherwise ? propertiesOf(otherwise) : {})

/** The library's schema with our reading of values, and with the words that an editor should offer. */
function forEditors(root: JsonSchema, rules: readonly KnownRule[]): JsonSchema {
  const defs: Record<string, JsonSchema> = {}
  for (const [name, definition] of Object.entries(root.$defs ?? {}))
    defs[sectionName(name, definition)] = definition
  const shaped = shape(root)
  for (const [name, definition] of Object.entries(defs)) defs[name] = shape(definition)
  if (defs['section']) Object.assign(defs, sectionAndItem(defs['section']))
  return Object.keys(defs).length > 0 ? { ...shaped, $defs: defs } : shaped

  function shape(schema: JsonSchema): JsonSchema {
    const { expected, ...own } = schema
    if (expected !== undefined) return describe(own, checkedWords(expected as Expected))
    if (own.$ref !== undefined) return describe(own, { $ref: '#/$defs/section' })
    if (own.enum) return describe(own, oneOfWords(own.enum))
    if (own.type === 'string') return describe(own, anyWords)
    if (own.anyOf?.some(isKind)) return describe(own, oneOfKinds(own.anyOf.map(shapeObject)))
    if (own.anyOf) return { ...own, anyOf: own.anyOf.map(shape) }
    if (own.items) return orEmpty({ ...own, items: entryOf(own.items) })
    return shapeObject(own)
  }

  function entryOf(items: JsonSchema): JsonSchema {
    return isKind(items) ? describe(items, oneOfKinds([shapeObject(items)])) : shape(items)
  }

  function shapeObject(schema: JsonSchema): JsonSchema {
    const { properties, additionalProperties, ...own } = schema
    // It says of a map that its keys are words, as all keys are.
    delete own.propertyNames
    if (!properties && typeof additionalProperties !== 'object') return schema
    const shaped = Object.entries(properties ?? {}).map(
      ([key, value]) => [key, offered(key, schema, value) ?? shape(value)] as const,
    )
    return orEmpty({
      ...own,
      ...(properties && { properties: Object.fromEntries(shaped) }),
      ...(additionalProperties !== undefined && {
        additionalProperties:
          typeof additionalProperties === 'object'
            ? shape(additionalProperties)
            : additionalProperties,
      }),
    })
  }

  /** Where one's own words are right, but ours are likely: they are offered. */
  function offered(key: string, parent: JsonSchema, value: JsonSchema): JsonSchema | undefined {
    const has = (other: string) => parent.properties?.[other] !== undefined
    if ((key === 'grade' || key === 'previous') && isSection(parent))
      return describe(value, wordsSuch(GRADES))
    if (key === 'status' && (has('inspectorate_status') || has('source')))
      return describe(value, wordsSuch(DEFAULT_STATUSES.map(({ word }) => word)))
    if (key === 'font' && has('font_files')) return describe(value, wordsSuch(BUILT_IN_FONTS))
    if (key === 'inspectorate' && has('expects'))
      return { ...shape(value), anyOf: [wordsSuch(['HMICFRS']), ...(shape(value).anyOf ?? [])] }
    if (key === 'rule' && has('until')) return describe(value, wordsSuch(rules.map(({ id }) => id)))
    if (key === 'answers' && value.anyOf) return withWords(value, ['all'])
    if (key === 'to' && has('signed_by') && value.anyOf) {
      const [, list] = value.anyOf
      const [, written] = list!.items!.anyOf!
      const known = wordsSuch(Object.keys(BUILT_IN))
      return describe(value, {
        anyOf: [known, { type: 'array', items: { anyOf: [...known.anyOf!, shape(written!)] } }],
      })
    }
    if (key === 'rules' && typeof value.additionalProperties === 'object') {
      const severity = shape(value.additionalProperties)
      const known = rules.map(({ id, title }) => [id, describe({ description: title }, severity)])
      return {
        ...shape(value),
        properties: Object.fromEntries(known) as Record<string, JsonSchema>,
      }
    }
    return undefined
  }

  function withWords(value: JsonSchema, words: readonly string[]): JsonSchema {
    const [, ...others] = value.anyOf!
    return describe(value, { anyOf: [...wordsSuch(words).anyOf!, ...others.map(shape)] })
  }
}

const GRADES = [...new Set([...SCALES['peel-2021'], ...SCALES['peel-2014'], 'ungraded'])]

const isKind = ({ required = [], properties }: JsonSchema): boolean =>
  required.length === 1 && properties?.['waive'] !== undefined
const isSection = ({ properties }: JsonSchema): boolean =>
  properties?.['previous'] !== undefined && properties['items'] !== undefined

const describe = ({ description }: JsonSchema, schema: JsonSchema): JsonSchema => ({
  ...(description !== undefined && { description }),
  ...schema,
})

const sectionName = (name: string, definition: JsonSchema) =>
  isSection(definition) ? 'section' : name

/** An item stands once in the file, not once for each place where items are listed. */
function sectionAndItem(section: JsonSchema): { section: JsonSchema; item: JsonSchema } {
  const { items: list, ...properties } = section.properties!
  const items = { ...list, items: { $ref: '#/$defs/item' } }
  return {
    item: list!.items!,
    section: withFile({ ...section, properties: { ...properties, items } }),
  }
}
