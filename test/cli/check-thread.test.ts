import { execFile } from 'node:child_process'
import { resolve } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { main } from '../../src/cli/main.ts'
import { anIo, aWorkspace, FINISHED, UNFINISHED } from './make.ts'

// The bundle has a thread of its own for every other response of a large workspace; here there is none, and
// the same is told.
const S55 = resolve('dist/s55.js')
const PRIVATE = FINISHED.replace('update: Sup', 'notes: { SECRET\n        update: Sup')

const kinds = [FINISHED, UNFINISHED, PRIVATE, FINISHED.replace('title:', 'titel:')]
const many = Object.fromEntries(
  Array.from({ length: 70 }, (_, n) => [`response-${100 + n}`, kinds[n % kinds.length]!] as const),
)

test.each(['text', 'json', 'junit'])(
  'many responses are told in %s as each alone is',
  async format => {
    const cwd = aWorkspace(many)
    const argv = ['check', '--today', '2024-02-01', '--format', format]
    const io = anIo({ cwd })
    const code = await main(argv, io)
    const bundle = await run(argv, cwd)
    expect(bundle.out).toBe(io.out)
    expect([bundle.code, bundle.err]).toEqual([code, ''])
    expect(io.out).toContain('response-169')
    expect(io.out).not.toContain('SECRET')
  },
)

async function run(argv: string[], cwd: string) {
  const options = { cwd, maxBuffer: 64 * 1024 * 1024, encoding: 'utf8' } as const
  return promisify(execFile)(process.execPath, [S55, ...argv], options).then(
    ({ stdout, stderr }) => ({ code: 0, out: stdout, err: stderr }),
    (error: { code: number; stdout: string; stderr: string }) => ({
      code: error.code,
      out: error.stdout,
      err: error.stderr,
    }),
  )
}
