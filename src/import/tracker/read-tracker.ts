import { readDay } from '../../model/day.ts'
import { didYouMean, listWords } from '../../model/validate/did-you-mean.ts'
import { DEFAULT_STATUSES } from '../../model/settings.ts'
import type { FoundReport } from '../found-report.ts'
import {
  countHeaders,
  findHeaders,
  mapSheet,
  readAsked,
  refuseUnknown,
  shorten,
} from './map-columns.ts'
import type { Asked, SheetMapping } from './map-columns.ts'
import { RowReader } from './row-reader.ts'
import type { Sheet, TableRead, TrackerComplaint } from './table.ts'

/**
 * `map`: what columns are, as typed: "Rec text=recommendation". `sheet`: the one that is to be read.
 * `statuses`: the words of the workspace's scale; the built-in ones, where it has none.
 */
export type TrackerOptions = {
  map?: readonly string[]
  sheet?: string
  statuses?: readonly string[]
}
export type TrackerRead = {
  report?: FoundReport
  /** How each sheet's columns are understood, to be shown before anything is written. */
  mapping: SheetMapping[]
  /** What else is to be told, a sentence each, without its full stop. */
  remarks: string[]
  complaint?: TrackerComplaint
}

const STATUSES = DEFAULT_STATUSES.map(({ word }) => word)

const EXCEL = 'In Excel: File, Save As, Excel Workbook (*.xlsx)'
/** How to save what is nearly a tracker as one. */
const saveAs: Readonly<Record<string, string>> = {
  xls: EXCEL,
  xlsm: EXCEL,
  xlsb: EXCEL,
  xltx: EXCEL,
  xltm: EXCEL,
  xlt: EXCEL,
  ods: 'In LibreOffice: File, Save As, Excel 2010–365 Spreadsheet (.xlsx)',
  numbers: 'In Numbers: File, Export To, Excel',
}
const endingOf = (path: string): string => /\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase() ?? ''

/** By its ending: a tracker, or what was to be one. */
export const isTracker = (path: string): boolean =>
  ['xlsx', 'csv', 'tsv', 'tab', ...Object.keys(saveAs)].includes(endingOf(path))

/** The items and answers of a tracker in Excel or CSV. */
export async function readTracker(
  path: string,
  bytes: Uint8Array,
  { map = [], sheet, statuses = STATUSES }: TrackerOptions = {},
): Promise<TrackerRead> {
  const asked = readAsked(map)
  if (!Array.isArray(asked)) return refuse(asked)
  const read = await readTable(path, bytes, asked)
  if (!read.sheets) return refuse(read.complaint)
  const chosen = chooseSheets(read.sheets, sheet)
  if (!Array.isArray(chosen)) return refuse(chosen)
  const unknown = refuseUnknown(asked, chosen)
  if (unknown) return refuse(unknown)
  const mapped = chosen.flatMap(one => {
    const mapping = mapSheet(one, asked)
    return mapping ? [{ sheet: one, mapping }] : []
  })
  const remarks = [
    ...read.remarks,
    ...sayUnread(
      chosen,
      mapped.map(one => one.sheet),
    ),
  ]
  const mapping = mapped.map(one => one.mapping)
  if (mapped.length === 0) return { ...refuse(sayUnmapped(chosen, asked)), remarks }
  const reader = new RowReader(path, mapped.length > 1, statuses)
  for (const one of mapped) reader.readSheet(one.sheet, one.mapping, titleOf(one.sheet, path))
  reader.link()
  const complaint = refuseRows(reader)
  remarks.push(...reader.remarks, ...sayStatuses(reader.strangeStatuses))
  return complaint
    ? { mapping, remarks, complaint }
    : { report: reportOf(reader), mapping, remarks }
}

const refuse = (complaint: TrackerComplaint): TrackerRead => ({
  mapping: [],
  remarks: [],
  complaint,
})

async function readTable(path: string, bytes: Uint8Array, asked: Asked[]): Promise<TableRead> {
  const ending = endingOf(path)
  if (ending === 'xlsx') return (await import('./read-excel.ts')).readExcel(bytes)
  const hint = saveAs[ending]
  if (hint !== undefined)
    return {
      complaint: { message: `Unexpected file ending in .${ending}, expected .xlsx or .csv`, hint },
    }
  if (bytes.length === 0)
    return { complaint: { message: 'Unexpected empty file, expected the tracker', hint: EXCEL } }
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3)
    return {
      complaint: {
        message: `Unexpected Excel workbook or zip file ending in .${ending}, expected text`,
        hint: 'Give the file the ending .xlsx',
      },
    }
  const { readCsv } = await import('./read-csv.ts')
  return readCsv(bytes, fileName(path), rows => countHeaders(rows, asked))
}

