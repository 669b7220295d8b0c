import type { AppendixFile } from './panel.ts'

/** What an appendix may be: nothing that runs. */
const KINDS: Readonly<Record<string, { format: string; mediaType: string; opens?: string }>> = {
  pdf: { format: 'PDF', mediaType: 'application/pdf', opens: '%PDF-' },
  docx: {
    format: 'Word',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    opens: 'PK',
  },
  xlsx: {
    format: 'Excel',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    opens: 'PK',
  },
  pptx: {
    format: 'PowerPoint',
    mediaType: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    opens: 'PK',
  },
  odt: {
    format: 'OpenDocument text',
    mediaType: 'application/vnd.oasis.opendocument.text',
    opens: 'PK',
  },
  ods: {
    format: 'OpenDocument spreadsheet',
    mediaType: 'application/vnd.oasis.opendocument.spreadsheet',
    opens: 'PK',
  },
  csv: { format: 'CSV', mediaType: 'text/csv' },
  txt: { format: 'text', mediaType: 'text/plain' },
  png: { format: 'PNG', mediaType: 'image/png', opens: '\u0089PNG' },
  jpg: { format: 'JPEG', mediaType: 'image/jpeg', opens: '\u00ff\u00d8' },
  jpeg: { format: 'JPEG', mediaType: 'image/jpeg', opens: '\u00ff\u00d8' },
}
export const APPENDIX_KINDS = Object.keys(KINDS)

/** The file of an appendix, under the name that it has beside the paper; or what is wrong with it. */
export function readAppendixFile(
  path: string,
  bytes: Uint8Array,
  letter: string,
): { file: AppendixFile } | { expected: string } {
  const ending = /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? ''
  const kind = Object.hasOwn(KINDS, ending) ? KINDS[ending] : undefined
  if (!kind) return { expected: `one that ends in ${APPENDIX_KINDS.join(', ')}` }
  const { format, mediaType, opens = '' } = kind
  const start = Buffer.from(bytes.subarray(0, 1024)).toString('latin1')
  // ISO 32000-1, annex H, 3.4.1: a PDF may begin a little later.
  const isOfKind = ending === 'pdf' ? start.includes(opens) : start.startsWith(opens)
  if (!isOfKind) return { expected: `a file that is ${format}, as its name says` }
  const name = `appendix-${letter.toLowerCase()}.${ending}`
  return { file: { name, format, mediaType, bytes } }
}
