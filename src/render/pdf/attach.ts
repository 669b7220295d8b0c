import { packed } from '../../stationery/pdf/copy-part.ts'
import type { PdfFile } from '../../stationery/pdf/read-file.ts'
import { PdfName, PdfRef, PdfText, Shared, dictOf } from '../../stationery/pdf/values.ts'
import type { PdfDict, PdfValue } from '../../stationery/pdf/values.ts'

/** A file that travels in the letter. */
export type Attachment = {
  name: string
  mediaType: string
  /** What it is, for who meets it in a list of attachments. */
  description: string
  bytes: Uint8Array
  /** What it is to the letter (ISO 19005-3, 6.8, and ISO 32000-2, 7.11.3). */
  relationship: 'Source' | 'Data' | 'Alternative' | 'Supplement' | 'Unspecified'
  /** YYYY-MM-DD. */
  date?: string
}

/** Names them in the catalog, as files that belong to the whole letter (ISO 19005-3, 6.8). */
export function attach(
  file: PdfFile,
  attachments: readonly Attachment[],
  changed: Map<number, PdfValue>,
): void {
  const root = file.trailer.get('Root')
  const catalog = file.dict(root)
  if (!catalog || !(root instanceof PdfRef)) throw new Error('Missing catalog in the PDF')
  // The names of a tree stand in order (ISO 32000-1, 7.9.6).
  const ordered = [...attachments].sort(({ name: one }, { name: other }) => (one < other ? -1 : 1))
  const specifications = ordered.map(attachment => new Shared(specificationOf(attachment)))
  const names = new Map(file.dict(catalog.get('Names')))
  const listed = ordered.flatMap(({ name }, index) => [toText(name), specifications[index]!])
  names.set('EmbeddedFiles', dictOf({ Names: listed }))
  changed.set(root.object, new Map(catalog).set('Names', names).set('AF', specifications))
}

function specificationOf(attachment: Attachment): PdfDict {
  const { name, mediaType, description, bytes, relationship, date } = attachment
  const parameters = dictOf({
    Size: bytes.length,
    ...(date !== undefined && { ModDate: new PdfText(`D:${date.replaceAll('-', '')}000000Z`) }),
  })
  const type = { Type: new PdfName('EmbeddedFile'), Subtype: new PdfName(mediaType) }
  const stream = new Shared(packed(dictOf({ ...type, Params: parameters }), bytes))
  return dictOf({
    Type: new PdfName('Filespec'),
    F: toText(name),
    UF: toText(name),
    Desc: toText(description),
    AFRelationship: new PdfName(relationship),
    EF: dictOf({ F: stream, UF: stream }),
  })
}

/** Beyond ASCII in UTF-16, with its mark (ISO 32000-1, 7.9.2.2). */
function toText(words: string): PdfText {
  if (/^[\x20-\x7e]*$/.test(words)) return new PdfText(words)
  const swapped = Buffer.from(`\ufeff${words}`, 'utf16le').swap16()
  return new PdfText(swapped.toString('latin1'))
}
