/** The numbers of the objects that every one of these files begins with. */
const FIRST_OWN = 5

type Stream = { dict: string; bytes: Uint8Array }
export type PdfParts = {
  /** The instructions of the page. */
  content?: string | Stream
  /** Further keys of the page, the catalog and the trailer. */
  resources?: string
  page?: string
  catalog?: string
  trailer?: string
  /** From number 5 on. */
  objects?: (string | Stream)[]
  pages?: number
}

/** A PDF of A4 pages, written by hand (ISO 32000-1, 7.5). */
export function aPdf({
  content = '',
  resources = '',
  page = '/MediaBox [0 0 595 842]',
  catalog = '',
  trailer = '',
  objects = [],
  pages = 1,
}: PdfParts = {}): Uint8Array {
  const others = Array.from({ length: pages - 1 }, (_, index) => FIRST_OWN + objects.length + index)
  const kids = [3, ...others].map(number => `${number} 0 R`).join(' ')
  const pageDict = `<</Type /Page /Parent 2 0 R ${page} /Resources <<${resources}>> /Contents 4 0 R>>`
  const numbered = [
    `<</Type /Catalog /Pages 2 0 R ${catalog}>>`,
    `<</Type /Pages /Count ${pages} /Kids [${kids}]>>`,
    pageDict,
    typeof content === 'string' ? { dict: '', bytes: Buffer.from(content, 'latin1') } : content,
    ...objects,
    ...others.map(() => pageDict),
  ]
  const written = numbered.map((object, index) => {
    const begin = `${index + 1} 0 obj\n`
    if (typeof object === 'string') return Buffer.from(`${begin}${object}\nendobj\n`, 'latin1')
    const head = `${begin}<<${object.dict} /Length ${object.bytes.length}>>\nstream\n`
    return Buffer.concat([
      Buffer.from(head, 'latin1'),
      object.bytes,
      Buffer.from('\nendstream\nendobj\n'),
    ])
  })
  const head = Buffer.from('%PDF-1.7\n')
  let at = head.length
  const entries = written.map(object => {
    const entry = `${String(at).padStart(10, '0')} 00000 n \n`
    at += object.length
    return entry
  })
  const size = numbered.length + 1
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${entries.join('')}`
  const end = `trailer\n<</Size ${size} /Root 1 0 R ${trailer}>>\nstartxref\n${at}\n%%EOF\n`
  return new Uint8Array(Buffer.concat([head, ...written, Buffer.from(table + end, 'latin1')]))
}
