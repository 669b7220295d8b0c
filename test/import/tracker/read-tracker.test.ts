import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { toMarkdown } from '../../../src/document/markdown.ts'
import { foundItems, type FoundItem } from '../../../src/import/found-report.ts'
import { readTracker, type TrackerOptions } from '../../../src/import/tracker/read-tracker.ts'
import { showMapping } from '../../../src/import/tracker/show-mapping.ts'
import { aWorkbook, type CellValue, type SheetFile, type WorkbookFile } from './make-workbook.ts'

const readRows = (
  rows: CellValue[][],
  options?: TrackerOptions,
  sheet: Partial<SheetFile> = {},
  book: Partial<WorkbookFile> = {},
) =>
  readTracker(
    'tracker.xlsx',
    aWorkbook({ sheets: [{ name: 'AFIs', rows, ...sheet }], ...book }),
    options,
  )
const readCsv = (text: string | Uint8Array, options?: TrackerOptions, path = 'tracker.csv') =>
  readTracker(path, typeof text === 'string' ? strToU8(text) : text, options)
type Read = Awaited<ReturnType<typeof readTracker>>

const itemsOf = ({ report, complaint }: Read): FoundItem[] => {
  if (!report) throw new Error(complaint?.message)
  return [...foundItems(report.sections)]
}
const words = ({ words: blocks }: FoundItem) => toMarkdown(blocks).trim()
const told = (read: Read) =>
  itemsOf(read).map(
    item => `${item.kind}${item.number === undefined ? '' : ` ${item.number}`}: ${words(item)}`,
  )
const keys = ({ mapping }: Read) =>
  mapping.flatMap(({ columns }) =>
    columns.map(({ header, key }) => `${header} = ${key ?? 'notes'}`),
  )
const doubts = ({ report }: Read) => report?.doubts.map(({ message }) => message)

