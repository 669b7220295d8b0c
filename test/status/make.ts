import { expect } from 'vitest'
import { makeStanding } from '../../src/status/make-standing.ts'
import type { ItemStanding, Standing } from '../../src/status/standing.ts'
import { aResponse, aSection, read, RESPONSE, say, TODAY, type Keys } from '../makers.ts'

type Options = { today?: string; files?: Record<string, string>; keys?: Keys }

/** Where a response of these items stands; it must be without fault of structure. */
export async function standingOf(items: Keys[], options: Options = {}): Promise<Standing> {
  const { today = TODAY, files = {}, keys = {} } = options
  const text = aResponse({ ...keys, sections: [aSection({ items })] })
  const reading = await read({ [RESPONSE]: text, ...files }, { today })
  expect(say(reading)).toEqual([])
  const inputs = { root: '/northshire', file: RESPONSE, today, errors: 0, warnings: 0 }
  return makeStanding(reading, inputs)
}

/** Where the first of these items stands, or the only one. */
export async function itemOf(item: Keys, options: Options = {}): Promise<ItemStanding> {
  return (await standingOf([item], options)).items[0]!
}
