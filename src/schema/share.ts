import type { JsonSchema } from './json-schema.ts'

/** Shorter ones are as long as the reference to them. */
const WORTH_SHARING = 250

/**
 * What stands in several places is put once into `$defs`, under the key where it was met first: the
 * kinds of item have most of their keys in common.
 */
export function shareRepeated(root: JsonSchema): JsonSchema {
  const counts = new Map<string, number>()
  const written = new Map<object, string>()
  const names = new Map<string, string>()
  const defs: Record<string, JsonSchema> = {}
  count(root)
  const { $defs: kept = {}, ...rest } = root
  const shared = share(rest, 'root') as JsonSchema
  const own = Object.entries(kept).map(([name, one]) => [name, inside(one)] as const)
  const all = { ...Object.fromEntries(own), ...defs }
  return Object.keys(all).length > 0
    ? { ...shared, $defs: all as JsonSchema['$defs'] & {} }
    : shared

  function count(value: unknown): void {
    if (typeof value !== 'object' || value === null) return
    const text = JSON.stringify(value)
    written.set(value, text)
    counts.set(text, (counts.get(text) ?? 0) + 1)
    for (const inner of Object.values(value)) count(inner)
  }

  /** `key`: where it stands, for its name. */
  function share(value: unknown, key: string): unknown {
    if (typeof value !== 'object' || value === null) return value
    const text = written.get(value) ?? JSON.stringify(value)
    if (!isSchema(value) || text.length < WORTH_SHARING || (counts.get(text) ?? 0) < 2)
      return inside(value, key)
    let name = names.get(text)
    if (name === undefined) {
      name = freeName(key)
      names.set(text, name)
      defs[name] = {}
      defs[name] = inside(value, key) as JsonSchema
    }
    return { $ref: `#/$defs/${name}` }
  }

  function inside(value: object, key = ''): unknown {
    if (Array.isArray(value)) return value.map(one => share(one, key))
    return Object.fromEntries(
      Object.entries(value).map(([inner, one]) => [
        inner,
        share(one, KEYWORDS.has(inner) ? key : inner),
      ]),
    )
  }

  function freeName(key: string): string {
    const name = key.replaceAll(' ', '-')
    for (let index = 1; ; index++) {
      const candidate = index === 1 ? name : `${name}-${index}`
      if (!Object.hasOwn(defs, candidate) && !Object.hasOwn(kept, candidate)) return candidate
    }
  }
}

const KEYWORDS = new Set(['items', 'anyOf', 'if', 'then', 'else', 'additionalProperties'])

/** A schema, and not a map of properties or a list of schemas. */
const isSchema = (value: object): boolean =>
  !Array.isArray(value) &&
  ['type', 'anyOf', 'if', 'then', 'properties'].some(keyword => {
    const held = (value as Record<string, unknown>)[keyword]
    return (
      typeof held === 'string' ||
      Array.isArray(held) ||
      (keyword !== 'type' && typeof held === 'object')
    )
  })