describe('headers of a tracker', () => {
  test('are found below a title, in many ways of saying them', async () => {
    const read = await readRows([
      ['Northshire Police: HMICFRS tracker'],
      [],
      [
        'Ref',
        'Rec no.',
        'HMICFRS reference',
        'Type',
        'Pillar',
        'Headline',
        'Description (full text)',
        'Deadline',
        'Addressed to',
        'Force update',
        'PCC comment',
        'RAG',
        'HMICFRS status',
        'Lead/Owner',
        'Target date',
        'Accepted?',
        'Rationale',
        'Evidence',
        'Closed date',
      ],
      [
        'NS-1',
        'Rec 4',
        'HM/2025/7',
        'Recommendation',
        'Responding',
        'Calls',
        'The force should answer its calls.',
        'within six months',
        'chief constables; NPCC',
        'More staff answer calls.\n\nTwo courses were held.',
        'I welcome this.',
        'In Progress',
        'Being progressed',
        'ACC Hart',
        { number: 46112, style: 1 },
        'Yes',
        'It is right.',
        'Board paper 3\nhttps://northshire.example/3',
        'TBC',
      ],
      [
        'NS-2',
        'AFI 2',
        '',
        'Area for Improvement (AFI)',
        '',
        '',
        'The force should check its records.',
        { number: 46112, style: 1 },
        '-',
        'n/a',
        'N/A',
        '',
        '',
        '',
        'Q3 2026',
        '',
        '',
        '',
        { number: 45000, style: 1 },
      ],
    ])
    const [first, second] = itemsOf(read)
    expect(keys(read)).toEqual([
      'Ref = id',
      'Rec no. = number',
      'HMICFRS reference = inspectorate_ref',
      'Type = kind',
      'Pillar = section',
      'Headline = title',
      'Description (full text) = words',
      'Deadline = deadline',
      'Addressed to = for',
      'Force update = update',
      'PCC comment = comment',
      'RAG = status',
      'HMICFRS status = inspectorate_status',
      'Lead/Owner = owner',
      'Target date = target',
      'Accepted? = position',
      'Rationale = reason',
      'Evidence = evidence',
      'Closed date = notes',
    ])
    const { update, comment, ...answers } = first!.answers!
    expect(toMarkdown(update!).trim()).toBe('More staff answer calls.\n\nTwo courses were held.')
    expect(toMarkdown(comment!).trim()).toBe('I welcome this.')
    expect({ ...first, words: words(first!), answers }).toEqual({
      kind: 'recommendation',
      words: 'The force should answer its calls.',
      title: 'Calls',
      number: '4',
      deadline: 'within six months',
      for: ['chief constables', 'NPCC'],
      inspectorate_ref: 'HM/2025/7',
      inspectorate_status: 'being progressed',
      recommendations: [],
      again: [],
      place: { file: 'tracker.xlsx', start: { line: 4, column: 7 }, end: { line: 4, column: 8 } },
      answers: {
        id: 'NS-1',
        status: 'in progress',
        owner: 'ACC Hart',
        target: '2026-03-31',
        position: 'accepted',
        reason: 'It is right.',
        evidence: ['Board paper 3', 'https://northshire.example/3'],
      },
    })
    expect(second).toMatchObject({
      kind: 'area_for_improvement',
      number: '2',
      deadline: '31 March 2026',
    })
    expect(second?.for).toBeUndefined()
    expect(second?.answers).toEqual({
      id: 'NS-2',
      notes: ['Closed date: 2023-03-15', 'Target date: Q3 2026'],
    })
    expect(read.report?.sections.map(({ title }) => title)).toEqual(['Responding', 'AFIs'])
    expect(read.report?.doubts).toEqual([])
  })

  test('may be said by whoever calls, loosely', async () => {
    const rows = [
      ['What they said', 'Rec. text', 'Comments'],
      ['Act.', 'Other', 'Ours'],
    ]
    const read = await readRows(rows, {
      map: ['what they  said=area for improvement', 'Rec text = notes', 'Comments=comment'],
    })
    expect(told(read)).toEqual(['area_for_improvement: Act.'])
    expect(itemsOf(read)[0]?.answers).toMatchObject({ notes: ['Rec. text: Other'] })
  })

  test.each([
    [
      'Rec txet=recommendation',
      'Unexpected header “Rec txet”, expected “Rec text” or “Update”',
      'Did you mean “Rec text”?',
    ],
    [
      'Rec text=recomendation',
      'Unexpected “recomendation” for “Rec text”, expected',
      'Did you mean recommendation?',
    ],
    [
      'Rec text',
      'Unexpected “Rec text”, expected a header and what it is: "Rec text=recommendation"',
      'A column can be id',
    ],
  ])('%s is told what is there', async (map, message, hint) => {
    const { complaint } = await readRows(
      [
        ['Rec text', 'Update'],
        ['Act.', 'Done.'],
      ],
      { map: [map] },
    )
    expect(complaint?.message).toContain(message)
    expect(complaint?.hint).toContain(hint)
  })

  test('two for one key are told, and the second is kept as notes', async () => {
    const read = await readRows([
      ['Recommendation', 'Status', 'RAG'],
      ['Act.', 'Complete', 'Green'],
    ])
    expect(read.mapping[0]?.columns[2]).toMatchObject({ header: 'RAG', yieldsTo: 'Status' })
    expect(itemsOf(read)[0]?.answers).toEqual({ status: 'complete', notes: ['RAG: Green'] })
  })

  test('that was asked for goes before another of its key', async () => {
    const rows = [
      ['Recommendation', 'Status', 'Board view'],
      ['Act.', 'Complete', 'In progress'],
    ]
    const read = await readRows(rows, { map: ['Board view=status'] })
    expect(itemsOf(read)[0]?.answers).toEqual({
      status: 'in progress',
      notes: ['Status: Complete'],
    })
  })

  test('are shown with an example, within 80 columns', async () => {
    const read = await readRows([
      ['Recommendation', 'Status', 'RAG', 'A header that is far too long to be shown whole'],
      [
        'The force should answer its calls, and should do so within the time that it has set itself.',
        'Complete',
        'Green',
        'x',
      ],
    ])
    expect(showMapping(read.mapping)).toEqual([
      '“AFIs”, headers in row 1:',
      '  Recommendation              recommendation  “The force should answer its cal…”',
      '  Status                      status          “Complete”',
      '  RAG                         notes (kept)    “Green”',
      '                              (the same as Status, which comes first)',
      '  A header that is far too…   notes (kept)    “x”',
    ])
  })

  test('without a column of the report’s words are told of', async () => {
    const { complaint } = await readRows([
      ['Ref', 'Update', 'Wording from them'],
      ['1', 'Done.', 'Act.'],
    ])
    expect(complaint?.message).toContain('Missing column with the report’s words')
    expect(complaint?.hint).toBe(
      'Row 1 has “Ref”, “Update” and “Wording from them”; say which it is: --map "Ref=recommendation"',
    )
  })
})

