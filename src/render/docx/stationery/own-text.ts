import { joinRuns, linesOf } from '../../../document/lines.ts'
import type {
  Block,
  DocumentTree,
  Field,
  Inline,
  Letterhead,
  Paragraph,
} from '../../../document/tree.ts'
import { wordsOf } from '../../../document/words.ts'

/** What the stationery's own page says to everybody: not what only its headers or text boxes show. */
export type Shown = {
  /** The names asked for in it that this letter has a value for. */
  fields: ReadonlySet<Field>
  words: string
}

/** The letter without its letterhead and without what stands on the stationery's page already. */
export function ownText(tree: DocumentTree, shown: Shown): Block[] {
  return tree.children.flatMap((block): Block[] => {
    if (block.type === 'letterhead') return composeSender(block, tree.fields, shown.words)
    if (block.type === 'title') return shown.fields.has('subject') ? [] : [block]
    if (block.type !== 'paragraph') return [block]
    if (block.role === 'reference') return withoutLines(block, referencesIn(tree, shown))
    const field = roleFields[block.role ?? '']
    return field !== undefined && shown.fields.has(field) ? [] : [block]
  })
}

const roleFields: Partial<Record<string, Field>> = {
  addressee: 'addressee',
  date: 'date',
  salutation: 'salutation',
}

const referencesIn = ({ fields }: DocumentTree, shown: Shown): string[] =>
  (['our_ref', 'your_ref'] as const).flatMap(name => (shown.fields.has(name) ? fields[name] : []))

/** Without the lines that say one of these, which stand elsewhere. */
function withoutLines(paragraph: Paragraph, values: string[]): Paragraph[] {
  const kept = linesOf(paragraph.children).filter(
    line => !values.some(value => wordsOf(line).includes(value)),
  )
  return kept.length === 0 ? [] : [{ ...paragraph, children: joinRuns(kept, { type: 'break' }) }]
}

/**
 * Name, address, telephone and email of the sender, as far as the page does not say them: a screen reader
 * passes over headers, footers and text boxes.
 */
function composeSender(
  { children }: Letterhead,
  fields: DocumentTree['fields'],
  words: string,
): Block[] {
  const says = (value: string) => plainly(words).includes(plainly(value))
  const isMissing = (lines: string[]) => lines.length > 0 && !lines.every(says)
  const wordmark = wordsOf(
    children.filter(({ role }) => role === 'wordmark'),
    ' ',
  )
  const name = fields.office.every(says) || (wordmark !== '' && says(wordmark)) ? [] : fields.office
  const address = isMissing(fields.address) ? fields.address : []
  const lines = children
    .filter(({ role }) => role === 'contact')
    .flatMap(({ children }) => linesOf(children))
  const reached = [...fields.telephone, ...fields.email].flatMap(value =>
    says(value) ? [] : lines.filter(line => wordsOf(line).includes(value)).slice(0, 1),
  )
  const comma: Inline = { type: 'text', value: ', ' }
  const text = (value: string): Inline[] => [{ type: 'text', value }]
  const shown = [joinRuns([...name, ...address].map(text), comma), joinRuns(reached, comma)].filter(
    line => line.length > 0,
  )
  if (shown.length === 0) return []
  return [{ type: 'paragraph', role: 'contact', children: joinRuns(shown, { type: 'break' }) }]
}

/** As it sounds: a number may be typed with other spaces, a name with other capitals. */
const plainly = (words: string): string => words.toLowerCase().replace(/[\s\u00a0,.()-]+/g, '')
