import { didYouMean, listWords } from '../../model/validate/did-you-mean.ts'
import { readKind } from './kinds.ts'
import { isWordsKey, keyOfHeader, plainHeader, TRACKER_KEYS, type TrackerKey } from './headers.ts'
import { columnName } from './table.ts'
import type { Row, Sheet, TrackerComplaint } from './table.ts'

export type MappedColumn = {
  column: number
  header: string
  /** Without one, what it holds is kept as notes for the office alone. */
  key?: TrackerKey
  /** The first words below the header. */
  example?: string
  /** As `--map` asked. */
  isAsked?: true
  /** The header of the column that has its key. */
  yieldsTo?: string
}
/** How the columns of one sheet are understood. */
export type SheetMapping = { sheet: string; headerRow: number; columns: MappedColumn[] }
/** What `--map "Rec text=recommendation"` asks. */
export type Asked = { header: string; key: TrackerKey }

/** The row of headers is one of the first with words. */
const MOST_ROWS_BEFORE = 20
const MOST_HEADERS = 200

export function readAsked(map: readonly string[]): Asked[] | TrackerComplaint {
  const asked: Asked[] = []
  for (const typed of map) {
    const at = typed.lastIndexOf('=')
    if (at < 1)
      return {
        message: `Unexpected “${typed}”, expected a header and what it is: "Rec text=recommendation"`,
        hint: `A column can be ${listWords(TRACKER_KEYS)}`,
      }
    const word = typed.slice(at + 1).trim()
    const key = TRACKER_KEYS.find(one => one === word.toLowerCase().replace(/[\s-]+/g, '_'))
    if (key === undefined) {
      const meant = didYouMean(word, TRACKER_KEYS)
      return {
        message: `Unexpected “${word}” for “${typed.slice(0, at).trim()}”, expected ${listWords(TRACKER_KEYS)}`,
        hint: meant === undefined ? 'Choose one of these' : `Did you mean ${meant}?`,
      }
    }
    asked.push({ header: typed.slice(0, at).trim(), key })
  }
  return asked
}

/** How many headers are known in the row of some in which the most are. */
export const countHeaders = (rows: readonly Row[], asked: readonly Asked[]): number =>
  Math.max(0, ...rows.slice(0, MOST_ROWS_BEFORE).map(row => keysIn(row, asked).length))

function keysIn({ cells }: Row, asked: readonly Asked[]): (TrackerKey | 'due')[] {
  if (cells.size > MOST_HEADERS) return []
  const keys = new Set<TrackerKey | 'due'>()
  for (const header of cells.values()) {
    const key = askedFor(header, asked)?.key ?? keyOfHeader(header)
    if (key !== undefined) keys.add(key)
  }
  return [...keys]
}

const askedFor = (header: string, asked: readonly Asked[]): Asked | undefined =>
  asked.find(one => isSameHeader(header, one.header))

const isSameHeader = (header: string, typed: string): boolean =>
  header === typed ||
  (plainHeader(typed) === '' ? false : plainHeader(header) === plainHeader(typed))

/** The row that is most like one of headers, whether or not it is one of a tracker. */
export function findHeaders(rows: readonly Row[], asked: readonly Asked[]): Row | undefined {
  let best: Row | undefined
  let most = 0
  for (const row of rows.slice(0, MOST_ROWS_BEFORE)) {
    const known = keysIn(row, asked).length
    if (known > most) [best, most] = [row, known]
  }
  return best
}

