import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { hostname, tmpdir, userInfo } from 'node:os'
import { join, resolve } from 'node:path'
import { inflateSync } from 'node:zlib'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ENGINE_NAMES } from '../src/render/pdf/drawn.ts'
import { readPdf } from './render/pdf/read-pdf.ts'

// Whole processes of the built product, as officers run it.
const S55 = resolve('dist/s55.js')
const FINAL = 'northshire-peel-2025'
const DRAFT = 'northshire-custody-2026'
const FILES = ['letter.docx', 'letter.html', 'letter.json', 'letter.pdf']

const root = realpathSync(mkdtempSync(join(tmpdir(), 's55-bytes-')))
afterAll(() => rmSync(root, { recursive: true, force: true }))

/** The examples in a folder of that name, each file of text as `change` has it. */
function copyOf(name: string, change: (text: string) => string = text => text): string {
  const folder = join(root, name)
  for (const part of ['responses', 'templates/northshire', 'panel'])
    cpSync(part, join(folder, part), { recursive: true })
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    if (/\.(?:yaml|svg)$/.test(path)) {
      const whole = join(folder, path)
      writeFileSync(whole, change(readFileSync(whole, 'utf8').replaceAll('\r\n', '\n')))
    }
  return folder
}

/** Which file has which bytes. */
function build(
  folder: string,
  env: Record<string, string>,
  argv: string[] = TODAY,
): Record<string, string> {
  const run = spawnSync(process.execPath, [S55, 'build', '--quiet', ...argv], {
    cwd: folder,
    env: { ...process.env, ...env },
    encoding: 'utf8',
  })
  expect(run).toMatchObject({ status: 0, stderr: '' })
  return hashesIn(join(folder, 'output'))
}

function hashesIn(output: string): Record<string, string> {
  const hashes: Record<string, string> = {}
  for (const name of readdirSync(output).sort())
    for (const file of readdirSync(join(output, name), {
      recursive: true,
      encoding: 'utf8',
    }).sort())
      if (/\.\w+$/.test(file))
        hashes[`${name}/${file.replaceAll('\\', '/')}`] = createHash('sha256')
          .update(readFileSync(join(output, name, file)))
          .digest('hex')
  return hashes
}

/** A machine on whose clock it is 19 July 2031, and on which nobody works but these. */
const ELSEWHERE = `
  const Now = Date
  globalThis.Date = class extends Now {
    constructor(...parts) { if (parts.length > 0) super(...parts); else super(Date.now()) }
    static now() { return Now.UTC(2031, 6, 19, 23, 30) + Math.floor(performance.now()) }
  }
  const os = require('node:os')
  os.hostname = () => 'quagmire-host'
  os.userInfo = () => ({ username: 'quagmire-user', homedir: '/home/quagmire-user', uid: 1, gid: 1, shell: null })
  require('node:module').syncBuiltinESMExports()
`
const MARKS = /quagmire|2031-07-1|2031071|(?:19|20) July 2031|1[89]\/0?7\/2031/

const SOMEBODY = {
  USER: 'quagmire-user',
  LOGNAME: 'quagmire-user',
  USERNAME: 'quagmire-user',
  HOME: '/home/quagmire-user',
  USERPROFILE: 'C:\\Users\\quagmire-user',
  HOSTNAME: 'quagmire-host',
  COMPUTERNAME: 'quagmire-host',
}

const TODAY = ['--today', '2026-11-02']
const HERE = { S55_PDF_ENGINE: 'native', TZ: 'Europe/London', LANG: 'en_GB.UTF-8' }
const localeOf = (locale: string) => ({
  LANG: locale,
  LC_ALL: locale,
  LANGUAGE: locale.slice(0, 2),
})

const elsewhere = join(root, 'elsewhere.cjs')
const THEIRS = {
  ...SOMEBODY,
  ...localeOf('tr_TR.UTF-8'),
  TZ: 'Pacific/Auckland',
  NODE_OPTIONS: `--require "${elsewhere.replaceAll('\\', '/')}"`,
}
let expected: Record<string, string>

beforeAll(() => {
  writeFileSync(elsewhere, ELSEWHERE)
  expected = build(copyOf('here'), HERE)
  expect(Object.keys(expected)).toHaveLength(2 * FILES.length)
}, 120_000)

/** The same of the papers for the panel, in both copies. */
function buildPapers(folder: string, env: Record<string, string>): Record<string, string> {
  const argv = [S55, 'panel', '--restricted', '--quiet', ...TODAY, '--out', 'papers']
  const run = spawnSync(process.execPath, argv, {
    cwd: folder,
    env: { ...process.env, ...env },
    encoding: 'utf8',
  })
  expect(run).toMatchObject({ status: 0, stderr: '' })
  return hashesIn(join(folder, 'papers'))
}

test('the same papers have the same bytes, built again, elsewhere and by somebody else', () => {
  const ours = buildPapers(join(root, 'here'), HERE)
  expect(Object.keys(ours)).toEqual(
    expect.arrayContaining([
      'northshire-2026-12-10/report.pdf',
      'northshire-2026-12-10/restricted/report.docx',
      'northshire-progress-2026/report.html',
    ]),
  )
  expect(buildPapers(join(root, 'here'), HERE)).toEqual(ours)
  const there = copyOf('papers-elsewhere', text => `\ufeff${text.replaceAll('\n', '\r\n')}`)
  expect(buildPapers(there, { ...THEIRS, ...{ S55_PDF_ENGINE: 'native' } })).toEqual(ours)
}, 120_000)

