import type { Block, DocumentTree, Heading, Inline, Paragraph } from '../document/tree.ts'
import { itemsOf, sectionsOf } from '../model/response.ts'
import type { Action, InspectionResponse } from '../model/response.ts'
import type { Outcome } from '../problem.ts'
import { composeAccessibleFormat } from './accessible-format.ts'
import { composeClosing } from './closing.ts'
import { composeFields, composeHead } from './head.ts'
import { nameItems } from './item-names.ts'
import { listElsewhere } from './labels.ts'
import { commonValues, gap, gapParagraph, keptWithNext, paragraph, plain, typed } from './letter.ts'
import type { Letter } from './letter.ts'
import { composeLetterText, composeText } from './letter-text.ts'
import { composeSections } from './sections.ts'
import type { Values } from './values.ts'
import { Wording } from './wording.ts'
import type { WordingSet } from './wording.ts'

/** A response and the fixed sentences, as all parts of its letter are made from. */
export const letterOf = (response: InspectionResponse, set: WordingSet): Letter => ({
  response,
  wording: new Wording(set, response.letter.wording, commonValues(response, set.vocabulary)),
  names: nameItems(response.sections),
})

/**
 * Makes the letter, with its appendix where the layout asks for one, from what the office keeps and
 * the fixed sentences. A problem is a sentence that could not be made: then the tree is not to be used.
 * `dataFile`: what the same letter is called as data, where that is put beside it.
 */
export function composeLetter(
  response: InspectionResponse,
  set: WordingSet,
  translations: DocumentTree['translations'] = [],
  dataFile?: string,
): Outcome<DocumentTree> {
  const letter = letterOf(response, set)
  const { wording } = letter
  const isDraft = response.status === 'draft'
  const { subject } = response.letter
  const final = subject ?? wording.words('title')
  const title = isDraft ? wording.words('draft-title', { title: final }) : final
  const header = wording.words('header')
  const children: Block[] = [
    ...(isDraft ? [paragraph(wording.inlines('draft-notice'), 'draft')] : []),
    ...composeHead(letter),
    { type: 'title', children: [plain(title)] },
    ...wording.blocks('opening', openingValues(letter, commonValues(response, set.vocabulary))),
    ...(response.letter.layout === 'letter'
      ? composeLayoutLetter(letter)
      : composeLayoutAppendix(letter)),
  ]
  const accessibleFormat = composeAccessibleFormat(response.office, wording, title)
  const tree: DocumentTree = {
    language: response.language,
    title,
    author: response.office.office,
    description: wording.words('description'),
    keywords: wording
      .words('keywords')
      .split(/\s*;\s*/)
      .filter(Boolean),
    ...(response.letter.date && { date: response.letter.date }),
    header: isDraft ? wording.words('draft-header', { header }) : header,
    pages: composePages(wording),
    skip: wording.words('skip-link'),
    ...(isDraft && { watermark: wording.words('watermark') }),
    fields: composeFields(letter, title),
    translations,
    ...(accessibleFormat.length > 0 && { accessibleFormat }),
    ...(dataFile !== undefined && { data: { file: dataFile, label: wording.words('data-link') } }),
    children: withoutSkips(children),
  }
  return { value: tree, problems: wording.problems }
}

/** An office's own templates may hold headings: none is more than one deeper than that before it. */
export function withoutSkips(blocks: readonly Block[]): Block[] {
  let before = 0
  return blocks.map((block): Block => {
    if (block.type !== 'heading') return block
    const depth = Math.min(block.depth, before + 1) as Heading['depth']
    before = depth
    return depth === block.depth ? block : { ...block, depth }
  })
}

/** In a draft the opening speaks of what is awaited, too. */
function openingValues(letter: Letter, common: Values): Values {
  const { response } = letter
  const report = common['report'] as Values
  const isDraft = response.status === 'draft'
  const isAwaited = isDraft && !report['published']
  return {
    comments: isDraft || response.comments !== undefined,
    chief_officer_comments: isDraft || hasChiefOfficerComments(response),
    reply: response.reply !== undefined,
    appendix: response.letter.layout === 'appendix',
    report: {
      ...report,
      published: isAwaited
        ? gap(letter, 'gap-published', ['report', 'published'])
        : report['published'],
    },
  }
}

