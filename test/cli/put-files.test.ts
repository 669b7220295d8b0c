import { linkSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { CannotWrite, putFiles } from '../../src/cli/put-files.ts'
import { aFolder } from './make.ts'

vi.mock('node:fs/promises', async load => {
  const real = await load<typeof import('node:fs/promises')>()
  return {
    ...real,
    rename: vi.fn(real.rename),
    link: vi.fn(real.link),
    writeFile: vi.fn(real.writeFile),
    mkdir: vi.fn(real.mkdir),
  }
})
const { rename: realRename } =
  await vi.importActual<typeof import('node:fs/promises')>('node:fs/promises')
const renaming = vi.mocked(rename)
beforeEach(() => void renaming.mockReset().mockImplementation(realRename))

const NAMES = ['letter.docx', 'letter.pdf', 'letter.html']
const newFiles = (folder: string) =>
  NAMES.map(name => ({ path: join(folder, name), bytes: Buffer.from('new') }))
const put = (folder: string) =>
  putFiles(folder, newFiles(folder), path => path.slice(folder.length), [1, 1])
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

test.each(['ENOTSUP', 'EPERM', 'EISDIR', 'UNKNOWN'])(
  'a disk without links keeps a copy to go back to: %s',
  async code => {
    const { link } = await import('node:fs/promises')
    vi.mocked(link).mockRejectedValue(failure(code))
    const folder = aFolder(OLD)
    renaming.mockImplementation((from, to) =>
      String(from).endsWith('html.new') ? Promise.reject(failure('EPERM')) : realRename(from, to),
    )
    await expect(put(folder)).rejects.toThrow(CannotWrite)
    expect(contents(folder)).toEqual(['letter.docx old', 'letter.html old', 'letter.pdf old'])
    vi.mocked(link).mockReset()
  },
)

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

describe('a folder that is synchronised', () => {
  /** The first attempts on a file fail, as while it is read to be sent away. */
  const holdFor = (attempts: number, code: string) => {
    let left = attempts
    renaming.mockImplementation((from, to) =>
      String(to).endsWith('letter.pdf') && left-- > 0
        ? Promise.reject(failure(code))
        : realRename(from, to),
    )
  }

  test.each(['EBUSY', 'EPERM', 'EACCES'])('%s for a moment is waited for', async code => {
    const folder = aFolder(OLD)
    holdFor(2, code)
    await put(folder)
    expect(contents(folder)).toEqual(['letter.docx new', 'letter.html new', 'letter.pdf new'])
  })

  test('one that goes on is told of, and everything is as it was', async () => {
    const folder = aFolder(OLD)
    // What is undone is tried again, too.
    holdFor(3, 'EBUSY')
    await expect(put(folder)).rejects.toThrow('Unexpected refusal to write /letter.pdf')
    expect(contents(folder)).toEqual(['letter.docx old', 'letter.html old', 'letter.pdf old'])
  })

  test('what is no hold is not waited for', async () => {
    renaming.mockRejectedValue(failure('ENOSPC'))
    await expect(put(aFolder(OLD))).rejects.toThrow('Unexpected full disk')
    expect(renaming).toHaveBeenCalledTimes(1)
  })
})

describe('who has a file open is named where that can be seen', () => {
  test.each([
    ['letter.docx', '~$letter.docx', 'letter.docx is open in Word: close it there'],
    ['letter.en-GB.docx', '~$tter.en-GB.docx', 'letter.en-GB.docx is open in Word: close it'],
    ['letter.docx', '.~lock.letter.docx#', 'letter.docx is open in LibreOffice: close it there'],
    ['letter.pdf', '~$letter.docx', 'It may be open in Word or a PDF reader: close it there'],
  ])('%s beside %s', async (name, lock, hint) => {
    const folder = aFolder({ [name]: 'old', [lock]: 'somebody' })
    renaming.mockRejectedValue(failure('EBUSY'))
    const file = { path: join(folder, name), bytes: Buffer.from('new') }
    const putting = putFiles(folder, [file], path => path, [])
    await expect(putting).rejects.toMatchObject({
      hint: expect.stringContaining(hint) as string,
    })
    await expect(putting).rejects.toMatchObject({
      hint: expect.stringContaining('run the command again') as string,
    })
  })
})

describe('a folder that is read-only', () => {
  test.each([
    ['EACCES', 'Unexpected refusal to write /output, expected a folder that can be written'],
    ['EPERM', 'Unexpected refusal to write /output, expected a folder that can be written'],
    ['EROFS', 'Unexpected read-only place /output'],
  ])('%s: it is told of before anything is made', async (code, message) => {
    const folder = aFolder({ 'x.txt': '' })
    vi.mocked(mkdir).mockRejectedValueOnce(failure(code))
    await expect(
      putFiles(join(folder, 'output'), [], path => path.slice(folder.length)),
    ).rejects.toThrow(message)
    expect(readdirSync(folder)).toEqual(['x.txt'])
  })

  test.each([
    ['EACCES', 'Unexpected refusal to write /output, expected a folder that can be written'],
    ['EROFS', 'Unexpected read-only place /output/letter.docx'],
  ])('%s: files in it stay as they were', async (code, message) => {
    const folder = aFolder({ 'output/letter.docx': 'old' })
    vi.mocked(writeFile).mockRejectedValueOnce(failure(code))
    const output = join(folder, 'output')
    await expect(
      putFiles(output, newFiles(output), path => path.slice(folder.length)),
    ).rejects.toThrow(message)
    expect(contents(output)).toEqual(['letter.docx old'])
  })

  test('a file in the place of the folder is told of, and left', async () => {
    const folder = aFolder({ output: 'a file' })
    const output = join(folder, 'output')
    await expect(
      putFiles(output, newFiles(output), path => path.slice(folder.length)),
    ).rejects.toThrow('Unexpected file in the way of /output, expected a folder there')
    expect(readFileSync(output, 'utf8')).toBe('a file')
  })
})
