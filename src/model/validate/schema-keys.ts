import { globalRegistry } from 'zod/mini'
import type { ZodMiniType } from 'zod/mini'
import type { Path } from '../../problem.ts'

type Schema = ZodMiniType
type Definition = {
  type: string
  innerType?: Schema
  element?: Schema
  valueType?: Schema
  options?: Schema[]
  shape?: Record<string, Schema>
}
const definition = (schema: Schema): Definition => schema._zod.def

/** A key of the schema; never one that every object has. */
const own = (shape: Record<string, Schema>, key: string | number): Schema | undefined =>
  Object.hasOwn(shape, key) ? shape[key] : undefined

/** The schemas that may hold at a path: several, where a value may have several shapes. */
export function schemasAt(schema: Schema, at: Path): Schema[] {
  let current = unwrap(schema)
  for (const step of at) {
    current = current.flatMap(one => {
      const { type, element, valueType, shape } = definition(one)
      if (type === 'array' && element && typeof step === 'number') return unwrap(element)
      if (type === 'record' && valueType) return unwrap(valueType)
      const inner = type === 'object' && shape ? own(shape, step) : undefined
      return inner ? unwrap(inner) : []
    })
  }
  return current
}

/** The keys that a map may have at a path. */
export const keysAt = (schema: Schema, at: Path): string[] => [
  ...new Set(schemasAt(schema, at).flatMap(one => Object.keys(definition(one).shape ?? {}))),
]

/** What the value at a path is, in the words of its description. */
export function describeAt(schema: Schema, at: Path): string | undefined {
  const parents = schemasAt(schema, at.slice(0, -1))
  const last = at.at(-1)
  for (const parent of parents) {
    const inner = last === undefined ? undefined : own(definition(parent).shape ?? {}, last)
    for (const one of inner ? [inner, ...unwrap(inner)] : []) {
      const description = globalRegistry.get(one)?.description
      if (description) return description
    }
  }
  return undefined
}

/** Where else in the file a key has its place: ["letter"], ["sections", "items"]. */
export function homesOf(schema: Schema, key: string): string[][] {
  const homes: string[][] = []
  const seen = new Set<Schema>()
  const visit = (one: Schema, at: string[]): void => {
    if (seen.has(one)) return
    seen.add(one)
    const { element, valueType, shape } = definition(one)
    if (shape && Object.hasOwn(shape, key)) homes.push(at)
    for (const inner of [element, valueType]) {
      if (inner) for (const next of unwrap(inner)) visit(next, at)
    }
    for (const [name, inner] of Object.entries(shape ?? {})) {
      for (const next of unwrap(inner)) visit(next, [...at, name])
    }
  }
  for (const one of unwrap(schema)) visit(one, [])
  return homes
}

const unwrap = (schema: Schema): Schema[] => {
  const { innerType, options } = definition(schema)
  if (innerType) return unwrap(innerType)
  return options ? options.flatMap(unwrap) : [schema]
}
