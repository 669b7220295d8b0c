import { expect, test } from 'vitest'
import type { JsonSchema } from '../../src/schema/json-schema.ts'
import { makeLetterSchema } from '../../src/schema/make-letter-schema.ts'

function* within(value: unknown): Generator<JsonSchema> {
  if (typeof value !== 'object' || value === null) return
  if (!Array.isArray(value)) yield value
  for (const inner of Object.values(value)) yield* within(inner)
}

test('the schema of a letter explains each of its keys, and allows no others', () => {
  const schema = makeLetterSchema()
  const mute: string[] = []
  for (const { properties, additionalProperties } of within(schema)) {
    if (properties === undefined || 'properties' in properties) continue
    expect(additionalProperties).toBe(false)
    for (const [key, value] of Object.entries(properties))
      if (value.description === undefined) mute.push(key)
  }
  expect(mute).toEqual([])
  expect(JSON.stringify(schema)).not.toContain('__schema')
})
