import { expect } from 'vitest'
import { readInspectionResponse } from '../../src/model/read-workspace.ts'
import { makeStanding } from '../../src/status/make-standing.ts'
import type { ItemStanding, Standing } from '../../src/status/standing.ts'
import { aResponse, aSection, aWorkspace, RESPONSE, say, TODAY, type Keys } from '../makers.ts'

type Options = { today?: string; files?: Record<string, string>; keys?: Keys; name?: string }

/** Where a response of these items stands; it must be without fault of structure. */
export async function standingOf(items: Keys[], options: Options = {}): Promise<Standing> {
  const { today = TODAY, files = {}, keys = {}, name = 'northshire-2019' } = options
  const text = aResponse({ ...keys, sections: [aSection({ items })] })
  const file = `responses/${name}/response.yaml`
  const workspace = aWorkspace({ [RESPONSE]: undefined, [file]: text, ...files })
  const reading = await readInspectionResponse(workspace, name, { today })
  expect(say(reading)).toEqual([])
  const inputs = { root: '/northshire', file, today, errors: 0, warnings: 0 }
  return makeStanding(reading, inputs)
}

/** Where the first of these items stands, or the only one. */
export async function itemOf(item: Keys, options: Options = {}): Promise<ItemStanding> {
  return (await standingOf([item], options)).items[0]!
}
