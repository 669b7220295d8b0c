import { findUnfinished, placesOf } from '../check/check-paper.ts'
import type { Look } from '../document/look.ts'
import type { DocumentTree } from '../document/tree.ts'
import { wordsOf } from '../document/words.ts'
import type { Paper } from '../model/panel.ts'
import type { LookChoice } from '../model/office.ts'
import type { OfficeReading } from '../model/reading.ts'
import type { Day } from '../model/response.ts'
import { isError, type Problem } from '../problem.ts'
import type { Attachment } from '../render/pdf/attach.ts'
import type { WorkspaceFiles } from '../source/workspace-files.ts'
import { composePaper } from '../wording/compose-panel.ts'
import { loadWording } from '../wording/load.ts'
import { anchorOf } from '../wording/panel/references.ts'
import { isAttached } from '../wording/panel/appendices.ts'
import { findMissingCharacters, type Drawable } from './build-letter.ts'
import type { GatheredPaper } from './gather-paper.ts'
import { readLetterFonts } from './letter-fonts.ts'
import { readLetterStationery } from './letter-stationery.ts'

/** One copy of a paper, ready to be drawn, and the files that go out beside it. */
export type ComposedPaper = Drawable & {
  /** Of the copy, in the paper's own: none for the public one. */
  folder: string
  attachments: readonly Attachment[]
}

/** The public copy, and where it is asked for that of the members, with what stands in the way of drawing them. */
export async function composePapers(
  gathered: GatheredPaper & { paper: Paper },
  files: WorkspaceFiles,
  { today, isRestrictedWanted }: { today: Day; isRestrictedWanted: boolean },
): Promise<{ papers: ComposedPaper[]; problems: Problem[] }> {
  const { paper, reading, readings } = gathered
  const { look: chosen } = paper.office.letterhead
  const ofOffice: OfficeReading = {
    responses: [{ office: paper.office }],
    problems: reading.problems,
    officePlace: reading.officePlace,
  }
  const letterFonts = await readLetterFonts(ofOffice, files)
  const { stationery, problems: faults } = await readLetterStationery(ofOffice, files)
  const folders = { templates: reading.settings.folders.templates, office: paper.office.key }
  const { set, problems: ofWording } = await loadWording(files, folders, paper.language)
  const problems = [...letterFonts.problems, ...faults, ...ofWording]
  const { fonts } = letterFonts
  if (!fonts || problems.some(isError)) return { papers: [], problems }
  const { font, colour } = chosen
  const margins = marginsOf(paper, chosen)
  const look: Look = { font, colour, margins, fontFiles: fonts, stationery }
  const papers: ComposedPaper[] = []
  for (const isForMembers of isRestrictedWanted ? [false, true] : [false]) {
    const composed = composePaper({ ...gathered, today, isForMembers }, set)
    problems.push(...composed.problems)
    if (!composed.value) continue
    const tree = composed.value
    problems.push(...findUnfinished(tree, reading, readings))
    problems.push(...findMissingCharacters(tree, look, placesOf(reading, readings)))
    papers.push({
      name: 'report',
      folder: isForMembers ? 'restricted' : '',
      tree,
      look,
      attachments: attachmentsOf(paper, tree, isForMembers),
    })
  }
  return { papers, problems }
}

/** Millimetres. A table of five columns needs more room than lines of prose do. */
const BESIDE_TABLES = 22

/** Those of the office's letters; around a table, as wide as it leaves free. What its stationery shows keeps its room. */
function marginsOf({ kind }: Paper, { margins, stationery }: LookChoice): Look['margins'] {
  if (kind === 'report' || stationery.pdf !== undefined) return margins
  const { left, right } = margins
  return { ...margins, left: Math.min(left, BESIDE_TABLES), right: Math.min(right, BESIDE_TABLES) }
}

/** What is not restricted, for whoever reads this copy. */
function attachmentsOf(paper: Paper, tree: DocumentTree, isForMembers: boolean): Attachment[] {
  return paper.appendices.flatMap(appendix => {
    const { file } = appendix
    if (!file || !isAttached(appendix, isForMembers)) return []
    const entry = tree.children.find(
      node => node.type === 'paragraph' && node.id === anchorOf(appendix),
    )
    return [
      {
        name: file.name,
        mediaType: file.mediaType,
        description: entry ? wordsOf([entry]) : appendix.title.value,
        bytes: file.bytes,
        relationship: 'Supplement',
        date: paper.meeting,
      } satisfies Attachment,
    ]
  })
}
