import { describe, expect, test } from 'vitest'
import { composeReading } from './compose.ts'
import { drawLetter } from '../src/cli/build-letter.ts'
import { renderDocx } from '../src/render/docx.ts'
import { renderHtml } from '../src/render/html.ts'
import { renderPdf } from '../src/render/pdf.ts'
import { aWorkspace, anOffice, aResponse, OFFICE, read, RESPONSE } from './makers.ts'
import { outlineOf } from './outline.ts'

/** A small Welsh wording: the sentences that the letter below needs, and no more. */
const welsh: Record<string, string> = {
  title: 'Ymateb o dan adran 55 o Ddeddf yr Heddlu 1996: {{report.title}}',
  header: 'Ymateb i {{report.title}}',
  description: 'Ymateb {{body.title}} i adroddiad gan {{report.inspectorate}}.',
  keywords: 'Deddf yr Heddlu 1996; adran 55; {{report.inspectorate}}',
  page: 'Tudalen {{page}} o {{pages}}',
  translation: 'Yr ymateb hwn yn Gymraeg',
  'skip-link': 'Neidio i’r llythyr',
  salutation: '{{salutation}},',
  opening:
    'Fel {{body.title}}, cyhoeddaf fy ymateb i adroddiad {{report.inspectorate}}, *{{report.title}}*, a gyhoeddwyd ar {{report.published}}.',
  'comments-heading': 'Sylwadau’r {{body.title}}',
  'chief-officer-heading': 'Sylwadau’r {{chief_officer.title}}',
  'section-heading': '{{title}}{{#if grade}} – {{grade}}{{/if}}',
  'item-label': '{{kind}}{{#if several}} {{index}} o {{count}}{{/if}}',
  'lead-in': 'Nodwyd {{count}} {{kinds}} yn y maes hwn:',
  'chief-officer-label': 'Ymateb y {{chief_officer.title}}:',
  publication: 'Cyhoeddir yr ymateb hwn ar wefan {{office.office}}.',
  'sign-off': '{{#if sign_off}}{{sign_off}}{{else}}Yr eiddoch yn gywir{{/if}},',
  telephone: 'Ffôn: {{telephone}}',
}
const vocabulary = `
months: [Ionawr, Chwefror, Mawrth, Ebrill, Mai, Mehefin, Gorffennaf, Awst, Medi, Hydref, Tachwedd, Rhagfyr]
numbers: []
and: a
kinds:
  cause_of_concern: { one: achos pryder, several: achosion pryder }
  recommendation: { one: argymhelliad, several: argymhellion }
  area_for_improvement: { one: maes i’w wella, several: meysydd i’w gwella }
  observation: { one: sylw, several: sylwadau }
  practice: { one: arfer addawol, several: arferion addawol }
  item: { one: eitem, several: eitemau }
words: { good: da }
`
const office = anOffice({
  languages: ['cy-GB', 'en-GB'],
  office: { cy: 'Swyddfa’r Comisiynydd', en: 'Office of the Commissioner' },
  body: { title: { cy: 'Comisiynydd Heddlu a Throseddu', en: 'Police and Crime Commissioner' } },
  chief_officers: [
    {
      name: 'Robin Marsh',
      title: { cy: 'Prif Gwnstabl', en: 'Chief Constable' },
      from: '2015-01-01',
    },
  ],
})
const response = aResponse({
  language: ['cy-GB', 'en-GB'],
  letter: { salutation: { cy: 'Annwyl Ysgrifennydd', en: 'Dear Home Secretary' } },
  comments: { cy: 'Croesawaf yr adroddiad, ŵ ac ŷ.\n', en: 'I welcome the report.\n' },
  chief_officer: {
    introduction: { cy: 'Mae’r heddlu’n derbyn.\n', en: 'The force accepts it.\n' },
  },
  sections: [
    {
      title: { cy: 'Effeithiolrwydd', en: 'Effectiveness' },
      grade: 'good',
      items: [
        {
          recommendation: { cy: 'Cofnodwch bob ymweliad.\n', en: 'Record each visit.\n' },
          update: { cy: 'Fe’i cofnodir.\n', en: 'It is recorded.\n' },
        },
      ],
    },
  ],
})

const files = (wording: Record<string, string>) => ({
  [OFFICE]: office,
  [RESPONSE]: response,
  'templates/northshire/wording/cy-GB/vocabulary.yaml': vocabulary,
  ...Object.fromEntries(
    Object.entries(wording).map(([name, text]) => [
      `templates/northshire/wording/cy-GB/${name}.hbs`,
      `${text}\n`,
    ]),
  ),
})

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
