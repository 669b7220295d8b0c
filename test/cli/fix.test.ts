import {
  chmodSync,
  lstatSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { main } from '../../src/cli/main.ts'
import { aFolder, anIo, aWorkspace, FINISHED, OFFICE, UNFINISHED } from './make.ts'

vi.mock('node:fs/promises', async load => {
  const real = await load<typeof import('node:fs/promises')>()
  return { ...real, rename: vi.fn(real.rename), readFile: vi.fn(real.readFile) }
})
const real = await vi.importActual<typeof import('node:fs/promises')>('node:fs/promises')
beforeEach(() => {
  vi.mocked(rename).mockReset().mockImplementation(real.rename)
  vi.mocked(readFile).mockReset().mockImplementation(real.readFile)
})

const WHOLE = FINISHED.replace('Investigating crime', '$&\n    id: investigating-crime').replace(
  'investigations.',
  '$&\n        id: investigating-crime.r1',
)
const SPOILT = WHOLE.replace('2024-01-10', '10 January 2024')
  .replace('title: An', 'title: PEEL: an')
  .replace('final\n', 'final \n')
const MENDED = WHOLE.replace(
  'title: An inspection of Northshire Police',
  'title: "PEEL: an inspection of Northshire Police"',
)
const FILE = 'responses/a/response.yaml'

async function run(argv: string[], cwd: string, parts: Parameters<typeof anIo>[0] = {}) {
  const io = anIo({ cwd, ...parts })
  const code = await main(['fix', ...argv], io)
  return { code, out: io.out, err: io.err }
}
const textIn = (root: string, path = FILE) => readFileSync(join(root, path), 'utf8')

describe('without --write', () => {
  test('what would be mended is shown and counted, and nothing is touched', async () => {
    const cwd = aWorkspace({ a: SPOILT })
    expect(await run([], cwd)).toEqual({
      code: 0,
      err: '',
      out: `--- ${FILE}
+++ ${FILE}
@@ -1,9 +1,9 @@
 office: northshire
-status: final·
+status: final
 report:
-  title: PEEL: an inspection of Northshire Police
+  title: "PEEL: an inspection of Northshire Police"
   inspectorate: HMICFRS
   kind: peel
-  published: 10 January 2024
+  published: 2024-01-10
   basis: section 55
   scale: peel-2021

1 colon in a value, 1 date and 1 line with trailing spaces would be mended in 1 file: s55 fix --write does it
`,
    })
    expect(textIn(cwd)).toBe(SPOILT)
  })

  test('where nothing is to be mended, that is said', async () => {
    const cwd = aWorkspace({ a: WHOLE, b: WHOLE })
    expect(await run([], cwd)).toEqual({
      code: 0,
      err: '',
      out: 'Nothing to mend in 2 responses\n',
    })
    expect(await run(['responses/a', '--write'], cwd)).toMatchObject({
      out: 'Nothing to mend in 1 response\n',
    })
  })

  test('the command to be typed has the paths that were typed', async () => {
    const cwd = aWorkspace({ a: SPOILT, 'b c': WHOLE })
    const { out } = await run(['responses/a', 'responses/b c'], cwd)
    expect(out).toMatch(/: s55 fix --write responses\/a "responses\/b c" does it\n$/)
  })

  test('--quiet shows the changes alone', async () => {
    const { out } = await run(['--quiet'], aWorkspace({ a: SPOILT }))
    expect(out).toMatch(/^--- .*\n {3}scale: peel-2021\n\n$/s)
  })

  test('colours are for terminals, and for who wants them', async () => {
    const cwd = aWorkspace({ a: SPOILT })
    const { out } = await run([], cwd, { isTerminal: true })
    expect(out).toContain('\u001b[31m-status: final·\u001b[39m\n')
    expect(out).toContain('\u001b[36m+status: final\u001b[39m\n')
    expect((await run(['--no-color'], cwd, { isTerminal: true })).out).not.toContain('\u001b')
    expect((await run([], cwd)).out).not.toContain('\u001b')
  })

  test('of a long line, what changes is shown, within the terminal', async () => {
    const words = 'The force should answer. '.repeat(12)
    const yaml = `${WHOLE.replace('I welcome the report.', `|\n  ${words}END  \n  A. ${words} \n`)}reply: |\n  One.\u001b[2J\n\tTwo.\n`
    const { out } = await run([], aWorkspace({ a: yaml }))
    for (const line of out.split('\n').slice(0, -2)) expect(line.length).toBeLessThanOrEqual(80)
    expect(out).toMatch(/^-….*END··$/m)
    expect(out).toMatch(/^\+….*END$/m)
    expect(out).toMatch(/^-→Two\.$/m)
    expect(out).not.toContain('\u001b')
  })

  test('more lines than anybody reads are counted alone', async () => {
    const yaml = `${WHOLE}reply: |\n${'  One. \n'.repeat(4000)}`
    const { out } = await run([], aWorkspace({ a: yaml }))
    expect(out).toBe(
      `--- ${FILE}\n+++ ${FILE}\n@@ more than 6000 lines @@\n\n4000 lines with trailing spaces would be mended in 1 file: s55 fix --write does it\n`,
    )
  })
})

describe('with --write', () => {
  test('it is done, and told; a second time there is nothing to do, and check has nothing to say', async () => {
    const cwd = aWorkspace({ a: SPOILT }, { 'section55.yaml': 'placeholders: [to follow] \n' })
    expect(await run(['--write'], cwd)).toEqual({
      code: 0,
      err: '',
      out: `${FILE}: 1 colon in a value, 1 date and 1 line with trailing spaces\nsection55.yaml: 1 line with trailing spaces\nMended 2 files\n`,
    })
    expect(textIn(cwd)).toBe(MENDED)
    expect(textIn(cwd, 'section55.yaml')).toBe('placeholders: [to follow]\n')
    expect(readdirSync(join(cwd, 'responses/a'))).toEqual(['response.yaml'])
    expect((await run(['--write'], cwd)).out).toBe('Nothing to mend in 1 response\n')
    const io = anIo({ cwd })
    expect(await main(['check', '--quiet'], io)).toBe(0)
    expect(io.out).not.toContain('error')
  })

  test('--quiet leaves out the last line', async () => {
    const { out } = await run(['--write', '--quiet'], aWorkspace({ a: SPOILT }))
    expect(out).toMatch(/^responses\/a\/response\.yaml: .* trailing spaces\n$/)
  })

  test('the office that several responses share is mended once', async () => {
    const office = OFFICE.replace(/from: .*/, 'from: 5 May 2021')
    expect(office).not.toBe(OFFICE)
    const cwd = aWorkspace({ a: WHOLE, b: WHOLE }, { 'templates/northshire/office.yaml': office })
    expect((await run(['--write'], cwd)).out).toBe(
      'templates/northshire/office.yaml: 1 date\nMended 1 file\n',
    )
    expect(textIn(cwd, 'templates/northshire/office.yaml')).toContain('from: 2021-05-05')
  })

  test('where one file cannot be written, all stay as they were', async () => {
    const cwd = aWorkspace({ a: SPOILT, b: SPOILT })
    vi.mocked(rename).mockImplementation((from, to) =>
      String(to).endsWith('/b/response.yaml') && String(from).endsWith('.new')
        ? Promise.reject(Object.assign(new Error('EBUSY'), { code: 'EBUSY' }))
        : real.rename(from, to),
    )
    expect(await run(['--write'], cwd)).toEqual({
      code: 2,
      out: '',
      err: `Unexpected refusal to write responses/b/response.yaml, expected a file that can be replaced\n  Nothing was written. Close the file where it is open, or ask who looks after the folder for the right to write.\n`,
    })
    expect([textIn(cwd), textIn(cwd, 'responses/b/response.yaml')]).toEqual([SPOILT, SPOILT])
    expect(readdirSync(join(cwd, 'responses/a'))).toEqual(['response.yaml'])
  })

  test('what somebody has saved meanwhile is not written over', async () => {
    const cwd = aWorkspace({ a: SPOILT })
    vi.mocked(readFile).mockResolvedValue(Buffer.from(SPOILT.replace('adequate', 'good')))
    const { code, out, err } = await run(['--write'], cwd)
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(/^Unexpected change of responses\/a\/response\.yaml, expected nobody/)
    expect(textIn(cwd)).toBe(SPOILT)
  })

  test.skipIf(process.platform === 'win32')(
    'a file keeps who may read it, and a link what it leads to',
    async () => {
      const cwd = aWorkspace({ a: SPOILT })
      const kept = join(cwd, 'responses/a/letter.yaml')
      renameSync(join(cwd, FILE), kept)
      chmodSync(kept, 0o640)
      symlinkSync('letter.yaml', join(cwd, FILE))
      expect((await run(['--write'], cwd)).code).toBe(0)
      expect(lstatSync(join(cwd, FILE)).isSymbolicLink()).toBe(true)
      expect(readFileSync(kept, 'utf8')).toBe(MENDED)
      expect(statSync(kept).mode & 0o777).toBe(0o640)
    },
  )
})

describe('for programs', () => {
  test('each file is told with all its keys', async () => {
    const broken = `${WHOLE}notes: [a\n`
    const cwd = aWorkspace({ a: SPOILT, b: broken })
    const { code, out } = await run(['--json'], cwd)
    expect(code).toBe(0)
    expect(JSON.parse(out)).toEqual([
      {
        file: FILE,
        mended: { colon: 1, date: 1, 'trailing-space': 1 },
        diff: expect.stringContaining('\n-status: final·\n+status: final\n') as string,
        written: false,
        left: null,
      },
      {
        file: 'responses/b/response.yaml',
        mended: {},
        diff: '',
        written: false,
        left: {
          line: 24,
          message: 'Unexpected [ without its partner or a comma, expected `[one, two]`',
          hint: expect.any(String) as string,
        },
      },
    ])
    expect(textIn(cwd)).toBe(SPOILT)
  })

  test('what was written is told as written, and nothing as an empty list', async () => {
    const cwd = aWorkspace({ a: SPOILT })
    expect(JSON.parse((await run(['--json', '--write'], cwd)).out)).toMatchObject([
      { written: true },
    ])
    expect((await run(['--json'], cwd)).out).toBe('[]\n')
    expect(textIn(cwd)).toBe(MENDED)
  })
})

describe('nothing private is shown', () => {
  const SECRET = `notes: |
  SECRET of the office
sections:
  - title: A
    id: a
    items:
      - recommendation: B
        id: a.r1
        target: 1/2/2024
        update: |
          SECRET: of the force
        comment: "SECRET of the body"
        position: not accepted
        reason: SECRET reason
        owner: SECRET owner
        evidence:
          - Plan: SECRET
        history:
          - { date: 1/3/2024, text: SECRET }
        withheld:
          reason: SECRET of the court
          public: It is withheld.
`
  const yaml = UNFINISHED.replace(/sections:.*/s, SECRET)

  test.each([
    ['of a file that can be read', (text: string) => text.replace(/$/gm, ' ')],
    ['of one that cannot', (text: string) => text.replace(/$/gm, ' ').replace('An insp', 'An: x')],
    ['of one indented by tabs', (text: string) => text.replaceAll('  ', '\t')],
    [
      'of one half indented by tabs',
      (text: string) => text.replace(/^ {8}/gm, '\t\t\t\t').replace('An insp', 'An: x'),
    ],
    ['of one that Windows wrote', (text: string) => text.replaceAll('\n', ' \r\n')],
  ])('%s', async (_title, spoil) => {
    const cwd = aWorkspace({ a: spoil(yaml) })
    for (const argv of [[], ['--json'], ['--write', '--json']]) {
      const { out, err } = await run(argv, cwd)
      expect(out).toContain('[private]')
      expect(out).toContain('target: 2024-02-01')
      expect(out + err).not.toContain('SECRET')
    }
    // It is mended all the same.
    expect(textIn(cwd)).toContain('{ date: 2024-03-01, text: SECRET }')
    expect(textIn(cwd)).toContain('- "Plan: SECRET"')
    expect(textIn(cwd).replace(/\s+/g, ' ')).toContain('SECRET: of the force')
  })
})

describe('what is left', () => {
  test('is said with its place, where everything else goes, and is no failure', async () => {
    const cwd = aWorkspace({
      a: `${WHOLE}<<<<<<< HEAD\n=======\n>>>>>>> x\n`,
      b: SPOILT,
    })
    const { code, out, err } = await run(['--write'], cwd)
    expect(code).toBe(0)
    expect(out).toMatch(/^responses\/b\/response\.yaml: .*\nMended 1 file\n$/)
    expect(err).toBe(
      `${FILE}:24:1\n  Unexpected marks of a merge conflict, expected one of the two versions\n  Left as it is. Keep the lines above or below the =======, and delete the three\n  lines of <<<, === and >>>\n`,
    )
  })

  test('of another encoding is not touched', async () => {
    const cwd = aWorkspace({ a: WHOLE })
    const { writeFileSync } = await import('node:fs')
    const bytes = Buffer.from(SPOILT.replace('PEEL', 'Café'), 'latin1')
    writeFileSync(join(cwd, FILE), bytes)
    const { code, out, err } = await run(['--write'], cwd)
    expect([code, out]).toEqual([0, 'Nothing to mend in 1 response\n'])
    expect(err).toContain('Unexpected character that is not UTF-8')
    expect(readFileSync(join(cwd, FILE))).toEqual(bytes)
  })
})

describe('settings', () => {
  const files = {
    'section55.yaml': 'folders:\n\tresponses: letters\n',
    'templates/northshire/office.yaml': OFFICE,
    'letters/a/response.yaml': SPOILT,
  }

  test('that are mended say where the responses are', async () => {
    const cwd = aFolder(files)
    expect((await run(['--write'], cwd)).out).toContain('Mended 2 files\n')
    expect(textIn(cwd, 'section55.yaml')).toBe('folders:\n  responses: letters\n')
    expect(textIn(cwd, 'letters/a/response.yaml')).toBe(MENDED)
  })

  test('are mended once, whatever the number of paths', async () => {
    const cwd = aFolder({ ...files, 'letters/b/response.yaml': WHOLE })
    const { out } = await run(['--write', 'letters/a', 'letters/b'], cwd)
    expect(out).toContain('section55.yaml: 1 line indented by tabs\n')
  })
})

describe('wrong use', () => {
  test.for([
    [['responses/c'], 'Missing responses/c, expected a response'],
    [['--wirte'], 'Unexpected option --wirte, expected'],
    [['--today', '1/2/2024'], 'Unexpected --today 1/2/2024, expected a date'],
    [[''], 'Unexpected empty path'],
  ] as const)('%s', async ([argv, message]) => {
    const cwd = aWorkspace({ a: SPOILT })
    const { code, out, err } = await run([...argv, '--write'], cwd)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(message)
    expect(textIn(cwd)).toBe(SPOILT)
  })

  test('outside a workspace', async () => {
    const { code, err } = await run([], aFolder({ 'a.yaml': SPOILT }))
    expect(code).toBe(2)
    expect(err).toContain('Missing workspace')
  })
})

describe('a paper for the Panel', () => {
  const PAPER =
    'office: northshire\ntitle: Report: a year\nmeeting: 10/12/2026\nsections:\n  - title: Purpose\n    text: Words.\n'
  const MENDED_PAPER = PAPER.replace('Report: a year', '"Report: a year"').replace(
    '10/12/2026',
    '2026-12-10',
  )
  const papers = { 'panel/a.yaml': PAPER, 'panel/b.yaml': PAPER }

  test('is mended by its file alone', async () => {
    const cwd = aWorkspace({ a: SPOILT }, papers)
    const { code } = await run(['--write', 'panel/a.yaml'], cwd)
    expect(code).toBe(0)
    expect(textIn(cwd, 'panel/a.yaml')).toBe(MENDED_PAPER)
    expect(textIn(cwd, 'panel/b.yaml')).toBe(PAPER)
    expect(textIn(cwd)).toBe(SPOILT)
  })

  test('is mended with its workspace', async () => {
    const cwd = aWorkspace({ a: SPOILT }, papers)
    expect((await run(['--write'], cwd)).code).toBe(0)
    expect(textIn(cwd, 'panel/a.yaml')).toBe(MENDED_PAPER)
    expect(textIn(cwd, 'panel/b.yaml')).toBe(MENDED_PAPER)
    expect(textIn(cwd)).toBe(MENDED)
  })

  test('is left alone where a response is named', async () => {
    const cwd = aWorkspace({ a: SPOILT }, papers)
    expect((await run(['--write', 'responses/a'], cwd)).code).toBe(0)
    expect(textIn(cwd, 'panel/a.yaml')).toBe(PAPER)
  })

  test('that needs nothing is counted', async () => {
    const cwd = aWorkspace({ a: WHOLE }, { 'panel/a.yaml': MENDED_PAPER })
    expect((await run([], cwd)).out).toBe('Nothing to mend in 1 response and 1 paper\n')
    expect((await run(['panel'], cwd)).out).toBe('Nothing to mend in 1 paper\n')
  })
})