/** Everything in one letter, in the order of section 55(5): the body's comments, the chief officer's, the body's on those. */
function composeLayoutLetter(letter: Letter): Block[] {
  const { response, wording } = letter
  const { introduction } = response.chief_officer
  return [
    ...under(wording, 'comments-heading', 1, [
      ...composeComments(letter),
      ...composeActions(letter),
    ]),
    ...under(wording, findingsHeading(response), 1, [
      ...composeAwaitedChiefOfficer(letter),
      ...composeLetterText(letter, introduction),
      ...composeFindings(letter),
    ]),
    ...under(wording, 'reply-heading', 1, composeReply(letter)),
    ...composeClosing(letter),
  ]
}

/** A short letter, the items in an appendix. There the chief officer's words are told from the body's by their headings. */
function composeLayoutAppendix(letter: Letter): Block[] {
  const { response, wording } = letter
  const { introduction } = response.chief_officer
  return [
    ...composeComments(letter),
    ...composeReply(letter),
    ...composeActions(letter),
    ...composeClosing(letter),
    ...onNewPage(
      under(wording, 'appendix-heading', 1, [
        ...composeAwaitedChiefOfficer(letter),
        ...under(wording, 'introduction-heading', 2, composeLetterText(letter, introduction)),
        ...composeFindings(letter),
      ]),
    ),
  ]
}

/** A heading stands above something, or not at all. */
function under(wording: Wording, name: string, depth: 1 | 2, blocks: Block[]): Block[] {
  const children = blocks.length > 0 ? wording.inlines(name) : []
  return children.length > 0 ? [{ type: 'heading', depth, children }, ...blocks] : blocks
}

const onNewPage = (blocks: readonly Block[]): Block[] =>
  blocks.map((block, n) =>
    n === 0 && block.type === 'heading' ? { ...block, newPage: true } : block,
  )

/** Where the chief officer says nothing, the findings are not headed as comments of theirs. */
const findingsHeading = (response: InspectionResponse): string =>
  response.status === 'draft' || hasChiefOfficerComments(response)
    ? 'chief-officer-heading'
    : 'findings-heading'

function composeComments(letter: Letter): Block[] {
  const { comments, report } = letter.response
  if (comments) return composeLetterText(letter, comments, 'gap-comments')
  return report.covered_by ? [] : gapParagraph(letter, 'gap-comments', ['comments'])
}

const composeReply = (letter: Letter): Block[] => composeLetterText(letter, letter.response.reply)

function composeAwaitedChiefOfficer(letter: Letter): Block[] {
  const { response } = letter
  if (response.report.covered_by || hasChiefOfficerComments(response)) return []
  return gapParagraph(letter, 'gap-chief-officer', ['chief_officer'])
}

/** The sections and what the chief officer says after them. */
function composeFindings(letter: Letter): Block[] {
  const { response, wording } = letter
  return [
    ...composeSections(letter, response.sections),
    ...under(
      wording,
      'conclusion-heading',
      2,
      composeLetterText(letter, response.chief_officer.conclusion),
    ),
  ]
}

/** Whether the chief officer says anything in the letter. A withheld item's update is not ours to know. */
function hasChiefOfficerComments({ chief_officer, sections }: InspectionResponse): boolean {
  if (chief_officer.introduction ?? chief_officer.conclusion) return true
  for (const item of itemsOf(sections)) if (item.update) return true
  for (const section of sectionsOf(sections))
    for (const entry of section.items) if (entry.kind === 'answers' && entry.update) return true
  return false
}

function composeActions(letter: Letter): Block[] {
  const { actions } = letter.response
  if (actions.length === 0) return []
  return [
    ...keptWithNext(letter.wording.blocks('actions-lead-in', { several: actions.length > 1 })),
    {
      type: 'list',
      ordered: false,
      start: 1,
      children: actions.map(action => ({
        type: 'listItem',
        children: [...composeText(letter, action.text), ...composeActionDetail(letter, action)],
      })),
    },
  ]
}

export function composeActionDetail(letter: Letter, { owner, by, answers }: Action): Paragraph[] {
  if (!owner && !by && answers.length === 0) return []
  const children = letter.wording.inlines('action-detail', {
    owner: owner && typed({ ...owner, value: owner.value.replace(/\s*\.$/, '') }),
    by: by && letter.wording.vocabulary.date(by),
    answers: listElsewhere(letter, answers),
  })
  return children.length > 0 ? [paragraph(children, 'detail')] : []
}

/** The sentence about the page, cut at its two numbers. */
export function composePages(wording: Wording): DocumentTree['pages'] {
  const number = (value: string): Inline[] => [{ type: 'text', value }]
  const words = wording.words('page', { page: number('\ue002'), pages: number('\ue003') })
  const [before = '', rest = ''] = words.split('\ue002')
  const [between = '', after = ''] = rest.split('\ue003')
  return [before, between, after]
}
