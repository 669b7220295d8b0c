import { anOffice, aResponse, OFFICE, RESPONSE } from './makers.ts'

/** A small Welsh wording: the sentences that the letter below needs, and no more. */
export const welsh: Record<string, string> = {
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
export const response = aResponse({
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

export const files = (wording: Record<string, string>) => ({
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
