import type { Look } from '../document/look.ts'
import type { Finding } from './finding.ts'
import { findBodyPlace } from './word/body-place.ts'
import { fontOf } from './word/inspect/looks.ts'
import { openPackage } from './word/open-package.ts'
import { readWord, sectionAt } from './word/read-word.ts'

/** Millimetres: less is not seen beside the other. */
const NEAR = 2

/** Where the Word file, by its own page and font, would look unlike the PDF, which is made by office.yaml. */
export function compareLooks(bytes: Uint8Array, look: Pick<Look, 'font' | 'margins'>): Finding[] {
  const { package: opened } = openPackage(bytes)
  if (!opened) return []
  const stationery = readWord(opened)
  const { paragraph } = findBodyPlace(stationery)
  const section = paragraph && sectionAt(stationery, paragraph.element)
  const sides = section ? (['left', 'right'] as const) : []
  const findings = sides.flatMap((side): Finding[] => {
    const found = Math.round((section!.margins[side] / 1440) * 25.4)
    const expected = look.margins[side]
    if (Math.abs(found - expected) <= NEAR) return []
    return [
      {
        severity: 'warning',
        message: `Unexpected ${side} margin of ${found} mm, expected ${expected} mm as in the PDF: lines would end elsewhere`,
        hint: `Set letterhead.margins.${side} of office.yaml to ${found}mm, or the margin in Word: Layout, Margins`,
      },
    ]
  })
  const font = fontOf(stationery)
  if (font !== undefined && font.toLowerCase() !== look.font.toLowerCase())
    findings.push({
      severity: 'warning',
      message: `Unexpected font ${font} of ordinary words, expected ${look.font} as in the PDF`,
      hint: `Set letterhead.font of office.yaml to ${font}, with font_files where it is not built in, or the font of the style Normal in Word`,
    })
  return findings
}
