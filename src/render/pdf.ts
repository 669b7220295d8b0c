import type { Look } from '../document/look.ts'
import type { DocumentTree } from '../document/tree.ts'
import { isPlain } from './fonts.ts'
import { dataOf } from './pdf/data.ts'
import { declarePdfA } from './pdf/declaration.ts'
import type { EngineName } from './pdf/drawn.ts'
import { drawPdf } from './pdf/engine.ts'
import template from './pdf/letter.typ'
import { refuseInaccessible } from './pdf/refuse-inaccessible.ts'

export { chooseEngine } from './pdf/engine.ts'

/**
 * One file that is both PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2). `wanted`: an engine, where it
 * is not to be the one that fits the machine.
 */
export async function renderPdf(
  tree: DocumentTree,
  look: Look,
  wanted?: EngineName,
): Promise<Uint8Array> {
  refuseInaccessible(tree, look)
  const { family, faces, symbols } = look.fontFiles
  const plain = dataOf(tree, look, [family])
  if (isPlain(plain.json, look.fontFiles)) {
    return declarePdfA((await drawPdf(template, plain, faces, wanted)).pdf)
  }
  const data = dataOf(tree, look, [family, ...symbols.map(symbol => symbol.family)])
  const fonts = [...faces, ...symbols.map(({ bytes }) => bytes)]
  return declarePdfA((await drawPdf(template, data, fonts, wanted)).pdf)
}
