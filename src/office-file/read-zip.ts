import { inflateRawSync } from 'node:zlib'
import { crc32 } from './crc32.ts'

/** What a package of this kind may hold; sizes are of what comes out of it. */
export type Limits = { entries: number; eachBytes: number; totalBytes: number }

export type ZipFault = 'damaged' | 'locked' | 'crowded' | 'large' | 'name' | 'twice'
/** A part as it lay in its file: compressed, or not. */
export type Packed = { method: number; data: Uint8Array; size: number; crc: number }
export type ZipRead =
  | { parts: Map<string, Uint8Array>; packed: Map<string, Packed>; fault?: never; entry?: never }
  | { fault: ZipFault; entry?: string; parts?: never; packed?: never }

type Entry = { name: string; method: number; crc: number; packed: number; size: number; at: number }

/**
 * The entries of a zip file by their names, from its central directory, as Word reads them. Everything is
 * judged before the first is inflated, and none can grow beyond the size it claims (APPNOTE 4.3.12).
 */
export function readZip(bytes: Uint8Array, limits: Limits): ZipRead {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const directory = findDirectory(view)
  if (!directory) return { fault: 'damaged' }
  if (directory.entries > limits.entries) return { fault: 'crowded' }
  const entries: Entry[] = []
  const names = new Set<string>()
  let total = 0
  let at = directory.at
  for (let count = 0; count < directory.entries; count++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50)
      return { fault: 'damaged' }
    const flags = view.getUint16(at + 8, true)
    const nameEnd = at + 46 + view.getUint16(at + 28, true)
    if (nameEnd > bytes.length) return { fault: 'damaged' }
    const name = new TextDecoder().decode(bytes.subarray(at + 46, nameEnd))
    const entry = {
      name,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    }
    at = nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    if (flags & 1) return { fault: 'locked', entry: name }
    if (!isPartName(name)) return { fault: 'name', entry: name }
    // Part names differ by more than their case (ISO/IEC 29500-2, 6.2.2.3).
    if (names.has(name.toLowerCase())) return { fault: 'twice', entry: name }
    names.add(name.toLowerCase())
    total += entry.size
    if (entry.size > limits.eachBytes || total > limits.totalBytes)
      return { fault: 'large', entry: name }
    if (!name.endsWith('/')) entries.push(entry)
  }
  const parts = new Map<string, Uint8Array>()
  const packed = new Map<string, Packed>()
  for (const entry of entries) {
    const part = inflate(bytes, view, entry)
    if (!part) return { fault: 'damaged', entry: entry.name }
    parts.set(entry.name, part.bytes)
    if (part.packed) packed.set(entry.name, part.packed)
  }
  return { parts, packed }
}

function findDirectory(view: DataView): { at: number; entries: number } | undefined {
  const last = view.byteLength - 22
  // Its end may be followed by a comment of at most 65,535 bytes.
  for (let at = last; at >= Math.max(0, last - 0xffff); at--)
    if (view.getUint32(at, true) === 0x06054b50)
      return { at: view.getUint32(at + 16, true), entries: view.getUint16(at + 10, true) }
  return undefined
}

/** Relative, with no empty part, no dots that lead out, and nothing that another system takes for a path. */
const isPartName = (name: string): boolean =>
  name !== '' &&
  !/[\0-\x1f\\:]/.test(name) &&
  name
    .replace(/\/$/, '')
    .split('/')
    .every(
      piece =>
        piece !== '' && !/^\.+$/.test(decodedName(piece)) && !/[/\\]/.test(decodedName(piece)),
    )

const decodedName = (piece: string): string =>
  piece.replace(/%(2e|2f|5c)/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))

type Inflated = { bytes: Uint8Array; packed?: Packed }

function inflate(bytes: Uint8Array, view: DataView, entry: Entry): Inflated | undefined {
  const { at, method, crc, packed, size } = entry
  if (at + 30 > bytes.length || view.getUint32(at, true) !== 0x04034b50) return undefined
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true)
  if (start + packed > bytes.length) return undefined
  const data = bytes.subarray(start, start + packed)
  const inflated =
    method === 0 ? { bytes: data, used: size } : method === 8 ? deflated(data, size) : undefined
  if (inflated?.bytes.length !== size || crc32(inflated.bytes) !== crc) return undefined
  // What lies behind the end of the compressed bytes is not passed on.
  const isWhole = inflated.used === (method === 0 ? size : packed)
  return { bytes: inflated.bytes, ...(isWhole && { packed: { method, data, size, crc } }) }
}

function deflated(data: Uint8Array, size: number): { bytes: Uint8Array; used: number } | undefined {
  const options = { maxOutputLength: Math.max(1, size), info: true }
  try {
    // With `info`, which the types do not know, Node tells how many bytes it took in.
    const { buffer, engine } = inflateRawSync(data, options) as unknown as {
      buffer: Uint8Array
      engine: { bytesWritten: number }
    }
    return { bytes: buffer, used: engine.bytesWritten }
  } catch {
    return undefined
  }
}
