import type { Finding } from '../finding.ts'
import { copierOf, copyContent, copyGroup, packed } from './copy-part.ts'
import type { Copier, Placed } from './copy-part.ts'
import { StationeryFault, broken, tooMuch } from './fault.ts'
import { placePage } from './page-size.ts'
import { findPages } from './pages.ts'
import { readPdfFile } from './read-file.ts'
import type { PdfFile } from './read-file.ts'
import { PdfName, PdfStream, dictOf, nameOf } from './values.ts'
import type { PdfDict, PdfValue } from './values.ts'

/** A page of the stationery, ready to be put under a page of A4. */
export type StationeryPage = {
  /** Its drawing: upright, at the page's corner, without tags and without links (ISO 32000-1, 8.10). */
  form: PdfStream
  pictures: Placed[]
}
export type Stationery = {
  pages: StationeryPage[]
  /** By the names that people know. */
  fonts: string[]
  hasTransparency: boolean
  findings: Finding[]
}

/** Every letter carries the whole of it. */
const MOST_BYTES = 20_000_000

/** Looked at before letters are drawn, and used for each of them. */
const known = new WeakMap<Uint8Array, Stationery>()

/** The first page and that for all others, where nothing about them is an error. */
export function readStationery(bytes: Uint8Array): Stationery {
  const read = known.get(bytes) ?? readAnew(bytes)
  known.set(bytes, read)
  return read
}

function readAnew(bytes: Uint8Array): Stationery {
  const findings: Finding[] = []
  const tellAt = (where?: string) => (fault: StationeryFault) => {
    const { message, hint } = fault
    if (findings.some(found => found.message === message && found.where === where)) return
    findings.push({ severity: 'error', message, hint, ...(where !== undefined && { where }) })
  }
  const attempt = <T>(where: string | undefined, read: () => T): T | undefined => {
    try {
      return read()
    } catch (error) {
      if (error instanceof StationeryFault) tellAt(where)(error)
      // The values of a hostile file may nest deeper than the machine can follow.
      else if (error instanceof RangeError) tellAt(where)(broken())
      else throw error
      return undefined
    }
  }

  const opened = attempt(undefined, () => {
    if (Buffer.from(bytes.subarray(0, 5)).toString('latin1') !== '%PDF-') throw OTHER
    if (bytes.length > MOST_BYTES)
      throw tooMuch(`size of ${Math.round(bytes.length / 1e6)} MB`, 'at most 20 MB')
    const file = readPdfFile(bytes)
    checkDocument(file, tellAt())
    return { file, pages: findPages(file) }
  })
  if (!opened) return { pages: [], fonts: [], hasTransparency: false, findings }
  const { file, pages } = opened
  const copier = copierOf(file)
  const made = pages.slice(0, 2).map(({ dict: page }, index) => {
    const where = `page ${index + 1}`
    Object.assign(copier, { tell: tellAt(where), pictures: [], depth: 0 })
    return attempt(where, () => {
      findings.push(...lookAtAnnotations(file, page, where))
      return copyPage(copier, page)
    })
  })
  if (pages.length > 2)
    findings.push({
      severity: 'note',
      message: `Of ${pages.length} pages, the first is under the letter's first and the second under all others`,
    })
  const hasErrors = findings.some(({ severity }) => severity === 'error')
  const whole = hasErrors ? [] : made.filter(page => page !== undefined)
  const { fonts, hasTransparency } = copier
  return { pages: whole, fonts: [...fonts], hasTransparency, findings }
}

const OTHER = new StationeryFault(
  'Unexpected file of another kind, expected a PDF',
  'Save the design as a PDF; Word stationery goes under docx',
)

function copyPage(copier: Copier, page: PdfDict): StationeryPage {
  const { file } = copier
  const { box, matrix } = placePage(file, page)
  const resources = file.dict(page.get('Resources'))
  const content = copyContent(copier, contentOf(file, page), resources, matrix)
  const dict = dictOf({
    Type: new PdfName('XObject'),
    Subtype: new PdfName('Form'),
    BBox: box,
    Matrix: matrix,
    Resources: content.resources,
  })
  const group = file.dict(page.get('Group'))
  if (group) dict.set('Group', copyGroup(copier, group))
  return { form: packed(dict, content.bytes), pictures: copier.pictures }
}

/** The streams of a page are one, with a space between (ISO 32000-1, 7.8.2). */
function contentOf(file: PdfFile, page: PdfDict): Uint8Array {
  const streams = [file.resolve(page.get('Contents')) ?? []].flat().map(one => file.resolve(one))
  if (streams.length > 1000) throw broken()
  return Buffer.concat(
    streams.flatMap(stream => {
      if (!(stream instanceof PdfStream)) throw broken()
      return [file.decode(stream), Buffer.from('\n')]
    }),
  )
}

/** What a file can hold besides pages: programs, other files, forms. */
function checkDocument(file: PdfFile, tell: (fault: StationeryFault) => void): void {
  const catalog = file.dict(file.trailer.get('Root'))
  if (!catalog) throw broken()
  const names = file.dict(catalog.get('Names'))
  const isProgram = (value: PdfValue | undefined) =>
    ['JavaScript', 'Launch'].includes(nameOf(file.dict(value)?.get('S')) ?? '')
  if (names?.has('JavaScript') || isProgram(catalog.get('OpenAction')) || catalog.has('AA'))
    tell(
      new StationeryFault(
        'Unexpected program (JavaScript or an action) in the PDF, expected pages alone',
        'Export the design again, without buttons, scripts and actions',
      ),
    )
  if (names?.has('EmbeddedFiles') || catalog.has('AF') || catalog.has('Collection'))
    tell(
      new StationeryFault(
        'Unexpected files attached to the PDF, expected pages alone',
        'Remove the attachments, and save it again',
      ),
    )
  const form = file.dict(catalog.get('AcroForm'))
  const fields = file.resolve(form?.get('Fields'))
  if (form?.has('XFA') || (Array.isArray(fields) && fields.length > 0))
    tell(
      new StationeryFault(
        'Unexpected form with fields to fill in, expected a finished page',
        'Print it into a new PDF, or export it without fields',
      ),
    )
}

/** What lies on a page and is no part of it: links, comments, stamps. */
function lookAtAnnotations(file: PdfFile, page: PdfDict, where: string): Finding[] {
  const listed = file.resolve(page.get('Annots'))
  if (!Array.isArray(listed) || listed.length === 0) return []
  const kinds = listed.slice(0, 1000).map(one => nameOf(file.dict(one)?.get('Subtype')))
  const links = kinds.filter(kind => kind === 'Link').length
  const others = kinds.filter(kind => kind !== 'Link' && kind !== 'Popup').length
  const findings: Finding[] = []
  if (links > 0)
    findings.push({
      severity: 'note',
      message: `${links === 1 ? 'A link is' : `${links} links are`} left out: the letter links in its own text`,
      where,
    })
  if (others > 0)
    findings.push({
      severity: 'warning',
      message:
        'Unexpected comments, stamps or fields on the page, expected none: they are left out',
      hint: 'Flatten what should be shown, and export it again',
      where,
    })
  return findings
}
