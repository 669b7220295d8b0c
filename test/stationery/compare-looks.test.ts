import { expect, test } from 'vitest'
import { compareLooks } from '../../src/stationery/compare-looks.ts'
import { aWordFile, STYLES } from './make-word.ts'

// The file has margins of 20 mm and Arial.
const LOOK = { font: 'Arial', margins: { top: 25, bottom: 24, left: 20, right: 20 } }
const said = (...of: Parameters<typeof compareLooks>) =>
  compareLooks(...of).map(({ message, hint }) => [message, hint])

test('a Word file and a PDF of the same margins and font look like one letter', () => {
  expect(compareLooks(aWordFile(), LOOK)).toEqual([])
})

test('two millimetres are not seen', () => {
  expect(compareLooks(aWordFile(), { ...LOOK, margins: { ...LOOK.margins, left: 22 } })).toEqual([])
})

test('a margin that differs is told with what to type', () => {
  const margins = { ...LOOK.margins, right: 34 }
  expect(said(aWordFile(), { ...LOOK, margins })).toEqual([
    [
      'Unexpected right margin of 20 mm, expected 34 mm as in the PDF: lines would end elsewhere',
      'Set letterhead.margins.right of office.yaml to 20mm, or the margin in Word: Layout, Margins',
    ],
  ])
})

test('a font of ordinary words that differs is told, by the style Normal before all else', () => {
  const normal = '<w:rPr><w:rFonts w:ascii="Georgia" w:hAnsi="Georgia"/></w:rPr></w:style>'
  const styles = STYLES.replace(
    '<w:name w:val="Normal"/></w:style>',
    `<w:name w:val="Normal"/>${normal}`,
  )
  expect(said(aWordFile({ styles }), LOOK).map(([message]) => message)).toEqual([
    'Unexpected font Georgia of ordinary words, expected Arial as in the PDF',
  ])
})

test('a file that cannot be opened is not compared', () => {
  expect(compareLooks(new TextEncoder().encode('PK?'), LOOK)).toEqual([])
})
