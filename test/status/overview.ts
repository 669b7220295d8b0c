import { makeOverview } from '../../src/status/make-overview.ts'
import { makeStanding } from '../../src/status/make-standing.ts'
import type { Overview, Standing } from '../../src/status/standing.ts'
import { aRecommendation, aResponse, aSection, read, RESPONSE, type Keys } from '../makers.ts'

const DAY = '2024-02-01'

/** Where a response of these keys stands, under a name. */
export async function aStanding(
  keys: Keys = {},
  { name = 'northshire-2024', root = '/office', today = DAY } = {},
): Promise<Standing> {
  const reading = await read({ [RESPONSE]: aResponse({ ...REPORT, ...keys }) }, { today })
  return {
    ...makeStanding(reading, { root, file: RESPONSE, today, errors: 0 }),
    name,
  }
}

/** Of responses that still have to be published. */
const REPORT: Keys = {
  status: 'draft',
  report: { published: '2024-01-10', scale: 'peel-2021' },
}

/** Where a response with this recommendation stands. */
export const aStandingWith = (item: Keys, keys: Keys = {}): Promise<Standing> =>
  aStanding({ sections: [aSection({ items: [aRecommendation(item)] })], ...keys })

/** A response whose file is broken. */
export async function anUnreadableStanding(): Promise<Standing> {
  const reading = await read({ [RESPONSE]: 'office: [' }, { today: DAY })
  const file = RESPONSE
  return makeStanding(reading, { root: '/office', file, today: DAY, errors: 1 })
}

export const anOverview = (
  standings: readonly Standing[],
  { today = DAY, statuses = [] as Omit<Overview['statuses'][number], 'items'>[] } = {},
): Overview =>
  makeOverview(
    standings,
    statuses.map(status => ({ needs_reason: false, ...status })),
    today,
  )

/** What stays inside of a withheld item, and of every item. */
export const A_WITHHELD_ITEM: Keys = {
  recommendation: 'Do what cannot be told.',
  withheld: { reason: 'PRIVATE reason', public: 'It is being done.' },
  update: 'PRIVATE update',
  comment: 'PRIVATE comment',
  owner: 'PRIVATE owner',
  position: 'not accepted',
  reason: 'PRIVATE ground',
  evidence: ['PRIVATE evidence'],
  history: [{ date: '2024-01-20', text: 'PRIVATE history', status: 'in progress' }],
  notes: 'PRIVATE notes',
  deadline: 'by 31 January 2024',
}

/** Texts that a spreadsheet would compute. */
export const FORMULAS = [
  '=HYPERLINK("http://evil.example","Click")',
  "=cmd|' /C calc'!A0",
  '+44 call back',
  '-1+1',
  '@SUM(1)',
  '＝1+1',
  '＋1',
  '－1',
  '＠SUM(1)',
]
