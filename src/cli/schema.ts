import { resolve } from 'node:path'
import { rules } from '../check/rules/index.ts'
import {
  makeSchemas,
  SCHEMA_NAMES,
  type KnownRule,
  type SchemaName,
} from '../schema/make-schemas.ts'
import type { JsonSchema } from '../schema/json-schema.ts'
import { makeLetterSchema } from '../schema/make-letter-schema.ts'
import { complain, showPath, type Io } from './io.ts'
import { CannotWrite, putFiles } from './put-files.ts'

export { SCHEMA_NAMES }

/** The JSON Schema of a file that officers write, or of the data beside a letter; with `out`, those of all of them, as files. */
export async function schema(
  name: SchemaName,
  { out, isQuiet }: { out?: string; isQuiet: boolean },
  io: Io,
): Promise<number> {
  if (out === undefined) {
    io.write(asText(allSchemas(rules)[name]))
    return 0
  }
  const folder = resolve(io.cwd, out)
  const files = schemaFiles(rules).map(([file, text]) => ({
    path: resolve(folder, file),
    bytes: new TextEncoder().encode(text),
  }))
  try {
    await putFiles(folder, files, path => showPath(path, io))
  } catch (error) {
    if (error instanceof CannotWrite) return complain(io, [error])
    throw error
  }
  if (!isQuiet) for (const { path } of files) io.write(`${showPath(path, io)}\n`)
  return 0
}

/** As they are published in schema/. */
export const schemaFiles = (known: readonly KnownRule[]): SchemaFile[] => asFiles(allSchemas(known))

/** Those of the files that officers write, for a workspace's editor. */
export const editorSchemaFiles = (known: readonly KnownRule[]): SchemaFile[] =>
  asFiles(makeSchemas(known))

type SchemaFile = [file: string, text: string]

const allSchemas = (known: readonly KnownRule[]): Record<SchemaName, JsonSchema> => ({
  ...makeSchemas(known),
  letter: makeLetterSchema(),
})

const asFiles = (schemas: Record<string, JsonSchema>): SchemaFile[] =>
  Object.entries(schemas).map(([name, one]) => [`${name}.schema.json`, asText(one)])

const asText = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`
