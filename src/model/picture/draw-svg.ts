import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { isRefusal, type Refusal } from './refusal.ts'
import { chooseFonts } from './svg-fonts.ts'
import { writeXml } from './xml.ts'
import type { Drawing } from './svg.ts'

const { resolve } = createRequire(import.meta.url)
type Resvg = typeof import('@resvg/resvg-wasm').Resvg
let engine: Promise<Resvg> | undefined

async function loadEngine(): Promise<Resvg> {
  const { initWasm, Resvg } = await import('@resvg/resvg-wasm')
  await initWasm(readFile(resolve('@resvg/resvg-wasm/index_bg.wasm')))
  return Resvg
}

/** Three times the size, but never too coarse for print, nor larger than print can show. */
const zoomOf = ({ width, height }: Drawing) => {
  const longer = Math.max(width, height)
  return Math.min(Math.max(3, 300 / longer), 1200 / longer)
}

/**
 * The drawing reduced to shapes: letters become paths, so that it looks the same where its fonts
 * are not installed, and nothing is left that could do more than be seen.
 */
export async function drawSvg(
  name: string,
  drawing: Drawing,
): Promise<{ bytes: Uint8Array; png: Uint8Array } | Refusal> {
  const fonts = chooseFonts(name, drawing.root)
  if (isRefusal(fonts)) return fonts
  const fontBuffers = await Promise.all(fonts.files.map(file => readFile(resolve(file))))
  const Resvg = await (engine ??= loadEngine())
  try {
    const resvg = new Resvg(writeXml(drawing.root), {
      dpi: 96,
      fitTo: { mode: 'zoom', value: zoomOf(drawing) },
      font: { fontBuffers, defaultFontFamily: fonts.usual },
    })
    const image = resvg.render()
    const drawn = { bytes: new TextEncoder().encode(resvg.toString()), png: image.asPng() }
    image.free()
    resvg.free()
    return drawn
  } catch {
    return {
      refusal: `Unexpected drawing in ${name}, expected an SVG that can be drawn`,
      hint: 'Export the logo again as "plain SVG", or as PNG',
    }
  }
}
