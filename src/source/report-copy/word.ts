import { LIMITS, MEGABYTE, openOfficeFile } from '../../office-file/open-office-file.ts'
import type { OfficeFault, OfficePackage } from '../../office-file/open-office-file.ts'
import { hasElement } from '../../office-file/xml.ts'
import type { CopyFault, CopyLine } from './copy-line.ts'
import { BlockReader } from './word/block-reader.ts'

/** The paragraphs of a report that was copied into Word, in the order of its text; the notes stand behind. */
export function readWordLines(
  path: string,
  bytes: Uint8Array,
): { lines: CopyLine[] } | { fault: CopyFault } {
  const { package: opened, fault } = openOfficeFile(bytes)
  if (!opened) return { fault: faults[fault] }
  const body = opened.xml(opened.main)
  if (!body) return { fault: faults.damaged }
  if (body.root.name !== 'w:document') return { fault: faults['other zip'] }
  if (hasElement(body.root, 'w:altChunk')) return { fault: IMPORTED }
  const reader = new BlockReader(path, partsOf(opened))
  reader.readBlocks(body, body.root)
  reader.readNotes()
  return reader.lines.length > 0 ? { lines: reader.lines } : { fault: WORDLESS }
}

function partsOf({ main, xml, relationships }: OfficePackage) {
  return (kind: string) => {
    const found = relationships(main).find(one => one.kind === kind && !one.isExternal)
    return found && xml(found.target)
  }
}

const WORD = 'expected a Word document (.docx)'
const SAVE_AS_WORD = 'In Word: File, Save As, Word Document (*.docx)'

const WORDLESS: CopyFault = {
  message: 'Unexpected Word document without words, expected the report',
  hint: 'It may hold pictures of pages; save the report again from the inspectorate’s site',
}
const IMPORTED: CopyFault = {
  message:
    'Unexpected import of another document (altChunk) in the Word document, expected its own words',
  hint: `Open it in Word, which takes the other document in; then ${SAVE_AS_WORD}`,
}
const LOCKED: CopyFault = {
  message: 'Unexpected Word document with a password, expected one that anybody can open',
  hint: 'In Word: File, Info, Protect Document, Encrypt with Password; empty the field and save',
}
const DAMAGED: CopyFault = {
  message: 'Unexpected Word document that cannot be read, expected a whole one',
  hint: `Open it to see whether it is whole; ${SAVE_AS_WORD}`,
}
const LARGE: CopyFault = {
  message: `Unexpected size of what is packed in the Word document, expected at most ${LIMITS.totalBytes / MEGABYTE} MB`,
  hint: 'Check that it is the report; its pictures can be removed',
}
const faults: Record<OfficeFault, CopyFault> = {
  old: { message: `Unexpected document of an old Word (.doc), ${WORD}`, hint: SAVE_AS_WORD },
  encrypted: LOCKED,
  locked: LOCKED,
  pdf: { message: `Unexpected PDF, ${WORD}`, hint: 'Give the file the ending .pdf' },
  rtf: { message: `Unexpected RTF file, ${WORD}`, hint: SAVE_AS_WORD },
  empty: { message: 'Unexpected empty file, expected the report', hint: SAVE_AS_WORD },
  other: {
    message: `Unexpected file that is no Word document, ${WORD}`,
    hint: 'Give it the ending that it should have',
  },
  damaged: DAMAGED,
  name: DAMAGED,
  twice: DAMAGED,
  crowded: LARGE,
  large: LARGE,
  wordy: {
    message: 'Unexpected amount of text in the Word document, expected at most 20 MB',
    hint: 'Check that it is the report; one that came in parts can be a list of files',
  },
  doctype: {
    message: 'Unexpected document type declaration in the Word document, expected none',
    hint: `Word writes none; open the file in Word, and ${SAVE_AS_WORD}`,
  },
  'opendocument text': {
    message: `Unexpected OpenDocument text (.odt), ${WORD}`,
    hint: 'In LibreOffice: File, Save As, Word 2010–365 Document (.docx)',
  },
  'opendocument spreadsheet': {
    message: `Unexpected OpenDocument spreadsheet (.ods), ${WORD}`,
    hint: 'Check that it is the report',
  },
  'other zip': {
    message: `Unexpected zip file of another kind, ${WORD}`,
    hint: 'Check that it is the report; a page saved in a zip file must be taken out of it first',
  },
}
