import type { CopyRead } from './copy-line.ts'
import { decodeCopy } from './decode-copy.ts'
import { readTextLines } from './text.ts'

const MEGABYTE = 1024 * 1024
/** The longest reports have 200 pages; what is larger than this holds pictures, or is something else. */
const LIMITS = { text: 10 * MEGABYTE, pdf: 50 * MEGABYTE }

const SAVE_AS = 'Save the report from the inspectorate’s site as a web page, a PDF or a text file'

/** The saved report's lines, by what its name says it is. Readers are loaded when they are needed. */
export async function readReportCopy(path: string, bytes: Uint8Array): Promise<CopyRead> {
  const ending = /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? ''
  const isPdf = ending === 'pdf'
  if (!isPdf && !['txt', 'text', 'html', 'htm', 'xhtml'].includes(ending)) {
    const what = ending === '' ? 'file without an ending' : `file ending in .${ending}`
    return refuse(`Unexpected ${what}, expected one in .html, .pdf or .txt`, SAVE_AS)
  }
  const limit = isPdf ? LIMITS.pdf : LIMITS.text
  if (bytes.length > limit) {
    const size = Math.ceil(bytes.length / MEGABYTE)
    return refuse(
      `Unexpected file of ${size} MB, expected at most ${limit / MEGABYTE} MB`,
      'Check that it is the report; one that came in parts can be a list of files',
    )
  }
  if (bytes.length === 0) return refuse('Unexpected empty file, expected the report', SAVE_AS)
  if (isPdf !== isMarkedPdf(bytes)) {
    return isPdf
      ? refuse(
          'Unexpected file that is no PDF, expected one',
          'Give it the ending that it should have',
        )
      : refuse('Unexpected PDF, expected text', 'Give the file the ending .pdf')
  }
  if (isPdf) return (await import('./pdf.ts')).readPdfLines(path, bytes)
  const text = decodeCopy(bytes)
  if (text === undefined)
    return refuse('Unexpected data that is no text, expected the report', SAVE_AS)
  if (ending.startsWith('t')) return { lines: readTextLines(path, text), text }
  return { lines: (await import('./html.ts')).readHtmlLines(path, text), text }
}

const refuse = (message: string, hint: string): CopyRead => ({ fault: { message, hint } })

/** Within the first kilobyte, as viewers look for it. */
function isMarkedPdf(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).includes('%PDF-')
}