describe('the same letters have the same bytes', () => {
  test('built again', () => {
    expect(build(join(root, 'here'), HERE)).toEqual(expected)
  }, 120_000)

  test('in another folder, with a long name of many languages', () => {
    const deep = ['OneDrive – Ŵyl', '警察 Ελληνικά', 'x'.repeat(120), 'y'.repeat(120)]
    expect(build(copyOf(join(...deep)), HERE)).toEqual(expected)
  }, 120_000)

  test.each([
    ['Pacific/Auckland', 'tr_TR.UTF-8'],
    ['America/New_York', 'ar_EG.UTF-8'],
  ])(
    'in %s, where they write %s',
    (TZ, locale) => {
      const env = { ...HERE, TZ, ...localeOf(locale) }
      expect(build(copyOf(TZ.replace('/', '-')), env)).toEqual(expected)
    },
    120_000,
  )

  test('of files that Windows wrote', () => {
    const windows = copyOf('windows', text => `\ufeff${text.replaceAll('\n', '\r\n')}`)
    expect(build(windows, HERE)).toEqual(expected)
  }, 120_000)

  test('of a final one, on any day', () => {
    const folder = copyOf('later')
    rmSync(join(folder, 'responses', DRAFT), { recursive: true })
    const final = Object.entries(expected).filter(([path]) => path.startsWith(FINAL))
    for (const today of ['2025-12-01', '2033-01-31'])
      expect(build(folder, HERE, ['--today', today])).toEqual(Object.fromEntries(final))
  }, 120_000)

  test.each(ENGINE_NAMES)(
    'by somebody else, who leaves no trace; the PDF by %s',
    async name => {
      const [ours, theirs] = [copyOf(`ours-${name}`), copyOf(`quagmire-${name}`)]
      const env = { S55_PDF_ENGINE: name }
      expect(build(theirs, { ...THEIRS, ...env })).toEqual(build(ours, { ...HERE, ...env }))
      for (const [file, text] of await readAll(join(theirs, 'output', FINAL))) {
        expect(text, file).not.toMatch(MARKS)
        // What is not made in JavaScript has the clock and the names of this machine itself.
        for (const word of ['s55-bytes-', ...ofThisMachine()])
          expect(text.includes(word), `${word} in ${file}`).toBe(false)
      }
    },
    120_000,
  )
})

test('it is another day there, in another language', () => {
  const ask =
    "console.log(new Date().getFullYear(), require('os').hostname(), Intl.NumberFormat().resolvedOptions().locale)"
  const env = { ...process.env, ...THEIRS }
  const { stdout } = spawnSync(process.execPath, ['-e', ask], { env, encoding: 'utf8' })
  // Windows asks its own settings for the language.
  const locale = process.platform === 'win32' ? '.*' : 'tr-TR'
  expect(stdout).toMatch(new RegExp(`^2031 quagmire-host ${locale}\n$`))
})

describe('the search for traces', () => {
  test('finds what is packed and what is not', async () => {
    const found = (await readAll(join(root, 'here/output', FINAL))).map(([, text]) => text)
    expect(found).toHaveLength(FILES.length)
    // The force's name, in each; the letter's date, in what the formats say of themselves.
    for (const text of found) expect(text).toContain('Northshire')
    for (const text of found) expect(text).toMatch(/2025-11-\d\d|202511\d\d/)
  })

  test('would find somebody who is named', () => {
    expect('by quagmire-user').toMatch(MARKS)
    expect('D:20310719').toMatch(MARKS)
    expect('<xmp:CreateDate>2031-07-19T').toMatch(MARKS)
  })
})

/** Where it is no word of the letter itself. */
function ofThisMachine(): string[] {
  const now = new Date()
  const two = (number: number) => String(number).padStart(2, '0')
  const [year, month, day] = [now.getFullYear(), two(now.getMonth() + 1), two(now.getDate())]
  const letter = readFileSync(`responses/${FINAL}/response.yaml`, 'utf8')
  const days = letter.includes(`${year}-${month}-${day}`)
    ? []
    : [`${year}-${month}-${day}`, `D:${year}${month}${day}`]
  // "root" and the like stand in any file.
  const names = [hostname(), userInfo().username, resolve('.')].filter(name => name.length > 6)
  return [...days, ...names]
}

/** All text of the letter's files, whatever it is packed in. */
async function readAll(folder: string): Promise<[string, string][]> {
  const texts: [string, string][] = []
  for (const name of FILES) {
    const bytes = new Uint8Array(readFileSync(join(folder, name)))
    const raw = Buffer.from(bytes).toString('latin1')
    if (name.endsWith('.docx')) {
      const parts = Object.entries(unzipSync(bytes))
      texts.push([name, [raw, ...parts.map(([path, part]) => path + decode(part))].join('\n')])
    } else if (name.endsWith('.pdf')) {
      const { words, artifacts, info, metadata } = await readPdf(bytes)
      const said = JSON.stringify([words, artifacts, info, metadata])
      texts.push([name, [raw, ...streamsOf(bytes), said].join('\n')])
    } else texts.push([name, decode(bytes)])
  }
  return texts
}

const decode = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8')

function streamsOf(pdf: Uint8Array): string[] {
  const file = Buffer.from(pdf).toString('latin1')
  const packed = [...file.matchAll(/\/Filter \/FlateDecode[^>]*>>\nstream\n([^]*?)\nendstream\n/g)]
  expect(packed.length).toBeGreaterThan(10)
  return packed.map(([, stream]) => inflateSync(Buffer.from(stream!, 'latin1')).toString('latin1'))
}
