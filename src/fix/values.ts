import { withoutComma } from '../model/address-book.ts'
import { withoutColon } from '../model/read-items.ts'
import type { Path } from '../problem.ts'
import type { SourceScalar } from '../source/source-node.ts'
import type { Edit, Kind, ValueMend } from './mend.ts'

export const DATE: Kind = { id: 'date', one: 'date', many: 'dates' }

/** The day where another writing of it stands; quotes stay, and a remark. */
export function putDay({ start, end, style, file }: SourceScalar, day: string): Edit {
  if (style === 'plain') return { start, end, text: day }
  if (style !== 'literal' && style !== 'folded')
    return { start: start + 1, end: end - 1, text: day }
  // A text has a line end that no day has.
  const remark = /^[|>][^\n#]*(#[^\r\n]*)/.exec(file.text.slice(start, end))?.[1]
  return { start, end, text: remark === undefined ? day : `${day} ${remark}` }
}

/** `lead: We recommend that:` has the colon that the template puts there. */
export const leadColons: ValueMend = {
  id: 'lead-colon',
  one: 'colon that the letter adds',
  many: 'colons that the letter adds',
  edit: ({ at, node }) => (LEAD.test(placeOf(at)) ? withoutEnd(node, withoutColon) : undefined),
}

/** `salutation: Dear Minister,` has the comma that the template puts there. */
export const closingCommas: ValueMend = {
  id: 'closing-comma',
  one: 'comma that the letter adds',
  many: 'commas that the letter adds',
  edit: ({ at, node }) => (CLOSING.test(placeOf(at)) ? withoutEnd(node, withoutComma) : undefined),
}

/** The keys that lead to a value, or to one of its languages. `letter.wording` has keys of its own. */
const placeOf = (at: Path): string => at.filter(step => typeof step === 'string').join('.')

const LEAD = /^sections(?:\.sections)*\.items\.lead(?:\.(?:cy|en))?$/
const CLOSING =
  /^(?:letter\.(?:to\.)?salutation|letter\.sign_off|addressees\.[^.]*\.salutation)(?:\.(?:cy|en))?$/

function withoutEnd(node: SourceScalar, shorten: (words: string) => string): Edit | undefined {
  const { value, file, style } = node
  const quotes = style === 'single' || style === 'double' ? 1 : 0
  const end = node.end - quotes
  const typed = file.text.slice(node.start + quotes, end)
  const kept = shorten(typed)
  const words = shorten(value)
  // What then ends in the same sign is a decision; so is what would be empty.
  if (kept === typed || shorten(words) !== words || words.trim() === '') return undefined
  return { start: node.start + quotes + kept.length, end, text: '' }
}
