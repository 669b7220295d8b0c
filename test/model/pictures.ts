import { deflateSync } from 'node:zlib'

type Png = {
  width?: number
  height?: number
  depth?: number
  colour?: number
  interlace?: number
  rows?: number
}

const ascii = (text: string) => [...Buffer.from(text, 'latin1')]
const four = (value: number) => [
  value >>> 24,
  (value >>> 16) & 255,
  (value >>> 8) & 255,
  value & 255,
]
const two = (value: number) => [(value >>> 8) & 255, value & 255]

function crc(bytes: number[]): number {
  let value = -1
  for (const byte of bytes) {
    value ^= byte
    for (let bit = 0; bit < 8; bit++) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0)
  }
  return ~value >>> 0
}

export const pngChunk = (type: string, ...content: number[]): number[] => {
  const body = [...ascii(type), ...content]
  return [...four(content.length), ...body, ...four(crc(body))]
}
export const PNG_SIGNATURE = [0x89, ...ascii('PNG\r\n'), 0x1a, 0x0a]

/** A white PNG of 8-bit grey, or with what a test changes of it. */
export function aPng(changes: Png = {}): Uint8Array {
  const { width = 4, height = 3, depth = 8, colour = 0, interlace = 0, rows = height } = changes
  const pixels = Buffer.alloc((1 + width) * rows, 255).fill(0, 0, 1)
  return Uint8Array.from([
    ...PNG_SIGNATURE,
    ...pngChunk('IHDR', ...four(width), ...four(height), depth, colour, 0, 0, interlace),
    ...pngChunk('IDAT', ...deflateSync(pixels)),
    ...pngChunk('IEND'),
  ])
}

type Jpeg = {
  width?: number
  height?: number
  components?: number
  depth?: number
  frame?: number
  orientation?: number
}

const segment = (marker: number, ...content: number[]) => [
  0xff,
  marker,
  ...two(content.length + 2),
  ...content,
]

/** The segments of a JPEG, around pixels that nobody decodes. */
export function aJpeg(changes: Jpeg = {}): Uint8Array {
  const { width = 4, height = 3, components = 3, depth = 8, frame = 0xc0, orientation } = changes
  const directory = [0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation ?? 1, 0, 0, 0, 0, 0, 0]
  return Uint8Array.from([
    0xff,
    0xd8,
    ...(orientation === undefined
      ? []
      : segment(0xe1, ...ascii('Exif\0\0MM\0*'), 0, 0, 0, 8, ...directory)),
    ...segment(0xdb, 0, ...Array<number>(64).fill(1)),
    ...segment(frame, depth, ...two(height), ...two(width), components),
    ...segment(0xda, 1, 1, 0, 0, 63, 0),
    ...[0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56],
    0xff,
    0xd9,
  ])
}

/** A drawing of 30 by 20 with `content` in it. */
export const anSvg = (content: string, attributes = 'width="30" height="20"'): Uint8Array =>
  new TextEncoder().encode(
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${content}</svg>`,
  )
