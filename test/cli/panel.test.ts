import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, test } from 'vitest'
import { main } from '../../src/cli/main.ts'
import { aWorkspace, anIo, FINISHED, OFFICE, UNFINISHED } from './make.ts'

const PAPER = `office: northshire
item: Item 4
title: Report of the Commissioner
meeting: 2024-03-14
sections:
  - title: Purpose
    text: |
      This report tells of my work. The figures are at {appendix figures}.
  - response: finished
    before: |
      The inspectors wrote.
appendices:
  - { title: The figures, id: figures, file: figures.csv }
  - { title: The notes, id: notes, restricted: true, file: notes.txt }
`
const FILES = {
  'panel/2024-03.yaml': PAPER,
  'panel/figures.csv': 'Calls,1\n',
  'panel/notes.txt': 'Notes of a closed meeting.\n',
}

const office = (files: Record<string, string | Uint8Array | undefined> = {}) => {
  const all = Object.entries({ ...FILES, ...files }).flatMap(([path, text]) =>
    text === undefined ? [] : [[path, text] as const],
  )
  return aWorkspace({ finished: FINISHED, draft: UNFINISHED }, Object.fromEntries(all))
}

async function run(argv: string[], cwd: string, parts = {}) {
  const io = anIo({ cwd, ...parts })
  const code = await main(['panel', ...argv], io)
  return { code, out: io.out, err: io.err }
}
const built = (cwd: string, folder = 'output/2024-03'): string[] =>
  existsSync(join(cwd, folder)) ? readdirSync(join(cwd, folder)).sort() : []
/** The names of the files that travel in the PDF. */
async function attachedIn(cwd: string, folder = 'output/2024-03'): Promise<string[]> {
  const data = new Uint8Array(readFileSync(join(cwd, folder, 'report.pdf')))
  const pdf = await getDocument({ data, verbosity: 0 }).promise
  return Object.keys((await pdf.getAttachments()) as object).sort()
}
const htmlIn = (cwd: string, folder = 'output/2024-03') =>
  readFileSync(join(cwd, folder, 'report.html'), 'utf8')

describe('a paper is built', () => {
  test('in three formats, with what goes out beside it, and each file is said', async () => {
    const cwd = office()
    const { code, out, err } = await run([], cwd)
    expect(code).toBe(0)
    expect(built(cwd)).toEqual(['appendix-a.csv', 'report.docx', 'report.html', 'report.pdf'])
    expect(out.split('\n')[0]).toBe('2024-03 (report)')
    for (const name of built(cwd)) expect(out).toContain(`output/2024-03/${name}`)
    expect(err).toMatch(/^1 paper built in \d+\.\d s\.\n$/)
  })

  test.each([
    ['by its name', () => '2024-03', '.'],
    ['by its name with its ending', () => '2024-03.yaml', 'responses'],
    ['by its path', () => 'panel/2024-03.yaml', '.'],
    ['by its path from elsewhere', () => '../panel/2024-03.yaml', 'responses'],
    ['by its whole path', (cwd: string) => join(cwd, 'panel/2024-03.yaml'), '.'],
    ['by its folder', () => 'panel', '.'],
    ['by its workspace', () => '.', '.'],
  ])('%s', async (_, path, from) => {
    const cwd = office()
    const { code, out } = await run([path(cwd), '--quiet'], join(cwd, from))
    expect(code).toBe(0)
    expect(out.match(/report\.pdf/g)).toHaveLength(1)
    expect(built(cwd)).toContain('report.pdf')
  })

  test('into another folder, with --out', async () => {
    const cwd = office()
    expect((await run(['--out', 'meeting'], cwd)).code).toBe(0)
    expect(built(cwd, 'meeting/2024-03')).toContain('report.pdf')
    expect(built(cwd)).toEqual([])
  })

  test('where the settings keep papers', async () => {
    const cwd = office({
      'section55.yaml': 'folders: { panel: meetings }\n',
      'panel/2024-03.yaml': undefined,
      'meetings/2024-03.yaml': PAPER.replaceAll(/, file: \w+\.\w+/g, ''),
    })
    expect((await run(['2024-03'], cwd)).code).toBe(0)
    expect(built(cwd)).toContain('report.docx')
  })

  test('and told as data, with --json', async () => {
    const { out, err } = await run(['--json'], office())
    expect(err).toBe('')
    const [paper] = JSON.parse(out) as { files: { path: string; format: string }[] }[]
    expect(paper).toMatchObject({ name: '2024-03', kind: 'report', outcome: 'built', problems: [] })
    expect(paper!.files.map(({ format }) => format)).toEqual(['docx', 'pdf', 'html', 'csv'])
  })

  test('as things stand today', async () => {
    const cwd = office({
      'responses/finished/response.yaml': FINISHED.replace(
        'update: Sup',
        'target: 2024-02-10\n        update: Sup',
      ),
    })
    await run(['--today', '2024-02-12'], cwd)
    expect(htmlIn(cwd)).toContain('Overdue by two days.')
    await run(['--today', '2024-02-09'], cwd)
    expect(htmlIn(cwd)).not.toContain('Overdue')
  })
})