describe('what an item of a tracker is', () => {
  test('is told by its type, its number or the header of its column', async () => {
    expect(
      told(
        await readRows([
          ['No. in report', 'Recommendation / AFI', 'Wording'],
          ['7', 'Rec', 'a'],
          ['', 'AFI', 'b'],
          ['', 'CoC', 'c'],
          ['', 'Promising practice', 'd'],
        ]),
      ),
    ).toEqual([
      'recommendation 7: a',
      'area_for_improvement: b',
      'cause_of_concern: c',
      'practice: d',
    ])
    expect(
      told(
        await readRows([
          ['Rec no', 'Detail'],
          ['AFI 3', 'a'],
          ['R10', 'b'],
          ['CoC 1', 'c'],
        ]),
      ),
    ).toEqual(['area_for_improvement 3: a', 'recommendation 10: b', 'cause_of_concern 1: c'])
    expect(
      told(
        await readRows([
          ['Areas for improvement', 'Recommendations'],
          ['a', ''],
          ['', 'b'],
        ]),
      ),
    ).toEqual(['area_for_improvement: a', 'recommendation: b'])
  })

  test('is a doubt where nothing tells it', async () => {
    const read = await readRows([
      ['Type', 'Description', 'Rec'],
      ['Rec', 'a'],
      ['Strategic', 'b'],
      ['', 'c'],
      ['AFI', 'd', 'e'],
    ])
    expect(told(read)).toEqual(['recommendation: a'])
    expect(doubts(read)).toEqual([
      'Unexpected kind “Strategic” in row 3, expected recommendation, area for improvement, cause of concern, observation or practice',
      'Missing kind in row 4, expected recommendation, area for improvement, cause of concern, observation or practice',
      'Unexpected words in 2 columns of row 5, “Description” and “Rec”, expected the item in one',
    ])
    const { complaint } = await readRows([['Description'], ['a'], ['b']])
    expect(complaint?.hint).toContain('--map "Description=recommendation"')
  })

  test('is a recommendation below its cause of concern, where the tracker says so', async () => {
    const kinds = async (rows: CellValue[][]) => {
      const read = await readRows(rows)
      const shown = read.report!.sections.flatMap(({ items }) =>
        items.map(item => `${words(item)}[${item.recommendations.map(words).join()}]`),
      )
      return [...shown, ...(doubts(read) ?? [])]
    }
    expect(
      await kinds([
        ['Rec no', 'Type', 'Text'],
        ['CoC 1.1', 'Rec', 'r1'],
        ['CoC 1', 'Cause of concern', 'c'],
        ['CoC 1.2', 'Rec', 'r2'],
        ['1', 'Rec', 'r3'],
      ]),
    ).toEqual(['c[r1,r2]', 'r3[]'])
    expect(
      await kinds([
        ['Cause of concern', 'Recommendation'],
        ['The force fails victims.', 'r1'],
        ['The force fails  victims.', 'r2'],
        ['', 'r3'],
      ]),
    ).toEqual(['The force fails victims.[r1,r2]', 'r3[]'])
    expect(
      await kinds([
        ['Ref', 'Type', 'Text'],
        ['2025/A', 'CoC', 'c'],
        ['2025/A', 'Recommendation', 'r1'],
        ['2025/B', 'Recommendation', 'r2'],
      ]),
    ).toEqual(['c[r1]', 'r2[]'])
    expect(
      await kinds([
        ['Rec no', 'Type', 'Text'],
        ['CoC 2.1', 'Rec', 'r1'],
      ]),
    ).toEqual([
      'r1[]',
      'Missing cause of concern “coc 2”, expected it for the recommendation of row 2',
    ])
  })

  test('is a doubt where the column of types is empty, whatever the other column is called', async () => {
    const read = await readRows([
      ['Type', 'Recommendation'],
      ['AFI', 'a'],
      ['', 'b'],
    ])
    expect(told(read)).toEqual(['area_for_improvement: a'])
    expect(doubts(read)).toHaveLength(1)
  })

  test('is one cause of concern, in a row of its own or beside its recommendations', async () => {
    const read = await readRows([
      ['Cause of concern', 'Recommendation', 'Update'],
      ['The force fails victims.', 'r1', 'One.'],
      ['The force fails victims.', '', 'Its own.'],
    ])
    expect(told(read)).toEqual(['cause_of_concern: The force fails victims.', 'recommendation: r1'])
    expect(toMarkdown(itemsOf(read)[0]!.answers!.update!).trim()).toBe('Its own.')
  })

  test('has the words of its cell, with their lists, and no others', async () => {
    const [item] = itemsOf(
      await readRows([
        ['Recommendation'],
        [
          'The force should:\r\n• answer “calls” at $5; and\r\n•  check\u00a0rec\u00adords\r\nso that nobody waits.\n\n1. First\n2. second\n=SUM(A1)\n* not * _this_',
        ],
      ]),
    )
    expect(item?.words).toEqual([
      paragraph('The force should:'),
      {
        type: 'list',
        ordered: false,
        start: 1,
        children: [
          entry('answer “calls” at $5; and'),
          entry('check records so that nobody waits.'),
        ],
      },
      { type: 'list', ordered: true, start: 1, children: [entry('First'), entry('second')] },
      paragraph('=SUM(A1)'),
      { type: 'list', ordered: false, start: 1, children: [entry('not * _this_')] },
    ])
  })
})
const paragraph = (value: string) => ({ type: 'paragraph', children: [{ type: 'text', value }] })
const entry = (value: string) => ({ type: 'listItem', children: [paragraph(value)] })

