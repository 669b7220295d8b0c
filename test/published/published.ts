import { expect } from 'vitest'
import type { Composed } from '../../src/cli/build-letter.ts'
import type { WorkspaceFiles } from '../../src/model/reading.ts'
import { readInspectionResponse } from '../../src/model/read-workspace.ts'
import { composeData, writeData } from '../../src/published/compose-data.ts'
import { publishedYaml } from '../../src/published/published-yaml.ts'
import { composeReading } from '../compose.ts'

const TODAY = '2019-11-01'

/** The letters of a response, which must be without fault of structure. */
export async function composeAll(files: WorkspaceFiles, name: string): Promise<Composed[]> {
  const reading = await readInspectionResponse(files, name, { today: TODAY })
  expect(reading.problems).toEqual([])
  const { letters, problems } = await composeReading(reading, files)
  expect(problems).toEqual([])
  return letters
}

export const yamlOf = ({ response, set, tree }: Composed): string =>
  publishedYaml(response, set, tree)

export const jsonOf = ({ response, set, tree }: Composed): string =>
  new TextDecoder().decode(writeData(composeData(response, set, tree.title)))

/** The same workspace, in which a response is what was published of it. */
export function withResponse(files: WorkspaceFiles, name: string, yaml: string): WorkspaceFiles {
  const path = `responses/${name}/response.yaml`
  const bytes = new TextEncoder().encode(yaml)
  return {
    ...files,
    read: asked => (asked === path ? Promise.resolve({ bytes }) : files.read(asked)),
  }
}

/** A tree without the places where its words were typed, nor what stands beside it. */
export const wordsAlone = ({ tree }: Composed): unknown => {
  const { translations, data, ...rest } = tree
  expect(translations && data).toBeTruthy()
  return JSON.parse(
    JSON.stringify(rest, (key, value: unknown) => (key === 'at' ? undefined : value)),
  )
}
