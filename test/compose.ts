import { expect } from 'vitest'
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
