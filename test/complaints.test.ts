import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { main } from '../src/cli/main.ts'
import { aWorkspace, anIo, FINISHED, OFFICE } from './cli/make.ts'
import { readDocx, wordsOf } from './render/docx/read-docx.ts'
import { aWordFile, BODY, p, r } from './stationery/make-word.ts'

// What users of comparable tools complain about, told in their words. Each of these is a promise.

type Files = Record<string, string | Uint8Array>

/** Runs a command over one response, and other files of its workspace. */
async function run(argv: string[], response: string, files: Files = {}) {
  const root = aWorkspace({ letter: response }, files)
  const io = anIo({ cwd: root })
  const code = await main(argv, io)
  const html = join(root, 'output/letter/letter.html')
  const docx = join(root, 'output/letter/letter.docx')
  return {
    code,
    out: io.out,
    err: io.err,
    html: existsSync(html) ? readFileSync(html, 'utf8') : '',
    docx: existsSync(docx) ? readFileSync(docx) : undefined,
  }
}
const check = (response: string, files?: Files) => run(['check'], response, files)
const build = (response: string, files?: Files) => run(['build'], response, files)
const DRAFT = FINISHED.replace('status: final', 'status: draft')

test('"Which tag, on which page?": a template’s fault names its file, its line and what stands there', async () => {
  const { out } = await check(FINISHED, {
    'templates/northshire/wording/opening.hbs': 'My letter.\n\nOn {{report.titel}}.\n',
  })
  expect(out).toContain('templates/northshire/wording/opening.hbs:3:1 error wording')
  expect(out).toContain('{{report.titel}}')
})

test('"It prints undefined": a missing value is said, and never printed', async () => {
  const { html, out } = await build(DRAFT.replace('  published: 2024-01-10\n', '  published:\n'))
  expect(out).toContain("Missing day of the report's publication")
  expect(html).toContain('<main')
  expect(html).not.toMatch(/undefined|null|\[object/)
})

test('"The unknown key passes in silence": it is named, with the one that was meant, once', async () => {
  const { out } = await check(FINISHED.replace('  title: An', '  titel: An'))
  expect(out.match(/ error [\w-]+$/gm)).toEqual([' error unknown-key'])
  expect(out).toContain('Unexpected key titel, expected title')
  expect(out).toContain('Did you mean title?')
})

test('"No file, no line, no allowed values": all three are there', async () => {
  const { out } = await check(FINISHED.replace('status: final', 'status: finished'))
  expect(out).toContain('responses/letter/response.yaml:2:9 error unexpected-value')
  expect(out).toContain('Unexpected status "finished", expected draft or final')
})

test('"A sign in the text breaks the letter": what was typed comes out as typed', async () => {
  const typed = 'It cost $5, <1% of C# {{budget}} & `more`: #1, 2*3*4, [^1] and 50%.'
  const { html, code } = await build(FINISHED.replace('I welcome the report.', `|\n  ${typed}`))
  expect(code).toBe(0)
  const words = html
    .replace(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&')
  expect(words).toContain(typed)
})

test('"A narrative is left out" and "what I typed is missing": every text stands in the letter', async () => {
  const introduction = 'chief_officer: { introduction: The force has read it all. }\n'
  const reply = 'reply: I am glad of that.\n'
  const { html } = await build(`${FINISHED}${introduction}${reply}`)
  for (const words of ['I welcome the report', 'The force has read it all', 'I am glad of that'])
    expect(html).toContain(words)
})

test('"One finding cannot be excused": a waiver excuses one, and is listed with who and why', async () => {
  const waiver =
    'waive: [{ rule: missing-signature, reason: Signed by hand., by: J. Ashe, until: 2024-03-01 }]\n'
  expect((await check(FINISHED)).out).toContain('warning missing-signature')
  const { out } = await check(FINISHED + waiver)
  expect(out).not.toContain('warning missing-signature')
  expect(out).toMatch(
    /excused: missing-signature \(.*\) by J\. Ashe\s+until\s+1 March 2024: Signed by hand\./,
  )
})

test('"Done!" after a failure: what was not built is said, and the exit code is no 0', async () => {
  const { code, err, html } = await build(FINISHED.replace(/Supervisors.*/, 'TODO'))
  expect(code).toBe(1)
  expect(err).toContain('Nothing was built')
  expect(err).toContain('0 letters built')
  expect(err).toContain('1 letter not built: letter')
  expect(html).toBe('')
})

test('"What is for us alone is shown to the public": notes are printed nowhere', async () => {
  const { html, out, err } = await build(`${FINISHED}notes: The force rang, in anger.\n`)
  expect(html).toContain('I welcome the report')
  expect(html + out + err).not.toContain('anger')
})

describe('with the office’s own Word stationery', () => {
  const OWN = 'templates/northshire/letterhead.docx'
  const office = OFFICE.replace(/^letterhead:/m, 'letterhead:\n  docx: letterhead.docx')
  const own = (docx: Uint8Array) => ({ 'templates/northshire/office.yaml': office, [OWN]: docx })
  const dated = FINISHED.replace('letter:\n', 'letter:\n  our_ref: NS/24/7\n')

  test('"Word splits my placeholders": they are filled all the same', async () => {
    const split = `<w:p>${r('Our ref: {{our')}<w:proofErr w:type="spellStart"/>${r('_', '<w:b/>')}${r('ref}}')}</w:p>`
    const { docx } = await build(dated, own(aWordFile({ body: split + BODY })))
    const words = wordsOf(readDocx(docx!).xml('word/document.xml'))
    expect(words.match(/Our ref: NS\/24\/7/g)).toHaveLength(1)
    expect(words).not.toContain('{{')
  })
  test('"The header is lost": it is there, byte for byte', async () => {
    const stationery = aWordFile({
      running: [
        { kind: 'header', type: 'default', words: 'Northshire' },
        { kind: 'footer', type: 'default', words: 'Meridian House' },
      ],
    })
    const { docx } = await build(FINISHED, own(stationery))
    for (const part of ['word/header1.xml', 'word/footer2.xml'])
      expect(readDocx(docx!).textOf(part)).toBe(readDocx(stationery).textOf(part))
  })
  test('"The letter vanished": stationery that does not say where it goes is told of, and nothing is built', async () => {
    const { code, out, err, docx } = await build(
      FINISHED,
      own(aWordFile({ body: p('Northshire') })),
    )
    expect(code).toBe(1)
    expect(out + err).toContain('letterhead.docx: Missing {{body}}')
    expect(docx).toBe(undefined)
  })
})

// Kept elsewhere: a clean install without a network (package.test.ts), the same words in Word, PDF and page
// (letters.test.ts), bullets and numbers (render/docx.test.ts), watching what is included (check-options.test.ts).
test.todo('"Comments and tracked changes vanish": with the form that comes back')
