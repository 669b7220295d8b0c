import type { CopyLine, CopyRead } from './copy-line.ts'
import { decodeCopy } from './decode-copy.ts'
import { readTextLines } from './text.ts'

const MEGABYTE = 1024 * 1024
/** The longest reports have 200 pages; what is larger than this holds pictures, or is something else. */
const LIMITS = { text: 10 * MEGABYTE, pdf: 50 * MEGABYTE, word: 50 * MEGABYTE }

/** The longest reports have some 8,000 lines. */
const LINE_LIMIT = 200_000

const TEXTS = ['txt', 'text', 'html', 'htm', 'xhtml', 'mht', 'mhtml']

const SAVE_AS = 'Save the report from the inspectorate’s site as a web page, a PDF or a text file'
const IN_WORD = 'In Word: File, Save As, Word Document (*.docx)'
/** How to save what is nearly the report as it is expected. */
const saveAs: Readonly<Record<string, string>> = {
  doc: IN_WORD,
  docm: IN_WORD,
  dot: IN_WORD,
  dotx: IN_WORD,
  dotm: IN_WORD,
  rtf: IN_WORD,
  odt: 'In LibreOffice: File, Save As, Word 2010–365 Document (.docx)',
  pages: 'In Pages: File, Export To, Word',
}

/** The saved report's lines, by what its name says it is. Readers are loaded when they are needed. */
export async function readReportCopy(path: string, bytes: Uint8Array): Promise<CopyRead> {
  const ending = /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? ''
  const isPdf = ending === 'pdf'
  const isWord = ending === 'docx'
  if (!isPdf && !isWord && !TEXTS.includes(ending)) {
    const what = ending === '' ? 'file without an ending' : `file ending in .${ending}`
    return refuse(
      `Unexpected ${what}, expected one in .html, .pdf, .docx or .txt`,
      saveAs[ending] ?? SAVE_AS,
    )
  }
  const limit = LIMITS[isPdf ? 'pdf' : isWord ? 'word' : 'text']
  if (bytes.length > limit) {
    const size = Math.ceil(bytes.length / MEGABYTE)
    return refuse(
      `Unexpected file of ${size} MB, expected at most ${limit / MEGABYTE} MB`,
      'Check that it is the report; one that came in parts can be a list of files',
    )
  }
  if (bytes.length === 0) return refuse('Unexpected empty file, expected the report', SAVE_AS)
  if (isWord) return (await import('./word.ts')).readWordLines(path, bytes)
  if (isPdf !== isMarkedPdf(bytes)) {
    return isPdf
      ? refuse(
          'Unexpected file that is no PDF, expected one',
          'Give it the ending that it should have',
        )
      : refuse('Unexpected PDF, expected text', 'Give the file the ending .pdf')
  }
  if (isPdf) return (await import('./pdf/read-pdf-lines.ts')).readPdfLines(path, bytes)
  const decoded = decodeCopy(bytes)
  if (decoded === undefined)
    return refuse('Unexpected data that is no text, expected the report', SAVE_AS)
  const isPage = !ending.startsWith('t')
  if (isPage && (ending.startsWith('mht') || isWebArchive(decoded)))
    return readArchive(path, decoded)
  const text = withPlainBreaks(decoded)
  const lines = isPage
    ? (await import('./html.ts')).readHtmlLines(path, text, LINE_LIMIT)
    : readTextLines(path, text, LINE_LIMIT)
  return toRead(lines, text)
}

/** A page that Chrome or Edge saved as one file: its lines are those of the page in it. */
async function readArchive(path: string, archive: string): Promise<CopyRead> {
  const { page, css } = (await import('./web-archive.ts')).readWebArchive(archive)
  if (page === undefined)
    return refuse(
      'Unexpected web page in one file that holds no page, expected the report',
      SAVE_AS,
    )
  const text = withPlainBreaks(page)
  return toRead((await import('./html.ts')).readHtmlLines(path, text, LINE_LIMIT, css), text)
}

function toRead(lines: CopyLine[], text: string): CopyRead {
  if (lines.length === 0)
    return refuse(
      'Unexpected file without words, expected the report',
      'Open it to see whether it is whole; a page that a program draws is better saved as a PDF',
    )
  if (lines.length > LINE_LIMIT)
    return refuse(
      `Unexpected file of more than ${LINE_LIMIT} lines, expected a report`,
      'Check that it is the report, and save its parts as files of their own',
    )
  return { lines, text }
}

/** Of old Macintoshes and of mainframes too: one of ours each, so that lines are counted as editors do. */
const withPlainBreaks = (text: string): string => text.replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')

/** It begins as a mail does. */
const isWebArchive = (text: string): boolean =>
  /^(?:from|mime-version|subject|date|content-type|snapshot-content-location):/i.test(
    text.slice(0, 200).trimStart(),
  ) && /^mime-version:/im.test(text.slice(0, 10_000))

const refuse = (message: string, hint: string): CopyRead => ({ fault: { message, hint } })

/** Within the first kilobyte, as viewers look for it. */
function isMarkedPdf(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).includes('%PDF-')
}
