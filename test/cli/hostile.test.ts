import { mkdirSync, readdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { build } from '../../src/cli/build.ts'
import { main } from '../../src/cli/main.ts'
import { aFolder, anIo, aWorkspace, BUILD_OPTIONS, FINISHED, OFFICE, UNFINISHED } from './make.ts'

async function run(argv: string[], cwd: string, env: Record<string, string> = {}) {
  const io = anIo({ cwd, env })
  const code = await main(argv, io)
  return { code, out: io.out, err: io.err }
}
const withLetterhead = (keys: string) =>
  `${OFFICE.replace(/^letterhead:\r?\n(?:[ ].*\r?\n)*/m, '')}letterhead: { ${keys} }\n`
// Windows lets administrators alone make links.
const testLinks = process.platform === 'win32' ? test.skip : test

describe('what a script types when its variable is empty', () => {
  test('an empty --out is no folder', async () => {
    const cwd = aWorkspace({ letter: FINISHED })
    expect(await run(['build', '--out', ''], cwd)).toMatchObject({
      code: 2,
      err: 'Unexpected empty --out, expected a folder\n',
    })
    expect(readdirSync(cwd)).not.toContain('letter')
  })

  test('an empty path is not the whole workspace', async () => {
    const cwd = aWorkspace({ letter: FINISHED })
    for (const command of ['check', 'build'])
      expect(await run([command, ''], cwd)).toMatchObject({ code: 2, out: '' })
  })
})

describe('a path out of the workspace is refused at its line', () => {
  test.each([
    ['output', '../elsewhere', 'path out of the workspace'],
    ['output', '/elsewhere', 'path from the root of a drive'],
    ['templates', 'C:\\offices', 'path from the root of a drive'],
    ['templates', 'our\\offices', 'backslash in a path'],
  ])('folders.%s: %s', async (key, path, found) => {
    const settings = { 'section55.yaml': `folders:\n  ${key}: ${path}\n` }
    const cwd = aWorkspace({ letter: FINISHED }, settings)
    const checked = await run(['check'], cwd)
    expect(checked).toMatchObject({ code: 1, err: '' })
    expect(checked.out).toContain(
      `section55.yaml:2:${5 + key.length} error part\n  Unexpected ${found}, expected a folder of the workspace`,
    )
    expect(await run(['build'], cwd)).toMatchObject({ code: 1, out: '' })
  })

  test('settings that lead to no response say so themselves', async () => {
    const cwd = aFolder({
      'section55.yaml': 'folders:\n  responses: ../letters\n',
      'letters/a/response.yaml': FINISHED,
    })
    const { code, err } = await run(['check'], cwd)
    expect(code).toBe(2)
    expect(err).toContain('section55.yaml:2: Unexpected path out of the workspace')
  })

  testLinks('by a link, for a logo, a part and a whole response', async () => {
    const outside = aFolder({
      'x.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
      'x.yaml': FINISHED,
    })
    const letterhead = withLetterhead('logo: x.svg')
    const cwd = aWorkspace(
      { a: FINISHED, b: `${FINISHED}  - file: x.yaml\n` },
      { 'templates/northshire/office.yaml': letterhead },
    )
    symlinkSync(join(outside, 'x.svg'), join(cwd, 'templates/northshire/x.svg'))
    symlinkSync(join(outside, 'x.yaml'), join(cwd, 'responses/b/x.yaml'))
    mkdirSync(join(cwd, 'responses/c'))
    symlinkSync(join(outside, 'x.yaml'), join(cwd, 'responses/c/response.yaml'))
    const { code, out } = await run(['check'], cwd)
    expect(code).toBe(1)
    expect(out.match(/Unexpected path out of the workspace/g)).toHaveLength(3)
    expect(out).toContain('Hint: Copy the file into the workspace; a link to it is not enough')
  })
})

describe('what is there and cannot be read', () => {
  test('settings that are a folder are not the same as none', async () => {
    const cwd = aWorkspace({ letter: FINISHED }, { 'section55.yaml/x': '' })
    const { code, out } = await run(['check'], cwd)
    expect(code).toBe(1)
    expect(out).toContain(
      'section55.yaml:1:1 error missing-file\n  Unexpected folder section55.yaml',
    )
  })

  test('an office that is a folder is not missing', async () => {
    const cwd = aFolder({
      'responses/a/response.yaml': FINISHED,
      'templates/northshire/office.yaml/x': '',
    })
    expect((await run(['check'], cwd)).out).toContain(
      'Unexpected folder templates/northshire/office.yaml, expected a file',
    )
  })

  testLinks('a response that is a broken link is called one', async () => {
    const cwd = aFolder({ 'templates/northshire/office.yaml': OFFICE, 'responses/a/x': '' })
    symlinkSync('nowhere.yaml', join(cwd, 'responses/a/response.yaml'))
    const { code, err } = await run(['check'], cwd)
    expect(code).toBe(2)
    expect(err).toContain('Unexpected response.yaml in responses/a that leads nowhere')
  })

  test('a signature that a variable names may lie anywhere, and its path is not told', async () => {
    const office = OFFICE.replace('    from:', '    signature: ${S55_SIGNATURE}\n    from:')
    const cwd = aWorkspace({ letter: FINISHED }, { 'templates/northshire/office.yaml': office })
    const { out } = await run(['check'], cwd, { S55_SIGNATURE: join(cwd, 'private/name.png') })
    expect(out).toContain('Missing file that ${S55_SIGNATURE} names, expected it there')
    expect(out).not.toContain('private/name')
    expect(out.match(/ (?:error|warning) /g)).toHaveLength(1)
  })
})

test('names with spaces and letters of Welsh, in a folder with spaces', async () => {
  const names = ['Ŵyl 2024 – é', `a${'b'.repeat(120)}`]
  const cwd = aFolder({
    'our work space/templates/northshire/office.yaml': OFFICE,
    ...Object.fromEntries(
      names.map(name => [`our work space/responses/${name}/response.yaml`, FINISHED]),
    ),
  })
  const root = join(cwd, 'our work space')
  expect((await run(['check', '--quiet', `responses/${names[0]}`], root)).code).toBe(0)
  expect((await run(['build', '--quiet'], root)).code).toBe(0)
  for (const name of names) expect(readdirSync(join(root, 'output', name))).toHaveLength(4)
})

test('a character without a font is told once, at its own place, of a draft too', async () => {
  for (const text of [UNFINISHED, FINISHED]) {
    const cwd = aWorkspace({ letter: text.replace('I welcome', 'I 😀 welcome') })
    const built = await run(['build'], cwd)
    expect(built.code).toBe(1)
    expect(built.err.match(/ error character-without-font/g)).toHaveLength(1)
    expect(built.err).toContain('responses/letter/response.yaml:13:13 error')
    expect((await run(['check'], cwd)).out).toContain('response.yaml:13:13 error')
  }
})

test('a font file that is none is found by check as well', async () => {
  const files = 'font: Ours, font_files: { regular: a, bold: a, italic: a, bold_italic: a }'
  const office = withLetterhead(files)
  const cwd = aWorkspace(
    { letter: FINISHED },
    { 'templates/northshire/office.yaml': office, 'templates/northshire/a': 'no font' },
  )
  const { code, out } = await run(['check'], cwd)
  expect(code).toBe(1)
  expect(out).toContain('error font')
})

test('a fault of ours with one letter does not stop the others', async () => {
  let asked = 0
  const env = new Proxy(
    {},
    {
      get: (_, key) => {
        if (key === 'S55_SIGNATURE' && asked++ === 0) throw new Error('made for the test')
        return undefined
      },
    },
  )
  const office = OFFICE.replace('    from:', '    signature: ${S55_SIGNATURE}\n    from:')
  const root = aWorkspace(
    { a: FINISHED, b: FINISHED },
    { 'templates/northshire/office.yaml': office },
  )
  const io = anIo({ cwd: root, env })
  expect(await build([], BUILD_OPTIONS, io)).toBe(3)
  expect(io.err).toContain('A fault in s55 itself, not in your files, with a: made for the test')
  expect(io.err).toMatch(/1 letter built in \d+\.\d s, 1 letter not built: a\.\n$/)
  expect(readdirSync(join(root, 'output'))).toEqual(['b'])
})

test.each(['docx', 'pdf'])('a letterhead.%s of 200 MB is refused unread', async kind => {
  const office = withLetterhead(`${kind}: letterhead.${kind}`)
  const cwd = aWorkspace({ letter: FINISHED }, { 'templates/northshire/office.yaml': office })
  const path = `templates/northshire/letterhead.${kind}`
  writeFileSync(join(cwd, path), '')
  truncateSync(join(cwd, path), 200_000_000)
  const before = process.memoryUsage().rss
  const { code, err } = await run(['build'], cwd)
  expect(code).toBe(1)
  expect(err.replace(/\s+/g, ' ')).toContain(
    `stationery Unexpected size of file ${path}, expected at most 50 MB`,
  )
  expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000)
})
