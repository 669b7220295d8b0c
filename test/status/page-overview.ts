import { readInspectionResponse } from '../../src/model/read-workspace.ts'
import { DEFAULT_STATUSES, type StatusWord } from '../../src/model/settings.ts'
import { makeOverview } from '../../src/status/make-overview.ts'
import { makeStanding } from '../../src/status/make-standing.ts'
import type { Overview } from '../../src/status/standing.ts'
import { aResponse, aWorkspace, anOffice, type Keys } from '../makers.ts'

/** The day that the made-up overviews are of. */
export const ON = '2026-11-26'

type World = {
  /** Keys of a second office, at `eastmoor`. */
  eastmoor?: Keys
  statuses?: StatusWord[]
  /** What check is said to have found, of each response. */
  errors?: number
}

/** What is told of some responses, by name: the keys of each, or its text where it is broken. */
export async function anOverview(
  responses: Record<string, Keys | string>,
  { eastmoor = {}, statuses = [...DEFAULT_STATUSES], errors = 0 }: World = {},
): Promise<Overview> {
  const texts = Object.entries(responses).map(([name, keys]): [string, string] => [
    `responses/${name}/response.yaml`,
    typeof keys === 'string' ? keys : aResponse(keys),
  ])
  const files = aWorkspace({
    ...Object.fromEntries(texts),
    'templates/eastmoor/office.yaml': anOffice({
      office: 'Office of the Police and Crime Commissioner for Eastmoor',
      force: 'Eastmoor Police',
      ...eastmoor,
    }),
    'section55.yaml': { statuses },
  })
  const standings = await Promise.all(
    Object.keys(responses).map(async name => {
      const reading = await readInspectionResponse(files, name, { today: ON })
      const file = `responses/${name}/response.yaml`
      return makeStanding(reading, { root: '/w', file, today: ON, errors })
    }),
  )
  return makeOverview(standings, statuses, ON)
}

/** A scale of an office's own: each colour is hard to read on one of white and black. */
export const RAG: StatusWord[] = [
  { word: 'GREEN', colour: '#00703c', means: 'Implemented', done: true, needs_reason: false },
  { word: 'AMBER', colour: '#ffbf00', means: 'Under way', done: false, needs_reason: false },
  { word: 'RED', colour: '#d4351c', done: false, needs_reason: true },
  { word: 'WHITE', colour: '#ffffff', done: false, needs_reason: false },
]

const published = (day: string, keys: Keys = {}): Keys => ({
  publication: { published: day, sent: day, url: 'https://northshire.example/response' },
  ...keys,
})

/** Of everything that a page shows there is something in it. */
export const aFullOverview = (): Promise<Overview> =>
  anOverview(
    {
      'late-2026': {
        report: { title: 'A late answer', published: '2026-09-01' },
        status: 'draft',
        sections: [section('Investigating crime', 'good', [overdue(), closed(), withheld()])],
      },
      'soon-2026': {
        report: { title: 'Soon due', published: '2026-10-10', url: 'https://reports.example/soon' },
        status: 'draft',
        chief_officer: { invited: '2026-10-11', due: '2026-11-10' },
        sections: [{ title: 'Custody', items: [{ recommendation: 'Check each cell.\n' }] }],
      },
      'peel-2023': {
        report: { title: 'PEEL 2023', published: '2023-05-02', scale: 'peel-2021' },
        sections: [
          section('Investigating crime', 'adequate', [done(), declined()], 'good'),
          section('Preventing crime', 'good', [{ practice: 'It plans well.\n' }]),
        ],
        ...published('2023-06-20'),
      },
      'peel-2025': {
        report: { title: 'PEEL 2025', published: '2025-05-02', scale: 'peel-2021' },
        sections: [section('Investigating crime', 'requires improvement', [others()])],
        ...published('2025-08-20'),
      },
      'eastmoor-2025': {
        office: 'eastmoor',
        report: { title: 'Eastmoor', published: '2025-05-02', scale: 'peel-2021' },
        sections: [section('Investigating crime', 'outstanding', [])],
        ...published('2025-05-20'),
      },
      broken: 'office: "northshire',
    },
    { statuses: RAG, errors: 1 },
  )

const section = (title: string, grade: string, items: Keys[], previous?: string): Keys => ({
  title,
  grade,
  items,
  ...(previous !== undefined && { previous }),
})
const overdue = (): Keys => ({
  recommendation: 'Answer each call in time.\n',
  number: '7',
  update: 'More staff answer calls.\n',
  target: '2026-10-01',
  owner: 'Head of Contact',
  history: [{ date: '2026-10-02', status: 'AMBER', text: 'Two of three shifts are staffed.\n' }],
})
const closed = (): Keys => ({
  area_for_improvement: 'Keep a log.\n',
  update: 'A log is kept.\n',
  status: 'GREEN',
  inspectorate_ref: 'REG-4711',
  history: [
    { date: '2026-10-20', status: 'complete', source: 'inspectorate', text: 'Seen on a visit.\n' },
  ],
})
const withheld = (): Keys => ({
  recommendation: 'Guard the armoury.\n',
  update: 'SECRET-UPDATE\n',
  owner: 'SECRET-OWNER',
  comment: 'SECRET-COMMENT\n',
  position: 'partly accepted',
  reason: 'SECRET-REASON\n',
  evidence: ['SECRET-EVIDENCE'],
  history: [{ date: '2026-10-02', status: 'AMBER', text: 'SECRET-HISTORY\n' }],
  withheld: { reason: 'SECRET-WITHHELD', public: 'This is not published.\n' },
  notes: 'SECRET-NOTE\n',
})
const done = (): Keys => ({
  recommendation: 'Train each supervisor.\n',
  update: 'All are trained.\n',
  status: 'GREEN',
})
const declined = (): Keys => ({
  recommendation: 'Close the office.\n',
  position: 'not accepted',
  reason: 'It is needed.\n',
})
const others = (): Keys => ({
  recommendation: 'Write the national guidance.\n',
  for: ['College of Policing'],
})
