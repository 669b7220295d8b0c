import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { build } from '../../src/cli/build.ts'
import type { BuildOptions } from '../../src/cli/options.ts'
import { anIo, aWorkspace, BUILD_OPTIONS, FINISHED, UNFINISHED } from './make.ts'

const LETTER = ['letter.docx', 'letter.html', 'letter.json', 'letter.pdf']

async function run({
  responses = { letter: FINISHED },
  files = {},
  before = () => {},
  ...options
}: Partial<BuildOptions> & {
  responses?: Record<string, string>
  files?: Record<string, string>
  before?: (root: string) => void
} = {}) {
  const root = aWorkspace(responses, files)
  before(root)
  const io = anIo({ cwd: root })
  const all = { ...BUILD_OPTIONS, ...options }
  const code = await build([], all, io)
  const output = (name: string): string[] => {
    const folder = join(root, 'output', name)
    return existsSync(folder) ? readdirSync(folder).sort() : []
  }
  return { code, out: io.out, err: io.err, root, output }
}

test('a letter is built in three formats and as data, and said to be', async () => {
  const { code, out, err, output, root } = await run()
  expect(code).toBe(0)
  expect(output('letter')).toEqual(LETTER)
  expect(out).toMatch(
    /^letter \(final\)\n {2}output\/letter\/letter\.docx +\d+ kB {2}\d+\.\d\d s\n/,
  )
  expect(out).toMatch(/\n {2}output\/letter\/letter\.json +\d+ kB {2}\d+\.\d\d s\n/)
  const data = JSON.parse(readFileSync(join(root, 'output/letter/letter.json'), 'utf8')) as object
  expect(data).toMatchObject({ status: 'final', comments: 'I welcome the report.' })
  const html = readFileSync(join(root, 'output/letter/letter.html'), 'utf8')
  expect(html).toContain('href="./letter.json"')
  expect(err).toMatch(/^1 letter built in \d+\.\d s\.\n$/)
})

test('a draft is built with its gaps, and what it lacks is listed', async () => {
  const { code, out, root } = await run({ responses: { letter: UNFINISHED } })
  expect(code).toBe(0)
  expect(out).toContain(
    '  This draft still lacks:\n    - Unexpected placeholder "TODO", expected the finished words\n  To look at:\n    - Missing signature of Alex Marlow, expected a picture in `signature`\n  s55 check responses/letter shows where.\n',
  )
  const html = readFileSync(join(root, 'output/letter/letter.html'), 'utf8')
  expect(html).toContain('[Awaiting the Chief Constable&#39;s update]'.replace('&#39;', "'"))
})

test('a final letter with an error is not built: the frame, and what lies there is from before', async () => {
  const responses = { letter: FINISHED.replace('I welcome the report.', 'TODO') }
  const before = (root: string) => {
    mkdirSync(join(root, 'output/letter'), { recursive: true })
    writeFileSync(join(root, 'output/letter/letter.pdf'), 'the old one')
  }
  const { code, out, err, root } = await run({ responses, before })
  expect(code).toBe(1)
  expect(out).toBe('')
  expect(err).toContain('responses/letter/response.yaml:13:11 error placeholder')
  expect(err).toContain(
    'Nothing was built: what lies in output/letter, if anything, is from before.',
  )
  expect(readFileSync(join(root, 'output/letter/letter.pdf'), 'utf8')).toBe('the old one')
})

test('a draft whose structure is broken is not built', async () => {
  const { code, err, output } = await run({
    responses: { letter: UNFINISHED.replace('update:', 'updaet:') },
  })
  expect(code).toBe(1)
  expect(err).toContain('Did you mean')
  expect(output('letter')).toEqual([])
})

test('one letter that fails does not stop the others, and is named at the end', async () => {
  const { code, err, output } = await run({
    responses: { a: FINISHED, b: FINISHED.replace('I welcome the report.', 'TODO'), c: UNFINISHED },
  })
  expect(code).toBe(1)
  expect([output('a'), output('b'), output('c')]).toEqual([LETTER, [], LETTER])
  expect(err).toMatch(/2 letters built in \d+\.\d s, 1 letter not built: b\.\n$/)
})

test('--out stands for the output folder', async () => {
  const { root } = await run({ out: 'elsewhere' })
  expect(readdirSync(join(root, 'elsewhere/letter')).sort()).toEqual(LETTER)
  expect(existsSync(join(root, 'output'))).toBe(false)
})

