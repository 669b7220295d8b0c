import { createInflate } from 'node:zlib'
import type { Refusal } from './refusal.ts'

export type Raster = { kind: 'png' | 'jpeg'; width: number; height: number }

/** The bits a pixel may have, by colour type. PNG (ISO/IEC 15948), table 11.1. */
const depths: Record<number, readonly number[]> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
}
const samples: Record<number, number> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }
/** A page of A4 at 600 dots an inch has 35 million; a PDF is drawn from all of them at once. */
export const MOST_PIXELS = 50_000_000

type Header = { width: number; height: number; depth: number; colour: number; interlaced: boolean }

export async function readPng(name: string, bytes: Uint8Array): Promise<Raster | Refusal> {
  const damaged = (what: string): Refusal => ({
    refusal: `Unexpected damage in ${name}, ${what}, expected a whole PNG`,
    hint: 'Copy or export the picture again: the file was cut off or changed on its way',
  })
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let header: Header | undefined
  let hasPalette = false
  const data: Uint8Array[] = []
  for (let at = 8; ;) {
    if (at + 12 > bytes.length) return damaged('its end is missing')
    const length = view.getUint32(at)
    if (at + 12 + length > bytes.length) return damaged('its end is missing')
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    const content = bytes.subarray(at + 8, at + 8 + length)
    if (crc32(bytes.subarray(at + 4, at + 8 + length)) !== view.getUint32(at + 8 + length))
      return damaged('its checksums do not agree')
    if (!header) {
      if (type !== 'IHDR' || length !== 13) return damaged('its size is missing')
      header = readHeader(content)
      if (!header) return damaged('its colours are of no known kind')
    } else if (type === 'PLTE') hasPalette = true
    else if (type === 'IDAT') data.push(content)
    else if (type === 'IEND') break
    at += 12 + length
  }
  const { width, height } = header
  const size: Raster = { kind: 'png', width, height }
  // What is too large, or has no size, is refused for that; it is not unpacked before.
  if (width === 0 || height === 0 || width * height > MOST_PIXELS) return size
  if (header.colour === 3 && !hasPalette) return damaged('its palette is missing')
  if (!(await holds(data, rawSize(header)))) return damaged('rows of pixels are missing')
  return size
}

function readHeader(content: Uint8Array): Header | undefined {
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength)
  const [depth, colour, compression, filter, interlace] = content.subarray(8)
  if (depth === undefined || colour === undefined || interlace === undefined) return undefined
  if (!depths[colour]?.includes(depth) || compression !== 0 || filter !== 0 || interlace > 1)
    return undefined
  const interlaced = interlace === 1
  return { width: view.getUint32(0), height: view.getUint32(4), depth, colour, interlaced }
}

/** Adam7: where each pass begins, and its steps. */
const passes = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const

function rawSize({ width, height, depth, colour, interlaced }: Header): number {
  const bits = depth * (samples[colour] ?? 1)
  const size = (w: number, h: number) => (w > 0 && h > 0 ? (1 + Math.ceil((w * bits) / 8)) * h : 0)
  if (!interlaced) return size(width, height)
  return passes.reduce(
    (sum, [x, y, dx, dy]) => sum + size(Math.ceil((width - x) / dx), Math.ceil((height - y) / dy)),
    0,
  )
}

/** Counts as it unpacks and keeps nothing, so that a small file cannot fill the memory. */
function holds(chunks: Uint8Array[], expected: number): Promise<boolean> {
  return new Promise(resolve => {
    let size = 0
    const inflate = createInflate()
    const finish = (isWhole: boolean) => {
      resolve(isWhole)
      inflate.destroy()
    }
    inflate.on('data', (part: Uint8Array) => {
      size += part.length
      if (size >= expected) finish(true)
    })
    inflate.on('end', () => finish(false))
    inflate.on('error', () => finish(false))
    for (const chunk of chunks) inflate.write(chunk)
    inflate.end()
  })
}

let table: Uint32Array | undefined

/** PNG (ISO/IEC 15948), annex D. */
function crc32(bytes: Uint8Array): number {
  table ??= Uint32Array.from({ length: 256 }, (_, byte) => {
    let value = byte
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1
    return value
  })
  let crc = 0xffffffff
  for (const byte of bytes) crc = (table[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8)
  return (crc ^ 0xffffffff) >>> 0
}
