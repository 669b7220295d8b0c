import { safeParse } from 'zod/mini'
import type { core } from 'zod/mini'
import type { Path } from '../../problem.ts'
import type { Plain } from '../../source/to-plain.ts'
import { ITEM_SCHEMAS, KIND_KEYS } from '../schema/item.ts'

/** What is wrong at one spot, told apart by what the library calls a code. */
export type Finding =
  | { code: 'unknown-keys'; at: Path; keys: string[] }
  | { code: 'missing'; at: Path }
  | { code: 'type'; at: Path; expected: string[] }
  | { code: 'word'; at: Path; allowed: string[] }
  | { code: 'form'; at: Path; expected: string }
  | { code: 'no-kind'; at: Path }
  | { code: 'kinds'; at: Path; kinds: string[] }
  | { code: 'other'; at: Path }

type Issue = core.$ZodIssue

/** The issues of a value as findings: of a value that may have several shapes, those of the shape it has. */
export function flattenIssues(issues: readonly Issue[], root: Plain, prefix: Path = []): Finding[] {
  return issues.flatMap(issue => {
    const at = [...prefix, ...(issue.path as Path)]
    const value = valueAt(root, at)
    if (isItem(at) && (issue.code === 'invalid_union' || issue.code === 'unrecognized_keys')) {
      return itemFindings(at, value, root)
    }
    switch (issue.code) {
      case 'unrecognized_keys':
        return [{ code: 'unknown-keys', at, keys: issue.keys }]
      case 'invalid_type':
        if (value === undefined) return [{ code: 'missing', at }]
        return [{ code: 'type', at, expected: [issue.expected] }]
      case 'invalid_value':
        if (value === undefined) return [{ code: 'missing', at }]
        return [{ code: 'word', at, allowed: issue.values.map(String) }]
      case 'custom':
        return [{ code: 'form', at, expected: String(issue.params?.['expected'] ?? '') }]
      case 'invalid_union':
        return unionFindings(issue.errors, at, value, root)
      default:
        return [{ code: 'other', at }]
    }
  })
}

export function valueAt(root: Plain | undefined, at: Path): Plain | undefined {
  let value = root
  for (const step of at) {
    if (typeof value !== 'object') return undefined
    value = Array.isArray(value) ? value[Number(step)] : value[step]
  }
  return value
}

const isItem = (at: Path): boolean => at.at(-2) === 'items' && typeof at.at(-1) === 'number'

const itemFindings = (at: Path, value: Plain | undefined, root: Plain): Finding[] => {
  if (typeof value !== 'object' || Array.isArray(value)) {
    return [{ code: 'type', at, expected: ['item'] }]
  }
  const kinds = KIND_KEYS.filter(kind => kind in value)
  const [kind] = kinds
  if (!kind) return [{ code: 'no-kind', at }]
  if (kinds.length > 1) return [{ code: 'kinds', at, kinds }]
  const result = safeParse(ITEM_SCHEMAS[kind], value)
  if (result.success) return []
  return result.error.issues.flatMap((issue): Finding[] =>
    issue.code === 'unrecognized_keys' && issue.path.length === 0
      ? [{ code: 'unknown-keys', at, keys: issue.keys }]
      : flattenIssues([issue], root, at),
  )
}

const unionFindings = (
  options: readonly Issue[][],
  at: Path,
  value: Plain | undefined,
  root: Plain,
): Finding[] => {
  if (value === undefined) return [{ code: 'missing', at }]
  const shaped = options.filter(issues => !isOther(issues))
  if (shaped.length > 0) {
    const [best] = shaped
      .map(issues => flattenIssues(issues, root, at))
      .sort((a, b) => weigh(a) - weigh(b))
    return best!
  }
  return [{ code: 'type', at, expected: [...new Set(options.flatMap(typesOf))] }]
}

/** The value is of another type than the issues' schema: a list, where that is for words. */
const isOther = (issues: readonly Issue[]): boolean =>
  issues.some(
    issue =>
      issue.path.length === 0 &&
      (issue.code === 'invalid_type' ||
        (issue.code === 'invalid_union' && issue.errors.every(isOther))),
  )

const typesOf = (issues: readonly Issue[]): string[] =>
  issues.flatMap(issue => {
    if (issue.code === 'invalid_union') return issue.errors.flatMap(typesOf)
    return issue.code === 'invalid_type' ? [issue.expected] : []
  })

const weigh = (findings: readonly Finding[]): number =>
  findings.reduce((sum, one) => sum + (one.code === 'unknown-keys' ? 10 * one.keys.length : 1), 0)
