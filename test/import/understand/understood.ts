import type { Block } from '../../../src/document/tree.ts'
import { printedWords } from '../../../src/import/printed-words.ts'
import type { FoundItem, FoundReport, FoundSection } from '../../../src/import/found-report.ts'
import { foundItems } from '../../../src/import/found-report.ts'
import { understandReport } from '../../../src/import/understand/understand-report.ts'
import { readHtmlLines } from '../../../src/source/report-copy/html.ts'
import { readTextLines } from '../../../src/source/report-copy/text.ts'

const LIMIT = 200_000

/** What texts say: saved pages where they begin with a tag, else text as it was copied. */
export const understood = (...texts: string[]): FoundReport =>
  understandReport(
    texts.map((text, index) => {
      const isPage = text.trimStart().startsWith('<')
      const path = `report-${index + 1}.${isPage ? 'html' : 'txt'}`
      return { path, lines: (isPage ? readHtmlLines : readTextLines)(path, text, LIMIT) }
    }),
  )

/** The paragraphs of a text, with an empty line between each and the next. */
export const paragraphs = (...words: string[]): string => words.join('\n\n')

const TITLE = 'PEEL 2023–2025: An inspection of Northshire Police'

/** A graded area of a PEEL report, with these paragraphs in it. */
export const area = (...words: string[]): string =>
  paragraphs(
    TITLE,
    'Investigating crime',
    'Adequate',
    'Northshire Police is adequate at investigating crime.',
    ...words,
  )

/** The one area that `area` makes. */
export function areaOf(report: FoundReport): FoundSection {
  const [section, ...rest] = report.sections
  if (!section || rest.length > 0) throw new Error(`${report.sections.length} sections`)
  return section
}

export const itemsIn = ({ sections }: Pick<FoundReport, 'sections'>): FoundItem[] => [
  ...foundItems(sections),
]

/** The words of an item: paragraphs with " / " between them, entries of lists with a dash each. */
export const said = ({ words }: Pick<FoundItem, 'words'>): string => words.map(sayBlock).join(' / ')

const sayBlock = (block: Block): string =>
  block.type === 'list'
    ? block.children.map(({ children }) => `- ${said({ words: children })}`).join(' / ')
    : printedWords([block])

/** "recommendation: The force should …" of each item. */
export const listed = (report: Pick<FoundReport, 'sections'>): string[] =>
  itemsIn(report).map(item => `${item.kind}: ${said(item)}`)
