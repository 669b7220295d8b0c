import { checkReading } from '../../src/check/run.ts'
import { countSeverities } from '../../src/reporters/summary.ts'
import { readInspectionResponse } from '../../src/model/read-workspace.ts'
import { DEFAULT_STATUSES } from '../../src/model/settings.ts'
import { makeOverview } from '../../src/status/make-overview.ts'
import { makeStanding } from '../../src/status/make-standing.ts'
import type { ItemStanding, Overview, Standing } from '../../src/status/standing.ts'
import { expect } from 'vitest'
import { aResponse, aWorkspace, say, type Keys } from '../makers.ts'

/** Day 36 of the 56 of the response that `aResponse` makes. */
export const TODAY = '2019-11-01'

type Asked = {
  name?: string
  today?: string
  files?: Record<string, string | Keys>
  /** Its structure must be without fault. */
  isFaultless?: boolean
}

/** Where a response stands that these keys are put over. */
export async function aStanding(keys: Keys | string = {}, asked: Asked = {}): Promise<Standing> {
  const { name = 'northshire-2019', today = TODAY, files = {}, isFaultless = false } = asked
  const file = `responses/${name}/response.yaml`
  const text = typeof keys === 'string' ? keys : aResponse(keys)
  const workspace = aWorkspace({ ...files, [file]: text })
  const reading = await readInspectionResponse(workspace, name, { today })
  if (isFaultless) expect(say(reading)).toEqual([])
  const { errors } = countSeverities(checkReading(reading, { today }).all)
  return makeStanding(reading, { root: '/northshire', file, today, errors })
}

export const anOverview = (standings: readonly Standing[], today = TODAY): Overview =>
  makeOverview(standings, [...DEFAULT_STATUSES], today)

/** Where a response of these items stands; it must be without fault of structure. */
export async function standingOf(
  items: Keys[],
  { keys = {}, ...asked }: Asked & { keys?: Keys } = {},
): Promise<Standing> {
  return aStanding(
    { ...keys, sections: [{ title: 'Effectiveness', items }] },
    {
      ...asked,
      isFaultless: true,
    },
  )
}

/** Where the first of these items stands, or the only one. */
export async function itemOf(
  item: Keys,
  options: Asked & { keys?: Keys } = {},
): Promise<ItemStanding> {
  return (await standingOf([item], options)).items[0]!
}

/** A draft, in which everything that the Act asks is still to come. */
export const draft = (keys: Keys = {}): Keys => ({
  status: 'draft',
  letter: { date: undefined },
  ...keys,
})
