import { linkSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, expect, test, vi } from 'vitest'
import { CannotWrite, putFiles } from '../../src/cli/put-files.ts'
import { aFolder } from './make.ts'

vi.mock('node:fs/promises', async load => {
  const real = await load<typeof import('node:fs/promises')>()
  return { ...real, rename: vi.fn(real.rename), link: vi.fn(real.link) }
})
const { rename: realRename } =
  await vi.importActual<typeof import('node:fs/promises')>('node:fs/promises')
const renaming = vi.mocked(rename)
beforeEach(() => void renaming.mockReset().mockImplementation(realRename))

const NAMES = ['letter.docx', 'letter.pdf', 'letter.html']
const newFiles = (folder: string) =>
  NAMES.map(name => ({ path: join(folder, name), bytes: Buffer.from('new') }))
const put = (folder: string) =>
  putFiles(folder, newFiles(folder), path => path.slice(folder.length))
const contents = (folder: string) =>
  readdirSync(folder).map(name => `${name} ${readFileSync(join(folder, name), 'utf8')}`)
const failure = (code: string) => Object.assign(new Error(code), { code })
const OLD = Object.fromEntries(NAMES.map(name => [name, 'old']))

test('old files give way to new ones, and nothing else is left', async () => {
  const folder = aFolder(OLD)
  await put(folder)
  expect(contents(folder)).toEqual(['letter.docx new', 'letter.html new', 'letter.pdf new'])
})

test('a letter is there at every moment, the old one or the new', async () => {
  const folder = aFolder(OLD)
  renaming.mockImplementation(async (from, to) => {
    for (const name of NAMES) expect(statSync(join(folder, name)).isFile()).toBe(true)
    await realRename(from, to)
    for (const name of NAMES)
      expect(['old', 'new']).toContain(readFileSync(join(folder, name), 'utf8'))
  })
  await put(folder)
  expect(renaming).toHaveBeenCalledTimes(3)
})

test.each(NAMES)('%s is open in Word: everything is as it was', async name => {
  const folder = aFolder(OLD)
  renaming.mockImplementation((from, to) =>
    String(from).endsWith('.new') && String(to).endsWith(name)
      ? Promise.reject(failure('EBUSY'))
      : realRename(from, to),
  )
  await expect(put(folder)).rejects.toThrow(
    `Unexpected refusal to write /${name}, expected a file that can be replaced`,
  )
  expect(contents(folder)).toEqual(['letter.docx old', 'letter.html old', 'letter.pdf old'])
})

test('a first build that fails leaves no folder behind', async () => {
  const root = aFolder({ 'x.txt': '' })
  renaming.mockRejectedValue(failure('EACCES'))
  await expect(put(join(root, 'output/letter'))).rejects.toThrow(CannotWrite)
  expect(readdirSync(root)).toEqual(['x.txt'])
})

test('a disk without links keeps a copy to go back to', async () => {
  const { link } = await import('node:fs/promises')
  vi.mocked(link).mockRejectedValue(failure('ENOTSUP'))
  const folder = aFolder(OLD)
  renaming.mockImplementation((from, to) =>
    String(from).endsWith('html.new') ? Promise.reject(failure('EPERM')) : realRename(from, to),
  )
  await expect(put(folder)).rejects.toThrow(CannotWrite)
  expect(contents(folder)).toEqual(['letter.docx old', 'letter.html old', 'letter.pdf old'])
  vi.mocked(link).mockReset()
})

test('what an earlier build left when it was ended is cleared away', async () => {
  const folder = aFolder({ ...OLD, '.letter.pdf.new': 'half', '.letter.docx.old': 'older' })
  await put(folder)
  expect(readdirSync(folder)).toEqual(['letter.docx', 'letter.html', 'letter.pdf'])
})

test('a folder under a name of ours is named itself, and left', async () => {
  const folder = aFolder({ ...OLD, '.letter.pdf.new/x': '' })
  await expect(put(folder)).rejects.toThrow('Unexpected folder /.letter.pdf.new')
  expect(readFileSync(join(folder, 'letter.docx'), 'utf8')).toBe('old')
  const other = aFolder({ ...OLD, '.letter.pdf.old/x': '' })
  await expect(put(other)).rejects.toThrow(CannotWrite)
})

test('a letter that is a second name of another file leaves that file alone', async () => {
  const folder = aFolder({ 'master.docx': 'master' })
  const output = join(folder, 'output')
  mkdirSync(output)
  linkSync(join(folder, 'master.docx'), join(output, 'letter.docx'))
  writeFileSync(join(output, 'letter.pdf'), 'old')
  await put(output)
  expect(readFileSync(join(folder, 'master.docx'), 'utf8')).toBe('master')
})
