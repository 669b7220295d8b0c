import { afterEach, describe, expect, test, vi } from 'vitest'
import { writeXlsx } from '../../src/status/formats/xlsx.ts'
import { countLines } from '../../src/status/formats/xlsx/make-sheet.ts'
import type { Overview, Standing } from '../../src/status/standing.ts'
import { aRecommendation, aSection } from '../makers.ts'
import {
  A_WITHHELD_ITEM,
  anOverview,
  anUnreadableStanding,
  aStanding,
  aStandingWith,
  FORMULAS,
} from './overview.ts'
import { partsOf, readWorkbook, valuesOf, type ReadCell } from './read-workbook.ts'

const sheetsOf = async (overview: Overview) => readWorkbook(await writeXlsx(overview))
const itemsOf = async (standings: readonly Standing[]) =>
  (await sheetsOf(anOverview(standings)))['Items']!

/** The cells of the one item whose owner this is. */
async function itemOwnedBy(owner: string): Promise<Record<string, ReadCell>> {
  const standing = await aStandingWith({})
  standing.items[0]!.owner = owner
  return (await itemsOf([standing])).rows[0]!
}

describe('status as an Excel workbook', () => {
  test('each item has a row of real dates and figures', async () => {
    const { rows } = await itemsOf([
      await aStandingWith({
        number: '3',
        deadline: 'by 31 January 2024',
        target: '2024-02-29',
        owner: 'Head of Custody',
      }),
    ])
    expect(valuesOf(rows[0]!)).toMatchObject({
      Response: 'northshire-2024',
      Item: 'Recommendation 3',
      Deadline: 45_322,
      "Force's own date": 45_351,
      'Days overdue': 1,
      Owner: 'Head of Custody',
      'Report published': 45_301,
      Due: 45_351,
    })
    expect(rows[0]!['Deadline']).toMatchObject({ isText: false, format: 'd mmm yyyy' })
    expect(rows[0]!['Line']).toMatchObject({ isText: false })
  })

  test.each([
    ['1900-03-01', 61],
    ['1999-12-31', 36_525],
    ['2000-01-01', 36_526],
    ['2024-02-29', 45_351],
    ['2025-12-31', 46_022],
    ['2100-02-28', 73_109],
  ])('%s is day %i of Excel', async (target, serial) => {
    const { rows } = await itemsOf([await aStandingWith({ target })])
    expect(rows[0]!["Force's own date"]!.value).toBe(serial)
  })

  test('a day before those that Excel knows is text', async () => {
    const { rows } = await itemsOf([await aStandingWith({ target: '1899-12-31' })])
    expect(rows[0]!["Force's own date"]).toMatchObject({ value: '1899-12-31', isText: true })
  })

  test('each response has a row, worst first, that an unreadable one leads', async () => {
    const overview = anOverview([
      await aStanding({ chief_officer: { invited: '2024-01-12', due: '2024-02-20' } }),
      await aStanding({ report: { published: '2023-11-01' } }, { name: 'late' }),
      await anUnreadableStanding(),
      await aStanding({ publication: { published: '2024-01-31' } }, { name: 'out' }),
    ])
    const { rows } = (await sheetsOf(overview))['Responses']!
    expect(rows.map(row => row['Response']!.value)).toEqual(
      overview.responses.map(({ name }) => name),
    )
    expect(valuesOf(rows[0]!)).toEqual({
      Response: 'northshire-2019',
      Stage: 'unreadable',
      Errors: 1,
      File: 'responses/northshire-2019/response.yaml',
    })
    expect(valuesOf(rows[1]!)).toMatchObject({ 'Days left': -37, 'The 56 days': 'late' })
    expect(valuesOf(rows[2]!)).toMatchObject({
      'Report published': 45_301,
      'Last lawful day': 45_356,
      'Days left': 33,
      'Day of the 56': 23,
      'The 56 days': 'running',
      Answered: 1,
      'Answers due': 1,
      'Recommendations answered': 1,
      'Recommendations due': 1,
      'Areas for improvement due': 0,
      'Open items': 1,
      'Chief officer asked': 45_303,
      'Comments due before': 45_342,
      'Next date': 45_342,
      'What is next': "The Chief Constable's comments are due before this day",
    })
    expect(valuesOf(rows[3]!)).toMatchObject({ 'The 56 days': 'met', 'Response published': 45_322 })
    expect(rows[3]).not.toHaveProperty('Days left')
  })

  test('where section 55 does not bind there is no duty', async () => {
    const standing = await aStanding({ report: { basis: 'another law' } })
    const { rows } = (await sheetsOf(anOverview([standing])))['Responses']!
    expect(valuesOf(rows[0]!)).toMatchObject({ 'The 56 days': 'no duty' })
  })

  test('the sheet of words says the totals, the states and the scale of statuses', async () => {
    const statuses = [
      { word: 'GREEN', means: 'Implemented', done: true },
      { word: '=RED', done: false },
    ]
    const overview = anOverview([await aStandingWith({ target: '2024-01-01' })], { statuses })
    const { xml } = (await sheetsOf(overview))['About']!
    const strings = partsOf(await writeXlsx(overview))['xl/sharedStrings.xml']!
    for (const words of ['Overdue items', 'Implemented; counts as done', '=RED', 'Closed by the'])
      expect(strings).toContain(words)
    expect(xml).toContain('<v>45323</v>')
  })

  test.each(FORMULAS)('%s is text, and stays text when it is edited', async formula => {
    const { Owner } = await itemOwnedBy(formula)
    expect(Owner).toMatchObject({ value: formula, isText: true, format: '@' })
  })

  test('nothing in the workbook is computed', async () => {
    const standings = await Promise.all(FORMULAS.map(owner => aStandingWith({ owner })))
    const parts = partsOf(await writeXlsx(anOverview(standings)))
    for (const [path, part] of Object.entries(parts))
      if (path.includes('sheet')) expect(part).not.toMatch(/<f[ >/]|t="str"/)
    expect(Object.keys(parts).join()).not.toMatch(/external|macro|vba|connection/i)
  })

  test.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])(
    'an owner named %s is that name',
    async name => {
      expect(String((await itemOwnedBy(name))['Owner']!.value).trim()).toBe(name)
    },
  )

  test('what reads as a code of Excel is shown as it was typed', async () => {
    for (const typed of ['_x0041_', 'a_x000D_b', '_X00e9_ _x005F_x0041_', '_x0041'])
      expect((await itemOwnedBy(typed))['Owner']!.value).toBe(typed)
  })

  test('markup, emoji and quotation marks come back', async () => {
    const typed = '<b>&amp; "x" \'y\'</b> ]]> 🚓 Zoë – café'
    expect((await itemOwnedBy(typed))['Owner']!.value).toBe(typed)
  })

  test('characters that XML forbids, and half letters, are shown as one sign', async () => {
    const { Owner } = await itemOwnedBy('a\u0000b\u001bc\ud800d\udc00e\ufffef\ufffdg')
    expect(Owner!.value).toBe('a□b□c□d□e□f□g')
  })

  test('a text longer than a cell is cut', async () => {
    const { Owner } = await itemOwnedBy('a'.repeat(40_000))
    expect(Owner!.value).toHaveLength(32_766)
  })

  test('nothing of a withheld item but the words of the report', async () => {
    const parts = partsOf(await writeXlsx(anOverview([await aStandingWith(A_WITHHELD_ITEM)])))
    expect(parts['xl/sharedStrings.xml']).toContain('Do what cannot be told.')
    expect(Object.values(parts).join()).not.toContain('PRIVATE')
  })

  test('a row is as high as its text, up to eight lines', async () => {
    const standing = await aStanding({
      sections: [
        aSection({
          items: [
            'Short.',
            'It has a few words. '.repeat(10),
            'It has many words. '.repeat(200),
          ].map(words => aRecommendation({ recommendation: words })),
        }),
      ],
    })
    const [, ...heights] = (await itemsOf([standing])).heights
    expect(heights[0]).toBeLessThan(45)
    expect(heights[1]).toBeGreaterThan(heights[0]!)
    expect(heights[2]).toBe(8 * 12.75 + 2)
  })

  test('lines break between words, and within one that is longer than a line', () => {
    expect(countLines('', 10)).toBe(1)
    expect(countLines('one two', 10)).toBe(1)
    expect(countLines('sentences between', 10)).toBe(2)
    expect(countLines('a'.repeat(25), 10)).toBe(3)
    expect(countLines(`one ${'a'.repeat(25)}`, 10)).toBe(4)
    expect(countLines('a '.repeat(5000), 10)).toBe(8)
  })

  test('overdue is marked by colour beside its figure', async () => {
    const { rows } = await itemsOf([await aStandingWith({ target: '2024-01-01' })])
    expect(rows[0]!['Days overdue']).toMatchObject({ value: 31, fill: 'FFFBE4E0' })
  })

  test('a status has the colour of its scale behind its word', async () => {
    const standing = await aStandingWith({})
    standing.items[0]!.status = 'RED'
    const statuses = [{ word: 'RED', colour: '#d4351c', done: false }]
    const { rows } = (await sheetsOf(anOverview([standing], { statuses })))['Items']!
    expect(rows[0]!['Status']).toMatchObject({ value: 'RED', fill: 'FFD4351C', isWrapped: true })
  })

  describe('as it is laid out', () => {
    const layOut = async () => {
      const bytes = await writeXlsx(anOverview([await aStandingWith({})]))
      return { parts: partsOf(bytes), sheets: readWorkbook(bytes) }
    }

    test('the header and the names of items stay in sight', async () => {
      for (const name of ['Items', 'Responses'])
        expect((await layOut()).sheets[name]!.xml).toMatch(
          /<pane ySplit="1" xSplit="2" topLeftCell="C2" activePane="bottomRight" state="frozen"/,
        )
    })

    test('rows are a table with a filter, whose headers are those of the sheet', async () => {
      const { parts, sheets } = await layOut()
      for (const [table, name] of [
        ['table1', 'Items'],
        ['table2', 'Responses'],
      ] as const) {
        const xml = parts[`xl/tables/${table}.xml`]!
        const headers = [...xml.matchAll(/<tableColumn id="\d+" name="([^"]*)"/g)].map(
          ([, header]) => header,
        )
        expect(headers).toEqual(sheets[name]!.headers)
        expect(new Set(headers.map(header => header!.toLowerCase())).size).toBe(headers.length)
        expect(xml).toMatch(/<autoFilter ref="A1:[A-Z]+2"\/>/)
      }
    })

    test('A4 landscape, as wide as the page, with the header on each', async () => {
      const { parts, sheets } = await layOut()
      for (const { xml } of Object.values(sheets)) {
        expect(xml).toContain('<pageSetUpPr fitToPage="1"/>')
        expect(xml).toContain(
          '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
        )
        expect(xml).toContain('Page &amp;P of &amp;N')
      }
      expect(parts['xl/workbook.xml']).toContain(
        '<definedName name="_xlnm.Print_Titles" localSheetId="0">Items!$1:$1</definedName>',
      )
      expect(parts['xl/workbook.xml']).toMatch(/Print_Area" localSheetId="0">Items!\$A\$1:\$N\$2</)
    })

    test('every column has a width, and no cells are merged', async () => {
      for (const { xml, headers } of Object.values((await layOut()).sheets).slice(0, 2)) {
        expect(xml.match(/<col min="\d+" max="\d+" width="\d+" customWidth="1"\/>/g)).toHaveLength(
          headers.length,
        )
        expect(xml).not.toContain('mergeCell')
      }
    })

    test('the file has a title and a language', async () => {
      const core = (await layOut()).parts['docProps/core.xml']!
      expect(core).toContain('<dc:title>Where the responses stand on 1 February 2024</dc:title>')
      expect(core).toContain('<dc:language>en-GB</dc:language>')
    })

    test('every part is of a known type, and every relationship leads to a part', async () => {
      const { parts } = await layOut()
      const types = parts['[Content_Types].xml']!
      for (const path of Object.keys(parts))
        if (!/\.rels$|^\[/.test(path)) expect(types).toContain(`PartName="/${path}"`)
      const paths = Object.keys(parts).map(path => path.replace(/^.*\//, ''))
      for (const [path, part] of Object.entries(parts))
        if (path.endsWith('.rels'))
          for (const [, target] of part.matchAll(/Target="([^"]+)"/g))
            expect(paths).toContain(target!.replace(/^.*\//, ''))
    })
  })

  test('without responses it is a workbook all the same', async () => {
    const bytes = await writeXlsx(anOverview([]))
    expect(readWorkbook(bytes)['Items']!.rows).toEqual([])
    // A table has a row, be it an empty one: Excel would repair the file.
    expect(partsOf(bytes)['xl/tables/table1.xml']).toMatch(/ ref="A1:[A-Z]+2"/)
  })

  describe('the same input', () => {
    const zone = process.env['TZ']
    afterEach(() => {
      vi.useRealTimers()
      if (zone === undefined) delete process.env['TZ']
      else process.env['TZ'] = zone
    })

    test('has the same bytes at another hour and in another zone', async () => {
      const overview = anOverview([await aStandingWith({ target: '2024-02-29' })])
      const once = await writeXlsx(overview)
      vi.useFakeTimers({ now: Date.UTC(2031, 5, 3, 22, 1), toFake: ['Date'] })
      process.env['TZ'] = 'Pacific/Kiritimati'
      expect(new Date().getTimezoneOffset()).toBe(-840)
      expect(Buffer.compare(await writeXlsx(overview), once)).toBe(0)
    })

    test('has the same bytes when it is compressed beside', async () => {
      // Above 160 kB parts go to threads.
      const items = Array.from({ length: 400 }, (_, n) =>
        aRecommendation({ recommendation: `${n} ${'It has many words. '.repeat(40)}` }),
      )
      const overview = anOverview([await aStanding({ sections: [aSection({ items })] })])
      const [one, other] = [await writeXlsx(overview), await writeXlsx(overview)]
      expect(Buffer.compare(one, other)).toBe(0)
      expect(readWorkbook(one)['Items']!.rows).toHaveLength(400)
    })
  })
})