/** How a sheet is understood; undefined for one that holds no column with the report's words. */
export function mapSheet(sheet: Sheet, asked: readonly Asked[]): SheetMapping | undefined {
  const headers = findHeaders(sheet.rows, asked)
  if (!headers) return undefined
  const below = sheet.rows.filter(({ number }) => number > headers.number)
  const columns = [...headers.cells].map(([column, header]): MappedColumn => {
    const request = askedFor(header, asked)
    const example = below.find(({ cells }) => cells.has(column))?.cells.get(column)
    const key = request?.key ?? keyByContents(keyOfHeader(header), column, below)
    return {
      column,
      header: header.replace(/\s+/g, ' '),
      ...(key !== undefined && key !== 'due' && { key }),
      ...(example !== undefined && { example }),
      ...(request && { isAsked: true }),
    }
  })
  settleDue(columns)
  settleDoubles(columns)
  const known = columns.sort((a, b) => a.column - b.column)
  if (!known.some(({ key }) => isWordsKey(key))) return undefined
  const rest = unheaded(below, known)
  return { sheet: sheet.name, headerRow: headers.number, columns: [...known, ...rest] }
}

/** "Recommendation / AFI" may say what an item is, or hold its words: the cells tell. */
function keyByContents(
  key: TrackerKey | 'due' | undefined,
  column: number,
  below: readonly Row[],
): TrackerKey | 'due' | undefined {
  if (key !== 'kind' && !isWordsKey(key === 'due' ? undefined : key)) return key
  const cells = below.flatMap(({ cells: found }) => found.get(column) ?? []).slice(0, 500)
  const kinds = cells.filter(cell => readKind(cell) !== undefined).length
  if (key === 'kind') return kinds > 0 || cells.length === 0 ? key : undefined
  return cells.length > 0 && kinds === cells.length ? 'kind' : key
}

function settleDue(columns: MappedColumn[]): void {
  const due = columns.find(column => !column.isAsked && keyOfHeader(column.header) === 'due')
  if (!due) return
  const has = (key: TrackerKey) => columns.some(column => column.key === key)
  if (!has('deadline')) due.key = 'deadline'
  else if (!has('target')) due.key = 'target'
}

/** One column a key: the one that was asked for, else the first. */
function settleDoubles(columns: MappedColumn[]): void {
  const taken = new Map<TrackerKey, MappedColumn>()
  const inOrder = [...columns].sort(
    (a, b) => Number(b.isAsked ?? false) - Number(a.isAsked ?? false) || a.column - b.column,
  )
  for (const column of inOrder) {
    if (column.key === undefined || column.key === 'notes') continue
    const first = taken.get(column.key)
    if (!first) {
      taken.set(column.key, column)
      continue
    }
    column.yieldsTo = first.header
    delete column.key
  }
}

/** Columns with words and no header: kept by their letter. */
function unheaded(below: readonly Row[], known: readonly MappedColumn[]): MappedColumn[] {
  const examples = new Map<number, string>()
  const named = new Set(known.map(({ column }) => column))
  for (const { cells } of below)
    for (const [column, words] of cells)
      if (!named.has(column) && !examples.has(column)) examples.set(column, words)
  return [...examples]
    .sort(([a], [b]) => a - b)
    .map(([column, example]) => ({ column, header: `Column ${columnName(column)}`, example }))
}

/** Headers that were asked for and stand nowhere. */
export function refuseUnknown(
  asked: readonly Asked[],
  sheets: readonly Sheet[],
): TrackerComplaint | undefined {
  const there = [
    ...new Set(sheets.flatMap(({ rows }) => [...(findHeaders(rows, asked)?.cells.values() ?? [])])),
  ].map(header => header.replace(/\s+/g, ' '))
  for (const { header } of asked) {
    if (there.some(one => isSameHeader(one, header))) continue
    const meant = didYouMean(header, there)
    const shown = there.slice(0, 30).map(one => `“${shorten(one, 40)}”`)
    return {
      message: `Unexpected header “${header}”, expected ${shown.length > 0 ? listWords(shown) : 'one of the tracker'}`,
      hint:
        meant === undefined
          ? 'Copy the header as it stands in the tracker'
          : `Did you mean “${meant}”?`,
    }
  }
  return undefined
}

export const shorten = (words: string, most: number): string =>
  words.length > most ? `${words.slice(0, most - 1).trimEnd()}…` : words
