import {
  ENTRY,
  entryOf,
  numberIn,
  objectAt,
  offsetOf,
  readOffsets,
  unknown,
  type Offsets,
} from './engine-file.ts'
import { withPdfA, withPdfUa, type Part } from './xmp.ts'

/**
 * The engine writes PDF/UA-1 and nothing that PDF/A-2a forbids, but declares one standard alone. This
 * adds the other declaration: in the metadata (ISO 19005-2, 6.6.4) and as the colours' output intent
 * (6.2.3). With attachments it is PDF/A-3a, which asks the same besides (ISO 19005-3, 6.6.4).
 */
export const declarePdfA = (pdf: Uint8Array, part: Part = 2): Uint8Array =>
  rewriteEnd(pdf, {
    metadata: xmp => withPdfA(xmp, part),
    catalog: (catalog, file, table) => withOutputIntent(catalog, rgbProfile(file, table)),
  })

/**
 * The engine of WebAssembly cannot be told a standard: what it draws is tagged as PDF/UA-1 asks, and
 * does not say so. This says it in the metadata (ISO 14289-1, 5), and that a reader is to show the
 * document's title (7.1).
 */
export const declarePdfUa = (pdf: Uint8Array): Uint8Array =>
  rewriteEnd(pdf, { metadata: withPdfUa, catalog: withTitleShown })

type Changes = {
  metadata: (xmp: string) => string
  catalog: (catalog: string, file: Buffer, table: Offsets) => string
}

/**
 * The file's last two objects, metadata and catalog, are written anew with the table of offsets behind
 * them (ISO 32000-1, 7.5.4); all before them stays as it is.
 */
function rewriteEnd(pdf: Uint8Array, change: Changes): Uint8Array {
  const file = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength)
  const table = readOffsets(file)
  const catalog = objectAt(file, table, table.root)
  const metadata = numberIn(catalog, /\/Metadata (\d+) 0 R\n/)
  if (table.root !== table.offsets.length - 1 || metadata !== table.root - 1) {
    throw unknown('order of objects')
  }
  const before = file.subarray(0, offsetOf(table, metadata))
  const newMetadata = withXmp(objectAt(file, table, metadata), change.metadata)
  const newCatalog = Buffer.from(change.catalog(catalog, file, table), 'latin1')
  const rootAt = before.length + newMetadata.length
  const entries = file.subarray(table.at, table.trailer - ENTRY)
  const entry = entryOf(rootAt, table)
  const trailer = file.toString('latin1', table.trailer, table.startxref)
  const end = `${trailer}startxref\n${rootAt + newCatalog.length}\n%%EOF`
  const made = Buffer.concat([
    before,
    newMetadata,
    newCatalog,
    entries,
    Buffer.from(entry + end, 'latin1'),
  ])
  return new Uint8Array(made.buffer, made.byteOffset, made.byteLength)
}

/** The one profile of three colours in the file: the sRGB that all RGB colours are given in. */
function rgbProfile(file: Buffer, table: Offsets): number {
  const profiles = new Set<number>()
  const mark = '/ICCBased '
  for (let at = file.indexOf(mark); at !== -1; at = file.indexOf(mark, at + 1)) {
    const object = /^(\d+) 0 R/.exec(file.toString('latin1', at + mark.length, at + 24))?.[1]
    if (object) profiles.add(Number(object))
  }
  const ofThree = [...profiles].filter(object => {
    const offset = offsetOf(table, object)
    const dictionary = file.toString('latin1', offset, offset + 200).split('stream')[0]
    return dictionary?.startsWith(`${object} 0 obj\n`) && /\/N 3\s/.test(dictionary)
  })
  const [profile] = ofThree
  if (profile === undefined || ofThree.length > 1) throw unknown('profile of colours')
  return profile
}

function withOutputIntent(catalog: string, profile: number): string {
  const end = '\n>>\nendobj\n\n'
  if (!catalog.endsWith(end) || catalog.includes('/OutputIntents')) throw unknown('catalog')
  const intent = `  /OutputIntents [<<
    /Type /OutputIntent
    /S /GTS_PDFA1
    /OutputConditionIdentifier (sRGB IEC61966-2.1)
    /Info (sRGB IEC61966-2.1)
    /DestOutputProfile ${profile} 0 R
  >>]`
  return `${catalog.slice(0, -end.length)}\n${intent}${end}`
}

/** Tagged and in a language the file must be already (ISO 14289-1, 7.1 and 7.2). */
function withTitleShown(catalog: string): string {
  const preferences = '\n  /ViewerPreferences <<\n'
  const parts = catalog.split(preferences)
  const isTagged = /\n {2}\/StructTreeRoot \d+ 0 R\n/.test(catalog)
  const isKnown =
    isTagged && /\n {4}\/Marked true\n/.test(catalog) && catalog.includes('\n  /Lang (')
  if (parts.length !== 2 || !isKnown || catalog.includes('/DisplayDocTitle')) {
    throw unknown('catalog')
  }
  return parts.join(`${preferences}    /DisplayDocTitle true\n`)
}

function withXmp(object: string, change: Changes['metadata']): Buffer {
  const parts =
    /^(\d+ 0 obj\n<<\n {2}\/Length )(\d+)(\n[^]*?\n>>\nstream\n)([^]*)(\nendstream\nendobj\n\n)$/.exec(
      object,
    )
  if (!parts) throw unknown('metadata')
  const [, head = '', length, dictionary = '', stream = '', end = ''] = parts
  if (stream.length !== Number(length) || dictionary.includes('/Filter')) throw unknown('metadata')
  const xmp = Buffer.from(change(Buffer.from(stream, 'latin1').toString()))
  return Buffer.concat([
    Buffer.from(`${head}${xmp.length}${dictionary}`, 'latin1'),
    xmp,
    Buffer.from(end, 'latin1'),
  ])
}
