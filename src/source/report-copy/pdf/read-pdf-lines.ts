import type { PDFDocumentProxy } from 'pdfjs-dist'
import { openWithPdfJs, operatorsOfPdfJs } from '../../open-with-pdf-js.ts'
import type { CopyFault, CopyLine } from '../copy-line.ts'
import { addDots } from './add-dots.ts'
import { arrangePage, type ReadPage } from './arrange-page.ts'
import { dropFurniture } from './drop-furniture.ts'
import { makeSegments } from './make-segments.ts'
import { findBodySize } from './measure-print.ts'
import { readPage } from './read-page.ts'
import { toCopyLines } from './to-copy-lines.ts'

/** Reports have up to 200 pages; no file keeps the reader for longer. */
const PAGE_LIMIT = 1000
/** Of a thousand pages, four hundred each. */
const SEGMENT_LIMIT = 400_000

/** The words of a PDF in the order of reading, and what their look says they are. */
export async function readPdfLines(
  path: string,
  bytes: Uint8Array,
): Promise<{ lines: CopyLine[] } | { fault: CopyFault }> {
  const task = await openWithPdfJs(bytes, { isForWords: true })
  try {
    const pages = await readPages(await task.promise)
    const bodySize = findBodySize(segmentsOf(pages))
    dropFurniture(pages, bodySize)
    const counts = { flows: 0, boxes: 0, tables: 0, columns: [] }
    const arranged = pages.map((page, index) => arrangePage(page, index + 1, counts))
    const lines = toCopyLines(path, arranged)
    return lines.length > 0 ? { lines } : { fault: SCANNED }
  } catch (error) {
    const isLocked = error instanceof Error && error.name === 'PasswordException'
    return { fault: isLocked ? LOCKED : BROKEN }
  } finally {
    await task.destroy()
  }
}

async function readPages(pdf: PDFDocumentProxy): Promise<ReadPage[]> {
  const operators = await operatorsOfPdfJs()
  const pages: ReadPage[] = []
  let count = 0
  for (let number = 1; number <= Math.min(pdf.numPages, PAGE_LIMIT); number++) {
    const page = await pdf.getPage(number)
    const { width, height, rules, panels, dots, runs, turned } = await readPage(page, operators)
    page.cleanup()
    const segments = addDots(makeSegments(runs, rules), dots)
    pages.push({ width, height, rules, panels, segments, turned: makeSegments(turned) })
    count += segments.length
    if (count > SEGMENT_LIMIT) break
  }
  return pages
}

function* segmentsOf(pages: readonly ReadPage[]) {
  for (const { segments } of pages) yield* segments
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
