import { LIMITS, MEGABYTE, openOfficeFile } from '../../office-file/open-office-file.ts'
import type { OfficeFault, OfficePackage } from '../../office-file/open-office-file.ts'
import { decode, scanXml } from '../../office-file/xml.ts'
import { bare, textIn } from './excel-xml.ts'
import { numberFormat, type NumberFormat } from './number-format.ts'
import { readSheet } from './read-sheet.ts'
import {
  MOST_CHARACTERS,
  TableLimits,
  type Sheet,
  type TableRead,
  type TrackerComplaint,
} from './table.ts'

/** What the cells of all sheets refer to. */
export type Workbook = {
  strings: string[]
  /** By the number of a cell's style. */
  formats: (NumberFormat | undefined)[]
  isFrom1904: boolean
  limits: TableLimits
}

/**
 * The sheets of an Excel workbook, from the few parts that hold their words: values as they were last saved,
 * never a formula, and nothing from outside the file.
 */
export function readExcel(bytes: Uint8Array): TableRead {
  const { package: opened, fault } = openOfficeFile(bytes)
  if (!opened) return { complaint: faults[fault] }
  const found = readWorkbook(opened)
  if (!found || found.sheets.length === 0) return { complaint: faults['other zip'] }
  const strings = readStrings(opened)
  if (!strings) return { complaint: faults.damaged }
  const { isFrom1904 } = found
  const workbook = { strings, formats: readFormats(opened), isFrom1904, limits: new TableLimits() }
  const sheets: Sheet[] = []
  const remarks: string[] = []
  for (const { name, path, isHidden } of found.sheets) {
    const source = opened.source(path)
    const read = source === undefined ? undefined : readSheet(source, name, workbook)
    if (!read) return { complaint: faults.damaged }
    if ('complaint' in read) return read
    if (isHidden && read.sheet.rows.length > 0)
      remarks.push(`The sheet “${name}” is hidden in Excel; it was read like the others`)
    sheets.push(read.sheet)
    remarks.push(...read.remarks)
  }
  return { sheets, remarks }
}

type SheetEntry = { name: string; path: string; isHidden: boolean }

function readWorkbook(
  opened: OfficePackage,
): { sheets: SheetEntry[]; isFrom1904: boolean } | undefined {
  const { main, source, relationships } = opened
  const targets = new Map(
    relationships(main)
      .filter(({ kind, isExternal }) => kind === 'worksheet' && !isExternal)
      .map(({ id, target }) => [id, target]),
  )
  const sheets: SheetEntry[] = []
  let isWorkbook = false
  let isFrom1904 = false
  const isRead = scanXml(source(main) ?? '', {
    open(name, attributes) {
      const kind = bare(name)
      if (kind === 'workbook') isWorkbook = true
      if (kind === 'workbookPr') isFrom1904 = ['1', 'true'].includes(attributes['date1904'] ?? '')
      if (kind !== 'sheet') return
      const id = Object.entries(attributes).find(([key]) => key.includes(':') && bare(key) === 'id')
      const path = targets.get(id?.[1] ?? '')
      const state = attributes['state'] ?? 'visible'
      if (path === undefined || sheets.length >= 200) return
      const title = decode(attributes['name'] ?? '').trim()
      sheets.push({ name: title, path, isHidden: state !== 'visible' })
    },
    close() {},
  })
  return isRead && isWorkbook ? { sheets, isFrom1904 } : undefined
}

/** Undefined where the part is there and cannot be read; a workbook without words has none. */
function readStrings({ main, parts, source, relationships }: OfficePackage): string[] | undefined {
  const path = relationships(main).find(({ kind }) => kind === 'sharedStrings')?.target
  if (path === undefined || !parts.has(path)) return []
  const written = source(path) ?? ''
  const strings: string[] = []
  let words = ''
  let from = 0
  let isPhonetic = false
  const isRead = scanXml(written, {
    open(name, _, { contentStart }) {
      from = contentStart
      if (bare(name) === 'rPh') isPhonetic = true
    },
    close(name, { contentEnd }) {
      const kind = bare(name)
      // A longer one is told of by the cell that it stands in.
      if (kind === 't' && !isPhonetic && words.length <= MOST_CHARACTERS)
        words += textIn(written.slice(from, contentEnd))
      if (kind === 'rPh') isPhonetic = false
      if (kind !== 'si') return
      strings.push(words)
      words = ''
    },
  })
  return isRead ? strings : undefined
}

