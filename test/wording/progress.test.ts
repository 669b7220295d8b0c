import { describe, expect, test } from 'vitest'
import {
  anAreaForImprovement,
  aRecommendation,
  aResponse,
  aSection,
  RESPONSE,
  type Keys,
} from '../makers.ts'
import {
  aDrawnSection,
  aProgressPaper,
  aTypedSection,
  composedPaper,
  gathered,
  outlineOf,
  sayProblems,
} from '../paper.ts'

const OTHER = 'responses/northshire-2018/response.yaml'
const withItems = (items: Keys[], keys: Keys = {}) =>
  aResponse({ sections: [aSection({ items })], ...keys })
const entry = (date: string, keys: Keys) => ({ date, ...keys })

/** The lines of a progress paper; a date's spaces are spaces. */
async function linesOf(files: Record<string, string>, keys: Keys = {}) {
  const tree = await composedPaper(aProgressPaper(keys), { files })
  return outlineOf(tree).map(line => line.replaceAll('\u00a0', ' '))
}
/** Those below a heading. */
const under = (lines: readonly string[], heading: RegExp) => {
  const start = lines.findIndex(line => heading.test(line))
  const rest = lines.slice(start + 1)
  const end = rest.findIndex(line => line.startsWith('# '))
  return end < 0 ? rest : rest.slice(0, end)
}

