import { existsSync, readdirSync } from 'node:fs'
import { expect } from 'vitest'
import { stringify } from 'yaml'
import { composePapers, type ComposedPaper } from '../src/cli/build-paper.ts'
import { paperGatherer, type GatheredPaper } from '../src/cli/gather-paper.ts'
import { workspaceFiles } from '../src/cli/workspace-files.ts'
import type { Block, DocumentTree } from '../src/document/tree.ts'
import { lineOf, walk } from '../src/document/words.ts'
import type { Appendix, PaperReading } from '../src/model/panel.ts'
import { nameOf, readPaper } from '../src/model/read-panel.ts'
import { isError, type Problem } from '../src/problem.ts'
import { composePaper } from '../src/wording/compose-panel.ts'
import { loadWording } from '../src/wording/load.ts'
import { aResponse, aWorkspace, RESPONSE, TODAY, type Keys } from './makers.ts'

export const PAPER = 'panel/2019-12-05.yaml'
type Files = Record<string, string | Uint8Array | undefined>

/** panel/2019-12-05.yaml of an invented office: one section of its own. */
export const aPaper = (keys: Keys = {}): string =>
  stringify(
    {
      office: 'northshire',
      item: 'Item 4',
      title: 'Report of the Commissioner',
      meeting: '2019-12-05',
      sections: [aTypedSection()],
      ...keys,
    },
    { lineWidth: 0 },
  )

export const aTypedSection = (keys: Keys = {}): Keys => ({
  title: 'Purpose',
  text: 'This report tells of my work.\n',
  ...keys,
})
export const aDrawnSection = (keys: Keys = {}): Keys => ({ response: 'northshire-2019', ...keys })
export const aProgressPaper = (keys: Keys = {}): string => aPaper({ kind: 'progress', ...keys })

const filesWith = (paper: string | Keys, files: Files) =>
  aWorkspace({ [PAPER]: typeof paper === 'string' ? paper : aPaper(paper), ...files })

/** Reads the paper that the keys make, in a workspace with these files besides. */
export const readPaperOf = (paper: string | Keys, files: Files = {}): Promise<PaperReading> =>
  readPaper(filesWith(paper, files), PAPER)

/** The same with the responses that it draws on. */
export function gathered(
  paper: string | Keys,
  files: Files = {},
  today = TODAY,
): Promise<GatheredPaper> {
  const workspace = filesWith(paper, files)
  const gather = paperGatherer(() => workspace, { today, env: {}, cwd: '/' })
  return gather({ root: '/', name: '2019-12-05', file: PAPER })
}

type Options = { files?: Files; today?: string; isForMembers?: boolean }

/** The tree of the paper that the keys make; nothing may be wrong with it. */
export async function composedPaper(
  paper: string | Keys,
  { files = {}, today = TODAY, isForMembers = false }: Options = {},
): Promise<DocumentTree> {
  const found = await gathered(paper, files, today)
  expect(found.problems.filter(({ severity }) => severity === 'error')).toEqual([])
  const folders = { templates: 'templates', office: 'northshire' }
  const loaded = await loadWording(filesWith(paper, files), folders, found.paper!.language)
  expect(loaded.problems).toEqual([])
  const composed = composePaper({ ...found, paper: found.paper!, today, isForMembers }, loaded.set)
  expect(composed.problems).toEqual([])
  return composed.value!
}

/** A paper that draws on the response that the keys make, in the paper's section of these keys. */
export const drawnFrom = (
  response: Keys,
  section: Keys = {},
  options: Options = {},
): Promise<DocumentTree> =>
  composedPaper(
    { sections: [aDrawnSection(section)] },
    { ...options, files: { [RESPONSE]: aResponse(response), ...options.files } },
  )

/** Each block below the head on a line of its own: headings by `#`, entries of a list by `-`. */
export const outlineOf = ({ children }: DocumentTree): string[] => {
  const head = children.findIndex(({ type }) => type === 'title')
  return children.slice(head + 2).flatMap(linesOf)
}

function linesOf(block: Block): string[] {
  switch (block.type) {
    case 'heading':
      return [`${'#'.repeat(block.depth)} ${lineOf([block])}`]
    case 'list':
      return block.children.map(item => `- ${lineOf(item.children)}`)
    case 'blockquote':
      return block.children.flatMap(linesOf).map(line => `> ${line}`)
    case 'table':
      return block.children.map(
        row => `| ${row.children.map(cell => lineOf([cell])).join(' | ')} |`,
      )
    default:
      return [lineOf([block])]
  }
}

/** Every word of the tree, as a reader meets them; unbroken spaces are spaces. */
export const wordsOfPaper = (tree: DocumentTree): string =>
  lineOf(tree.children).replaceAll('\u00a0', ' ')

export const linksIn = (tree: DocumentTree): string[] =>
  [...walk(tree.children)].flatMap(node => (node.type === 'link' ? [node.url] : []))

/** Line, column, severity and message of each. */
export const sayProblems = (problems: readonly Problem[]): string[] =>
  problems.map(({ place, severity, message }) => {
    const file = place.file === PAPER ? '' : `${place.file}:`
    return `${file}${place.start.line}:${place.start.column} ${severity}: ${message}`
  })

export const lettersOf = (appendices: readonly Appendix[]): string[] =>
  appendices.map(({ letter, title }) => `${letter} ${title.value}`)

/** The names of the papers in a folder. */
export const papersIn = (root: string): string[] =>
  existsSync(`${root}/panel`)
    ? readdirSync(`${root}/panel`)
        .filter(name => name.endsWith('.yaml'))
        .map(nameOf)
    : []

/** The copies of a paper in a folder, ready to be drawn. */
export async function composeCopies(
  root: string,
  name: string,
  isRestrictedWanted = false,
): Promise<ComposedPaper[]> {
  const files = workspaceFiles(root)
  const io = { today: '2026-11-26', env: {}, cwd: '/' }
  const gathered = await paperGatherer(() => files, io)({ root, name, file: `panel/${name}.yaml` })
  expect(gathered.problems.filter(isError)).toEqual([])
  const asked = { today: io.today, isRestrictedWanted }
  const { papers, problems } = await composePapers(
    { ...gathered, paper: gathered.paper! },
    files,
    asked,
  )
  expect(problems).toEqual([])
  return papers
}
