import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { build } from '../../src/cli/build.ts'
import { init } from '../../src/cli/init.ts'
import { showPath } from '../../src/cli/io.ts'
import { isMadeOf } from '../../src/cli/is-made-of.ts'
import { main } from '../../src/cli/main.ts'
import { aFolder, anIo, aWorkspace, BUILD_OPTIONS, FINISHED, OFFICE } from './make.ts'

/** Where C:\work is in truth: the product below sees the paths of Windows, and no others. */
const disk = vi.hoisted(() => ({ root: '' }))

vi.mock('node:path', async load => {
  const { win32 } = await load<typeof import('node:path')>()
  return { ...win32, default: win32 }
})
vi.mock('node:fs', async load => {
  const real = await load<typeof import('node:fs')>()
  const { toDisk, fromDisk, mapped } = await import('./windows-disk.ts')
  const realpathSync = Object.assign(
    (path: string) => fromDisk(disk, real.realpathSync(toDisk(disk, path))),
    { native: (path: string) => fromDisk(disk, real.realpathSync.native(toDisk(disk, path))) },
  )
  return { ...mapped(disk, real), realpathSync }
})
vi.mock('node:fs/promises', async load => {
  const real = await load<typeof import('node:fs/promises')>()
  const { mapped } = await import('./windows-disk.ts')
  return mapped(disk, real)
})
const inWork = (path = '') => `C:\\work${path}`
async function run(argv: string[], cwd = inWork()) {
  const io = anIo({ cwd })
  const code = await main(argv, io)
  return { code, out: io.out, err: io.err }
}
const LOGO =
  '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><path d="M0 0h9v9z"/></svg>'

beforeEach(() => {
  disk.root = aWorkspace(
    {
      letter: FINISHED.replace('actions:', '  - file: parts/more.yaml\nactions:'),
      other: FINISHED,
    },
    {
      'responses/letter/parts/more.yaml': '- title: Custody\n  grade: good\n',
      'templates/northshire/office.yaml': OFFICE.replace(
        'letterhead:',
        'letterhead:\n  logo: logo.svg',
      ),
      'templates/northshire/logo.svg': LOGO,
    },
  )
})

describe('on Windows', () => {
  test.each([
    'responses\\letter',
    'responses\\letter\\',
    '.\\responses\\letter\\response.yaml',
    'responses/letter',
    'C:\\work\\responses\\letter',
    // What PowerShell makes of a completed folder in quotation marks.
    'responses\\letter"',
  ])('build %s', async path => {
    const { code, out, err } = await run(['build', path])
    expect({ code, err: err.replace(/[\d.]+ s/, '1 s') }).toEqual({
      code: 0,
      err: '1 letter built in 1 s.\n',
    })
    expect(out).toContain('  output/letter/letter.docx ')
    expect(readdirSync(`${disk.root}/output/letter`)).toHaveLength(4)
  })

  test('all responses, from a folder of the workspace, into another', async () => {
    const { code, out } = await run(['build', '--out', 'C:\\work\\sent\\"'], inWork('\\responses'))
    expect(code).toBe(0)
    expect(out).toContain('  ../sent/other/letter.pdf ')
    expect(existsSync(`${disk.root}/sent/letter/letter.html`)).toBe(true)
  })

  test('check names files as an editor opens them', async () => {
    const { out } = await run(['check', 'responses\\letter', '--notes'])
    expect(out).toContain('templates/northshire/office.yaml:9:11 warning')
    expect(out).not.toContain('\\')
  })

  test('a new response is put where it belongs', async () => {
    const { code, out } = await run(['new', '2026-custody'])
    expect({ code, out }).toEqual({ code: 0, out: 'Made responses/2026-custody/response.yaml\n' })
  })

  test.each([
    ['C:\\work\\new\\con', 'con'],
    ['new\\aux.workspace', 'aux.workspace'],
    ['letters 2026.', 'letters 2026.'],
    ['what?', 'what?'],
    ['a:b:c', 'b:c'],
  ])('init %s refuses the name', async (dir, name) => {
    const { code, err } = await run(['init', dir])
    expect(code).toBe(2)
    expect(err).toContain(`Unexpected folder ${name}, expected a name that every computer can hold`)
    expect(err).toContain('Windows refuses < > : " | ? * \\ in a name')
  })

  test.each(['new', 'C:\\work\\new', '.\\new\\', 'new/office'])('init %s', async dir => {
    const io = anIo({ cwd: inWork() })
    const product = { asks: '1.0.0', locked: {} }
    expect(await init(dir, { isQuiet: true }, io, product)).toBe(0)
    expect(
      readFileSync(
        `${disk.root}/new/${dir.includes('office') ? 'office/' : ''}section55.yaml`,
        'utf8',
      ),
    ).not.toBe('')
  })

  test('what is on another drive is named whole', () => {
    expect(showPath('D:\\letters\\a.pdf', { cwd: inWork() })).toBe('D:/letters/a.pdf')
    expect(showPath('\\\\server\\share\\a.pdf', { cwd: inWork() })).toBe('//server/share/a.pdf')
    expect(showPath(inWork(), { cwd: inWork() })).toBe('.')
  })

  test('a saved part makes its response new, and no other', () => {
    const files = ['responses/letter/response.yaml', 'templates/northshire/office.yaml']
    const found = { root: inWork(), name: 'letter', folder: 'responses/letter' }
    for (const path of [
      '\\responses\\letter\\parts\\more.yaml',
      '\\templates\\northshire\\logo.svg',
      '\\templates\\wording\\opening.hbs',
      '\\section55.yaml',
    ])
      expect(isMadeOf(inWork(path), found, files), path).toBe(true)
    for (const path of ['C:\\work\\responses\\other\\response.yaml', 'D:\\responses\\letter\\a'])
      expect(isMadeOf(path, found, files), path).toBe(false)
  })

  test('the letters are those that are built elsewhere', async () => {
    const io = anIo({ cwd: inWork() })
    expect(await build(['responses\\letter'], BUILD_OPTIONS, io)).toBe(0)
    const there = readFileSync(`${disk.root}/output/letter/letter.html`, 'utf8')
    expect(there).not.toMatch(/C:|\\work/)
  })
})

test('a folder that is no workspace says so with its own path', async () => {
  disk.root = aFolder({ 'x.txt': '' })
  const { code, err } = await run(['build', 'x.txt'])
  expect(code).toBe(2)
  expect(err).toContain('Unexpected file x.txt, expected')
})
