import type { CopyLine } from '../../../src/source/report-copy/copy-line.ts'
import { readReportCopy } from '../../../src/source/report-copy/read-report-copy.ts'

export async function readLines(path: string, text: string | Uint8Array): Promise<CopyLine[]> {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
  const { lines, fault } = await readReportCopy(path, bytes)
  if (!lines) throw new Error(fault.message)
  return lines
}

/** A line in one: what it is, how deep, in which cell and box, and its words. */
export function show({ words, kind, level, cell, box, isFirst, isWithin }: CopyLine): string {
  const place = cell && `[${cell.table}:${cell.row}.${cell.column}]`
  const marks = [
    ...(isFirst ? [] : ['…']),
    ...(kind === undefined ? [] : [kind === 'list item' ? 'item' : kind]),
    ...(isWithin ? ['within'] : []),
    ...(level === undefined ? [] : [`${level}`]),
    ...(place === undefined ? [] : [place]),
    ...(box === undefined ? [] : [`box ${box}`]),
  ]
  return marks.length === 0 ? words : `${marks.join(' ')}: ${words}`
}

export const readPage = async (body: string): Promise<string[]> =>
  (await readLines('report.html', body)).map(show)
export const readText = async (text: string): Promise<string[]> =>
  (await readLines('report.txt', text)).map(show)
