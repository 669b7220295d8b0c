import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { build } from '../../src/cli/build.ts'
import { anIo, aWorkspace, BUILD_OPTIONS, FINISHED } from './make.ts'

vi.mock('@myriaddreamin/typst-ts-node-compiler', () => {
  throw new Error('Cannot find native binding')
})

test('on a machine without the PDF engine that is said, and nothing is built', async () => {
  const root = aWorkspace({ letter: FINISHED })
  const io = anIo({ cwd: root })
  expect(await build([], BUILD_OPTIONS, io)).toBe(2)
  expect(io.err).toMatch(
    /^Missing the PDF engine for \w+ \w+, expected its optional package\n {2}Install s55 on this machine/,
  )
  expect(existsSync(join(root, 'output'))).toBe(false)
})
