import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { main } from '../../src/cli/main.ts'
import { readDocx, wordsOf } from '../render/docx/read-docx.ts'
import { readPdf } from '../render/pdf/read-pdf.ts'
import { aWordFile, BODY, p } from '../stationery/make-word.ts'
import { aFolder, anIo, OFFICE } from './make.ts'

async function letterhead(
  argv: string[] = [],
  files: Record<string, string | Uint8Array> = {},
  today = '2024-02-01',
) {
  const root = aFolder({
    'templates/northshire/office.yaml': OFFICE,
    'section55.yaml': '# ours\nrules: {}\n',
    ...files,
  })
  const io = anIo({ cwd: root, today })
  const code = await main(['letterhead', ...argv], io)
  const output = join(root, 'output/letterhead-northshire')
  const made = existsSync(output) ? readdirSync(output).sort() : []
  return { code, out: io.out, err: io.err, root, output, made }
}
const withStationery = (lines: string) =>
  OFFICE.replace(/^letterhead:\n/m, `letterhead:\n${lines}\n`)
const ALL = ['specimen.docx', 'specimen.html', 'specimen.pdf']

test('an office without stationery of its own has a specimen in every format, and nothing to mend', async () => {
  const { code, out, made } = await letterhead()
  expect(out).toContain('The letterhead is made from office.yaml')
  expect(out).not.toMatch(/error|warning/)
  expect([code, made]).toEqual([0, ALL])
})

test('the specimen shows every kind of item, signed by who holds the post', async () => {
  const { output } = await letterhead()
  const { words } = await readPdf(new Uint8Array(readFileSync(join(output, 'specimen.pdf'))))
  for (const kind of [
    'Cause of concern',
    'Recommendation 1',
    'Area for improvement',
    'Observation',
    'Promising or innovative practice',
    'One answer to both',
    'Position: partly accepted',
    '1 February 2024',
    'Alex Marlow',
  ])
    expect(words).toContain(kind)
  expect(words).not.toMatch(/This is not printed|OFFICE|TODAY/)
})

test('the specimen is in no folder of responses', async () => {
  const { root } = await letterhead()
  expect(readdirSync(root).sort()).toEqual(['output', 'section55.yaml', 'templates'])
})

test('stationery that no letter can be made on is told with its file, and drawn without', async () => {
  const { code, out, made } = await letterhead([], {
    'templates/northshire/office.yaml': withStationery('  docx: letterhead.docx'),
    'templates/northshire/letterhead.docx': 'Our letterhead is kept by the print room.',
  })
  expect(out).toMatch(
    / {2}templates\/northshire\/letterhead\.docx\n {4}error {3}Unexpected file of another kind/,
  )
  expect([code, made]).toEqual([1, ['specimen.html', 'specimen.pdf']])
})

test('a Word letterhead alone would make two letters that look different', async () => {
  const { out } = await letterhead([], {
    'templates/northshire/office.yaml': withStationery('  docx: letterhead.docx'),
    'templates/northshire/letterhead.docx': 'x',
  })
  expect(out).toContain('warning Missing letterhead.pdf, expected it beside letterhead.docx')
})

test('a colour too pale for words is told with what takes its place', async () => {
  const { code, out } = await letterhead([], {
    'templates/northshire/office.yaml': OFFICE.replace('#1f2a5c', '#ffd200'),
  })
  expect(out.replace(/\s+/g, ' ')).toContain(
    'Your colour #ffd200 is 1.5 to 1 on white, too pale for words, which need 4.5 to 1: rules have it, and headings and links #',
  )
  expect(code).toBe(0)
})

test('an office that is misread has no specimen, and its line is told', async () => {
  const { code, out, made } = await letterhead([], {
    'templates/northshire/office.yaml': OFFICE.replace('force:', 'forse:'),
  })
  expect(out).toMatch(/error {3}line \d+: Unexpected key forse, expected force/)
  expect(out).toContain('No specimen letter was made.')
  expect([code, made]).toEqual([1, []])
})

