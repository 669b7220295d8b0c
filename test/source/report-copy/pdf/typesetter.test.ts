import { describe, expect, test } from 'vitest'
import { readReportCopy } from '../../../../src/source/report-copy/read-report-copy.ts'
import { paragraphsOf, paragraphsRead } from './paragraphs.ts'
import { printWithTypst } from './print-with-typst.ts'
import { makeReport, type Block } from './report-blocks.ts'
import { toTypst } from './to-typst.ts'

const REPORT = makeReport(5)
const read = async (source: string) =>
  (await readReportCopy('report.pdf', printWithTypst(source))).lines!
const withoutColumns = (blocks: readonly Block[]) => blocks.filter(block => !('columns' in block))

describe('a report as a typesetter prints it is read as it was written', () => {
  test('justified and hyphenated, with shaded boxes and pages that change to two columns', async () => {
    expect(paragraphsRead(await read(toTypst(REPORT)))).toEqual(paragraphsOf(REPORT))
  })

  test('in two columns throughout, with footnotes at their feet', async () => {
    const report = withoutColumns(REPORT)
    expect(paragraphsRead(await read(toTypst(report, { columns: 2 })))).toEqual(
      paragraphsOf(report),
    )
  })

  test('ragged, with framed boxes and another font', async () => {
    const source = toTypst(REPORT, { boxes: 'frame', font: 'Arimo', justify: false })
    expect(paragraphsRead(await read(source))).toEqual(paragraphsOf(REPORT))
  })

  test('with its list of contents, which has no headings but its own', async () => {
    const source = toTypst(REPORT).replace('#heading(level: 2)', '#outline()\n#pagebreak()\n\n$&')
    const lines = await read(source)
    const at = lines.findIndex(({ words }) => words === 'Contents')
    const page = lines.slice(at).filter(({ page }) => page === 1)
    expect(page.map(({ kind }) => kind)).toEqual(['heading', ...page.slice(1).map(() => undefined)])
    const behind = lines.filter(({ page }) => page! > 1)
    const expected = paragraphsOf(REPORT.slice(2))
    expect(paragraphsRead(behind)).toEqual(expected)
  })
})
