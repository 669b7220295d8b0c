import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { writeCsv } from '../../src/status/formats/csv.ts'
import type { Overview } from '../../src/status/standing.ts'
import { aCauseOfConcern, anAreaForImprovement, aRecommendation, aSection } from '../makers.ts'
import {
  A_WITHHELD_ITEM,
  anOverview,
  anUnreadableStanding,
  aStanding,
  aStandingWith,
  FORMULAS,
} from './overview.ts'

const rowsOf = (overview: Overview): Record<string, string>[] =>
  parse(writeCsv(overview), { bom: true, columns: true })

/** The row of a response with this recommendation alone. */
const rowWith = async (item: Record<string, unknown>) =>
  rowsOf(anOverview([await aStandingWith(item)]))[0]!

describe('status as CSV', () => {
  test('each item has a row that says where it stands', async () => {
    const row = await rowWith({
      recommendation: 'Record each visit.',
      number: '3',
      deadline: 'by 31 January 2024',
      target: '2024-02-29',
      owner: 'Head of Custody',
      status: 'in progress',
      position: 'accepted',
      history: [{ date: '2024-01-20', status: 'in progress', text: 'It has begun.' }],
    })
    expect(row).toMatchObject({
      Response: 'northshire-2024',
      Item: 'Recommendation 3',
      'Words of the report': 'Record each visit.',
      State: 'open',
      Deadline: '2024-01-31',
      "Force's own date": '2024-02-29',
      'Days overdue': '1',
      'Which day is past': 'deadline',
      Due: '2024-02-29',
      Status: 'in progress',
      Owner: 'Head of Custody',
      'Last entry on': '2024-01-20',
      'Last entry': 'It has begun.',
      'Last entry by': 'force',
      Missing: '',
      Report: 'Northshire Police: an inspection',
      'Report published': '2024-01-10',
      Section: 'Effectiveness',
      Kind: 'recommendation',
      'Number in the report': '3',
      Reference: 'R3',
      'Deadline in words': 'by 31 January 2024',
      Position: 'accepted',
      Answered: 'yes',
      Withheld: 'no',
      File: 'responses/northshire-2019/response.yaml',
    })
    expect(Number(row['Line'])).toBeGreaterThan(1)
  })

  test('overdue items come first, and every item is there', async () => {
    const standing = await aStanding({
      sections: [
        aSection({
          items: [
            anAreaForImprovement({ target: '2024-06-01' }),
            aRecommendation({ target: '2024-01-01' }),
            { practice: 'The force has a dog.' },
          ],
        }),
      ],
    })
    expect(rowsOf(anOverview([standing])).map(row => [row['Item'], row['Days overdue']])).toEqual([
      ['Recommendation', '31'],
      ['Area for improvement', ''],
      ['Practice', ''],
    ])
  })

  test('a recommendation names its cause of concern', async () => {
    const standing = await aStanding({
      sections: [aSection({ items: [aCauseOfConcern({ number: '2' })] })],
    })
    const row = rowsOf(anOverview([standing])).find(({ Kind }) => Kind === 'recommendation')
    expect(row?.['Cause of concern']).toBe('Cause of concern 2')
  })

  test('a deadline of a plan alone says so', async () => {
    const row = await rowWith({ deadline: { words: 'within twelve weeks', of: 'plan' } })
    expect(row['Deadline in words']).toBe('within twelve weeks (for the plan)')
  })

  test('what closed an item stands with it', async () => {
    const row = await rowWith({
      inspectorate_ref: 'HM-12',
      history: [
        { date: '2024-01-30', status: 'complete', source: 'inspectorate', text: 'Seen on site.' },
      ],
    })
    expect(row).toMatchObject({
      State: 'closed',
      'Closed on': '2024-01-30',
      'Proof of closing': 'Seen on site. – HM-12',
      "Inspectorate's status": 'complete',
      "Inspectorate's number": 'HM-12',
    })
  })

  test('raised before and again name the response and the item', async () => {
    const overview = anOverview([await aStandingWith({})])
    const item = overview.responses[0]!.items[0]!
    const elsewhere = { item: 'a', label: 'Recommendation 4', title: 'Earlier' }
    item.raised_before = [
      { ...elsewhere, response: 'northshire-2019' },
      { ...elsewhere, response: 'northshire-2021' },
    ]
    item.raised_again = [{ ...elsewhere, response: 'northshire-2026' }]
    expect(rowsOf(overview)[0]).toMatchObject({
      'Raised before': 'northshire-2019: Recommendation 4; northshire-2021: Recommendation 4',
      'Raised again': 'northshire-2026: Recommendation 4',
    })
  })

  test('no response is lost: an unreadable one comes first, one without items last', async () => {
    const standings = [
      await aStanding({ sections: [] }, { name: 'no-items-yet' }),
      await aStandingWith({}),
      { ...(await anUnreadableStanding()), name: 'broken' },
    ]
    const rows = rowsOf(anOverview(standings))
    expect(rows.map(row => [row['Response'], row['Item'], row['Stage of the response']])).toEqual([
      ['broken', '', 'unreadable'],
      ['northshire-2024', 'Recommendation', 'ready'],
      ['no-items-yet', '', 'ready'],
    ])
    expect(rows[0]).toMatchObject({ Missing: 'a file that can be read', Report: '' })
    expect(rows[2]).toMatchObject({ Missing: '', Report: 'Northshire Police: an inspection' })
  })

  test('without responses there is the header alone', () => {
    expect(writeCsv(anOverview([])).split('\r\n')).toHaveLength(2)
    expect(rowsOf(anOverview([]))).toEqual([])
  })

  test('Excel sees UTF-8, and lines as Windows ends them', async () => {
    const csv = writeCsv(anOverview([await aStandingWith({ owner: 'Zoë – “Custody”' })]))
    expect(csv.startsWith('\ufeffResponse,Item,')).toBe(true)
    expect(csv).toContain(',Zoë – “Custody”,')
    expect(csv.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/)
  })

  test.each(FORMULAS)('%s is text', async formula => {
    const row = await rowWith({ owner: formula, recommendation: formula.replace(/^-/, '\\-') })
    expect(row['Owner']).toBe(`'${formula}`)
    expect(row['Words of the report']).toBe(`'${formula}`)
  })

  test('a tab or a line break before a formula does not hide it', async () => {
    for (const before of ['\t', '\r', '\n', ' ', '\u00a0'])
      expect((await rowWith({ owner: `${before}=1+1` }))['Owner']).toBe("'=1+1")
  })

  test('quotation marks, commas, line breaks and emoji come back', async () => {
    const row = await rowWith({ owner: 'ACC "Crime", 🚓\nnorth; and\tsouth' })
    expect(row['Owner']).toBe('ACC "Crime", 🚓 north; and south')
  })

  test('a control character and half a letter are shown as one sign', async () => {
    const standing = await aStandingWith({})
    standing.items[0]!.owner = 'a\u0000b\u001bc\u202ed\ud800e'
    expect(rowsOf(anOverview([standing]))[0]!['Owner']).toBe('a\ufffdb\ufffdc\ufffdd\ufffde')
  })

  test('a text that Excel would break over two rows is cut, and not within a letter', async () => {
    const standing = await aStandingWith({})
    standing.items[0]!.owner = `=${'a'.repeat(32_763)}🚓🚓`
    const cell = rowsOf(anOverview([standing]))[0]!['Owner']!
    expect(cell).toHaveLength(32_766)
    expect(cell).toMatch(/^'=a+…$/)
  })

  test('nothing of a withheld item but the words of the report', async () => {
    const csv = writeCsv(anOverview([await aStandingWith(A_WITHHELD_ITEM)]))
    expect(csv).toContain('Do what cannot be told.')
    expect(csv).toContain(',yes,')
    expect(csv).not.toContain('PRIVATE')
  })

  test('a leap day and the last day of a year are those days', async () => {
    expect(await rowWith({ target: '2024-02-29' })).toMatchObject({
      "Force's own date": '2024-02-29',
    })
    expect(await rowWith({ target: '2025-12-31' })).toMatchObject({
      "Force's own date": '2025-12-31',
    })
  })

  test('headers are of one meaning each', () => {
    const header = writeCsv(anOverview([])).trim().split(',')
    expect(new Set(header).size).toBe(header.length)
  })
})
