import { CsvError, parse } from 'csv-parse/sync'
import { decodeCopy } from '../../source/report-copy/decode-copy.ts'
import { cleanWords, TableLimits } from './table.ts'
import type { Row, TableRead, TrackerComplaint } from './table.ts'

const MEGABYTE = 1024 * 1024
const MOST_BYTES = 10
/** Rows by which the sign between the cells is told. */
const SAMPLE = { rows: 25, characters: 200_000 }

const options = {
  relax_column_count: true,
  // As Excel reads them: a quote within a cell that does not begin with one is a quote.
  relax_quotes: true,
  record_delimiter: ['\r\n', '\n', '\r'],
  // Longer ones are refused by their cells; this is where nothing more is gathered.
  max_record_size: MEGABYTE,
}

/** `countHeaders`: how many headers it knows in some rows, by which the sign between the cells is told. */
export function readCsv(
  bytes: Uint8Array,
  name: string,
  countHeaders: (rows: Row[]) => number,
): TableRead {
  if (bytes.length > MOST_BYTES * MEGABYTE)
    return complain(
      `Unexpected file of ${Math.ceil(bytes.length / MEGABYTE)} MB, expected at most ${MOST_BYTES} MB`,
      'Copy the rows of this report into a file of their own',
    )
  const decoded = decodeCopy(bytes)
  if (decoded === undefined)
    return complain('Unexpected data that is no text, expected a CSV file', SAVE_AS_CSV)
  const [, told, rest = decoded] = /^sep=(.)\r?\n([^]*)$/i.exec(decoded) ?? []
  const delimiter = told ?? findDelimiter(rest, countHeaders)
  const rows: Row[] = []
  const limits = new TableLimits()
  let complaint: TrackerComplaint | undefined
  let count = 0
  let line = told === undefined ? 0 : 1
  try {
    parse(rest, {
      ...options,
      delimiter,
      on_record: (record: string[], { lines }) => {
        line = lines + (told === undefined ? 0 : 1)
        const row = rowOf(++count, record)
        if (row.cells.size > 0) rows.push(row)
        complaint = row.cells.size > 0 ? limits.refuseRow(row) : limits.refuseNumber(count)
        if (complaint) throw new TooMuch()
        return null
      },
    })
  } catch (error) {
    if (complaint) return { complaint }
    if (!(error instanceof CsvError)) throw error
    return sayUnreadable(error, line + 1)
  }
  return { sheets: [{ name, rows }], remarks: [] }
}

class TooMuch extends Error {}

const SAVE_AS_CSV = 'In Excel: File, Save As, Excel Workbook (*.xlsx) or CSV UTF-8 (*.csv)'

const complain = (message: string, hint: string): TableRead => ({ complaint: { message, hint } })

function rowOf(number: number, record: readonly string[]): Row {
  const cells = new Map<number, string>()
  for (const [index, cell] of record.entries()) {
    const words = cleanWords(cell)
    if (words !== '') cells.set(index + 1, words)
  }
  return { number, cells }
}

/** The one with which the most headers are known; among equals, that with which there are the most cells. */
function findDelimiter(text: string, countHeaders: (rows: Row[]) => number): string {
  let best = ','
  let most = -1
  for (const delimiter of [',', ';', '\t', '|']) {
    const rows = sampleOf(text, delimiter)
    const cells = rows.reduce((sum, row) => sum + row.cells.size, 0)
    const score = countHeaders(rows) + Math.min(cells / 1e6, 0.9)
    if (score > most) [best, most] = [delimiter, score]
  }
  return best
}

function sampleOf(text: string, delimiter: string): Row[] {
  const rows: Row[] = []
  try {
    parse(text.slice(0, SAMPLE.characters), {
      ...options,
      delimiter,
      to: SAMPLE.rows,
      on_record: (record: string[]) => {
        rows.push(rowOf(rows.length + 1, record))
        return null
      },
    })
  } catch {
    // With this sign it is no table, as far as it was not read.
  }
  return rows
}

/** The cell that never ends, or is too long, begins behind the last row that could be read. */
function sayUnreadable({ code }: CsvError, line: number): TableRead {
  return code === 'CSV_MAX_RECORD_SIZE'
    ? complain(
        `Unexpected row of more than a million characters on line ${line}, expected cells of at most 32,767`,
        'A quotation mark is probably missing at the end of one of its cells',
      )
    : complain(
        `Missing quotation mark at the end of a cell of the row on line ${line}, expected one`,
        `Mend it, or save the tracker again. ${SAVE_AS_CSV}`,
      )
}
