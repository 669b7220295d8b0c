import { parseDocument } from 'yaml'
import { array, length, partial, record, safeParse, strictObject, string } from 'zod/mini'
import type { Outcome } from '../problem.ts'
import type { VocabularyWords } from './vocabulary.ts'

const forms = strictObject({ one: string(), several: string() })
const schema = partial(
  strictObject({
    date: string(),
    months: array(string()).check(length(12)),
    numbers: array(string()),
    and: string(),
    voices: record(string(), strictObject({ subject: string(), possessive: string() })),
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
  const broken = document.errors[0]
  const read = broken ? undefined : safeParse(schema, document.toJS({ maxAliasCount: 0 }) ?? {})
  if (read?.success) return { value: read.data as Partial<VocabularyWords>, problems: [] }
  const offset = broken?.pos[0] ?? 0
  const line = text.slice(0, offset).split('\n').length
  const at = read?.error.issues[0]?.path.join('.')
  const start = { line, column: 1 }
  return {
    problems: [
      {
        rule: 'wording',
        severity: 'error',
        message: `Unexpected ${at ? `\`${at}\` in the vocabulary` : 'vocabulary'}, expected the keys of the product's own vocabulary.yaml in their form`,
        hint: "Copy the product's templates/wording/vocabulary.yaml and change its words alone.",
        place: { file, start, end: start },
      },
    ],
  }
}
