import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { anIo, aWorkspace, BUILD_OPTIONS, FINISHED } from './make.ts'
import { hide, hidesEngines, machine, NATIVE, WASM } from '../hide-engines.ts'

hidesEngines()

const load = async () => (await import('../../src/cli/build.ts')).build

test('without the native engine the letter is drawn by the other one, and that is said once', async () => {
  hide(NATIVE)
  const build = await load()
  const root = aWorkspace({ letter: FINISHED, other: FINISHED })
  const io = anIo({ cwd: root })
  expect(await build([], BUILD_OPTIONS, io)).toBe(0)
  expect(io.err).toMatch(
    new RegExp(
      `^The PDF is drawn by WebAssembly, which is slower: the native package for ${machine} is missing\\.\n2 letters built in [\\d.]+ s\\.\n$`,
    ),
  )
  for (const name of ['letter', 'other'])
    expect(readFileSync(join(root, 'output', name, 'letter.pdf'), 'latin1')).toContain(
      '<pdfuaid:part>1</pdfuaid:part>',
    )
})

test('nothing is said of it to programs, nor to whoever wants results only', async () => {
  hide(NATIVE)
  const build = await load()
  for (const option of [{ isQuiet: true }, { isJson: true }]) {
    const io = anIo({ cwd: aWorkspace({ letter: FINISHED }) })
    expect(await build([], { ...BUILD_OPTIONS, ...option }, io)).toBe(0)
    expect(io.err).toBe('')
  }
})

test('it can be asked for where the native one is there', async () => {
  const build = await load()
  const io = anIo({ cwd: aWorkspace({ letter: FINISHED }), env: { S55_PDF_ENGINE: 'wasm' } })
  expect(await build([], BUILD_OPTIONS, io)).toBe(0)
  expect(io.err).toContain('which is slower: S55_PDF_ENGINE asks for it.\n')
})

test('on a machine without either engine that is said, and nothing is built', async () => {
  hide(NATIVE)
  hide(WASM)
  const build = await load()
  const root = aWorkspace({ letter: FINISHED })
  const io = anIo({ cwd: root })
  expect(await build([], BUILD_OPTIONS, io)).toBe(2)
  expect(io.err).toMatch(
    /^Missing the engine for PDF: the native package for \w+ \w+ is missing, and that of WebAssembly too, expected the packages that s55 is installed with\n {2}Install s55 on this machine/,
  )
  expect(existsSync(join(root, 'output'))).toBe(false)
})
