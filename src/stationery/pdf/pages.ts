import { broken, tooMuch } from './fault.ts'
import type { PdfFile } from './read-file.ts'
import { PdfRef, nameOf } from './values.ts'
import type { PdfDict } from './values.ts'

/** More is a document, and not the stationery for one. */
const MOST_PAGES = 50

/** Of a page or of those it stands under (ISO 32000-1, 7.7.3.4). */
const INHERITED = ['Resources', 'MediaBox', 'CropBox', 'Rotate']

/** `dict` with what it inherits. */
export type Page = { object: number; dict: PdfDict }

/** The pages in their order. */
export function findPages(file: PdfFile, most = MOST_PAGES): Page[] {
  const catalog = file.dict(file.trailer.get('Root'))
  const pages: Page[] = []
  const seen = new Set<number>()
  const toVisit = [{ node: catalog?.get('Pages'), inherited: new Map() as PdfDict }]
  while (toVisit.length > 0) {
    const { node, inherited } = toVisit.pop()!
    if (!(node instanceof PdfRef) || seen.has(node.object) || seen.size > 20 * most) throw broken()
    seen.add(node.object)
    const dict = file.dict(node)
    if (!dict) throw broken()
    const own: PdfDict = new Map(inherited)
    for (const key of INHERITED) if (dict.has(key)) own.set(key, dict.get(key)!)
    const kids = file.resolve(dict.get('Kids'))
    if (nameOf(dict.get('Type')) === 'Page' || !Array.isArray(kids)) {
      pages.push({ object: node.object, dict: new Map([...own, ...dict]) })
    } else {
      for (const kid of kids.toReversed()) toVisit.push({ node: kid, inherited: own })
    }
    if (pages.length > most || toVisit.length > 10_000)
      throw tooMuch(`PDF of more than ${most} pages`, 'a first page and one for all others')
  }
  if (pages.length === 0) throw broken()
  return pages
}
