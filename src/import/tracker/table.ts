/** A fault of the whole file, in the grammar of messages. */
export type TrackerComplaint = { message: string; hint: string }

/** A row as Excel counts it. Cells without words are left out; columns count from 1. */
export type Row = {
  number: number
  cells: Map<number, string>
  /** What stands in a merged cell that begins above and reaches into this row. */
  above?: Map<number, string>
  /** A merged cell reaches over most of it: a heading over the rows below, not a row of the table. */
  isBand?: true
}
export type Sheet = { name: string; rows: Row[] }
/** `remarks`: what its owner may not know to be in it, in whole sentences without a full stop. */
export type TableRead =
  | { sheets: Sheet[]; remarks: string[]; complaint?: never }
  | { complaint: TrackerComplaint; sheets?: never; remarks?: never }

/** More rows than any register of an inspectorate has for one force. */
const MOST_ROWS = 10_000
/** As many as Excel allows (Excel specifications and limits). */
export const MOST_CHARACTERS = 32_767
/** Of all cells together: a few thousand pages. */
const MOST_IN_ALL = 8_000_000
const MOST_CELLS = 500_000

const COPY_ROWS = 'Copy the rows of this report into a file of their own'
const TOO_MANY_ROWS: TrackerComplaint = {
  message: `Unexpected number of rows, expected at most ${MOST_ROWS.toLocaleString('en-GB')} with words`,
  hint: COPY_ROWS,
}

/** What a table may hold is counted while it is read, so that nothing grows beyond it. */
export class TableLimits {
  #rows = 0
  #characters = 0
  #cells = 0

  /** Empty rows are passed over, but not without end. */
  refuseNumber(number: number): TrackerComplaint | undefined {
    return number > 20 * MOST_ROWS ? TOO_MANY_ROWS : undefined
  }

  /** Why no more may be read, once a row has been read that holds words. */
  refuseRow(row: Row): TrackerComplaint | undefined {
    this.#rows += 1
    if (this.#rows > MOST_ROWS) return TOO_MANY_ROWS
    this.#cells += row.cells.size
    if (this.#cells > MOST_CELLS)
      return {
        message: `Unexpected number of cells, expected at most ${MOST_CELLS.toLocaleString('en-GB')} with words`,
        hint: COPY_ROWS,
      }
    for (const [column, words] of row.cells) {
      if (words.length > MOST_CHARACTERS)
        return {
          message: `Unexpected cell of more than 32,767 characters (${columnName(column)}${row.number}), expected fewer, as in Excel`,
          hint: 'Keep long texts in a document of their own, and link to it',
        }
      this.#characters += words.length
    }
    if (this.#characters > MOST_IN_ALL)
      return {
        message: 'Unexpected amount of words, expected at most eight million characters',
        hint: COPY_ROWS,
      }
    return undefined
  }
}

/** "A" for 1, "AB" for 28. */
export function columnName(column: number): string {
  let name = ''
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name
  return name
}

/** Words as they are seen: line breaks kept, other spaces as one, and nothing that is never seen. */
export const cleanWords = (words: string): string => (isClean(words) ? words : cleaned(words))

const isClean = (words: string): boolean =>
  !/[^\x20-\x7e]/.test(words) && !words.includes('  ') && words.trim() === words

const cleaned = (words: string): string =>
  words
    .replace(/\r\n?/g, '\n')
    .replace(/[\u00ad\u200b\u2060\ufeff\p{Cs}]/gu, '')
    .replace(/[^\S\n]|[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g, ' ')
    .replace(/ {2,}/g, ' ')
    .split('\n')
    .map(line => line.trim())
    .join('\n')
    .trim()
