import { expect } from 'vitest'
import { composeLetters } from '../src/cli/build-letter.ts'
import { readLetterFonts } from '../src/cli/letter-fonts.ts'
import type { Reading, WorkspaceFiles } from '../src/model/reading.ts'
import type { DocumentTree } from '../src/document/tree.ts'
import type { InspectionResponse } from '../src/model/response.ts'
import { composeLetter } from '../src/wording/compose-letter.ts'
import { loadWording } from '../src/wording/load.ts'
import { aWorkspace, readValid } from './makers.ts'

const ours = loadWording(aWorkspace(), { templates: 'templates', office: 'northshire' }, 'en-GB')

/** The letter of a response in the product's own wording. */
export async function composeOurs(response: InspectionResponse): Promise<DocumentTree> {
  const { set, problems } = await ours
  expect(problems).toEqual([])
  const composed = composeLetter(response, set)
  expect(composed.problems).toEqual([])
  return composed.value!
}

/** The letter of the response that the keys make. */
export const composed = async (...made: Parameters<typeof readValid>): Promise<DocumentTree> =>
  composeOurs(await readValid(...made))

/** The letter of each language, ready to be drawn, and what stands in the way of that. */
export async function composeReading(
  reading: Reading,
  files: WorkspaceFiles,
): ReturnType<typeof composeLetters> {
  const { fonts, problems } = await readLetterFonts(reading, files)
  expect(problems).toEqual([])
  return composeLetters(reading, files, { fontFiles: fonts!, stationery: {} })
}