describe('rows of a tracker', () => {
  test('of several sheets are read in order, and others are told of', async () => {
    const read = await readTracker(
      't/tracker.xlsx',
      aWorkbook({
        sheets: [
          { name: 'Cover', rows: [['Northshire Police']] },
          {
            name: 'Recs',
            rows: [
              ['Recommendation', 'Theme'],
              ['a', 'Crime'],
            ],
          },
          { name: 'Old', state: 'hidden', rows: [['AFI'], ['b']] },
          {
            name: 'Sheet1',
            rows: [
              ['AFI', 'Theme'],
              ['c', 'CRIME'],
              ['d', ''],
            ],
          },
        ],
      }),
    )
    expect(
      read.report?.sections.map(({ title, items }) => `${title}: ${items.map(words).join()}`),
    ).toEqual(['Crime: a,c', 'Old: b', 'tracker: d'])
    expect(read.remarks).toEqual([
      'The sheet “Old” is hidden in Excel; it was read like the others',
      'Not read, for want of a column with the report’s words: “Cover”',
    ])
  })

  test('of one sheet alone, where it is asked for', async () => {
    const bytes = aWorkbook({
      sheets: [
        { name: 'Recs', rows: [['Rec'], ['a']] },
        { name: 'AFIs', rows: [['AFI'], ['b']] },
      ],
    })
    expect(told(await readTracker('t.xlsx', bytes, { sheet: 'afis' }))).toEqual([
      'area_for_improvement: b',
    ])
    expect((await readTracker('t.xlsx', bytes, { sheet: 'Rec' })).complaint).toEqual({
      message: 'Unexpected sheet “Rec”, expected “Recs” or “AFIs”',
      hint: 'Did you mean “Recs”?',
    })
  })

  test('may be hidden, and are read and told of', async () => {
    const read = await readRows(
      [
        ['Rec', 'Update', 'Lead'],
        ['a', 'Done.', 'ACC'],
        ['b', 'Soon.', 'DCC'],
      ],
      {},
      { hiddenRows: [3], hiddenColumns: '2:3' },
    )
    expect(told(read)).toHaveLength(2)
    expect(read.remarks).toEqual([
      'Hidden in “AFIs”, and read like the others: row 3',
      'Hidden in “AFIs”, and read like the others: columns B, C',
    ])
  })

  test('share what a merged cell says, and carry on an item that is merged over them', async () => {
    const read = await readRows(
      [
        ['Theme', 'Recommendation', 'Update', 'Lead'],
        ['Crime', 'a', 'First.', 'ACC'],
        [undefined, undefined, 'Second.'],
        [undefined, 'b', 'Third.'],
        ['Workforce'],
        ['', 'c', 'x'],
      ],
      {},
      { merged: ['A2:A4', 'B2:B3', 'A5:D5', 'D2:D4'] },
    )
    expect(
      read.report?.sections.map(({ title, items }) => [
        title,
        ...items.map(
          item =>
            `${words(item)} ${toMarkdown(item.answers?.update ?? []).trim()} ${item.answers?.owner}`,
        ),
      ]),
    ).toEqual([
      ['Crime', 'a First.\n\nSecond. ACC', 'b Third. ACC'],
      ['AFIs', 'c x undefined'],
    ])
    expect(read.report?.passed.map(({ words: shown, why }) => [shown, why])).toEqual([
      ['Workforce', 'it is a heading over the rows below it'],
    ])
  })

  test('without the report’s words are passed over, or doubted where they hold an answer', async () => {
    const read = await readRows([
      ['Rec', 'Update', 'Lead'],
      ['a', 'Done.'],
      ['Rec', 'Update', 'Lead'],
      ['', 'Lost.'],
      ['', '', 'Total: 4'],
      ['TBC', ''],
    ])
    expect(told(read)).toEqual(['recommendation: a'])
    expect(doubts(read)).toEqual([
      'Missing words of the report in row 4, expected them beside its update',
    ])
    expect(read.report?.passed.map(({ words: shown, place }) => [place.start.line, shown])).toEqual(
      [
        [5, 'Total: 4'],
        [6, 'TBC'],
      ],
    )
  })

  test('keep what has no key as notes, and words of another scale with a word about it', async () => {
    const read = await readRows([
      ['Rec', 'Status', 'Board', ''],
      ['a', 'Amber', '3 May\nand 4 May', 'stray'],
      ['b', 'Amber', '', ''],
      ['c', 'not started', '', ''],
    ])
    expect(itemsOf(read).map(({ answers }) => answers)).toEqual([
      { notes: ['Board: 3 May / and 4 May', 'Column D: stray', 'Status: Amber'] },
      { notes: ['Status: Amber'] },
      { status: 'not started' },
    ])
    expect(read.remarks).toEqual([
      'Words of status that are of another scale, kept as notes: Amber (2). Set statuses in section55.yaml, and they can be the status of an item',
    ])
  })

  test('of several reports are not taken for one', async () => {
    const rows = [
      ['Inspection', 'Date published', 'Rec'],
      ['PEEL 2025', '4/9/2025', 'a'],
      ['PEEL 2025', '4/9/2025', 'b'],
    ]
    expect((await readRows(rows)).report).toMatchObject({
      title: 'PEEL 2025',
      published: '2025-09-04',
    })
    expect((await readRows([...rows, ['Custody 2024', '', 'c']])).complaint?.message).toBe(
      'Unexpected rows of 2 reports, “PEEL 2025” (2) and “Custody 2024” (1), expected those of one',
    )
  })

  test('with one reference twice keep it once', async () => {
    const read = await readRows([
      ['Ref', 'Rec'],
      ['R/1 a', 'a'],
      ['R/1 a', 'b'],
    ])
    expect(itemsOf(read).map(({ answers }) => answers)).toEqual([
      { id: 'R-1-a', notes: ['Ref: R/1 a'] },
      { notes: ['Ref: R/1 a'] },
    ])
    expect(read.remarks).toEqual([
      'The reference “R/1 a” stands a second time in row 3; there it is kept as a note',
    ])
  })
})

