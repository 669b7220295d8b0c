import { readFileSync, readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { rules } from '../../src/check/rules/index.ts'
import { schemaFiles } from '../../src/cli/schema.ts'
import type { JsonSchema } from '../../src/schema/json-schema.ts'
import { makeSchemas } from '../../src/schema/make-schemas.ts'

const schemas = Object.entries(makeSchemas(rules))

test.for(schemaFiles(rules))(
  'schema/%s is up to date; if not: npm run build && node dist/s55.js schema --out schema',
  ([file, text]) => {
    expect(readFileSync(`schema/${file}`, 'utf8')).toBe(text)
  },
)

test('nothing else is published', () => {
  expect(readdirSync('schema').sort()).toEqual(
    schemaFiles(rules)
      .map(([file]) => file)
      .sort(),
  )
})

test.for(schemas)('%s explains each of its keys', ([, schema]) => {
  const mute: string[] = []
  for (const { properties = {} } of within(schema))
    for (const [key, value] of Object.entries(properties))
      if (Object.keys(value).length > 0 && resolve(value, schema).description === undefined)
        mute.push(key)
  expect(mute).toEqual([])
})

test.for(schemas)('%s refers to nothing that is not there', ([, schema]) => {
  for (const { $ref } of within(schema))
    if ($ref !== undefined) expect(resolve({ $ref }, schema)).toBeDefined()
})

test('what zod alone would say is not published', () => {
  const all = JSON.stringify(schemas)
  expect(all).not.toContain('__schema')
  expect(all).not.toContain('"expected"')
})

function* within(value: unknown): Generator<JsonSchema> {
  if (typeof value !== 'object' || value === null) return
  if (!Array.isArray(value)) yield value
  for (const inner of Object.values(value)) yield* within(inner)
}

function resolve({ $ref, ...own }: JsonSchema, root: JsonSchema): JsonSchema {
  return $ref === undefined ? own : { ...root.$defs![$ref.slice('#/$defs/'.length)]!, ...own }
}
