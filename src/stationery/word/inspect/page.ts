import type { Finding } from '../../finding.ts'
import { findBodyPlace } from '../body-place.ts'
import { hasWords } from '../paragraphs.ts'
import { sectionAt } from '../read-word.ts'
import type { Story, WordStationery } from '../read-word.ts'
import { attributeOf, hasElement } from '../../../office-file/xml.ts'
import { fieldsOf } from './revisions.ts'

const A4 = { width: 11906, height: 16838 }
/** Twips: a millimetre and a half, for programs that round. */
const NEAR = 85
const millimetres = (twips: number): number => Math.round((twips / 1440) * 25.4)

export function inspectPage(stationery: WordStationery): Finding[] {
  const { sections } = stationery
  const findings: Finding[] = []
  const { paragraph } = findBodyPlace(stationery)
  const section = paragraph && sectionAt(stationery, paragraph.element)
  const odd = sections.find(
    ({ page }) =>
      Math.abs(page.width - A4.width) > NEAR || Math.abs(page.height - A4.height) > NEAR,
  )
  if (odd) {
    const { width, height } = odd.page
    findings.push({
      severity: 'warning',
      message: `Unexpected page of ${millimetres(width)} × ${millimetres(height)} mm, expected A4, 210 × 297 mm`,
      hint: 'In Word: Layout, Size, A4',
    })
  }
  if (section && section.columns > 1)
    findings.push({
      severity: 'warning',
      message: `Unexpected ${section.columns} columns where the letter goes, expected one`,
      hint: 'In Word: put a section break above {{body}}, and below it choose Layout, Columns, One',
    })
  if (sections.length > 1)
    findings.push({
      severity: 'note',
      message: `The file has ${sections.length} sections: the letter is part of the one that {{body}} stands in`,
    })
  return [...findings, ...inspectRunning(stationery)]
}

const isEmpty = ({ part, paragraphs }: Story): boolean =>
  !paragraphs.some(({ text }) => hasWords(text)) &&
  !hasElement(part.root, 'w:drawing', 'w:pict', 'w:fldSimple', 'w:instrText')

/** Headers and footers are the office's own: what they lack is told, and not added. */
function inspectRunning({ stories, sections }: WordStationery): Finding[] {
  const running = stories.filter(({ kind }) => kind === 'header' || kind === 'footer')
  const findings = running.filter(isEmpty).map((story): Finding => ({
    severity: 'note',
    message: `Nothing stands in ${story.name}`,
    where: story.name,
  }))
  if (!running.some(({ kind }) => kind === 'header'))
    findings.push({ severity: 'note', message: 'The file has no header' })
  const footers = running.filter(({ kind }) => kind === 'footer')
  if (footers.length === 0) findings.push({ severity: 'note', message: 'The file has no footer' })
  const first = sections.find(({ hasFirstPage }) => hasFirstPage)?.element
  const types = (first?.children ?? []).map(found => attributeOf(found, 'w:type'))
  if (first && sections[0]?.element === first && !types.includes('first'))
    findings.push({
      severity: 'note',
      message: 'The first page is set to have a header and footer of its own, and has none',
    })
  const isNumbered = running.some(story =>
    fieldsOf(story).some(({ instruction }) => /^\s*PAGE\b/i.test(instruction)),
  )
  if (!isNumbered && footers.every(isEmpty))
    findings.push({
      severity: 'note',
      message:
        'No page is numbered, and none says what the letter is: both are left to your footers',
      hint: 'In Word: Insert, Page Number, Bottom of Page',
    })
  return findings
}
