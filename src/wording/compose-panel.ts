import type { Block, DocumentTree, Heading, Inline } from '../document/tree.ts'
import { isDrawn } from '../model/panel.ts'
import type { Paper, PaperSection } from '../model/panel.ts'
import type { Day, InspectionResponse } from '../model/response.ts'
import { withoutColon } from '../model/read-items.ts'
import type { Outcome, Problem } from '../problem.ts'
import type { Progress } from '../status/make-progress.ts'
import { composeAccessibleFormat } from './accessible-format.ts'
import { composePages, withoutSkips } from './compose-letter.ts'
import { nameItems } from './item-names.ts'
import { commonValues, plain, typed } from './letter.ts'
import type { Letter } from './letter.ts'
import { composeAppendices } from './panel/appendices.ts'
import { composeDrawn } from './panel/drawn.ts'
import { composePaperFields, composePaperHead, titleOf } from './panel/head.ts'
import { paperValues, type Drawn, type PaperParts } from './panel/paper.ts'
import { composeProgress, type ComposedSection } from './panel/progress.ts'
import { referInWords, referTo } from './panel/references.ts'
import { Wording } from './wording.ts'
import type { WordingSet } from './wording.ts'

export type PaperInputs = {
  paper: Paper
  /** The responses that it draws on or is about, by their names. */
  drawn: ReadonlyMap<string, Drawn>
  /** Of a progress paper. */
  progress?: Progress
  /** The day as of which things stand. */
  today: Day
  /** The copy that only members of the panel get. */
  isForMembers: boolean
}

/**
 * Makes a paper for the Police and Crime Panel, from what the office typed, what its responses hold and
 * the fixed sentences. A problem is a sentence that could not be made: then the tree is not to be used.
 */
export function composePaper(inputs: PaperInputs, set: WordingSet): Outcome<DocumentTree> {
  const { paper, isForMembers, today } = inputs
  const wording = new Wording(set, {}, paperValues(paper, set.vocabulary))
  const letters = new Map<InspectionResponse, Letter>()
  const letterOf = (response: InspectionResponse): Letter => {
    const known = letters.get(response)
    if (known) return known
    const common = commonValues(response, set.vocabulary)
    const letter = {
      response,
      wording: new Wording(set, {}, common),
      names: nameItems(response.sections),
    }
    letters.set(response, letter)
    return letter
  }
  const parts: PaperParts = { paper, wording, today, isForMembers, letterOf }
  const title = titleOf(parts)
  const header = wording.words('panel-header', { title })
  const accessibleFormat = composeAccessibleFormat(
    paper.office,
    wording,
    title,
    'panel-accessible-format',
  )
  const children = [
    ...composePaperHead(parts),
    ...composeNumbered(parts, inputs),
    ...composeAppendices(parts),
  ]
  const tree: DocumentTree = {
    language: paper.language,
    title,
    author: paper.office.office,
    description: wording.words('panel-description', { title }),
    keywords: wording
      .words('panel-keywords')
      .split(/\s*;\s*/)
      .filter(Boolean),
    date: paper.meeting,
    header: isForMembers ? wording.words('panel-restricted-header', { header }) : header,
    pages: composePages(wording),
    skip: wording.words('panel-skip-link'),
    ...(isForMembers && { unlisted: true as const }),
    fields: composePaperFields(parts, title),
    translations: [],
    ...(accessibleFormat.length > 0 && { accessibleFormat }),
    children: withoutSkips(children),
  }
  return {
    value: tree,
    problems: [wording, ...[...letters.values()].map(letter => letter.wording)].flatMap(problemsOf),
  }
}

const problemsOf = ({ problems }: Wording): Problem[] => problems

/** The sections in their order: the numbers are words of the headings, so that "section 4" is found in every format. */
function composeNumbered(parts: PaperParts, inputs: PaperInputs): Block[] {
  const { drawn, progress, isForMembers } = inputs
  const { wording, paper } = parts
  const typedOnes = paper.sections.map((section, index): Block[] => {
    const number = index + 1
    if (section.restricted && !isForMembers)
      return [numbered(number, wording.inlines('panel-restricted-heading', { number }))]
    const title = headingOf(parts, section, drawn)
    const { restricted } = section
    return [
      numbered(number, wording.inlines('panel-section-heading', { number, title, restricted })),
      ...composeSection(parts, section, number, drawn),
    ]
  })
  const told = progress ? composeProgress(parts, progress, drawn) : []
  return [
    ...typedOnes.flat(),
    ...told.flatMap(({ title, blocks }: ComposedSection, index) => {
      const number = paper.sections.length + index + 1
      const values = { number, title, restricted: false }
      return [numbered(number, wording.inlines('panel-section-heading', values)), ...blocks]
    }),
  ]
}

const numbered = (number: number, children: Inline[]): Heading => ({
  type: 'heading',
  depth: 1,
  id: `section-${number}`,
  children,
})

/** The colon that closes a heading is the template's. */
function headingOf(
  parts: PaperParts,
  section: PaperSection,
  drawn: PaperInputs['drawn'],
): Inline[] {
  const { title } = section
  if (title) return referInWords(parts, typed({ ...title, value: withoutColon(title.value) }))
  const found = isDrawn(section) ? drawn.get(section.response) : undefined
  return [plain(found?.response.report.title ?? '')]
}

function composeSection(
  parts: PaperParts,
  section: PaperSection,
  number: number,
  drawn: PaperInputs['drawn'],
): Block[] {
  if (!isDrawn(section)) return referTo(parts, section.text.blocks)
  const found = drawn.get(section.response)
  const titleOfOther = (name: string) => drawn.get(name)?.standing.title
  return found ? composeDrawn(parts, section, found, `section-${number}-`, titleOfOther) : []
}
