import type { Look } from '../document/look.ts'
import type { LaidOut } from '../document/laid-out.ts'
import type { DocumentTree } from '../document/tree.ts'
import { isPlain } from './fonts.ts'
import type { Attachment } from './pdf/attach.ts'
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

export type PdfOptions = {
  /** One that is not to be the one that fits the machine. */
  engine?: EngineName | undefined
  /** Files that travel in this one. */
  attachments?: readonly Attachment[]
}

/**
 * One file that is both PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2); with attachments, PDF/A-3a.
 * The same tree and look give the same bytes, on every machine and day.
 */
export async function drawPages(
  tree: DocumentTree,
  look: Look,
  { engine, attachments = [] }: PdfOptions = {},
): Promise<DrawnLetter> {
  refuseInaccessible(tree, look)
  const { pdf, marks } = await drawWithFonts(tree, look, engine)
  const laidOut = readLaidOut(marks, tree, look)
  const letter = declarePdfA(pdf, attachments.length > 0 ? 3 : 2)
  const stationery = look.stationery.pdf
  if (!stationery && attachments.length === 0) return { bytes: letter, laidOut }
  const { finishPdf } = await import('./pdf/finish-pdf.ts')
  return { bytes: finishPdf(letter, stationery, attachments), laidOut }
}

export const renderPdf = async (
  tree: DocumentTree,
  look: Look,
  options?: PdfOptions,
): Promise<Uint8Array> => (await drawPages(tree, look, options)).bytes

/** The fonts of symbols are given to the engine where a letter has any. */
function drawWithFonts(tree: DocumentTree, look: Look, engine?: EngineName): Promise<Drawn> {
  const { family, faces, symbols } = look.fontFiles
  const plain = dataOf(tree, look, [family])
  if (isPlain(plain.json, look.fontFiles)) return drawPdf(template, plain, faces, engine)
  const data = dataOf(tree, look, [family, ...symbols.map(symbol => symbol.family)])
  const fonts = [...faces, ...symbols.map(({ bytes }) => bytes)]
  return drawPdf(template, data, fonts, engine)
}
