import type { Finding } from '../finding.ts'
import { CONTENT_TYPES, relationshipsPath } from './part-names.ts'
import { readZip } from './read-zip.ts'
import type { Packed, ZipFault } from './read-zip.ts'
import { MEGABYTE, quote, refuse, SAVE_AGAIN, WORD } from './refuse.ts'
import { refuseContents } from './refuse-contents.ts'
import { attributeOf, parseXml } from './xml.ts'
import type { XmlPart } from './xml.ts'

export type Relationship = {
  id: string
  /** The last word of its type: "header", "image", "hyperlink". */
  kind: string
  /** The path of a part, or an address outside. */
  target: string
  isExternal: boolean
}
/** The parts of a Word file from outside, looked at before any is used. */
export type OfficePackage = {
  /** The document itself: nearly always word/document.xml. */
  main: string
  parts: Map<string, Uint8Array>
  /** The parts as they lie in the file, as far as they can be passed on so. */
  packed: Map<string, Packed>
  /** A part's elements; undefined where there is no such part. */
  xml: (path: string) => XmlPart | undefined
  relationships: (path: string) => Relationship[]
}
export type Opened = { package?: OfficePackage; refusals: Finding[] }

const LIMITS = { entries: 2000, eachBytes: 25 * MEGABYTE, totalBytes: 120 * MEGABYTE }
const MOST_XML_BYTES = 20 * MEGABYTE

/**
 * Opens a Word file that came from somebody else. Nothing of it is run or fetched, the memory it takes
 * is bounded, and what could do harm to whoever opens the letter is refused, each with its reason.
 */
export function openPackage(bytes: Uint8Array): Opened {
  const other = refuseOtherKinds(bytes)
  if (other) return { refusals: [other] }
  const { parts, packed, fault, entry } = readZip(bytes, LIMITS)
  if (!parts) return { refusals: [zipRefusals[fault](entry)] }
  const unread = unreadable(parts)
  if (unread) return { refusals: [unread] }
  const opened = packageOf(parts, packed)
  if (!opened) return { refusals: [refuseOtherZip(parts)] }
  const refusals = refuseContents(opened)
  return refusals.length > 0 ? { refusals } : { package: opened, refusals }
}

/** By its first bytes. */
function refuseOtherKinds(bytes: Uint8Array): Finding | undefined {
  const starts = (...head: number[]) => head.every((byte, at) => bytes[at] === byte)
  if (starts(0x50, 0x4b)) return undefined
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) {
    // Both are the same container (MS-CFB); names in it are UTF-16.
    const text = new TextDecoder('latin1').decode(bytes).replaceAll('\0', '')
    return text.includes('EncryptedPackage')
      ? refuse(
          `Unexpected protection by a password, expected a document that opens without one`,
          'In Word: File, Info, Protect Document, Encrypt with Password; empty the field and save',
        )
      : refuse(`Unexpected document of an old Word (.doc), ${WORD}`, SAVE_AGAIN)
  }
  if (starts(0x25, 0x50, 0x44, 0x46))
    return refuse(`Unexpected PDF, ${WORD}`, 'Name a PDF as `pdf`, below `letterhead`')
  if (starts(0x7b, 0x5c, 0x72, 0x74, 0x66))
    return refuse(`Unexpected RTF file, ${WORD}`, SAVE_AGAIN)
  if (bytes.length === 0) return refuse(`Unexpected empty file, ${WORD}`)
  return refuse(`Unexpected file of another kind, ${WORD}`)
}

const AGAIN = 'Copy the file into the folder again'
const zipRefusals: Record<ZipFault, (entry?: string) => Finding> = {
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
  name: name =>
    refuse(
      `Unexpected name of a part in the file, ${quote(name)}, expected one that stays inside it`,
      SAVE_AGAIN,
    ),
  twice: name =>
    refuse(`Unexpected second part of the same name in the file, ${quote(name)}`, SAVE_AGAIN),
}

function refuseOtherZip(parts: Map<string, Uint8Array>): Finding {
  const kind = new TextDecoder().decode(parts.get('mimetype')?.subarray(0, 100))
  if (kind.includes('opendocument.text'))
    return refuse(
      `Unexpected OpenDocument text (.odt), ${WORD}`,
      'In LibreOffice: File, Save As, Word 2010–365 Document (.docx)',
    )
  return refuse(`Unexpected zip file of another kind, ${WORD}`)
}

const isXml = (path: string): boolean => /\.(xml|rels)$/i.test(path)
const read = (bytes: Uint8Array): string => new TextDecoder('utf-8', { fatal: true }).decode(bytes)

/** Every part that is XML is well formed, whether we read it or not: Word would stop at it. */
function unreadable(parts: Map<string, Uint8Array>): Finding | undefined {
  let total = 0
  for (const [path, bytes] of parts) {
    if (!isXml(path)) continue
    total += bytes.length
    if (total > MOST_XML_BYTES)
      return refuse('Unexpected amount of text in the file, expected at most 20 MB', SAVE_AGAIN)
    // Declared entities can grow without end, or name files of this machine.
    if (Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes('<!DOCTYPE'))
      return refuse(
        `Unexpected document type declaration in ${quote(path)}, expected a file as Word saves it`,
        SAVE_AGAIN,
      )
  }
  return undefined
}

function packageOf(
  parts: Map<string, Uint8Array>,
  packed: Map<string, Packed>,
): OfficePackage | undefined {
  const parsed = new Map<string, XmlPart | undefined>()
  const xml = (path: string): XmlPart | undefined => {
    const bytes = parts.get(path)
    if (!bytes) return undefined
    if (!parsed.has(path)) parsed.set(path, parsedPart(bytes))
    return parsed.get(path)
  }
  const known = new Map<string, Relationship[]>()
  const relationships = (path: string): Relationship[] => {
    const found = known.get(path) ?? relationshipsOf(path, xml(relationshipsPath(path)), parts)
    known.set(path, found)
    return found
  }
  const main = relationships('').find(({ kind }) => kind === 'officeDocument')?.target
  if (main === undefined || !parts.has(main) || !parts.has(CONTENT_TYPES)) return undefined
  return { main, parts, packed, xml, relationships }
}

function parsedPart(bytes: Uint8Array): XmlPart | undefined {
  try {
    return parseXml(read(bytes))
  } catch {
    return undefined
  }
}

function relationshipsOf(
  path: string,
  part: XmlPart | undefined,
  parts: Map<string, Uint8Array>,
): Relationship[] {
  if (!part) return []
  const folder = path.split('/').slice(0, -1)
  return part.root.children.map(element => {
    const type = attributeOf(element, 'Type') ?? ''
    const target = attributeOf(element, 'Target') ?? ''
    const isExternal = attributeOf(element, 'TargetMode') === 'External'
    return {
      id: attributeOf(element, 'Id') ?? '',
      kind: type.slice(type.lastIndexOf('/') + 1),
      target: isExternal ? target : resolveTarget(folder, target, parts),
      isExternal,
    }
  })
}

function resolveTarget(folder: string[], target: string, parts: Map<string, Uint8Array>): string {
  const way = target.startsWith('/') ? [] : [...folder]
  for (const piece of target.split('/'))
    if (piece === '..') way.pop()
    else if (piece !== '.' && piece !== '') way.push(piece)
  const path = way.join('/')
  if (parts.has(path)) return path
  return [...parts.keys()].find(name => name.toLowerCase() === path.toLowerCase()) ?? path
}
