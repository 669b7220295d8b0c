import type { CopyFault, CopyLine } from './copy-line.ts'
import { LIST_MARK } from './copy-line.ts'
import { openWithPdfJs } from '../open-with-pdf-js.ts'

/** Reports have up to 200 pages; no file keeps the reader for longer. */
const PAGE_LIMIT = 1000

type Piece = { str: string; transform: number[]; height: number; hasEOL: boolean }
type Row = { words: string; page: number; y: number; height: number }

/** The printed lines of a PDF, page by page, without the lines that its pages repeat at their edges. */
export async function readPdfLines(
  path: string,
  bytes: Uint8Array,
): Promise<{ lines: CopyLine[] } | { fault: CopyFault }> {
  const task = await openWithPdfJs(bytes)
  try {
    const pdf = await task.promise
    const rows: Row[] = []
    for (let page = 1; page <= Math.min(pdf.numPages, PAGE_LIMIT); page++) {
      const { items } = await (await pdf.getPage(page)).getTextContent()
      for (const row of rowsOf(piecesOf(items), page)) rows.push(row)
    }
    const lines = toLines(path, withoutRunning(rows, pdf.numPages))
    return lines.length > 0 ? { lines } : { fault: SCANNED }
  } catch (error) {
    const isLocked = error instanceof Error && error.name === 'PasswordException'
    return { fault: isLocked ? LOCKED : BROKEN }
  } finally {
    await task.destroy()
  }
}

const SCANNED: CopyFault = {
  message: 'Unexpected PDF without words, expected one whose words can be copied',
  hint: 'It probably holds pictures of pages; save the report again from the inspectorate’s site',
}
const LOCKED: CopyFault = {
  message: 'Unexpected PDF with a password, expected one that anybody can open',
  hint: 'Print it into a new PDF, or save the report as text',
}
const BROKEN: CopyFault = {
  message: 'Unexpected PDF that cannot be read, expected a whole one',
  hint: 'Open it to see whether it is whole, and save the report again',
}

function* piecesOf(items: readonly object[]): Generator<Piece> {
  for (const item of items) if ('str' in item && 'transform' in item) yield item as Piece
}

/** Pieces that stand at one height are a line. */
function rowsOf(pieces: Iterable<Piece>, page: number): Row[] {
  const rows: Row[] = []
  let row: Row | undefined
  for (const { str, transform, height, hasEOL } of pieces) {
    const y = transform[5] ?? 0
    if (str.trim() !== '') {
      if (!row || Math.abs(row.y - y) > Math.max(row.height, height) * 0.6) {
        row = { words: '', page, y, height }
        rows.push(row)
      }
      row.height = Math.max(row.height, height)
    }
    if (row) row.words += str
    if (hasEOL) row = undefined
  }
  return rows
    .map(row => ({ ...row, words: row.words.replace(/\s+/g, ' ').trim() }))
    .filter(({ words }) => words !== '')
}

/** Without headers, footers and page numbers: at the edge of a page, and the like on many others. */
function withoutRunning(rows: readonly Row[], pages: number): Row[] {
  const isEdge = (index: number) =>
    [-2, -1, 1, 2].some(step => rows[index + step]?.page !== rows[index]?.page)
  const seen = new Map<string, Set<number>>()
  for (const [index, { words, page }] of rows.entries()) {
    if (!isEdge(index)) continue
    const key = words.replace(/\d+/g, '#')
    seen.set(key, (seen.get(key) ?? new Set()).add(page))
  }
  const many = Math.max(2, pages / 4)
  return rows.filter(({ words }, index) => {
    if (!isEdge(index)) return true
    if (/^(?:page )?\d+(?: of \d+)?$/i.test(words)) return false
    return (seen.get(words.replace(/\d+/g, '#'))?.size ?? 0) < many
  })
}

function toLines(path: string, rows: readonly Row[]): CopyLine[] {
  return rows.map(({ words, page, y, height }, index) => {
    const before = rows[index - 1]
    const isCarriedOn =
      before !== undefined &&
      !LIST_MARK.test(words) &&
      (before.page === page
        ? before.y > y && before.y - y < height * 1.6 && Math.abs(before.height - height) < 1
        : /[\p{Ll},]$/u.test(before.words))
    // A PDF has no lines of its own: these are counted as they are printed.
    const start = { line: index + 1, column: 1 }
    const end = { line: index + 1, column: words.length + 1 }
    const place = { file: path, start, end }
    return { words, place, page, isFirst: !isCarriedOn }
  })
}
