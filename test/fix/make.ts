import { expect } from 'vitest'
import { Draft, type Mended } from '../../src/fix/draft.ts'
import { mendResponse } from '../../src/fix/mend-response.ts'
import { readInspectionResponse } from '../../src/model/read-workspace.ts'
import { aWorkspace, OFFICE, RESPONSE, TODAY } from '../makers.ts'

export const NAME = 'northshire-2019'
const options = { today: TODAY }

/** The beginning of a response; what follows is of its report. */
export const START = `office: northshire
report:
  title: An inspection
`
/** A section without an id, so that nothing but what a test is about is mended. */
export const SECTIONS = `sections:
  - title: Effectiveness
    id: effectiveness
`

type Files = Parameters<typeof aWorkspace>[0]

/** What becomes of a workspace. `left`: what is said of files that cannot be read. */
export async function mendAll(files: Files) {
  const base = aWorkspace(files)
  const mended: Mended = new Map()
  const draft = new Draft(base, mended)
  const left = await mendResponse(draft, NAME, options)
  const text = async (path: string) => (await draft.text(path))?.text
  return { base, draft, mended, left: left.map(({ message }) => message), text }
}

/** response.yaml once it is mended; a second time there is nothing to do. */
export async function mend(yaml: string): Promise<string> {
  const { draft, text } = await mendAll({ [RESPONSE]: yaml })
  await expectNothingToMend(draft)
  return (await text(RESPONSE))!
}

/** The same for office.yaml. */
export async function mendOffice(yaml: string): Promise<string> {
  const { draft, text } = await mendAll({ [OFFICE]: yaml })
  await expectNothingToMend(draft)
  return (await text(OFFICE))!
}

export async function expectNothingToMend(files: Draft): Promise<void> {
  const again: Mended = new Map()
  await mendResponse(new Draft(files, again), NAME, options)
  expect([...again.values()]).toEqual([])
}

/** How often what was done. */
export async function countsOf(yaml: string): Promise<Record<string, number>> {
  const { mended } = await mendAll({ [RESPONSE]: yaml })
  const counts = [...mended.values()].flatMap(({ counts }) => [...counts])
  return Object.fromEntries(counts.map(([id, { count }]) => [id, count]))
}

export const readIn = (files: Draft | ReturnType<typeof aWorkspace>) =>
  readInspectionResponse(files, NAME, options)
