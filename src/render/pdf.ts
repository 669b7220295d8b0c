import { isPlain } from './fonts.ts'
import { dataOf } from './pdf/data.ts'
import { declarePdfA } from './pdf/declaration.ts'
import { drawPdf } from './pdf/engine.ts'
import template from './pdf/letter.typ'
import type { Renderer } from './renderer.ts'

/** One file that is both PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2). */
export const renderPdf: Renderer = async (tree, look) => {
  const { family, faces, symbols } = look.fontFiles
  const plain = dataOf(tree, look, [family])
  if (isPlain(plain.json, look.fontFiles)) {
    return declarePdfA(await drawPdf(template, plain, faces))
  }
  const data = dataOf(tree, look, [family, ...symbols.map(symbol => symbol.family)])
  const fonts = [...faces, ...symbols.map(({ bytes }) => bytes)]
  return declarePdfA(await drawPdf(template, data, fonts))
}
