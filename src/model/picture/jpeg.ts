import type { Raster } from './png.ts'
import type { Refusal } from './refusal.ts'

/** Baseline, extended and progressive: what every program draws (ITU-T T.81, table B.1). */
const DRAWN_FRAMES = [0xc0, 0xc1, 0xc2]
/** DHT, JPG and DAC stand among the frame markers and are none. */
const NO_FRAMES = [0xc4, 0xc8, 0xcc]
const [START_OF_SCAN, END_OF_IMAGE, EXIF] = [0xda, 0xd9, 0xe1]

type Frame = { width: number; height: number; components: number; depth: number }

export function readJpeg(name: string, bytes: Uint8Array): Raster | Refusal {
  const damaged = (what: string): Refusal => ({
    refusal: `Unexpected damage in ${name}, ${what}, expected a whole JPEG`,
    hint: 'Copy or export the picture again: the file was cut off or changed on its way',
  })
  const unusual = (what: string, wanted: string, hint: string): Refusal => ({
    refusal: `Unexpected ${what} in ${name}, expected ${wanted}`,
    hint,
  })
  let frame: Frame | undefined
  let isTurned = false
  let hasScan = false
  for (let at = 2; ;) {
    while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at++
    const marker = bytes[at + 1]
    if (bytes[at] !== 0xff || marker === undefined) return damaged('its end is missing')
    if (marker === END_OF_IMAGE) break
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0)
    const content = bytes.subarray(at + 4, at + 2 + length)
    if (length < 2 || content.length !== length - 2) return damaged('its end is missing')
    at += 2 + length
    if (marker === EXIF) isTurned ||= isTurnedByExif(content)
    else if (marker >= 0xc0 && marker <= 0xcf && !NO_FRAMES.includes(marker)) {
      if (!DRAWN_FRAMES.includes(marker))
        return unusual('rare kind of JPEG', 'a usual one', 'Export the picture again as PNG')
      frame = readFrame(content)
      if (!frame) return damaged('its size is missing')
    } else if (marker === START_OF_SCAN) {
      if (!frame) return damaged('its size is missing')
      hasScan = true
      at = endOfScan(bytes, at)
    }
  }
  if (!frame || !hasScan) return damaged('it holds no pixels')
  // Four colours are for the press: browsers and Word show them with different colours, and PDF/A wants RGB.
  if (frame.components === 4)
    return unusual('CMYK colours', 'RGB or grey', 'Export the picture again with RGB colours')
  if (frame.depth !== 8 || (frame.components !== 1 && frame.components !== 3))
    return unusual('rare kind of JPEG', 'a usual one', 'Export the picture again as PNG')
  // Some programs obey the note and some do not.
  if (isTurned)
    return unusual(
      'note that the picture is to be turned',
      'a picture that stands upright by itself',
      'Open the picture, turn it upright, and save it again; or export it as PNG',
    )
  return { kind: 'jpeg', width: frame.width, height: frame.height }
}

function readFrame(content: Uint8Array): Frame | undefined {
  const [depth, h1, h2, w1, w2, components] = content
  if (depth === undefined || h1 === undefined || h2 === undefined) return undefined
  if (w1 === undefined || w2 === undefined || components === undefined) return undefined
  return { depth, height: (h1 << 8) | h2, width: (w1 << 8) | w2, components }
}

/** Past the coded pixels: 0xff there is followed by 0, or by a restart marker. */
function endOfScan(bytes: Uint8Array, from: number): number {
  let at = bytes.indexOf(0xff, from)
  while (at !== -1) {
    const next = bytes[at + 1] ?? 0
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at
    at = bytes.indexOf(0xff, at + 1)
  }
  return bytes.length
}

/** Tag 0x0112 of the first directory (Exif 2.32, 4.6.4): 1 is upright. */
function isTurnedByExif(content: Uint8Array): boolean {
  if (String.fromCharCode(...content.subarray(0, 6)) !== 'Exif\0\0') return false
  const tiff = content.subarray(6)
  if (tiff.length < 8) return false
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength)
  const isLittle = view.getUint16(0) === 0x4949
  const directory = view.getUint32(4, isLittle)
  if (directory + 2 > tiff.length) return false
  const count = view.getUint16(directory, isLittle)
  for (let entry = 0; entry < count; entry++) {
    const at = directory + 2 + entry * 12
    if (at + 12 > tiff.length) return false
    if (view.getUint16(at, isLittle) === 0x0112) return view.getUint16(at + 8, isLittle) > 1
  }
  return false
}
