import { describe, expect, test } from 'vitest'
import { toJSONSchema } from 'zod/mini'
import { officeFileSchema } from '../../src/model/schema/office-file.ts'
import { responseFileSchema } from '../../src/model/schema/response-file.ts'
import { settingsFileSchema } from '../../src/model/schema/settings-file.ts'

type Schema = { properties?: Record<string, Schema>; description?: string } & Record<
  string,
  unknown
>

/** The paths of keys that have no description. */
const undescribed = (schema: unknown, path = ''): string[] => {
  if (Array.isArray(schema)) return schema.flatMap(one => undescribed(one, path))
  if (typeof schema !== 'object' || schema === null) return []
  return Object.entries(schema as Schema).flatMap(([key, value]) => {
    if (key !== 'properties') return undescribed(value, path)
    return Object.entries(value as Record<string, Schema>).flatMap(([name, inner]) => [
      ...(inner.description ? [] : [`${path}.${name}`]),
      ...undescribed(inner, `${path}.${name}`),
    ])
  })
}

describe('each key is described for editors', () => {
  test.each([
    ['response.yaml', responseFileSchema],
    ['office.yaml', officeFileSchema],
    ['section55.yaml', settingsFileSchema],
  ])('%s', (_name, schema) => {
    expect(undescribed(toJSONSchema(schema))).toEqual([])
  })
})
