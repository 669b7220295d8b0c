import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { manualForBundle } from '../../scripts/manual-module.mjs'
import { wordingForBundle } from '../../scripts/wording-module.mjs'
import { aWorkspace, FINISHED, UNFINISHED } from './make.ts'

// Beside the package's own modules, which a bundle elsewhere would not find.
let folder: string

beforeAll(async () => {
  folder = mkdtempSync(join(import.meta.dirname, '.process-'))
  await build({
    entryPoints: { s55: 'src/cli/s55.ts' },
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    loader: Object.fromEntries(
      ['.typ', '.css', '.bash', '.zsh', '.fish', '.ps1'].map(ending => [ending, 'text']),
    ),
    plugins: [wordingForBundle, manualForBundle],
  })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('the exit code and both streams are those of the command', async () => {
  const cwd = aWorkspace({ northshire: UNFINISHED })
  const { code, out, err } = await run(['check'], cwd)
  expect(code).toBe(1)
  expect(out).toContain('error placeholder')
  expect(err).toBe('')
  expect(await run(['check', 'nothing'], cwd)).toMatchObject({ code: 2, out: '' })
})

test('whoever stops reading hears nothing more', async () => {
  const responses = Array.from({ length: 40 }, (_, n) => [`response-${n}`, UNFINISHED] as const)
  const { err } = await run(['check'], aWorkspace(Object.fromEntries(responses)), child =>
    child.stdout.destroy(),
  )
  expect(err).toBe('')
})

test('the colours of a terminal do not reach a pipe', async () => {
  const { out } = await run(['check'], aWorkspace({ northshire: FINISHED }))
  expect(out).not.toContain('\u001b')
})

type Child = ReturnType<typeof start>

const start = (argv: string[], cwd: string) =>
  spawn(process.execPath, [join(folder, 's55.mjs'), ...argv], { cwd })

async function run(argv: string[], cwd: string, meanwhile: (child: Child) => void = () => {}) {
  const child = start(argv, cwd)
  let [out, err] = ['', '']
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()))
  meanwhile(child)
  const code = await new Promise<number | null>(done => child.on('close', done))
  return { code, out, err }
}