describe('cells of an Excel workbook', () => {
  const cell = async (value: CellValue, book: Partial<WorkbookFile> = {}) =>
    itemsOf(
      await readRows(
        [
          ['Rec', 'Found'],
          ['a', value],
        ],
        { map: ['Found=notes'] },
        {},
        book,
      ),
    )[0]?.answers?.notes?.[0]?.replace('Found: ', '')
  test.each([
    [{ number: 45000, style: 1 }, '2023-03-15'],
    [{ number: 45000.75, style: 1 }, '2023-03-15'],
    [{ number: 45000, style: 2 }, 'March 2023'],
    [{ number: 59, style: 1 }, '1900-02-28'],
    [{ number: 61, style: 1 }, '1900-03-01'],
    [{ number: 1.1, style: 3 }, '1.10'],
    [{ number: 0.25, style: 4 }, '25%'],
    [0.1 + 0.2, '0.3'],
    [45000, '45000'],
    [true, 'Yes'],
    [{ formula: 'WEBSERVICE("http://198.51.100.7")', value: 'last <seen>' }, 'last <seen>'],
    [{ error: '#N/A' }, undefined],
    ['=HYPERLINK("x")', '=HYPERLINK("x")'],
  ])('%o is read as it is seen', async (value, seen) => {
    expect(await cell(value)).toBe(seen)
  })

  test('count days from 1904 in workbooks of old Macs', async () => {
    expect(await cell({ number: 43538, style: 1 }, { isFrom1904: true })).toBe('2023-03-15')
  })

  test('are read whatever prefix their elements have', async () => {
    expect(told(await readRows([['Rec'], ['a']], {}, {}, { prefix: 'x' }))).toEqual([
      'recommendation: a',
    ])
  })
})

