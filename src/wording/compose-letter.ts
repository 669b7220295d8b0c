import type { Block, DocumentTree, Heading, Inline, Paragraph } from '../document/tree.ts'
import { itemsOf, sectionsOf } from '../model/response.ts'
import type { Action, InspectionResponse } from '../model/response.ts'
import type { Outcome } from '../problem.ts'
import { composeClosing } from './closing.ts'
import { wordsOf } from './fill.ts'
import { composeHead } from './head.ts'
import { labelElsewhere } from './labels.ts'
import { commonValues, gap, listed, paragraph, plain, typed } from './letter.ts'
import type { Letter } from './letter.ts'
import { composeLetterText } from './letter-text.ts'
import { composeSections } from './sections.ts'
import type { Values } from './values.ts'
import { Wording } from './wording.ts'
import type { WordingSet } from './wording.ts'

/**
 * Makes the letter, with its appendix where the layout asks for one, from what the office keeps and
 * the fixed sentences. A problem is a sentence that could not be made: then the tree is not to be used.
 */
export function composeLetter(
  response: InspectionResponse,
  set: WordingSet,
  translations: DocumentTree['translations'] = [],
): Outcome<DocumentTree> {
  const common = commonValues(response, set.vocabulary)
  const wording = new Wording(set, response.letter.wording, common)
  const letter: Letter = { response, wording }
  const isDraft = response.status === 'draft'
  const { subject } = response.letter
  const final = subject ?? wording.words('title')
  const title = isDraft ? wording.words('draft-title', { title: final }) : final
  const header = wording.words('header')
  const children: Block[] = [
    ...(isDraft ? [paragraph(wording.inlines('draft-notice'), 'draft')] : []),
    ...composeHead(letter),
    { type: 'title', children: [plain(title)] },
    ...wording.blocks('opening', openingValues(letter)),
    ...(response.letter.layout === 'letter'
      ? composeLayoutLetter(letter)
      : composeLayoutAppendix(letter)),
  ]
  const tree: DocumentTree = {
    language: response.language,
    title,
    author: response.office.office,
    description: wording.words('description'),
    keywords: wording.words('keywords').split(/\s*;\s*/),
    ...(response.letter.date && { date: response.letter.date }),
    header: isDraft ? wording.words('draft-header', { header }) : header,
    pages: composePages(wording),
    ...(isDraft && { watermark: wording.words('watermark') }),
    translations,
    children,
  }
  return { value: tree, problems: wording.problems }
}

/** In a draft the opening shows what it lacks. */
function openingValues(letter: Letter): Values {
  const { response, wording } = letter
  const values = commonValues(response, wording.vocabulary)
  const report = values['report'] as Values
  const isAwaited = response.status === 'draft' && !report['published']
  return {
    reply: response.reply !== undefined,
    report: {
      ...report,
      published: isAwaited ? [gap(letter, 'gap-published')] : report['published'],
    },
  }
}

/** Everything in one letter, in the order of section 55(5): the body's comments, the chief officer's, the body's on those. */
function composeLayoutLetter(letter: Letter): Block[] {
  const { response, wording } = letter
  return [
    heading(1, wording.inlines('comments-heading')),
    ...composeComments(letter),
    ...composeActions(letter),
    heading(1, wording.inlines('chief-officer-heading')),
    ...composeChiefOfficer(letter),
    ...(response.reply
      ? [heading(1, wording.inlines('reply-heading')), ...composeLetterText(letter, response.reply)]
      : []),
    ...composeClosing(letter),
  ]
}

/** A short letter, the items in an appendix. */
function composeLayoutAppendix(letter: Letter): Block[] {
  const { response, wording } = letter
  return [
    ...composeComments(letter),
    ...composeLetterText(letter, response.reply),
    ...composeActions(letter),
    ...composeClosing(letter),
    { ...heading(1, wording.inlines('appendix-heading')), newPage: true },
    ...composeChiefOfficer(letter),
  ]
}

function composeComments(letter: Letter): Block[] {
  const { comments } = letter.response
  if (!comments) return [paragraph([gap(letter, 'gap-comments')])]
  return composeLetterText(letter, comments, 'gap-comments')
}

function composeChiefOfficer(letter: Letter): Block[] {
  const { response, wording } = letter
  const { introduction, conclusion } = response.chief_officer
  const isAwaited = !introduction && !conclusion && !hasUpdates(response)
  return [
    ...(isAwaited ? [paragraph([gap(letter, 'gap-chief-officer')])] : []),
    ...composeLetterText(letter, introduction),
    ...composeSections(letter, response.sections),
    ...(conclusion
      ? [
          heading(2, wording.inlines('conclusion-heading')),
          ...composeLetterText(letter, conclusion),
        ]
      : []),
  ]
}

/** Whether the chief officer says anything of an item. A withheld one's update is not ours to know. */
function hasUpdates({ sections }: InspectionResponse): boolean {
  for (const item of itemsOf(sections)) if (item.update) return true
  for (const section of sectionsOf(sections))
    for (const entry of section.items) if (entry.kind === 'answers' && entry.update) return true
  return false
}

function composeActions(letter: Letter): Block[] {
  const { actions } = letter.response
  if (actions.length === 0) return []
  return [
    ...letter.wording
      .blocks('actions-lead-in', { several: actions.length > 1 })
      .map((block): Block =>
        block.type === 'paragraph' ? { ...block, keepWithNext: true } : block,
      ),
    {
      type: 'list',
      ordered: false,
      start: 1,
      children: actions.map(action => ({
        type: 'listItem',
        children: [...action.text.blocks, ...composeActionDetail(letter, action)],
      })),
    },
  ]
}

function composeActionDetail(letter: Letter, { owner, by, answers }: Action): Paragraph[] {
  if (!owner && !by && answers.length === 0) return []
  const children = letter.wording.inlines('action-detail', {
    owner: owner && typed(owner),
    by: by && letter.wording.vocabulary.date(by),
    answers: listed(
      letter,
      answers.map(item => labelElsewhere(letter, item)),
    ),
  })
  return [paragraph(children, 'detail')]
}

const heading = (depth: Heading['depth'], children: Inline[]): Heading => ({
  type: 'heading',
  depth,
  children,
})

/** The sentence about the page, cut at its two numbers. */
function composePages(wording: Wording): DocumentTree['pages'] {
  const number = (value: string): Inline[] => [{ type: 'text', value }]
  const words = wordsOf(
    wording.inlines('page', { page: number('\ue002'), pages: number('\ue003') }),
  )
  const [before = '', rest = ''] = words.split('\ue002')
  const [between = '', after = ''] = rest.split('\ue003')
  return [before, between, after]
}
