import { expect, test } from 'vitest'
import { readReportCopy } from '../../src/source/report-copy/read-report-copy.ts'
import { makeLongReport } from './make-long-report.ts'
import { asPdf, whyNoPdf } from './print.ts'

test('the long report is the same on every run, and another with another seed', () => {
  expect(makeLongReport()).toEqual(makeLongReport())
  expect(makeLongReport(7).pages).not.toEqual(makeLongReport().pages)
})

const run = whyNoPdf ? test.skip : test
run(`it has at least sixty printed pages${whyNoPdf}`, async () => {
  const { lines } = await readReportCopy('report.pdf', asPdf(makeLongReport().pages))
  expect(lines!.at(-1)!.page).toBeGreaterThanOrEqual(60)
})
