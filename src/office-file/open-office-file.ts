import { CONTENT_TYPES, relationshipsPath } from './part-names.ts'
import { readZip } from './read-zip.ts'
import type { Packed, ZipFault } from './read-zip.ts'
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
/** The parts of a Word or Excel file from outside, looked at before any is used. */
export type OfficePackage = {
  /** The document itself: nearly always word/document.xml, xl/workbook.xml. */
  main: string
  parts: Map<string, Uint8Array>
  /** The parts as they lie in the file, as far as they can be passed on so. */
  packed: Map<string, Packed>
  /** A part as text; undefined where there is no such part, or it is not in UTF-8. */
  source: (path: string) => string | undefined
  /** A part's elements; undefined where there is no such part. */
  xml: (path: string) => XmlPart | undefined
  relationships: (path: string) => Relationship[]
}

/** Why a file is not opened; what it means, and what is to be done, is said by whoever asked for it. */
export type OfficeFault =
  | ZipFault
  /** Of Word or Excel before 2007, or otherwise in their container (MS-CFB). */
  | 'old'
  /** Behind a password. */
  | 'encrypted'
  | 'pdf'
  | 'rtf'
  | 'empty'
  /** No zip file, and none of the above. */
  | 'other'
  /** Its parts in XML are larger than MOST_XML_BYTES together. */
  | 'wordy'
  /** A part declares a document type. */
  | 'doctype'
  | 'opendocument text'
  | 'opendocument spreadsheet'
  /** A zip file of another kind. */
  | 'other zip'
export type OfficeOpened =
  | { package: OfficePackage; fault?: never; part?: never }
  | { package?: never; fault: OfficeFault; part?: string }

export const MEGABYTE = 1024 * 1024
export const LIMITS = { entries: 2000, eachBytes: 25 * MEGABYTE, totalBytes: 120 * MEGABYTE }
const MOST_XML_BYTES = 20 * MEGABYTE

/**
 * Opens a Word or Excel file that came from somebody else. Nothing of it is run or fetched, and the memory
 * it takes is bounded.
 */
export function openOfficeFile(bytes: Uint8Array): OfficeOpened {
  const other = findOtherKind(bytes)
  if (other) return { fault: other }
  const { parts, packed, fault, entry } = readZip(bytes, LIMITS)
  if (!parts) return { fault, ...(entry !== undefined && { part: entry }) }
  const unread = findUnreadable(parts)
  if (unread) return unread
  const opened = packageOf(parts, packed)
  return opened ? { package: opened } : { fault: otherZip(parts) }
}

/** By its first bytes. */
function findOtherKind(bytes: Uint8Array): OfficeFault | undefined {
  const starts = (...head: number[]) => head.every((byte, at) => bytes[at] === byte)
  if (starts(0x50, 0x4b)) return undefined
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) {
    // Both are the same container (MS-CFB); names in it are UTF-16.
    const text = new TextDecoder('latin1').decode(bytes).replaceAll('\0', '')
    return text.includes('EncryptedPackage') ? 'encrypted' : 'old'
  }
  if (starts(0x25, 0x50, 0x44, 0x46)) return 'pdf'
  if (starts(0x7b, 0x5c, 0x72, 0x74, 0x66)) return 'rtf'
  return bytes.length === 0 ? 'empty' : 'other'
}

function otherZip(parts: Map<string, Uint8Array>): OfficeFault {
  const kind = new TextDecoder().decode(parts.get('mimetype')?.subarray(0, 100))
  if (kind.includes('opendocument.text')) return 'opendocument text'
  return kind.includes('opendocument.spreadsheet') ? 'opendocument spreadsheet' : 'other zip'
}

const isXml = (path: string): boolean => /\.(xml|rels)$/i.test(path)

/** In any part that is XML, whether we read it or not: Word would stop at it. */
function findUnreadable(
  parts: Map<string, Uint8Array>,
): { fault: OfficeFault; part?: string } | undefined {
  let total = 0
  for (const [path, bytes] of parts) {
    if (!isXml(path)) continue
    total += bytes.length
    if (total > MOST_XML_BYTES) return { fault: 'wordy' }
    // Declared entities can grow without end, or name files of this machine.
    if (Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes('<!DOCTYPE'))
      return { fault: 'doctype', part: path }
  }
  return undefined
}

function packageOf(
  parts: Map<string, Uint8Array>,
  packed: Map<string, Packed>,
): OfficePackage | undefined {
  const parsed = new Map<string, XmlPart | undefined>()
  const source = (path: string): string | undefined => readUtf8(parts.get(path))
  const xml = (path: string): XmlPart | undefined => {
    if (!parts.has(path)) return undefined
    if (!parsed.has(path)) parsed.set(path, parsedPart(source(path)))
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
  return { main, parts, packed, source, xml, relationships }
}

function readUtf8(bytes: Uint8Array | undefined): string | undefined {
  try {
    return bytes && new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function parsedPart(source: string | undefined): XmlPart | undefined {
  try {
    return source === undefined ? undefined : parseXml(source)
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