test('an office that is not there is missed, with the one that was meant', async () => {
  const { code, err } = await letterhead(['nothshire'])
  expect(err).toBe('Unexpected office nothshire, expected northshire\n  Did you mean northshire?\n')
  expect(code).toBe(2)
})

test('without a name each office is looked at', async () => {
  const { out } = await letterhead([], { 'templates/southshire/office.yaml': OFFICE })
  expect(out.match(/^\w+$/gm)).toEqual(['northshire', 'southshire'])
})

test('quiet tells what to mend alone, and the files', async () => {
  const { out } = await letterhead(['--quiet'])
  expect(out).not.toContain('note')
  expect(out).toContain('specimen.docx')
})

test('programs are given the findings of each file', async () => {
  const { out } = await letterhead(['--json'])
  const [examined] = JSON.parse(out) as [{ office: string; files: { findings: unknown[] }[] }]
  expect(examined.office).toBe('northshire')
  expect(examined.files[0]!.findings[0]).toMatchObject({ severity: 'note' })
})

test('outside a workspace that is said', async () => {
  const io = anIo({ cwd: aFolder({ 'a.txt': '' }) })
  expect(await main(['letterhead'], io)).toBe(2)
  expect(io.err).toContain('Missing workspace')
})

const STATIONERY = 'templates/northshire/letterhead.docx'
const officeOn = { 'templates/northshire/office.yaml': withStationery('  docx: letterhead.docx') }

test('--prepare writes a copy of the Word file that says where the letter goes, and shows where', async () => {
  const bytes = aWordFile({ body: `${p('Police and Crime Commissioner')}${p('')}` })
  const { code, out, err, root } = await letterhead(['--prepare'], {
    ...officeOn,
    [STATIONERY]: bytes,
  })
  expect([code, out]).toEqual([0, 'Made templates/northshire/letterhead-prepared.docx\n'])
  expect(err).toContain('below "Police and Crime Commissioner"')
  expect(err).toContain('docx: letterhead-prepared.docx')
  const made = readDocx(
    new Uint8Array(readFileSync(join(root, 'templates/northshire/letterhead-prepared.docx'))),
  )
  expect(
    wordsOf(made.xml('word/document.xml'))
      .trim()
      .split(/\s{2,}/),
  ).toEqual(['Police and Crime Commissioner', '{{body}}'])
  expect(readFileSync(join(root, STATIONERY)).equals(bytes)).toBe(true)
})

test('a file with {{body}} needs no preparing, and none is written', async () => {
  const { code, out, err, root } = await letterhead(['--prepare'], {
    ...officeOn,
    [STATIONERY]: aWordFile(),
  })
  expect(err.replace(/\s+/g, ' ')).toContain('Unexpected {{body}}, expected a file without')
  expect([code, out]).toEqual([1, ''])
  expect(readdirSync(join(root, 'templates/northshire')).sort()).toEqual([
    'letterhead.docx',
    'office.yaml',
  ])
})

test('without Word stationery there is nothing to prepare', async () => {
  const { code, err } = await letterhead(['--prepare'])
  expect(err).toContain('Missing letterhead.docx of northshire, expected Word stationery')
  expect(code).toBe(2)
})

test('a misspelt placeholder is told with the paragraph it stands in and the one that was meant', async () => {
  const bytes = aWordFile({ body: `${p('Our ref: {{our_reff}}')}${BODY}` })
  const { code, out } = await letterhead([], { ...officeOn, [STATIONERY]: bytes })
  expect(out.replace(/\s+/g, ' ')).toMatch(
    /error paragraph 1 \("Our ref: .*\): Unexpected .*our_reff.*our_ref/,
  )
  expect(code).toBe(1)
})

test('what makes a letter suffer ends with code 1, as what none can be made on does', async () => {
  const { code, out } = await letterhead([], { ...officeOn, [STATIONERY]: aWordFile() })
  expect(out).not.toContain('error')
  expect(out).toContain('warning')
  expect(code).toBe(1)
})