describe('what is restricted', () => {
  test('is in no file of the public copy', async () => {
    const cwd = office()
    await run([], cwd)
    expect(built(cwd).join()).not.toContain('appendix-b')
    expect(await attachedIn(cwd)).toEqual(['appendix-a.csv'])
    expect(htmlIn(cwd)).toContain('Appendix B – RESTRICTED – The notes')
    expect(htmlIn(cwd)).not.toContain('noindex')
  })

  test('is in a copy for members, with --restricted, that says so', async () => {
    const cwd = office()
    expect((await run(['--restricted'], cwd)).code).toBe(0)
    const folder = 'output/2024-03/restricted'
    expect(built(cwd, folder)).toEqual([
      ...['appendix-a.csv', 'appendix-b.txt', 'report.docx', 'report.html', 'report.pdf'],
    ])
    expect(htmlIn(cwd, folder)).toContain('RESTRICTED: for members of the Panel only')
    expect(htmlIn(cwd, folder)).toContain('<meta name="robots" content="noindex">')
    expect(await attachedIn(cwd, folder)).toEqual(['appendix-a.csv', 'appendix-b.txt'])
    expect(built(cwd)).not.toContain('appendix-b.txt')
  })

  test('does not stay beside the public copy from the day when it was not', async () => {
    const cwd = office()
    const file = join(cwd, 'panel/2024-03.yaml')
    writeFileSync(file, PAPER.replace('restricted: true, ', ''))
    await run([], cwd)
    expect(built(cwd)).toContain('appendix-b.txt')
    writeFileSync(file, PAPER)
    await run([], cwd)
    expect(built(cwd)).not.toContain('appendix-b.txt')
    expect(built(cwd)).toContain('appendix-a.csv')
  })
})

describe('a web page of a paper', () => {
  test('leads to its appendices, and to the files beside it', async () => {
    const cwd = office()
    await run([], cwd)
    const html = htmlIn(cwd)
    expect(html).toContain('<a href="#appendix-a">Appendix\u00a0A</a>')
    expect(html).toContain('<p id="appendix-a"')
    expect(html).toContain('<a href="./appendix-a.csv">appendix-a.csv</a>')
    expect(html).toContain('<h2 id="section-1">1 Purpose</h2>')
    expect(html).toContain('Skip to the report')
  })
})

describe('a paper is refused', () => {
  test('where something is wrong, in a frame, and nothing is written', async () => {
    const cwd = office({
      'panel/2024-03.yaml': PAPER.replace('{appendix figures}', '{appendix figure}'),
    })
    const { code, out, err } = await run([], cwd)
    expect(code).toBe(1)
    expect(out).toBe('')
    expect(err).toContain('panel/2024-03.yaml:8:56 error reference')
    expect(err).toContain('Unexpected {appendix figure}')
    expect(err).toContain('Hint: Did you mean {appendix figures}?')
    expect(err).toMatch(/ 8 \| .*\{appendix figure\}/)
    expect(err).toContain(
      'Nothing was built: what lies in output/2024-03, if anything, is from before.',
    )
    expect(err).toContain('0 papers built')
    expect(err).toContain('1 paper not built: 2024-03')
    expect(built(cwd)).toEqual([])
  })

  test('and leaves what was built before as it was', async () => {
    const cwd = office()
    await run([], cwd)
    const before = readFileSync(join(cwd, 'output/2024-03/report.pdf'))
    writeFileSync(
      join(cwd, 'panel/2024-03.yaml'),
      PAPER.replace('response: finished', 'response: finishd'),
    )
    const { code, err } = await run([], cwd)
    expect(code).toBe(1)
    expect(err).toContain('Did you mean finished?')
    expect(readFileSync(join(cwd, 'output/2024-03/report.pdf'))).toEqual(before)
  })

  test('while others are built', async () => {
    const cwd = office({ 'panel/2024-06.yaml': 'office: northshire\n' })
    const { code, err } = await run([], cwd)
    expect(code).toBe(1)
    expect(built(cwd)).toContain('report.pdf')
    expect(err).toContain('1 paper built')
    expect(err).toContain('1 paper not built: 2024-06')
  })

  test('where the response that it draws on cannot be read, which is shown', async () => {
    const cwd = office({
      'responses/finished/response.yaml': FINISHED.replace('title: An', 'titel: An'),
    })
    const { code, err } = await run([], cwd)
    expect(code).toBe(1)
    expect(err).toContain('responses/finished/response.yaml:4:3 error unknown-key')
  })

  test('where the words that it draws are not finished', async () => {
    const cwd = office({
      'responses/finished/response.yaml': FINISHED.replace(
        'recommendation: The force should',
        'recommendation: TODO',
      ),
    })
    const { code, err } = await run([], cwd)
    expect(code).toBe(1)
    expect(err).toContain('responses/finished/response.yaml:18:25 error placeholder')
    expect(built(cwd)).toEqual([])
  })

  test('where the title that it draws is not', async () => {
    const response = FINISHED.replace('title: An inspection of Northshire Police', 'title: TODO')
    const { code, err } = await run([], office({ 'responses/finished/response.yaml': response }))
    expect(code).toBe(1)
    expect(err).toContain('Unexpected placeholder "TODO", expected the title of the report')
  })

  test('where a fixed sentence of the office is wrong', async () => {
    const cwd = office({ 'templates/northshire/wording/panel-meeting.hbs': 'On {{paper.day}}\n' })
    const { code, err } = await run([], cwd)
    expect(code).toBe(1)
    expect(err).toContain('templates/northshire/wording/panel-meeting.hbs:1:1 error wording')
  })

  test('in Welsh, where the wording for it is missing, which is named', async () => {
    const cwd = office({ 'panel/2024-03.yaml': `${PAPER}language: cy-GB\n` })
    const { code, err } = await run([], cwd)
    expect(code).toBe(1)
    expect(err).toContain('Missing templates/wording/cy-GB/panel-kind.hbs')
  })

  test('where a character has no font, at its line', async () => {
    const cwd = office({ 'panel/2024-03.yaml': PAPER.replace('my work', 'my 🚓 work') })
    const { code, err } = await run([], cwd)
    expect(code).toBe(1)
    expect(err).toContain('panel/2024-03.yaml:7:11 error character-without-font')
  })

  test('where it cannot be written, and nothing is', async () => {
    const cwd = office()
    mkdirSync(join(cwd, 'output/2024-03/restricted/report.pdf'), { recursive: true })
    const { code, err } = await run(['--restricted'], cwd)
    expect(code).toBe(2)
    expect(err).toContain('Unexpected folder output/2024-03/restricted/report.pdf')
    expect(built(cwd)).toEqual(['restricted'])
  })

  test('never with its notes in a frame', async () => {
    const cwd = office({
      'panel/2024-03.yaml': `${PAPER}notes: { agenda: The Chair is cross. }\nagend: 3\n`,
    })
    const { err } = await run([], cwd)
    expect(err).toContain('Unexpected key agend')
    expect(err).not.toContain('cross')
  })
})

