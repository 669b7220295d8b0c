import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { Draft, type Mended } from '../../src/fix/draft.ts'
import { mendResponse } from '../../src/fix/mend-response.ts'
import { readInspectionResponse } from '../../src/model/read-workspace.ts'
import { renderHtml } from '../../src/render/html.ts'
import type { WorkspaceFiles } from '../../src/source/workspace-files.ts'
import { composeReading } from '../compose.ts'
import { aWorkspace } from '../makers.ts'
import { EXAMPLE_DAY, exampleFiles } from './example.ts'

const ROOT = resolve('.')
const CASES = resolve('../shared/cases')
const letters = [
  [ROOT, 'northshire-custody-2026'],
  [ROOT, 'northshire-peel-2025'],
  [CASES, 'warwickshire-2019'],
  [CASES, 'warwickshire-2017-efficiency'],
  [CASES, 'west-mercia-2019'],
] as const

async function htmlOf(files: WorkspaceFiles, name: string): Promise<Uint8Array[]> {
  const reading = await readInspectionResponse(files, name, { today: EXAMPLE_DAY })
  const { letters, problems } = await composeReading(reading, files)
  expect([...reading.problems, ...problems]).toEqual([])
  return Promise.all(letters.map(({ tree, look }) => renderHtml(tree, look)))
}

for (const [root, name] of letters) {
  const isThere = existsSync(root)
  const why = isThere ? '' : ` (skipped: no ${root} here)`
  const only = isThere ? test : test.skip
  only(
    `${name} builds the same letter once its ids are written and its line ends mended${why}`,
    async () => {
      const whole = exampleFiles(root)
      // As a careless editor leaves them.
      const spaced = Object.entries(whole).map(([path, bytes]) => {
        const isYaml = path.endsWith('.yaml')
        const text = () =>
          Buffer.from(bytes)
            .toString()
            .replaceAll(/(?<!\\)\n/g, ' \n')
        return [path, isYaml ? Buffer.from(text()) : bytes]
      })
      const files = aWorkspace(Object.fromEntries(spaced) as typeof whole)
      const mended: Mended = new Map()
      const draft = new Draft(files, mended)
      expect(await mendResponse(draft, name, { today: EXAMPLE_DAY })).toEqual([])
      const counts = [...mended.values()].map(({ counts }) => counts)
      expect(counts.some(count => count.has('id'))).toBe(true)
      const before = await htmlOf(aWorkspace(whole), name)
      expect(before.length).toBeGreaterThan(0)
      expect(await htmlOf(draft, name)).toEqual(before)
      expect(await htmlOf(files, name)).toEqual(before)
    },
  )
}
