import type { Finding } from './finding.ts'
import { toMillimetres } from './pdf/page-size.ts'
import { readStationery } from './pdf/read-stationery.ts'
import type { StationeryPage } from './pdf/read-stationery.ts'

/** What is wrong with stationery as a PDF, and what it lacks. */
export function inspectPdf(bytes: Uint8Array): Promise<Finding[]> {
  const { pages, fonts, hasTransparency, ...read } = readStationery(bytes)
  const findings = [...read.findings]
  const note = (message: string) => findings.push({ severity: 'note', message })
  for (const [index, page] of pages.entries()) findings.push(...roughPictures(page, index + 1))
  if (pages.length > 0) {
    note(
      pages.length === 1
        ? 'It has one page of A4: from the second page on, the letter is on plain paper'
        : "It has pages of A4 for the letter's first page and for all others",
    )
    const kept =
      fonts.length > 0 ? `Its fonts are in the file (${fonts.join(', ')})` : 'It has no fonts'
    note(`${kept}, and its colours are RGB or grey`)
  }
  if (hasTransparency) note('Parts of it are transparent, which archives may keep')
  return Promise.resolve(findings)
}

/** Dots to the inch below which a picture looks rough in print. */
const LEAST_DOTS = 150

function roughPictures({ pictures }: StationeryPage, page: number): Finding[] {
  return pictures.flatMap(({ width, height, matrix: [a, b] }) => {
    const across = Math.hypot(a, b)
    const dots = Math.round((width / across) * 72)
    if (!(across > 0) || dots >= LEAST_DOTS) return []
    const wide = Math.round(toMillimetres(across))
    const found = `picture of ${width} × ${height} pixels that is ${wide} mm wide`
    return {
      severity: 'warning',
      message: `Unexpected ${found} (${dots} dots to the inch), expected at least ${LEAST_DOTS}`,
      hint: 'Place a logo as a drawing (SVG, EPS, AI), or as a picture of more pixels',
      where: `page ${page}`,
    }
  })
}