function readFormats({ main, source, relationships }: OfficePackage): (NumberFormat | undefined)[] {
  const path = relationships(main).find(({ kind }) => kind === 'styles')?.target
  const codes = new Map<number, string>()
  const formats: (NumberFormat | undefined)[] = []
  let isInCells = false
  scanXml((path === undefined ? undefined : source(path)) ?? '', {
    open(name, attributes) {
      const kind = bare(name)
      const id = Number(attributes['numFmtId'] ?? 0)
      if (kind === 'cellXfs') isInCells = true
      if (kind === 'numFmt') codes.set(id, decode(attributes['formatCode'] ?? ''))
      if (kind === 'xf' && isInCells) formats.push(numberFormat(id, codes.get(id)))
    },
    close(name) {
      if (bare(name) === 'cellXfs') isInCells = false
    },
  })
  return formats
}

const EXCEL = 'expected an Excel workbook (.xlsx) or a CSV file'
const SAVE_AS_EXCEL = 'In Excel: File, Save As, Excel Workbook (*.xlsx)'

const complain = (message: string, hint = SAVE_AS_EXCEL): TrackerComplaint => ({ message, hint })
const LOCKED = complain(
  'Unexpected Excel workbook with a password, expected one that anybody can open',
  'In Excel: File, Info, Protect Workbook, Encrypt with Password; empty the field and save',
)
const DAMAGED = complain(
  'Unexpected Excel workbook that cannot be read, expected a whole one',
  `Open it to see whether it is whole; ${SAVE_AS_EXCEL}`,
)
const LARGE = complain(
  `Unexpected size of what is packed in the workbook, expected at most ${LIMITS.eachBytes / MEGABYTE} MB a part and ${LIMITS.totalBytes / MEGABYTE} MB in all`,
  'Copy the sheet of the tracker into a workbook of its own',
)
const faults: Record<OfficeFault, TrackerComplaint> = {
  old: complain(`Unexpected workbook of an old Excel (.xls), ${EXCEL}`),
  encrypted: LOCKED,
  locked: LOCKED,
  pdf: complain(`Unexpected PDF, ${EXCEL}`, 'Give the file the ending .pdf'),
  rtf: complain(`Unexpected RTF file, ${EXCEL}`, 'Copy its table into Excel, and save that'),
  empty: complain('Unexpected empty file, expected the tracker'),
  other: complain(
    `Unexpected file that is no Excel workbook, ${EXCEL}`,
    `Give it the ending that it should have, or save it again. ${SAVE_AS_EXCEL}`,
  ),
  damaged: DAMAGED,
  name: DAMAGED,
  twice: DAMAGED,
  crowded: LARGE,
  large: LARGE,
  wordy: complain(
    'Unexpected amount of cells and words in the workbook, expected at most 20 MB',
    'Copy the sheet of the tracker into a workbook of its own',
  ),
  doctype: complain(
    'Unexpected document type declaration in the workbook, expected none',
    `Excel writes none; open the file in Excel. ${SAVE_AS_EXCEL}`,
  ),
  'opendocument text': complain(`Unexpected OpenDocument text (.odt), ${EXCEL}`),
  'opendocument spreadsheet': complain(
    `Unexpected OpenDocument spreadsheet (.ods), ${EXCEL}`,
    'In LibreOffice: File, Save As, Excel 2010–365 Spreadsheet (.xlsx)',
  ),
  'other zip': complain(
    `Unexpected file of another kind, ${EXCEL}`,
    `Check that it is the tracker. ${SAVE_AS_EXCEL}`,
  ),
}