describe('a tracker in CSV', () => {
  test.each([',', ';', '\t', '|'])('is read with %j between its cells', async sign => {
    const text = [
      ['Ref', 'Recommendation', 'Update'],
      ['1', `"By May; the ""force"", should\n- act, and${sign}tell"`, 'Done; all'],
      ['2', 'Other'],
    ]
      .map(row => row.join(sign))
      .join('\r\n')
    const [first, second] = itemsOf(await readCsv(`\ufeff${text}`))
    expect(words(first!)).toBe(
      `By May; the "force", should\n\n- act, and${sign === '\t' ? ' ' : sign}tell`,
    )
    expect([first?.answers?.id, second?.place.start.line]).toEqual(['1', 3])
  })

  test('may be in the encodings of Excel', async () => {
    const utf16 = new Uint8Array(Buffer.from('\ufeffRecommendation\tLead\nForce’s\tACC', 'utf16le'))
    expect(told(await readCsv(utf16, {}, 'tracker.txt'))).toEqual(['recommendation: Force’s'])
    const windows = Uint8Array.from([
      ...strToU8('Recommendation,Lead\nForce'),
      0x92,
      ...strToU8('s,ACC'),
    ])
    expect(told(await readCsv(windows))).toEqual(['recommendation: Force’s'])
  })

  test('says what stands between its cells, where it does', async () => {
    expect(told(await readCsv('sep=;\nRecommendation;Lead\na,b;ACC'))).toEqual([
      'recommendation: a,b',
    ])
  })

  test('without a closing quotation mark is told of by its line', async () => {
    const { complaint } = await readCsv('Recommendation,Lead\n"a\nb",ACC\nc,"ACC\nd,e\n')
    expect(complaint?.message).toBe(
      'Missing quotation mark at the end of a cell of the row on line 4, expected one',
    )
  })

  test('is words, whatever they look like to Excel', async () => {
    const [item] = itemsOf(await readCsv("Recommendation,Update\n=cmd|' /C calc'!A0,+1 @SUM(1)"))
    expect([item?.words, item?.answers?.update]).toEqual([
      [paragraph("=cmd|' /C calc'!A0")],
      [paragraph('+1 @SUM(1)')],
    ])
  })
})