const fileName = (path: string): string => path.replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, '')

/** "Sheet1" is nobody's title. */
const titleOf = ({ name }: Sheet, path: string): string =>
  /^(?:sheet|table|tabelle|feuil)\s*\d*$/i.test(name) ? fileName(path) : name

function chooseSheets(sheets: Sheet[], name: string | undefined): Sheet[] | TrackerComplaint {
  const filled = sheets.filter(({ rows }) => rows.length > 0)
  if (name === undefined) return filled
  const found = sheets.find(one => one.name.trim().toLowerCase() === name.trim().toLowerCase())
  if (found) return [found]
  const names = sheets.map(one => one.name)
  const meant = didYouMean(name, names)
  return {
    message: `Unexpected sheet “${name}”, expected ${listWords(names.slice(0, 20).map(one => `“${one}”`))}`,
    hint: meant === undefined ? 'Write its name as on its tab' : `Did you mean “${meant}”?`,
  }
}

const sayUnread = (chosen: readonly Sheet[], mapped: readonly Sheet[]): string[] => {
  const unread = chosen.filter(one => !mapped.includes(one)).map(({ name }) => `“${name}”`)
  return mapped.length === 0 || unread.length === 0
    ? []
    : [`Not read, for want of a column with the report’s words: ${listWords(unread, 'and')}`]
}

function sayUnmapped(sheets: readonly Sheet[], asked: readonly Asked[]): TrackerComplaint {
  const message =
    'Missing column with the report’s words, expected a header such as “Recommendation”, “AFI” or “Description” in one of the first 20 rows'
  const [first] = sheets
  const headers = first && (findHeaders(first.rows, asked) ?? first.rows[0])
  if (!headers) return { message, hint: 'The tracker is empty' }
  const shown = [...headers.cells.values()]
    .slice(0, 12)
    .map(header => `“${shorten(header.replace(/\s+/g, ' '), 30)}”`)
  const example = [...headers.cells.values()][0]?.replace(/\s+/g, ' ') ?? 'Text'
  return {
    message,
    hint: `Row ${headers.number} has ${listWords(shown, 'and')}; say which it is: --map "${shorten(example, 30)}=recommendation"`,
  }
}

function refuseRows({
  sections,
  kindless,
  doubts,
  reports,
}: RowReader): TrackerComplaint | undefined {
  if (reports.size > 1) {
    const most = [...reports]
      .slice(0, 5)
      .map(([title, rows]) => `“${shorten(title, 60)}” (${rows})`)
    const more = reports.size > 5 ? [`${reports.size - 5} more`] : []
    return {
      message: `Unexpected rows of ${reports.size} reports, ${listWords([...most, ...more], 'and')}, expected those of one`,
      hint: 'Copy the rows of one report into a file of their own; or, where the column is something else, map it: "=notes"',
    }
  }
  if (sections.some(({ items }) => items.length > 0)) return undefined
  const [doubt] = doubts
  if (doubt && kindless === doubts.length) return { message: doubt.message, hint: doubt.hint }
  if (doubt) return undefined
  return {
    message: 'Missing rows with words of the report, expected at least one item below the headers',
    hint: 'Check that the column of the report’s words is the right one',
  }
}

function sayStatuses(strange: ReadonlyMap<string, number>): string[] {
  if (strange.size === 0) return []
  const shown = [...strange].slice(0, 8).map(([word, count]) => `${shorten(word, 30)} (${count})`)
  return [
    `Words of status that are of another scale, kept as notes: ${shown.join(', ')}. Set statuses in section55.yaml, and they can be the status of an item`,
  ]
}

function reportOf({ sections, doubts, passed, reports, published }: RowReader): FoundReport {
  const [title] = reports.keys()
  const [day] = published.size === 1 ? published.keys() : []
  const exact = day === undefined ? undefined : readDay(day)
  return {
    ...(title !== undefined && { title: title.replace(/\s+/g, ' ') }),
    inspectorates: [],
    ...(exact !== undefined && { published: exact }),
    otherDays: [],
    sections: sections.filter(({ items }) => items.length > 0),
    counts: [],
    passed,
    doubts,
  }
}