test('building again replaces what was built, and leaves nothing beside it', async () => {
  const { root, output } = await run()
  const io = anIo({ cwd: root })
  writeFileSync(join(root, 'output/letter/letter.pdf'), 'the old one')
  expect(await build([], { ...BUILD_OPTIONS, isQuiet: true }, io)).toBe(0)
  expect(output('letter')).toEqual(LETTER)
  expect(statSync(join(root, 'output/letter/letter.pdf')).size).toBeGreaterThan(1000)
})

describe('the same letter gives the same bytes', () => {
  test('in another folder', async () => {
    const [one, other] = [await run(), await run()]
    for (const file of LETTER)
      expect(
        readFileSync(join(one.root, 'output/letter', file)).equals(
          readFileSync(join(other.root, 'output/letter', file)),
        ),
        file,
      ).toBe(true)
  })
})

describe('what is in the way', () => {
  test('a file in place of output', async () => {
    const { code, err } = await run({ files: { output: 'not a folder' } })
    expect(code).toBe(2)
    expect(err).toContain(
      'Unexpected file in the way of output/letter, expected a folder there\n  Move what is in the way',
    )
  })

  test('a folder in place of the letter: nothing is replaced', async () => {
    const before = (root: string) => {
      mkdirSync(join(root, 'output/letter/letter.pdf/x'), { recursive: true })
      writeFileSync(join(root, 'output/letter/letter.docx'), 'the old one')
    }
    const { code, err, output, root } = await run({ before })
    expect(code).toBe(2)
    expect(err).toContain('Unexpected folder output/letter/letter.pdf, expected a file')
    expect(output('letter')).toEqual(['letter.docx', 'letter.pdf'])
    expect(readFileSync(join(root, 'output/letter/letter.docx'), 'utf8')).toBe('the old one')
  })
})

test('a character that no font holds is named with its line, before anything is drawn', async () => {
  const responses = { letter: FINISHED.replace('I welcome', 'I 😀 welcome') }
  const { code, err, output } = await run({ responses })
  expect(code).toBe(1)
  expect(err).toContain('responses/letter/response.yaml:13:')
  expect(err).toContain(
    'Unexpected character "😀" (U+1F600), expected one that the letter\'s font holds',
  )
  expect(output('letter')).toEqual([])
})

test("an office's own template is used, and a broken one named", async () => {
  const own = {
    'templates/northshire/wording/opening.hbs': 'Our own opening for {{report.title}}.\n',
  }
  const { root } = await run({ files: own })
  expect(readFileSync(join(root, 'output/letter/letter.html'), 'utf8')).toContain(
    'Our own opening for An inspection',
  )
  const broken = { 'templates/northshire/wording/opening.hbs': 'First.\n\n{{#if draft}}x\n' }
  const refused = await run({ files: broken })
  expect(refused.code).toBe(1)
  expect(refused.err).toMatch(
    /templates\/northshire\/wording\/opening\.hbs:\d:1 error wording\n {2}Unexpected template syntax/,
  )
  const unknown = { 'templates/wording/opening.hbs': 'Dear {{nobody}}\n' }
  const missing = await run({ files: unknown })
  expect(missing.err).toContain('templates/wording/opening.hbs:1:1 error wording')
  expect(missing.err).toContain('Unexpected {{nobody}}')
})

test('results for programs are JSON, with nothing around it', async () => {
  const { code, out, err } = await run({
    isJson: true,
    responses: { a: UNFINISHED, b: FINISHED.replace('report.', 'TODO') },
  })
  expect(code).toBe(1)
  expect(err).toBe('')
  expect(JSON.parse(out)).toMatchObject([
    {
      name: 'a',
      status: 'draft',
      outcome: 'built',
      files: [{ path: 'output/a/letter.docx' }, {}, {}, { path: 'output/a/letter.json' }],
      problems: [{ rule: 'placeholder' }],
    },
    {
      name: 'b',
      status: 'final',
      outcome: 'refused',
      files: [],
      problems: [{ rule: 'placeholder' }],
    },
  ])
})

test('what only the pages tell is told when the letter is built, and can keep it from going out', async () => {
  const long = FINISHED.replace('letter:\n', 'letter:\n  layout: appendix\n').replace(
    'I welcome the report.',
    `|\n${'  I welcome the report, and thank the inspectors.\n\n'.repeat(100)}`,
  )
  const { code, out } = await run({ responses: { letter: long } })
  expect(code).toBe(0)
  expect(out).toMatch(/To look at:[^]*- Unexpected letter of \d pages before the appendix/)
  const files = { 'section55.yaml': 'rules: { long-covering-letter: error }\n' }
  const refused = await run({ responses: { letter: long }, files })
  expect(refused.code).toBe(1)
  expect(refused.err).toContain('error long-covering-letter')
  expect(refused.output('letter')).toEqual([])
})
