/** Words at a place of the page, from its left and its foot, in points. */
type Words = [left: number, base: number, words: string, look?: { size?: number; font?: Font }]
type Font = 'regular' | 'bold' | 'symbols'
const FONTS: Record<Font, string> = { regular: 'F1', bold: 'F2', symbols: 'F3' }

/** What draws these words on a page. */
export const write = (...all: Words[]): string =>
  all
    .map(([left, base, words, { size = 11, font = 'regular' } = {}]) => {
      const name = FONTS[font as Font]
      const escaped = words.replace(/[\\()]/g, '\\$&')
      return `BT /${name} ${size} Tf ${left} ${base} Td (${escaped}) Tj ET`
    })
    .join('\n')

/** Lines of one paragraph, from a height down. */
export const writeLines = (left: number, base: number, lines: readonly string[]): string =>
  write(...lines.map((line, index): Words => [left, base - 13 * index, line]))

/** A PDF of these pages, as old programs make it: without tags, without widths, from drawing operators alone. */
export function aPdf(pages: readonly string[]): Uint8Array {
  const objects: string[] = []
  const add = (body: string) => objects.push(body)
  add('<< /Type /Catalog /Pages 2 0 R >>')
  const kids = pages.map((_, page) => `${6 + 2 * page} 0 R`).join(' ')
  add(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`)
  const encoding = '/Encoding /WinAnsiEncoding'
  add(`<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica ${encoding} >>`)
  add(`<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold ${encoding} >>`)
  add('<< /Type /Font /Subtype /Type1 /BaseFont /ZapfDingbats >>')
  for (const content of pages) {
    const fonts = '/Resources << /Font << /F1 3 0 R /F2 4 0 R /F3 5 0 R >> >>'
    const shown = `/Contents ${objects.length + 2} 0 R`
    add(`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] ${fonts} ${shown} >>`)
    add(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`)
  }
  let pdf = '%PDF-1.4\n'
  const offsets = objects.map((body, index) => {
    const at = pdf.length
    pdf += `${index + 1} 0 obj\n${body}\nendobj\n`
    return at
  })
  const start = pdf.length
  const table = offsets.map(at => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  pdf += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`
  pdf += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`
  return Uint8Array.from(pdf, sign => sign.charCodeAt(0))
}
