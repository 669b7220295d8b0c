import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { bin, scripts } from '../package.json'
import { main } from '../src/cli/main.ts'
import { anIo, aWorkspace, FINISHED, UNFINISHED } from './cli/make.ts'

type Hook = {
  id: string
  entry: string
  args: string[]
  language: string
  files: string
  pass_filenames?: boolean
  require_serial: boolean
}
const [hook, ...others] = parse(readFileSync('.pre-commit-hooks.yaml', 'utf8')) as Hook[]
const { entry, args, files } = hook!
const isTouched = (path: string) => new RegExp(files).test(path)

/** As pre-commit runs it: with the names of those files, of all that a commit touches, that it asks for. */
async function run(cwd: string, ...touched: string[]) {
  const io = anIo({ cwd })
  const [, ...words] = entry.split(' ')
  const code = await main([...words, ...args, ...touched.filter(isTouched)], io)
  return { code, io }
}

test('the hook runs a command that the package installs', () => {
  expect(others).toEqual([])
  expect(hook!.id).toBe('section55-check')
  expect(hook!.language).toBe('node')
  expect(Object.keys(bin)).toContain(entry.split(' ')[0])
  // npm builds what it fetches from git by this alone.
  expect(scripts.prepare).toBe('node scripts/prepare.mjs')
})

test('the hook is given the names of files, all at once', () => {
  expect(hook!.pass_filenames ?? true).toBe(true)
  expect(hook!.require_serial).toBe(true)
})

test.for([
  ['responses/2024-peel/response.yaml', true],
  ['responses/2024-peel/sections/a.yaml', true],
  ['responses/2024-peel/report.txt', true],
  ['police/responses/2024-peel/response.yaml', true],
  ['templates/northshire/office.yaml', true],
  ['templates/northshire/logo.svg', true],
  ['section55.yaml', true],
  ['responses/list.txt', false],
  ['README.md', false],
  ['schema/section55.schema.json', false],
  ['.gitlab-ci.yml', false],
] as const)('the hook asks for %s: %s', ([path, expected]) => {
  expect(isTouched(path)).toBe(expected)
})

const two = { 'a-peel': FINISHED, 'b-custody': FINISHED.replace('update:', 'updte:') }

test.for([
  ['a response without a mistake passes', 'responses/a-peel/response.yaml', 0, /a-peel/],
  ['one with a mistake does not', 'responses/b-custody/response.yaml', 1, /updte/],
  ['a part is of its response', 'responses/a-peel/sections/a.yaml', 0, /a-peel/],
  ['an office touches all', 'templates/northshire/office.yaml', 1, /updte/],
  ['the settings touch all', 'section55.yaml', 1, /updte/],
] as const)('%s', async ([, path, code, said]) => {
  const more = { 'section55.yaml': '{}\n', 'responses/a-peel/sections/a.yaml': '[]\n' }
  const { code: exit, io } = await run(aWorkspace(two, more), path)
  expect(io.err).toBe('')
  expect(exit).toBe(code)
  expect(io.out).toMatch(said)
  expect(io.out.includes('b-custody')).toBe(code === 1)
})

test('answers that are still awaited keep nobody from committing', async () => {
  const { code } = await run(aWorkspace({ a: UNFINISHED }), 'responses/a/response.yaml')
  expect(code).toBe(0)
})
