import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import type { Look } from '../src/document/look.ts'
import type {
  Block,
  DocumentTree,
  Heading,
  Inline,
  ListItem,
  Media,
  Paragraph,
  ParagraphRole,
  TableRow,
} from '../src/document/tree.ts'

const { resolve } = createRequire(import.meta.url)
const read = (file: string): Uint8Array => new Uint8Array(readFileSync(file))
const specimen = (name: string) => read(fileURLToPath(new URL(`specimen/${name}`, import.meta.url)))

/** Every kind of node and every role of a paragraph, in an invented draft of an invented office. */
export function specimenTree(changes: Partial<DocumentTree> = {}): DocumentTree {
  return {
    language: 'en-GB',
    title: 'Draft: Northshire Police – Integrated PEEL Assessment 2025/26',
    author: 'Office of the Police and Crime Commissioner for Northshire',
    description:
      'The response of the Police and Crime Commissioner for Northshire, under section 55 of the Police Act 1996, to an inspection report.',
    keywords: ['section 55', 'Police Act 1996', 'HMICFRS', 'Northshire Police'],
    date: '2026-03-12',
    header: 'Draft – Response to Northshire Police – Integrated PEEL Assessment 2025/26',
    pages: ['Page ', ' of ', ''],
    skip: 'Skip to the letter',
    watermark: 'DRAFT',
    fields: {
      our_ref: ['OPCC/26/031'],
      your_ref: [],
      date: ['12 March 2026'],
      addressee: [
        'The Home Secretary',
        'Home Office',
        '2 Marsham Street',
        'London',
        'SW1P 4DF',
        'public.enquiries@homeoffice.gov.uk',
      ],
      salutation: ['Dear Home Secretary,'],
      subject: ['Draft: Northshire Police – Integrated PEEL Assessment 2025/26'],
      report: ['Northshire Police – Integrated PEEL Assessment 2025/26'],
      signatory: ['Rowan Aldercott', 'Northshire Police and Crime Commissioner'],
      office: ['Office of the Police and Crime Commissioner for Northshire'],
      address: ['1 Beacon Street', 'Alderbridge', 'NS1 2AB'],
      telephone: ['01999 555 0100'],
      email: ['opcc@northshire.example'],
      website: ['https://www.northshire-pcc.example'],
    },
    translations: [{ language: 'cy-GB', file: 'letter.cy-GB.html', label: 'Cymraeg' }],
    accessibleFormat: [
      strong('Request an accessible format.'),
      text(' Please email '),
      link(
        'mailto:office@northshire.example?subject=Accessible%20format%3A%20PEEL',
        'office@northshire.example',
      ),
      text('.'),
    ],
    data: { file: 'letter.en-GB.json', label: 'This letter as data (JSON)' },
    children: [letterhead(), ...opening(), ...comments(), ...chiefOfficer(), ...ending()],
    ...changes,
  }
}

/** Arial, drawn with Arimo, and the margins of a letter of 70 characters a line. */
export function specimenLook(changes: Partial<Look> = {}): Look {
  const font = (name: string) => read(resolve(`@expo-google-fonts/${name}.ttf`))
  return {
    font: 'Arial',
    fontFiles: {
      family: 'Arimo',
      faces: [
        font('arimo/400Regular/Arimo_400Regular'),
        font('arimo/700Bold/Arimo_700Bold'),
        font('arimo/400Regular_Italic/Arimo_400Regular_Italic'),
        font('arimo/700Bold_Italic/Arimo_700Bold_Italic'),
      ],
      symbols: [
        {
          family: 'Noto Sans Symbols',
          bytes: font('noto-sans-symbols/400Regular/NotoSansSymbols_400Regular'),
        },
        {
          family: 'Noto Sans Symbols 2',
          bytes: font('noto-sans-symbols-2/400Regular/NotoSansSymbols2_400Regular'),
        },
      ],
    },
    colour: '#1d4f5f',
    margins: { top: 25, bottom: 24, left: 34, right: 34 },
    stationery: {},
    ...changes,
  }
}

export const specimenLogo = (): Media => ({
  kind: 'svg',
  width: 112,
  height: 112,
  bytes: specimen('logo.svg'),
  png: specimen('logo.png'),
})
export const specimenSignature = (): Media => ({
  kind: 'png',
  width: 600,
  height: 180,
  bytes: specimen('signature.png'),
})

const text = (value: string): Inline => ({ type: 'text', value })
const inlines = (words: string | Inline[]): Inline[] =>
  typeof words === 'string' ? [text(words)] : words