describe('what is wrong with a call', () => {
  test.each([
    [
      '2024-04',
      'Missing 2024-04, expected a paper of the panel: its file, or its name',
      'Did you mean 2024-03?',
    ],
    ['panel/2024-04.yaml', 'Missing panel/2024-04.yaml, expected', 'Did you mean 2024-03?'],
    [
      'responses/finished',
      'Unexpected folder responses/finished, expected',
      'keeps the papers in panel/',
    ],
    ['', 'Unexpected empty path', ''],
  ])('is said: %s', async (path, message, hint) => {
    const { code, err } = await run([path], office())
    expect(code).toBe(2)
    expect(err).toContain(message)
    expect(err).toContain(hint)
  })

  test('where there is no paper', async () => {
    const { code, err } = await run([], office({ 'panel/2024-03.yaml': undefined }))
    expect(code).toBe(2)
    expect(err).toContain('Missing papers in panel, expected a file such as 2026-12-10.yaml')
  })

  test('where two files would be built into one folder', async () => {
    const { code, err } = await run([], office({ 'panel/2024-03.yml': PAPER }))
    expect(code).toBe(2)
    expect(err).toContain('Unexpected second file 2024-03.yml of one name in panel')
  })
})

describe('a draft', () => {
  const paper = PAPER.replace('response: finished', 'response: draft')

  test('whose updates are left out is told of on the error stream, with what helps', async () => {
    const update = 'update: It is half done.'
    const response = UNFINISHED.replace(/update: TODO/, update)
    const cwd = office({ 'panel/2024-03.yaml': paper, 'responses/draft/response.yaml': response })
    const { code, out, err } = await run([], cwd)
    expect(code).toBe(0)
    expect(out).not.toContain('draft')
    expect(err).toContain('panel/2024-03.yaml:9:15 warning draft-left-out')
    expect(err).toContain('Unexpected draft draft, expected a final response')
    expect(err).toContain('`draft: true`')
    expect(htmlIn(cwd)).not.toContain('half done')
  })

  test('is shown, marked, where the section says so', async () => {
    const response = UNFINISHED.replace(/update: TODO/, 'update: It is half done.')
    const shown = paper.replace('response: draft', 'response: draft\n    draft: true')
    const cwd = office({ 'panel/2024-03.yaml': shown, 'responses/draft/response.yaml': response })
    const { err } = await run([], cwd)
    expect(err).not.toContain('warning')
    expect(htmlIn(cwd)).toMatch(/response \(draft\):<\/strong> It is half done\./)
  })
})

test('a paper of another office’s response is told of', async () => {
  const cwd = office({
    'templates/southshire/office.yaml': OFFICE,
    'responses/finished/response.yaml': FINISHED.replace(
      'office: northshire',
      'office: southshire',
    ),
  })
  const { code, err } = await run([], cwd)
  expect(code).toBe(0)
  expect(err.replace(/\s+/g, ' ')).toContain(
    'Unexpected response of southshire, expected one of northshire, whose paper this is',
  )
})
