import { chmodSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { aFolder } from './cli/make.ts'

afterEach(() => vi.unstubAllEnvs())
beforeEach(() => vi.resetModules())

/** The helper as it is in a world of these variables. */
async function toolsWith(variables: Record<string, string>) {
  for (const [name, value] of Object.entries({
    CI_CONFORMANCE: '',
    S55_CHROMIUM: '',
    ...variables,
  }))
    vi.stubEnv(name, value)
  return import('./tool.ts')
}

test('a tool is found on the PATH, or where its variable says', async () => {
  const folder = aFolder({ chromium: '', 'google-chrome': '', mine: '' })
  chmodSync(join(folder, 'google-chrome'), 0o755)
  // What cannot be run is no program.
  const onPath = await toolsWith({ PATH: ['/nowhere', folder].join(delimiter) })
  expect(onPath.chromium().path).toBe(join(folder, 'google-chrome'))
  const told = await toolsWith({ PATH: folder, S55_CHROMIUM: join(folder, 'mine') })
  expect(told.chromium().path).toBe(join(folder, 'mine'))
  const mistold = await toolsWith({ PATH: folder, S55_CHROMIUM: join(folder, 'gone') })
  expect(mistold.chromium().path).toBeUndefined()
})

test('without it a test is skipped, and its title says why', async () => {
  const { chromium, java, testWith, whySkipped } = await toolsWith({ PATH: '/nowhere' })
  expect(whySkipped(chromium(), java())).toBe(' (skipped: no Chromium, no Java here)')
  expect(testWith(chromium())).not.toBe(test)
  expect(testWith({ ...chromium(), path: '/somewhere/chromium' })).toBe(test)
})

test('in the run that demands it, that is a failure that says what to do', async () => {
  const { chromium, testWith, whySkipped } = await toolsWith({
    PATH: '/nowhere',
    CI_CONFORMANCE: '1',
  })
  expect(whySkipped(chromium())).toBe('')
  expect(() => testWith(chromium())).toThrow(
    'Missing Chromium, expected it under CI_CONFORMANCE=1: set S55_CHROMIUM, or put chromium on the PATH',
  )
})
