import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect } from 'vitest'
import type { Drawable } from '../../src/cli/build-letter.ts'
import { workspaceFiles } from '../../src/cli/workspace-files.ts'
import type { WorkspaceFiles } from '../../src/model/reading.ts'
import { readInspectionResponse } from '../../src/model/read-workspace.ts'
import { composeReading } from '../compose.ts'
import { aWorkspace } from '../makers.ts'
import { composeCopies, papersIn } from '../paper.ts'
import { specimenLook, specimenTree } from '../specimen-tree.ts'
import { makeNorthshirePdf } from '../stationery/make-northshire-pdf.ts'
import { files as twoLanguages, welsh } from '../two-languages.ts'

/** What every outside checker is shown: a name for the report, and how to make the letters. */
export type Shown = { name: string; compose: () => Promise<Drawable[]> }

const CASES = '../shared/cases'
const namesIn = (root: string): string[] =>
  existsSync(root) ? readdirSync(`${root}/responses`).sort() : []

/** Said in a title where the real letters are not among them. */
export const withoutCases = existsSync(CASES) ? '' : ` (without the real letters: no ${CASES} here)`

/** The examples, the real letters and papers where they are, a pair of two languages, and one of everything. */
export const everyLetter: readonly Shown[] = [
  ...namesIn('.').map(name => shown('.', name)),
  ...namesIn(CASES).map(name => shown(CASES, name)),
  ...papersIn('.').map(name => shownPaper('.', name)),
  ...papersIn(CASES).map(name => shownPaper(CASES, name)),
  {
    name: 'a letter in Welsh and in English',
    compose: () => composeFrom(aWorkspace(twoLanguages(welsh)), 'northshire-2019'),
  },
  {
    name: 'one of everything',
    compose: () => {
      const name = 'letter.en-GB'
      return Promise.resolve([{ tree: specimenTree(), look: specimenLook(), name }])
    },
  },
]

function shown(root: string, name: string): Shown {
  return { name, compose: () => composeFrom(workspaceFiles(root), name) }
}

/** Both copies of a paper for the panel: the public one, and that of the members. */
function shownPaper(root: string, name: string): Shown {
  return {
    name: `the paper ${name}`,
    compose: async () =>
      (await composeCopies(root, name, true)).map(({ folder, ...paper }) => ({
        ...paper,
        name: folder === '' ? paper.name : `${paper.name}.${folder}`,
      })),
  }
}

async function composeFrom(files: WorkspaceFiles, name: string): Promise<Drawable[]> {
  const reading = await readInspectionResponse(files, name, { today: '2026-11-20' })
  const { letters, problems } = await composeReading(reading, files)
  expect([...reading.problems, ...problems]).toEqual([])
  return letters
}

const readStationery = (name: string) =>
  new Uint8Array(readFileSync(new URL(`../stationery/${name}`, import.meta.url)))

/** Word stationery as it was made, and as LibreOffice saved it; and a designer's PDF. */
const stationeries: [name: string, stationery: () => Drawable['look']['stationery']][] = [
  ['word', () => ({ docx: readStationery('northshire-word.docx') })],
  ['libreoffice', () => ({ docx: readStationery('northshire-word-libreoffice.docx') })],
  ['pdf', () => ({ pdf: makeNorthshirePdf() })],
]

/** A draft with one of everything, a final letter and, where they are, the real ones, on each stationery. */
export async function onStationery(): Promise<Drawable[]> {
  const letters: Drawable[] = []
  for (const { name, compose } of everyLetter)
    for (const letter of await compose())
      for (const [on, stationery] of stationeries) {
        const margins = { ...letter.look.margins, first_top: 48, bottom: 32 }
        const look = { ...letter.look, margins, stationery: stationery() }
        letters.push({ ...letter, look, name: `${name.replaceAll(' ', '-')}.${letter.name}.${on}` })
      }
  return letters
}