const strong = (value: string): Inline => ({ type: 'strong', children: [text(value)] })
const emphasis = (value: string): Inline => ({ type: 'emphasis', children: [text(value)] })
const link = (url: string, value: string): Inline => ({
  type: 'link',
  url,
  children: [text(value)],
})
const paragraph = (words: string | Inline[]): Paragraph => ({
  type: 'paragraph',
  children: inlines(words),
})
const role = (name: ParagraphRole, words: string | Inline[]): Paragraph => ({
  ...paragraph(words),
  role: name,
})
const lines = (...values: string[]): Inline[] =>
  values.flatMap((value, index) => (index === 0 ? [text(value)] : [{ type: 'break' }, text(value)]))
const heading = (
  depth: Heading['depth'],
  words: string,
  more: Partial<Pick<Heading, 'id' | 'newPage'>> = {},
): Heading => ({ type: 'heading', depth, ...more, children: [text(words)] })
const report = (...children: Block[]): Block => ({ type: 'blockquote', voice: 'report', children })
const item = (...children: (Block | string)[]): ListItem => ({
  type: 'listItem',
  children: children.map(child => (typeof child === 'string' ? paragraph(child) : child)),
})
const bullets = (...children: ListItem[]): Block => ({
  type: 'list',
  ordered: false,
  start: 1,
  children,
})
const numbers = (start: number, ...children: ListItem[]): Block => ({
  type: 'list',
  ordered: true,
  start,
  children,
})
const row = (...cells: (string | Inline[])[]): TableRow => ({
  type: 'tableRow',
  children: cells.map(cell => ({ type: 'tableCell', children: inlines(cell) })),
})

function letterhead(): Block {
  return {
    type: 'letterhead',
    logo: { type: 'image', media: specimenLogo(), alt: '', width: 22, height: 22 },
    children: [
      role(
        'wordmark',
        lines('Rowan Aldercott', 'Police and Crime', 'Commissioner', 'for Northshire'),
      ),
      role('contact', [
        ...lines('Lantern House', '8 Quarry Lane', 'Ashmere', 'Northshire', 'NR1 9ZZ'),
        { type: 'break' },
        text('Tel: '),
        link('tel:01632960123', '01632 960123'),
        { type: 'break' },
        link('mailto:office@northshire-pcc.example', 'office@northshire-pcc.example'),
      ]),
    ],
  }
}

function opening(): Block[] {
  return [
    role('draft', 'Draft: this letter has gaps and has not been published.'),
    role(
      'addressee',
      lines('The Home Secretary', 'Home Office', '2 Marsham Street', 'London SW1P 4DF'),
    ),
    role('reference', lines('Our ref: NPCC/26/014', 'Your ref: Northshire IPA')),
    role('date', '12\u00a0March\u00a02026'),
    role('salutation', 'Dear Home Secretary,'),
    {
      type: 'title',
      children: [text('Draft: Northshire Police – Integrated PEEL Assessment 2025/26')],
    },
    paragraph([
      text(
        'I give below my response under section\u00a055 of the Police Act\u00a01996 to the report ',
      ),
      emphasis('Northshire Police – Integrated PEEL Assessment 2025/26'),
      text(', which '),
      link('https://inspectorate.example/northshire?year=2026&part="all"', 'HMICFRS published'),
      text(' on 20\u00a0January\u00a02026.'),
    ]),
  ]
}

function comments(): Block[] {
  return [
    heading(1, 'Comments of the Police and Crime Commissioner', { id: 'comments' }),
    paragraph([
      text('I welcome this report. The force has '),
      strong('much to be proud of'),
      text(' and, in two areas, a good deal still to do: see '),
      link('#effectiveness.investigating.r1', 'Recommendation 1 of 3'),
      text('. The grades are as follows.'),
    ]),
    bullets(
      item('Effectiveness – good'),
      item('Efficiency – requires improvement'),
      item('Legitimacy – good'),
    ),
    paragraph('What I shall do, in order:'),
    numbers(
      1,
      item('meet the Chief Constable each month until the backlog of files is gone;'),
      item(
        'publish, each quarter:',
        bullets(
          item('the number of files older than <90 days & the reasons;'),
          item('what victims say in the survey:', bullets(item('by telephone;'), item('online.'))),
        ),
      ),
      item(
        paragraph('report to the Police and Crime Panel.'),
        paragraph('The first report is due in June.'),
      ),
    ),
    paragraph('Two further steps depend on the budget:'),
    numbers(4, item('a second victims’ hub;'), item('two more analysts.')),
    {
      type: 'blockquote',
      children: [
        paragraph('“We were told what would happen next, and then it happened.”'),
        paragraph('A victim, in the survey of 2025'),
      ],
    },
    {
      type: 'table',
      align: ['left', 'center', 'right', null],
      children: [
        row('Station', 'Open', 'Files', 'What is planned'),
        row('Ashmere', '✓', '1,204', [
          text('A new custody suite, '),
          emphasis('if'),
          text(' the budget allows'),
        ]),
        row('Port Wenning', '✗', '87', 'Closed since 2024 → its files are at Ashmere'),
      ],
    },
    paragraph(
      'Costs stay below £2m (€2.3m): 100% of $ signs, C#, *stars*, \\, {{x}}, ]]> and &amp; are printed as typed. Mae’r tŷ ar y dŵr.',
    ),
  ]
}

