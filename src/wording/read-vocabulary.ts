import { isNode, parseDocument, visit } from 'yaml'
import type { Document } from 'yaml'
import { array, length, partial, record, safeParse, strictObject, string } from 'zod/mini'
import type { Outcome } from '../problem.ts'
import type { VocabularyWords } from './vocabulary.ts'
import { wordingProblem } from './wording-problem.ts'

const forms = strictObject({ one: string(), several: string() })
const voice = strictObject({ subject: string(), possessive: string() })
const schema = partial(
  strictObject({
    date: string(),
    months: array(string()).check(length(12)),
    numbers: array(string()),
    and: string(),
    possessive: strictObject({ usual: string(), after_s: string() }),
    voices: strictObject({ I: voice, we: voice, 'the Board': voice }),
    kinds: strictObject({
      cause_of_concern: forms,
      recommendation: forms,
      area_for_improvement: forms,
      observation: forms,
      practice: forms,
      item: forms,
    }),
    words: record(string(), string()),
  }),
)

/** An office's own vocabulary.yaml: the entries it has replace the product's. */
export function readVocabulary(text: string, file: string): Outcome<Partial<VocabularyWords>> {
  const document = parseDocument(text, { schema: 'failsafe', prettyErrors: false })
  const broken = document.errors[0]?.pos[0] ?? aliasIn(document)
  const read =
    broken !== undefined ? undefined : safeParse(schema, document.toJS({ maxAliasCount: 0 }) ?? {})
  if (read?.success) return { value: read.data as Partial<VocabularyWords>, problems: [] }
  const issue = read?.error.issues[0]
  const unknown = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : []
  const path = [...(issue?.path ?? []), ...unknown] as (string | number)[]
  const offset = broken ?? offsetOf(document, path)
  const line = text.slice(0, offset).split('\n').length
  const what = path.length > 0 ? `\`${path.join('.')}\` in the vocabulary` : 'vocabulary'
  const message = `Unexpected ${what}, expected the keys of the product's own vocabulary.yaml in their form`
  const hint = "Copy the product's templates/wording/vocabulary.yaml and change its words alone."
  return { problems: [wordingProblem(file, message, hint, line)] }
}

/** Where the first alias stands: a few of them can stand for more words than there is memory. */
function aliasIn(document: Document): number | undefined {
  let found: number | undefined
  visit(document, {
    Alias: (_, node) => {
      found = node.range?.[0] ?? 0
      return visit.BREAK
    },
  })
  return found
}

/** Where a value stands, or the nearest that holds it. */
function offsetOf(document: Document, path: readonly (string | number)[]): number {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true)
    if (isNode(node) && node.range) return node.range[0]
  }
  return 0
}
