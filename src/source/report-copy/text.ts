import { SourceFile } from '../source-file.ts'
import { LIST_MARK, type CopyLine } from './copy-line.ts'
import { seenWords } from './seen-words.ts'
import {
  carriesOnOverPage,
  beginsParagraph,
  judgeBreaks,
  type Breaks,
  type Row,
} from './text/judge-breaks.ts'
import { ListLevels, readMark } from './text/list-levels.ts'

/** The lines of a report saved as text, without the empty ones; no more than `limit` and one. */
export function readTextLines(path: string, text: string, limit: number): CopyLine[] {
  const rows = withoutPageNumbers(rowsOf(path, text, limit))
  const breaks = judgeBreaks(rows)
  const levels = new ListLevels()
  const lines: CopyLine[] = []
  let [isAfterMark, isInTabbed] = [false, false]
  for (const [index, row] of rows.entries()) {
    const before = rows[index - 1]
    const mark = readMark(row.words)
    // The words of an entry may stand on the line after its mark.
    if (mark?.isAlone) {
      levels.enter(mark)
      isAfterMark = true
      continue
    }
    const isApart = before === undefined || isAfterGap(row, before)
    const isTabbed =
      !mark && /^\t+\S/.test(row.words) && (isInTabbed || /:\s*$/.test(before?.words ?? ''))
    const isFirst =
      isAfterMark ||
      isApart ||
      LIST_MARK.test(row.words) ||
      (isTabbed && !isInTabbed) ||
      beginsParagraph(row, before, isTabbed ? ofEntries(breaks) : breaks)
    const isWithin = !mark && isFirst && !isTabbed && !isAfterMark && levels.holds(row.words)
    if (mark) levels.enter(mark)
    else if (isFirst && !isAfterMark && !isWithin) levels.leave()
    const isEntry = mark !== undefined || isAfterMark || (isTabbed && isFirst)
    lines.push({
      words: row.words,
      place: row.place,
      ...(isEntry && { kind: 'list item' as const, level: levels.level }),
      ...(isWithin && { level: levels.level, isWithin }),
      isFirst,
    })
    isAfterMark = false
    isInTabbed = isTabbed
  }
  return lines
}

/** Entries of a list are short, and say nothing of where the room ends. */
const ofEntries = (breaks: Breaks): Breaks =>
  breaks.kind === 'unsure' ? { ...breaks, kind: 'own' } : breaks

/** What a page's end takes apart is one paragraph. */
const isAfterGap = (row: Row, before: Row): boolean =>
  (row.isAfterGap || row.isAfterPage) && !(row.isAfterPage && carriesOnOverPage(row, before))

function rowsOf(path: string, text: string, limit: number): Row[] {
  const file = new SourceFile(path, text)
  const rows: Row[] = []
  let [isAfterGap, isAfterPage] = [true, false]
  for (const [index, start] of file.lineStarts.entries()) {
    if (rows.length > limit) break
    const line = text.slice(start, file.lineStarts[index + 1] ?? text.length)
    // A page of print begins with a form feed, which is no word of its first line.
    const page = line.lastIndexOf('\f') + 1
    isAfterPage ||= page > 0
    const words = line.slice(page).trimEnd()
    const seen = seenWords(words)
    if (seen.trim() === '') {
      isAfterGap = true
      continue
    }
    const place = file.place(start + page, start + page + words.length)
    rows.push({ words: seen, place, isAfterGap, isAfterPage })
    isAfterGap = isAfterPage = false
  }
  return rows
}

/** The number that a page of print has at its head or foot. */
function withoutPageNumbers(rows: readonly Row[]): Row[] {
  if (!rows.some(({ isAfterPage }) => isAfterPage)) return [...rows]
  const isNumber = (row: Row) => /^\s*(?:page )?\d{1,4}(?: of \d{1,4})?$/i.test(row.words)
  let isAfterPage = false
  return rows.flatMap((row, index) => {
    const isAtEdge = row.isAfterPage || (rows[index + 1]?.isAfterPage ?? true)
    isAfterPage ||= row.isAfterPage
    if (isAtEdge && isNumber(row)) return []
    const kept = { ...row, isAfterPage }
    isAfterPage = false
    return [kept]
  })
}
