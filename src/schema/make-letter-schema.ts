import { toJSONSchema } from 'zod/v4/core'
import { LETTER_SCHEMA, letterDataSchema } from '../published/letter-data-schema.ts'
import type { JsonSchema } from './json-schema.ts'

/** The JSON Schema of letter.json, in the draft that most programs know (7). */
export function makeLetterSchema(): JsonSchema {
  const { $schema, ...schema } = toJSONSchema(letterDataSchema, { target: 'draft-7' })
  // A schema that holds itself has no name of its own.
  const text = JSON.stringify(schema).replaceAll('__schema0', 'section')
  const title = 'A response to an inspection report, as data'
  return { $schema: $schema!, $id: LETTER_SCHEMA, title, ...(JSON.parse(text) as JsonSchema) }
}
