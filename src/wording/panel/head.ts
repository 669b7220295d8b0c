import type { Block, DocumentTree, Inline } from '../../document/tree.ts'
import { composeLetterhead, composeOfficeFields } from '../head.ts'
import { lines, paragraph, plain } from '../letter.ts'
import type { PaperParts } from './paper.ts'
import { referInWords } from './references.ts'

/** The letterhead, the item on the agenda, what the paper is, its title and the day of the meeting. */
export function composePaperHead(parts: PaperParts): Block[] {
  const { paper, wording, isForMembers } = parts
  const item = paper.item ? wording.inlines('panel-item') : []
  const kind = wording.inlines('panel-kind')
  const strong: Inline[] = item.length > 0 ? [{ type: 'strong', children: item }] : []
  const opening = lines([strong, kind].filter(line => line.length > 0))
  return [
    ...(isForMembers ? [paragraph(wording.inlines('panel-restricted-notice'), 'draft')] : []),
    composeLetterhead(paper.office, wording),
    ...(opening.length > 0 ? [{ ...paragraph(opening, 'reference'), keepWithNext: true }] : []),
    { type: 'title', children: [plain(titleOf(parts))] },
    paragraph(wording.inlines('panel-meeting'), 'date'),
  ]
}

/** The paper's title as characters. */
export const titleOf = (parts: PaperParts): string =>
  referInWords(parts, [plain(parts.paper.title.value)])
    .map(node => (node.type === 'text' ? node.value : ''))
    .join('')

/** What the office's own Word stationery may show where it likes. */
export function composePaperFields(
  { paper, wording }: PaperParts,
  title: string,
): DocumentTree['fields'] {
  return {
    our_ref: [],
    your_ref: [],
    date: [wording.vocabulary.date(paper.meeting)],
    addressee: paper.office.panel === undefined ? [] : [paper.office.panel],
    salutation: [],
    subject: [title],
    report: [],
    signatory: [],
    ...composeOfficeFields(paper.office),
  }
}
