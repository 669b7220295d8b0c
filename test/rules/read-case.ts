import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkReading, type Findings } from '../../src/check/run.ts'
import { readLetterFonts } from '../../src/cli/letter-fonts.ts'
import { readLetterStationery } from '../../src/cli/letter-stationery.ts'
import { findWordingProblems } from '../../src/cli/own-wording.ts'
import { readInspectionResponse } from '../../src/model/read-workspace.ts'
import type { Reading } from '../../src/model/reading.ts'
import { filesInMemory } from './files-in-memory.ts'

const NAME = 'northshire-2024'

/** The day on which a case is read, unless it says `# today: 2024-03-01`. */
export const TODAY = '2024-02-01'

/**
 * A response with the files beside it, by their names; office.yaml and section55.yaml among them, and
 * others of the workspace by their whole path: `templates/northshire/logo.svg`.
 */
export async function readCase(
  files: Record<string, string>,
): Promise<{ reading: Reading } & Findings> {
  const today = /^# today: (\S+)/m.exec(files['response.yaml'] ?? '')?.[1] ?? TODAY
  const { 'section55.yaml': settings = '{}\n', 'office.yaml': office = standardOffice(), ...own } = files
  const workspace = filesInMemory({
    'section55.yaml': settings,
    'templates/northshire/office.yaml': office,
    'responses/northshire-national/response.yaml': '{}\n',
    ...Object.fromEntries(Object.entries(own).map(([name, text]) => [pathOf(name), text])),
  })
  const reading = await readInspectionResponse(workspace, NAME, { today, environment: {} })
  const { problems, findMissingCharacters } = await readLetterFonts(reading, workspace)
  // The product's own wording is English: a Welsh case is about other things, unless it brings its own.
  const hasWording = Object.keys(own).some(name => name.includes('/wording/'))
  const stationery = await readLetterStationery(reading, workspace)
  reading.problems.push(...problems, ...stationery.problems)
  if (hasWording) reading.problems.push(...(await findWordingProblems(reading, workspace)))
  return { reading, ...checkReading(reading, { today, findMissingCharacters }) }
}

const pathOf = (name: string) =>
  name.startsWith('templates/') ? name : `responses/${NAME}/${name}`

export const standardOffice = () => readFileSync(join(import.meta.dirname, 'office.yaml'), 'utf8')
