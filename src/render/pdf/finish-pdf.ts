import { findPages } from '../../stationery/pdf/pages.ts'
import { A4 } from '../../stationery/pdf/page-size.ts'
import { packed } from '../../stationery/pdf/copy-part.ts'
import { readPdfFile } from '../../stationery/pdf/read-file.ts'
import type { PdfFile } from '../../stationery/pdf/read-file.ts'
import { readStationery } from '../../stationery/pdf/read-stationery.ts'
import { Shared } from '../../stationery/pdf/values.ts'
import type { PdfDict, PdfValue } from '../../stationery/pdf/values.ts'
import { attach } from './attach.ts'
import type { Attachment } from './attach.ts'
import { updatePdf } from '../../stationery/pdf/update-pdf.ts'

/** The letter with the office's stationery under its pages, and with what is attached to it. */
export function finishPdf(
  letter: Uint8Array,
  stationery: Uint8Array | undefined,
  attachments: readonly Attachment[],
): Uint8Array {
  const file = readPdfFile(letter)
  const changed = new Map<number, PdfValue>()
  if (stationery) putUnder(file, stationery, changed)
  if (attachments.length > 0) attach(file, attachments, changed)
  return updatePdf(letter, file, changed)
}

const MOST_PAGES = 100_000

/** The first page under the first, the second, where there is one, under all others. */
function putUnder(file: PdfFile, stationery: Uint8Array, changed: Map<number, PdfValue>): void {
  const { pages, findings } = readStationery(stationery)
  const fault = findings.find(({ severity }) => severity === 'error')
  if (fault) throw new Error(`The letter cannot be put on its stationery: ${fault.message}`)
  const [first, following] = pages.map(({ form }) => new Shared(form))
  const drawing = new Shared(packed(new Map(), Buffer.from(AS_BACKGROUND, 'latin1')))
  for (const [index, { object, dict }] of findPages(file, MOST_PAGES).entries()) {
    const form = index === 0 ? first : following
    if (form) changed.set(object, withBackground(file, dict, form, drawing))
  }
}

const NAME = 'Stationery'

/** An artifact: of the page, not of what it says (ISO 32000-1, 14.8.2.2; ISO 14289-1, 7.1). */
const AS_BACKGROUND =
  `/Artifact <</Type /Background /BBox [0 0 ${A4.width} ${A4.height}]>> BDC\n` +
  `q /${NAME} Do Q\nEMC\n`

function withBackground(file: PdfFile, page: PdfDict, form: Shared, drawing: Shared): PdfDict {
  const resources: PdfDict = new Map(file.dict(page.get('Resources')))
  const forms: PdfDict = new Map(file.dict(resources.get('XObject')))
  resources.set('XObject', forms.set(NAME, form))
  const contents = page.get('Contents') ?? null
  const listed = file.resolve(contents)
  const before: PdfValue[] = Array.isArray(listed) ? listed : contents === null ? [] : [contents]
  return new Map(page).set('Resources', resources).set('Contents', [drawing, ...before])
}
