import type { Inline, Paragraph } from '../document/tree.ts'
import type { Item } from '../model/response.ts'
import { listed, paragraph, plain } from './letter.ts'
import type { Letter } from './letter.ts'

/** The line about an item: its deadline where the report's words do not say it, status, lead, target. */
export function composeDetail(letter: Letter, item: Item, lead: string | undefined): Paragraph[] {
  if (!hasDetail(item, lead)) return []
  const { vocabulary } = letter.wording
  const deadline = isDeadlineSaid(item, lead) ? undefined : item.deadline
  const children = letter.wording.inlines('item-detail', {
    deadline: deadline && unstopped(deadline.words),
    day: deadline?.day && vocabulary.date(deadline.day),
    plan: deadline?.of === 'plan',
    status: item.status && unstopped(vocabulary.word(item.status)),
    owner: item.owner && unstopped(item.owner),
    target: item.target && vocabulary.date(item.target),
    evidence: listed(
      letter,
      item.evidence.map(({ value }) => evidenceOf(value)),
    ),
  })
  return children.length > 0 ? [paragraph(children, 'detail')] : []
}

/** Whether a line about the item is printed. */
export const hasDetail = (item: Item, lead: string | undefined): boolean =>
  item.status !== undefined ||
  item.owner !== undefined ||
  item.target !== undefined ||
  item.evidence.length > 0 ||
  !isDeadlineSaid(item, lead)

/** The full stop is the template's. */
const unstopped = (words: string): string => words.replace(/\s*\.$/, '')

const evidenceOf = (value: string): Inline[] =>
  /^https?:\/\/\S+$/i.test(value)
    ? [{ type: 'link', url: value, children: [plain(value)] }]
    : [plain(unstopped(value))]

/** The report's words of the item, or its lead, say the deadline: it is not printed again. */
export function isDeadlineSaid(item: Item, lead: string | undefined): boolean {
  if (!item.deadline) return true
  const said = `${item.lead?.value ?? lead ?? ''} ${item.title?.value ?? ''} ${item.words.value}`
  return simple(said).includes(simple(item.deadline.words))
}

const simple = (words: string): string => words.toLowerCase().replace(/\s+/g, ' ').trim()