describe('a progress paper', () => {
  test('goes on from the office’s own sections, with numbers of its own', async () => {
    const lines = await linesOf(
      {},
      { sections: [aTypedSection(), aTypedSection({ title: 'Advice' })], since: '2019-06-01' },
    )
    expect(lines.filter(line => line.startsWith('# '))).toEqual([
      '# 1 Purpose',
      '# 2 Advice',
      '# 3 Where the items stand',
      '# 4 Open items',
      '# 5 Closed since 1 June 2019',
    ])
  })

  test('needs no section of its own', async () => {
    const { problems } = await gathered(aProgressPaper({ sections: undefined }))
    expect(sayProblems(problems)).toEqual([])
  })

  test('counts by kind and by where things stand, and by the words of the scale', async () => {
    const items = [
      aRecommendation({ status: 'in progress', target: '2019-10-01' }),
      aRecommendation({ status: 'complete' }),
      aRecommendation({ inspectorate_status: 'complete' }),
      anAreaForImprovement(),
      anAreaForImprovement({ withheld: { public: 'Held.' }, status: 'in progress' }),
      aRecommendation({ for: 'Home Office' }),
      { practice: 'It works with the port.\n' },
    ]
    const lines = under(await linesOf({ [RESPONSE]: withItems(items) }), /^# \d Where/)
    expect(lines).toEqual([
      'On 1 November 2019 the Office of the Police and Crime Commissioner for Northshire follows five items of one inspection report. They stand as follows:',
      '| Kind | Open | Of these, overdue | Done | Closed | All |',
      '| Recommendations | 1 | 1 | 1 | 1 | 3 |',
      '| Areas for improvement | 2 | 0 | 0 | 0 | 2 |',
      '| All | 3 | 1 | 1 | 1 | 5 |',
      '| Status | Items not closed |',
      '| In progress | 1 |',
      '| Complete | 1 |',
      '| No status given | 1 |',
      '| Withheld | 1 |',
    ])
  })

  test('lists open items by report, overdue ones first, with owner, dates, status and last update', async () => {
    const items = [
      aRecommendation({
        recommendation: 'Keep a rota; and\n',
        owner: 'Head of Custody',
        target: '2020-01-31',
      }),
      aRecommendation({
        recommendation: 'Keep a register.\n',
        deadline: 'within one month',
        target: '2019-10-20',
        status: 'in progress',
        history: [
          entry('2019-10-01', { text: 'It is begun.' }),
          entry('2019-10-15', { text: 'Half of it is done.', source: 'body' }),
        ],
      }),
    ]
    const lines = under(await linesOf({ [RESPONSE]: withItems(items) }), /Open items/)
    expect(lines).toEqual([
      '## Northshire Police: an inspection',
      'By HMICFRS, published on 27 September 2019. Two items open, one of them overdue.',
      '| Item | Owner | Dates | Status | Last update |',
      "| Recommendation 2 of 2 (Effectiveness) Keep a register. | – | Deadline: 27 October 2019 Force's own date: 20 October 2019 | Overdue by five days In progress | 15 October 2019, the PCC: Half of it is done. |",
      "| Recommendation 1 of 2 (Effectiveness) Keep a rota | Head of Custody | Force's own date: 31 January 2020 | No status given | – |",
    ])
  })

  test('leaves out the columns that no item has anything for', async () => {
    const lines = await linesOf({ [RESPONSE]: withItems([aRecommendation()]) })
    expect(lines).toContain('| Item | Status |')
  })

  test('uses the words of the office’s own scale', async () => {
    const settings =
      'statuses:\n  - { word: AMBER, means: Ongoing }\n  - { word: GREEN, done: true }\n'
    const items = [aRecommendation({ status: 'GREEN' }), aRecommendation({ status: 'AMBER' })]
    const lines = await linesOf({ [RESPONSE]: withItems(items), 'section55.yaml': settings })
    expect(under(lines, /Where/)).toEqual(
      expect.arrayContaining(['| AMBER | 1 |', '| GREEN | 1 |']),
    )
    expect(under(lines, /Done, and not closed/)).toContain(
      '| Recommendation 1 of 2 (Effectiveness) Record each visit. | GREEN |',
    )
  })

  test('lists what was closed since the meeting before, with its proof', async () => {
    const closed = (date: string, text: string) =>
      aRecommendation({
        recommendation: `${text}\n`,
        inspectorate_ref: '17',
        history: [
          entry(date, { status: 'complete', text: `${text} Seen.`, source: 'inspectorate' }),
        ],
      })
    const files = {
      [RESPONSE]: withItems([
        closed('2019-06-30', 'Long ago.'),
        closed('2019-10-01', 'Just now.'),
        aRecommendation({ inspectorate_status: 'complete' }),
      ]),
    }
    expect(under(await linesOf(files, { since: '2019-10-01' }), /Closed since/)).toEqual([
      '## Northshire Police: an inspection',
      '| Item | Closed on | Proof |',
      '| Recommendation 2 of 3 (Effectiveness) Just now. | 1 October 2019 | 17: Just now. Seen. |',
      'One item closed by the inspectorate is not listed, for the day is not recorded.',
    ])
    expect(under(await linesOf(files), /# \d Closed/)).toHaveLength(5)
  })

  test('says where nothing is open and nothing closed', async () => {
    const lines = await linesOf({
      [RESPONSE]: withItems([aRecommendation({ status: 'complete' })]),
    })
    expect(under(lines, /Open items/)).toEqual(['No item is open.'])
    expect(under(lines, /# \d Closed/)).toEqual(['The inspectorate has closed no item.'])
  })

  test('lists the items of a draft, and nothing of what the force says of them', async () => {
    const items = [
      aRecommendation({
        status: 'in progress',
        history: [entry('2019-10-01', { text: 'A draft word.' })],
      }),
    ]
    const files = { [RESPONSE]: withItems(items, { status: 'draft' }) }
    const lines = await linesOf(files)
    expect(lines).toContain('| Recommendation (Effectiveness) Record each visit. | In progress |')
    expect(lines.join()).toContain('what the force says is not given here')
    expect(lines.join()).not.toContain('draft word')
    expect(sayProblems((await gathered(aProgressPaper(), files)).problems)).toEqual([
      '9:7 warning: Unexpected draft northshire-2019, expected a final response: its items are listed, what the force says of them is left out',
    ])
  })

  test('holds back what is withheld', async () => {
    const held = aRecommendation({
      withheld: { reason: 'A secret reason.', public: 'It is with the inspectors.' },
      owner: 'A secret owner',
      status: 'in progress',
      target: '2019-10-01',
      history: [entry('2019-10-01', { text: 'A secret entry.' })],
    })
    const lines = await linesOf({ [RESPONSE]: withItems([held, aRecommendation()]) })
    expect(under(lines, /Open items/)).toEqual([
      '## Northshire Police: an inspection',
      // The same number as in the counts by kind.
      'By HMICFRS, published on 27 September 2019. Two items open, one of them overdue.',
      '| Item | Status |',
      '| Recommendation 2 of 2 (Effectiveness) Record each visit. | No status given |',
      '| Recommendation 1 of 2 (Effectiveness) Record each visit. It is with the inspectors. | Withheld |',
    ])
    expect(under(lines, /Where/)).toContain('| Recommendations | 2 | 1 | 2 |')
    expect(lines.join()).not.toMatch(/secret/i)
  })

  test('is about all responses of its office, or those that it names', async () => {
    const other = withItems([aRecommendation()], { report: { title: 'The other report' } })
    const another = withItems([aRecommendation()], { office: 'southshire' })
    const files = { [OTHER]: other, 'responses/southshire/response.yaml': another }
    const office = { 'templates/southshire/office.yaml': (await import('../makers.ts')).anOffice() }
    const titles = (lines: string[]) =>
      under(lines, /Open items/).filter(line => line.startsWith('## '))
    expect(titles(await linesOf({ ...files, ...office }))).toHaveLength(2)
    expect(
      titles(await linesOf({ ...files, ...office }, { responses: ['northshire-2018'] })),
    ).toEqual(['## The other report'])
  })

  test('counts a response that a section is drawn from only where it is about it', async () => {
    const files = { [OTHER]: withItems([aRecommendation(), aRecommendation()]) }
    const keys = { sections: [aDrawnSection()], responses: 'northshire-2018' }
    expect(under(await linesOf(files, keys), /Where/)[0]).toContain(
      'follows two items of one inspection report',
    )
  })

  test('is told of a name that no response has', async () => {
    const { problems } = await gathered(
      aProgressPaper({ responses: ['northshire-2019', 'northshire-2017'] }),
    )
    expect(sayProblems(problems)).toEqual([
      '12:5 error: Unexpected response northshire-2017, expected the name of a response that is there: northshire-2019',
    ])
  })

  test('is not made where a response cannot be read', async () => {
    const { problems } = await gathered(aProgressPaper(), {
      [OTHER]: 'office: northshire\nreport: [\n',
    })
    expect(
      problems.some(({ severity, place }) => severity === 'error' && place.file === OTHER),
    ).toBe(true)
  })
})