describe('what is no tracker', () => {
  const ole = (name: string) =>
    Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, ...[...name].flatMap(sign => [sign.charCodeAt(0), 0])])
  const zip = (parts: Record<string, string>) =>
    zipSync(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)])))
  const withSheet = (xml: string) =>
    aWorkbook({ sheets: [{ name: 'a', rows: [] }], parts: { 'xl/worksheets/sheet1.xml': xml } })
  const rows = (inner: string) =>
    withSheet(`<worksheet><sheetData>${inner}</sheetData></worksheet>`)
  const inline = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`
  test.each<[string, string, Uint8Array, string]>([
    [
      'an old workbook',
      't.xlsx',
      ole('Workbook'),
      'Unexpected workbook of an old Excel (.xls), expected an Excel workbook (.xlsx) or a CSV file',
    ],
    [
      'an old workbook by its ending',
      't.xls',
      ole('Workbook'),
      'Unexpected file ending in .xls, expected .xlsx or .csv',
    ],
    [
      'one with macros',
      't.xlsm',
      zip({ a: 'b' }),
      'Unexpected file ending in .xlsm, expected .xlsx or .csv',
    ],
    [
      'one with a password',
      't.xlsx',
      ole('EncryptedPackage'),
      'Unexpected Excel workbook with a password, expected one that anybody can open',
    ],
    [
      'an OpenDocument',
      't.xlsx',
      zip({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet' }),
      'Unexpected OpenDocument spreadsheet (.ods), expected an Excel workbook (.xlsx) or a CSV file',
    ],
    [
      'text named as Excel',
      't.xlsx',
      strToU8('Rec\na'),
      'Unexpected file that is no Excel workbook, expected an Excel workbook (.xlsx) or a CSV file',
    ],
    [
      'Excel named as text',
      't.csv',
      zip({ a: 'b' }),
      'Unexpected Excel workbook or zip file ending in .csv, expected text',
    ],
    [
      'pictures named as text',
      't.csv',
      strToU8('a\0b'),
      'Unexpected data that is no text, expected a CSV file',
    ],
    ['nothing', 't.csv', strToU8(''), 'Unexpected empty file, expected the tracker'],
    [
      'entities',
      't.xlsx',
      withSheet('<!DOCTYPE a [<!ENTITY b "c">]><worksheet/>'),
      'Unexpected document type declaration in the workbook, expected none',
    ],
    [
      'a hundred thousand nested elements',
      't.xlsx',
      withSheet('<a>'.repeat(100_000)),
      'Unexpected Excel workbook that cannot be read, expected a whole one',
    ],
    [
      'a bomb',
      't.xlsx',
      aWorkbook({
        sheets: [{ name: 'a', rows: [] }],
        parts: { 'xl/media/a.png': new Uint8Array(26 * 1024 * 1024) },
      }),
      'Unexpected size of what is packed in the workbook, expected at most 25 MB a part and 120 MB in all',
    ],
    [
      'a bomb of cells',
      't.xlsx',
      withSheet(' '.repeat(21 * 1024 * 1024)),
      'Unexpected amount of cells and words in the workbook, expected at most 20 MB',
    ],
    [
      'a million empty rows',
      't.xlsx',
      rows('<row/>'.repeat(1_000_000)),
      'Unexpected number of rows, expected at most 10,000 with words',
    ],
    [
      'many rows',
      't.xlsx',
      rows(`<row>${inline('a')}</row>`.repeat(10_001)),
      'Unexpected number of rows, expected at most 10,000 with words',
    ],
    [
      'many rows of text',
      't.csv',
      strToU8('a,b\n'.repeat(500_000)),
      'Unexpected number of rows, expected at most 10,000 with words',
    ],
    [
      'a cell of a megabyte',
      't.xlsx',
      rows(`<row r="3">${inline('a'.repeat(1_048_576))}</row>`),
      'Unexpected cell of more than 32,767 characters (A3), expected fewer, as in Excel',
    ],
    [
      'many large cells by reference',
      't.xlsx',
      aWorkbook({
        sheets: [{ name: 'a', rows: [['x'.repeat(32_000)]] }],
        parts: {
          'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${`<row>${'<c t="s"><v>0</v></c>'.repeat(100)}</row>`.repeat(100)}</sheetData></worksheet>`,
        },
      }),
      'Unexpected amount of words, expected at most eight million characters',
    ],
    [
      'cells without end',
      't.csv',
      strToU8(`Rec\n${`a${',b'.repeat(300)}\n`.repeat(2000)}`),
      'Unexpected number of cells, expected at most 500,000 with words',
    ],
    [
      'a comment of megabytes that never ends',
      't.xlsx',
      withSheet(`<worksheet><!--${'x'.repeat(19_000_000)}`),
      'Unexpected Excel workbook that cannot be read, expected a whole one',
    ],
    [
      'words that are not in the file',
      't.xlsx',
      rows('<row r="2"><c r="B2" t="s"><v>7</v></c></row>'),
      'Unexpected cell B2 of “a”, whose words are not in the file, expected a whole workbook',
    ],
    [
      'every column that Excel has',
      't.xlsx',
      rows(`<row>${inline('Rec').repeat(16_384)}</row>`.repeat(2)),
      'Missing column with the report’s words, expected a header such as “Recommendation”, “AFI” or “Description” in one of the first 20 rows',
    ],
    [
      'an empty workbook',
      't.xlsx',
      rows(''),
      'Missing column with the report’s words, expected a header such as “Recommendation”, “AFI” or “Description” in one of the first 20 rows',
    ],
    [
      'headers alone',
      't.csv',
      strToU8('Recommendation,Update'),
      'Missing rows with words of the report, expected at least one item below the headers',
    ],
  ])('%s', async (_, path, bytes, message) => {
    const { complaint, report } = await readTracker(path, bytes)
    expect(complaint?.message).toBe(message)
    expect(complaint?.hint).not.toBe('')
    expect(report).toBeUndefined()
  })

  test('merged cells over a whole sheet fill no more than there is', async () => {
    const merges = Array.from({ length: 5000 }, () => '<mergeCell ref="A1:XFD1048576"/>').join('')
    const bytes = withSheet(
      `<worksheet><sheetData><row r="1">${inline('Rec')}</row><row r="2">${inline('a')}</row></sheetData><mergeCells>${merges}</mergeCells></worksheet>`,
    )
    expect(told(await readTracker('t.xlsx', bytes))).toEqual(['recommendation: a'])
  })
})
