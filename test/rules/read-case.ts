import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkReading, type Findings } from '../../src/check/run.ts'
import { readInspectionResponse } from '../../src/model/read-workspace.ts'
import type { Reading } from '../../src/model/reading.ts'
import { charactersWithoutFont, fontFilesFor } from '../../src/render/fonts.ts'
import { filesInMemory } from './files-in-memory.ts'

const NAME = 'northshire-2024'
const MARGINS = { top: 25, bottom: 25, left: 34, right: 34 }

/** The day on which a case is read, unless it says `# today: 2024-03-01`. */
export const TODAY = '2024-02-01'

/** A response with the files beside it, by their names; office.yaml and section55.yaml among them. */
export async function readCase(
  files: Record<string, string>,
): Promise<{ reading: Reading } & Findings> {
  const today = /^# today: (\S+)/m.exec(files['response.yaml'] ?? '')?.[1] ?? TODAY
  const { 'section55.yaml': settings = '{}\n', 'office.yaml': office = standardOffice(), ...own } = files
  const reading = await readInspectionResponse(
    filesInMemory({
      'section55.yaml': settings,
      'templates/northshire/office.yaml': office,
      'responses/northshire-national/response.yaml': '{}\n',
      ...Object.fromEntries(
        Object.entries(own).map(([name, text]) => [`responses/${NAME}/${name}`, text]),
      ),
    }),
    NAME,
    { today, environment: {} },
  )
  const fonts = fontFilesFor({ font: 'Arial', colour: '#000000', margins: MARGINS }, () => undefined)
  const findMissingCharacters = (text: string) => charactersWithoutFont(text, fonts.files!)
  return { reading, ...checkReading(reading, { today, findMissingCharacters }) }
}

const standardOffice = () => readFileSync(join(import.meta.dirname, 'office.yaml'), 'utf8')
