import { describe, expect, test } from 'vitest'
import { composeReading } from './compose.ts'
import { drawLetter, writeLetterData } from '../src/cli/build-letter.ts'
import { renderDocx } from '../src/render/docx.ts'
import { renderHtml } from '../src/render/html.ts'
import { renderPdf } from '../src/render/pdf.ts'
import { aWorkspace, read, RESPONSE } from './makers.ts'
import { outlineOf } from './outline.ts'
import { files, response, welsh } from './two-languages.ts'

async function compose(wording: Record<string, string>) {
  const all = files(wording)
  const reading = await read(all)
  expect([...reading.problems, ...reading.gaps]).toEqual([])
  return composeReading(reading, aWorkspace(all))
}

describe('a response of two languages', () => {
  test('two whole letters are built, each in its own words', async () => {
    const { letters, problems } = await compose(welsh)
    expect(problems).toEqual([])
    const [cymraeg, english] = letters.map(({ tree }) => outlineOf(tree))
    expect(cymraeg).toContain(
      '# Sylwadau’r Comisiynydd Heddlu a Throseddu\nCroesawaf yr adroddiad, ŵ ac ŷ.',
    )
    expect(cymraeg).toContain('a gyhoeddwyd ar 27~Medi~2019.')
    expect(cymraeg).toContain(
      '## Effeithiolrwydd – da\n\n### Argymhelliad\nreport> Cofnodwch bob ymweliad.\n**Ymateb y Prif Gwnstabl:** Fe’i cofnodir.',
    )
    expect(cymraeg).not.toMatch(/\b(response|recorded|Effectiveness|welcome)\b/)
    expect(english).toContain(
      '# Comments of the Police and Crime Commissioner\nI welcome the report.',
    )
    expect(english).not.toMatch(/Croesawaf|Effeithiolrwydd/)
  })

  test('each format of each language is a file, and the pages link each other', async () => {
    const { letters } = await compose(welsh)
    const renderers = { docx: renderDocx, pdf: renderPdf, html: renderHtml }
    const built = (await Promise.all(letters.map(letter => drawLetter(letter, renderers)))).flat()
    expect(built.map(({ name }) => name)).toEqual([
      'letter.cy-GB.docx',
      'letter.cy-GB.pdf',
      'letter.cy-GB.html',
      'letter.en-GB.docx',
      'letter.en-GB.pdf',
      'letter.en-GB.html',
    ])
    const [cymraeg, english] = built
      .filter(({ format }) => format === 'html')
      .map(({ bytes }) => new TextDecoder().decode(bytes))
    expect(cymraeg).toContain('<html lang="cy-GB"')
    expect(cymraeg).toContain('>Neidio i’r llythyr</a>')
    expect(cymraeg).toMatch(/href="\.\/letter\.en-GB\.html"[^>]*>This response in English</)
    expect(cymraeg).toContain('href="./letter.cy-GB.json" type="application/json">Y llythyr')
    expect(english).toContain('href="./letter.en-GB.json" type="application/json">This letter')
    expect(letters.map(letter => writeLetterData(letter).name)).toEqual([
      'letter.cy-GB.json',
      'letter.en-GB.json',
    ])
    expect(english).toContain('<html lang="en-GB"')
    expect(english).toMatch(/href="\.\/letter\.cy-GB\.html"[^>]*>Yr ymateb hwn yn Gymraeg</)
  })

  test('a sentence that stands in one language only is named with the file it is looked for in', async () => {
    const { opening, 'sign-off': signOff, ...rest } = welsh
    expect(opening && signOff).toBeTruthy()
    const { problems } = await compose(rest)
    expect(problems.map(({ message }) => message)).toEqual([
      "Missing templates/wording/cy-GB/opening.hbs, expected a template of this letter's language",
      "Missing templates/wording/cy-GB/sign-off.hbs, expected a template of this letter's language",
    ])
  })

  test('a text that is there in one language only is an error of completeness', async () => {
    const oneOnly = response.replace('  en: |\n    I welcome the report.\n', '')
    expect(oneOnly).not.toBe(response)
    const { problems, gaps } = await read({ ...files(welsh), [RESPONSE]: oneOnly })
    expect(problems).toEqual([])
    expect(gaps.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual(['error two-languages'])
  })
})
