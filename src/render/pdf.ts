import type { Look } from '../document/look.ts'
import type { LaidOut } from '../document/laid-out.ts'
import type { DocumentTree } from '../document/tree.ts'
import { isPlain } from './fonts.ts'
import { dataOf } from './pdf/data.ts'
import { declarePdfA } from './pdf/declaration.ts'
import type { Drawn, EngineName } from './pdf/drawn.ts'
import { drawPdf } from './pdf/engine.ts'
import template from './pdf/letter.typ'
import { readLaidOut } from './pdf/read-laid-out.ts'
import { refuseInaccessible } from './pdf/refuse-inaccessible.ts'

export { chooseEngine } from './pdf/engine.ts'

/** A letter as a file, and where its parts came to stand on the pages. */
export type DrawnLetter = { bytes: Uint8Array; laidOut: LaidOut }

/**
 * One file that is both PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2). `wanted`: an engine, where it
 * is not to be the one that fits the machine.
 */
export async function drawPages(
  tree: DocumentTree,
  look: Look,
  wanted?: EngineName,
): Promise<DrawnLetter> {
  refuseInaccessible(tree, look)
  const { pdf, marks } = await drawWithFonts(tree, look, wanted)
  const laidOut = readLaidOut(marks, tree, look)
  const letter = declarePdfA(pdf)
  const stationery = look.stationery.pdf
  if (!stationery) return { bytes: letter, laidOut }
  const { finishPdf } = await import('./pdf/finish-pdf.ts')
  return { bytes: await finishPdf(letter, stationery), laidOut }
}

export const renderPdf = async (
  tree: DocumentTree,
  look: Look,
  wanted?: EngineName,
): Promise<Uint8Array> => (await drawPages(tree, look, wanted)).bytes

/** The fonts of symbols are given to the engine where a letter has any. */
function drawWithFonts(tree: DocumentTree, look: Look, wanted?: EngineName): Promise<Drawn> {
  const { family, faces, symbols } = look.fontFiles
  const plain = dataOf(tree, look, [family])
  if (isPlain(plain.json, look.fontFiles)) return drawPdf(template, plain, faces, wanted)
  const data = dataOf(tree, look, [family, ...symbols.map(symbol => symbol.family)])
  const fonts = [...faces, ...symbols.map(({ bytes }) => bytes)]
  return drawPdf(template, data, fonts, wanted)
}
