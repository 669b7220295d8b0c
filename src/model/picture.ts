import type { Media } from '../document/tree.ts'
import { readJpeg } from './picture/jpeg.ts'
import { MOST_PIXELS, readPng } from './picture/png.ts'
import { isRefusal, SHOWN_EVERYWHERE, type Refusal } from './picture/refusal.ts'
import { readSvg } from './picture/svg.ts'

export type { Refusal } from './picture/refusal.ts'

const MEGABYTE = 1024 * 1024
const MOST_BYTES = 20 * MEGABYTE
const MOST_PIXELS_A_SIDE = 12_000

/** A picture as every format can show it. `name` is for the sentences alone: the content tells what it is. */
export async function readPicture(
  name: string,
  bytes: Uint8Array,
): Promise<{ media: Media } | Refusal> {
  const picture = await lookAt(name, bytes)
  if (isRefusal(picture)) return picture
  if (picture.kind !== 'svg') return { media: { ...picture, bytes } }
  const { drawSvg } = await import('./picture/draw-svg.ts')
  const drawn = await drawSvg(name, picture)
  return isRefusal(drawn)
    ? drawn
    : { media: { kind: 'svg', width: picture.width, height: picture.height, ...drawn } }
}

/** What `readPicture` refuses, without the cost of drawing: for a check that builds no letter. */
export async function checkPicture(name: string, bytes: Uint8Array): Promise<Refusal | undefined> {
  if (soundOnes.has(bytes)) return undefined
  const picture = await lookAt(name, bytes)
  if (isRefusal(picture)) return picture
  soundOnes.add(bytes)
  return undefined
}

/** Looked at once, though every letter of the office shows it. */
const soundOnes = new WeakSet<Uint8Array>()

async function lookAt(name: string, bytes: Uint8Array) {
  if (bytes.length === 0)
    return { refusal: `Unexpected empty file ${name}, expected ${SHOWN_EVERYWHERE}`, hint: AGAIN }
  if (bytes.length > MOST_BYTES)
    return {
      refusal: `Unexpected size of ${name}, ${Math.ceil(bytes.length / MEGABYTE)} MB, expected at most 20 MB`,
      hint: 'Save the picture smaller: 1,000 pixels across are enough for a logo or a signature',
    }
  const read = readers[kindOf(bytes)]
  const picture = await read(name, bytes)
  return isRefusal(picture) ? picture : (refuseSize(name, picture) ?? picture)
}

const AGAIN = 'Copy the picture into the folder again'

const readers = {
  png: readPng,
  jpeg: readJpeg,
  svg: readSvg,
  other: refuseOther,
}

const startsWith = (bytes: Uint8Array, ...start: number[]) =>
  start.every((byte, index) => bytes[index] === byte)
const latin = (bytes: Uint8Array, from: number, to: number) =>
  String.fromCharCode(...bytes.subarray(from, to))

function kindOf(bytes: Uint8Array): keyof typeof readers {
  if (startsWith(bytes, 0x89, 0x50, 0x4e, 0x47)) return 'png'
  if (startsWith(bytes, 0xff, 0xd8)) return 'jpeg'
  const head = latin(bytes, 0, 1024).replace(/^\u00ef\u00bb\u00bf/, '')
  if (/^\s*<(?:\?xml|!--|!DOCTYPE\s+svg|svg[\s>/])/i.test(head) && !/<html/i.test(head))
    return 'svg'
  return 'other'
}

function refuseSize(
  name: string,
  { width, height }: { width: number; height: number },
): Refusal | undefined {
  const size = `${Math.round(width)} × ${Math.round(height)} pixels`
  if (!(width > 0 && height > 0))
    return {
      refusal: `Unexpected size of ${name}, ${size}, expected a picture with a size`,
      hint: AGAIN,
    }
  if (Math.max(width, height) > MOST_PIXELS_A_SIDE || width * height > MOST_PIXELS)
    return {
      refusal: `Unexpected size of ${name}, ${size}, expected at most 12,000 a side and 50 million in all`,
      hint: 'Save the picture smaller: 1,000 pixels across are enough for a logo or a signature',
    }
  return undefined
}

const others: [name: string, is: (bytes: Uint8Array) => boolean][] = [
  ['a GIF', bytes => latin(bytes, 0, 4) === 'GIF8'],
  ['a WebP', bytes => latin(bytes, 0, 4) === 'RIFF' && latin(bytes, 8, 12) === 'WEBP'],
  ['a TIFF', bytes => ['II*\0', 'MM\0*'].includes(latin(bytes, 0, 4))],
  ['an AVIF', bytes => latin(bytes, 4, 12) === 'ftypavif'],
  ['a HEIC photograph', bytes => /^ftyp(?:hei|hev|mif)/.test(latin(bytes, 4, 12))],
  ['a PDF', bytes => latin(bytes, 0, 5) === '%PDF-'],
  ['a Windows icon', bytes => startsWith(bytes, 0, 0, 1, 0)],
  ['a Windows metafile', bytes => startsWith(bytes, 0xd7, 0xcd, 0xc6, 0x9a)],
  ['a Windows metafile', bytes => latin(bytes, 40, 44) === ' EMF'],
  ['a Photoshop file', bytes => latin(bytes, 0, 4) === '8BPS'],
  ['a compressed SVG', bytes => startsWith(bytes, 0x1f, 0x8b)],
  ['a zip archive or Office document', bytes => latin(bytes, 0, 2) === 'PK'],
  ['a bitmap', bytes => latin(bytes, 0, 2) === 'BM'],
  ['a pointer to a file of Git LFS', bytes => latin(bytes, 0, 24) === 'version https://git-lfs.'],
  ['text', bytes => !bytes.subarray(0, 512).some(byte => byte < 9 || (byte > 13 && byte < 32))],
]

function refuseOther(name: string, bytes: Uint8Array): Refusal {
  const found = others.find(([, is]) => is(bytes))?.[0] ?? 'data of no known kind'
  return {
    refusal: `Unexpected ${found.replace(/^an? /, '')} in ${name}, expected ${SHOWN_EVERYWHERE}`,
    hint: 'Open the picture in a drawing program and export it as PNG or SVG; a new name alone does not change what it is',
  }
}
