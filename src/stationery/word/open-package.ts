import { LIMITS, openOfficeFile } from '../../office-file/open-office-file.ts'
import type { OfficeFault, OfficePackage } from '../../office-file/open-office-file.ts'
import type { Finding } from '../finding.ts'
import { quote, refuse, SAVE_AGAIN, WORD } from './refuse.ts'
import { refuseContents } from './refuse-contents.ts'

export type Opened = { package?: OfficePackage; refusals: Finding[] }

/**
 * Opens a Word file that is to be the office's stationery: what could do harm to whoever opens the letter
 * is refused, each with its reason.
 */
export function openPackage(bytes: Uint8Array): Opened {
  const { package: opened, fault, part } = openOfficeFile(bytes)
  if (!opened) return { refusals: [faultRefusals[fault](part)] }
  const refusals = refuseContents(opened)
  return refusals.length > 0 ? { refusals } : { package: opened, refusals }
}

const OTHER_ZIP = `Unexpected zip file of another kind, ${WORD}`
const AGAIN = 'Copy the file into the folder again'
const faultRefusals: Record<OfficeFault, (part?: string) => Finding> = {
  old: () => refuse(`Unexpected document of an old Word (.doc), ${WORD}`, SAVE_AGAIN),
  encrypted: () =>
    refuse(
      `Unexpected protection by a password, expected a document that opens without one`,
      'In Word: File, Info, Protect Document, Encrypt with Password; empty the field and save',
    ),
  pdf: () => refuse(`Unexpected PDF, ${WORD}`, 'Name a PDF as `pdf`, below `letterhead`'),
  rtf: () => refuse(`Unexpected RTF file, ${WORD}`, SAVE_AGAIN),
  empty: () => refuse(`Unexpected empty file, ${WORD}`),
  other: () => refuse(`Unexpected file of another kind, ${WORD}`),
  damaged: () =>
    refuse(`Unexpected damage in the file, ${WORD}`, `${AGAIN}, or open it in Word and save it`),
  locked: () =>
    refuse('Unexpected protection by a password, expected a document that opens without one'),
  crowded: () =>
    refuse(
      `Unexpected number of parts in the file, expected at most ${LIMITS.entries}`,
      SAVE_AGAIN,
    ),
  large: () =>
    refuse(
      'Unexpected size of what is packed in the file, expected at most 25 MB a part and 120 MB in all',
      'Save its pictures smaller: in Word, Picture Format, Compress Pictures',
    ),
  name: part =>
    refuse(
      `Unexpected name of a part in the file, ${quote(part)}, expected one that stays inside it`,
      SAVE_AGAIN,
    ),
  twice: part =>
    refuse(`Unexpected second part of the same name in the file, ${quote(part)}`, SAVE_AGAIN),
  wordy: () => refuse('Unexpected amount of text in the file, expected at most 20 MB', SAVE_AGAIN),
  doctype: part =>
    refuse(
      `Unexpected document type declaration in ${quote(part)}, expected a file as Word saves it`,
      SAVE_AGAIN,
    ),
  'opendocument text': () =>
    refuse(
      `Unexpected OpenDocument text (.odt), ${WORD}`,
      'In LibreOffice: File, Save As, Word 2010–365 Document (.docx)',
    ),
  'opendocument spreadsheet': () => refuse(OTHER_ZIP),
  'other zip': () => refuse(OTHER_ZIP),
}
