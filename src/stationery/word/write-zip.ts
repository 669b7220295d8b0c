import { deflateSync, strToU8 } from 'fflate'
import { crc32 } from '../../office-file/crc32.ts'
import type { Packed } from '../../office-file/read-zip.ts'

/** 1 January 1980, noon: zip counts from that day, and the same file is to be the same bytes on any other. */
const DATE = (1 << 5) | 1
const TIME = 12 << 11
const UTF8_NAMES = 1 << 11

/**
 * A zip file of these parts, in their order but that it begins with the types: mail filters look there. A
 * part that comes packed is put in as it is; others are compressed by fflate alone, since zlib's bytes
 * differ between versions of Node.
 */
export function writeZip(
  parts: Map<string, Uint8Array | string>,
  packed: (path: string, part: Uint8Array | string) => Packed | undefined,
): Uint8Array {
  const isFirst = (path: string) => Number(path === '[Content_Types].xml')
  const sorted = [...parts].sort(([a], [b]) => isFirst(b) - isFirst(a))
  const locals: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let at = 0
  for (const [path, part] of sorted) {
    const entry = packed(path, part) ?? pack(path, typeof part === 'string' ? strToU8(part) : part)
    const name = strToU8(path)
    const local = header(0x04034b50, entry, name.length)
    directory.push(header(0x02014b50, entry, name.length, at), name)
    locals.push(local, name, entry.data)
    at += local.length + name.length + entry.data.length
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0)
  return joined([...locals, ...directory, ending(sorted.length, size, at)])
}

function pack(path: string, part: Uint8Array): Packed {
  const isCompressed = /\.(png|jpe?g|gif)$/i.test(path)
  const data = isCompressed ? part : deflateSync(part, { level: 6 })
  return { method: isCompressed ? 0 : 8, data, size: part.length, crc: crc32(part) }
}

/** Of a part before its bytes, or, with the place of that one, in the directory (APPNOTE 4.3.7, 4.3.12). */
function header(signature: number, { method, data, size, crc }: Packed, name: number, at?: number) {
  const bytes = new Uint8Array(at === undefined ? 30 : 46)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, signature, true)
  if (at !== undefined) view.setUint16(4, 20, true)
  const from = at === undefined ? 4 : 6
  const words = [20, UTF8_NAMES, method, TIME, DATE]
  words.forEach((word, index) => view.setUint16(from + 2 * index, word, true))
  view.setUint32(from + 10, crc, true)
  view.setUint32(from + 14, data.length, true)
  view.setUint32(from + 18, size, true)
  view.setUint16(from + 22, name, true)
  if (at !== undefined) view.setUint32(42, at, true)
  return bytes
}

function ending(entries: number, size: number, at: number): Uint8Array {
  const bytes = new Uint8Array(22)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, 0x06054b50, true)
  view.setUint16(8, entries, true)
  view.setUint16(10, entries, true)
  view.setUint32(12, size, true)
  view.setUint32(16, at, true)
  return bytes
}

function joined(pieces: Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    bytes.set(piece, at)
    at += piece.length
  }
  return bytes
}
