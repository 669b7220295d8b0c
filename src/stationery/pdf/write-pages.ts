import { A4 } from './page-size.ts'
import { readPdfFile } from './read-file.ts'
import type { StationeryPage } from './read-stationery.ts'
import { updatePdf } from './update-pdf.ts'
import { PdfName, PdfRef, PdfStream, Shared, dictOf } from './values.ts'

const EMPTY = `%PDF-1.7
1 0 obj
<</Type /Catalog /Pages 2 0 R>>
endobj
2 0 obj
<</Type /Pages /Kids [] /Count 0>>
endobj
xref
0 3
0000000000 65535 f\x20
0000000009 00000 n\x20
0000000056 00000 n\x20
trailer
<</Size 3 /Root 1 0 R>>
startxref
106
%%EOF
`

/** A file of the pages alone, upright and on A4, without whatever else theirs holds. */
export function writePages(pages: readonly StationeryPage[]): Uint8Array {
  const empty = Buffer.from(EMPTY, 'latin1')
  const kids = pages.map(
    ({ form }) =>
      new Shared(
        dictOf({
          Type: new PdfName('Page'),
          Parent: new PdfRef(2),
          MediaBox: [0, 0, A4.width, A4.height],
          Resources: dictOf({ XObject: dictOf({ Stationery: new Shared(form) }) }),
          Contents: new Shared(new PdfStream(new Map(), Buffer.from('/Stationery Do'))),
        }),
      ),
  )
  const tree = dictOf({ Type: new PdfName('Pages'), Kids: kids, Count: kids.length })
  return updatePdf(empty, readPdfFile(empty), new Map([[2, tree]]))
}