function chiefOfficer(): Block[] {
  const at = ['sections', 0, 'sections', 0, 'items', 0] as const
  return [
    heading(1, 'Comments of the Chief Constable', { id: 'chief-officer', newPage: true }),
    paragraph('Northshire Police accepts the report and is acting on it as set out below.'),
    heading(2, 'Effectiveness – good', { id: 'effectiveness' }),
    heading(3, 'Investigating crime – requires improvement', { id: 'effectiveness.investigating' }),
    role('question', 'How well does the force investigate crime and keep victims informed?'),
    heading(4, 'Cause of concern', { id: 'effectiveness.investigating.c1' }),
    report({
      type: 'paragraph',
      children: [
        {
          type: 'text',
          value: 'Too many files wait too long for a supervisor, and victims are not told why.',
          at: [...at, 'cause_of_concern'],
        },
      ],
    }),
    paragraph([
      strong('Chief Constable’s response: '),
      {
        type: 'text',
        value:
          'We accept this. A supervisor now sees each file within a week, and a daily list shows the files that wait.',
        at: [...at, 'update'],
      },
    ]),
    heading(4, 'Recommendations', { id: 'effectiveness.investigating.recommendations' }),
    {
      type: 'blockquote',
      voice: 'report',
      keepWithNext: true,
      children: [
        {
          ...paragraph(
            'So that callers are answered in time, Northshire Police should within six months:',
          ),
          keepWithNext: true,
        },
      ],
    },
    heading(5, 'Recommendation 1 of 3', { id: 'effectiveness.investigating.r1' }),
    report(paragraph('make sure that each file has a plan which a supervisor has read;')),
    role('label', [strong('Chief Constable’s response:')]),
    bullets(
      item('Every file has had a plan since January.'),
      item('Supervisors sample ten of them a week.'),
    ),
    paragraph([
      strong('PCC’s comment: '),
      text('I have seen the samples and shall ask for them again in the summer.'),
    ]),
    role('detail', 'Status: in progress. Owner: Head of Crime. Target: 30\u00a0June\u00a02026.'),
    heading(5, 'Recommendation 2 of 3', { id: 'effectiveness.investigating.r2' }),
    report(
      paragraph('tell victims when a file is closed, and why;'),
      bullets(item('in writing, and'), item('in the language of their choice; and')),
    ),
    paragraph([{ type: 'gap', children: [text('[Awaiting the Chief Constable’s update]')] }]),
    heading(5, 'Recommendation 3 of 3', { id: 'effectiveness.investigating.r3' }),
    report(paragraph('train two hundred detectives.')),
    paragraph([
      text('Answered under '),
      link('#effectiveness.investigating.r1', 'Recommendation 1 of 3'),
      text('.'),
    ]),
  ]
}

function ending(): Block[] {
  return [
    heading(1, 'Response of the Police and Crime Commissioner to the Chief Constable’s comments', {
      id: 'reply',
    }),
    paragraph(
      'I am content with the progress described above and shall return to it with the Chief Constable in the autumn.',
    ),
    {
      type: 'closing',
      children: [
        paragraph(
          'This response is published on my website, and copies go to HMICFRS, within the 56 days that the Act allows.',
        ),
        role('sign-off', 'Yours sincerely,'),
        {
          type: 'image',
          media: specimenSignature(),
          alt: 'Signature of Rowan Aldercott',
          width: 50,
          height: 15,
        },
        role('signatory', [
          strong('Rowan Aldercott'),
          { type: 'break' },
          text('Northshire Police and Crime Commissioner'),
        ]),
      ],
    },
    role('copies', [text('cc: '), ...lines('HMICFRS', 'Northshire Police and Crime Panel')]),
  ]
}
