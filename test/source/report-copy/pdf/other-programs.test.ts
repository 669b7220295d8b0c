import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect } from 'vitest'
import { readReportCopy } from '../../../../src/source/report-copy/read-report-copy.ts'
import { chromium, libreOffice, testWith, whySkipped } from '../../../tool.ts'
import { paragraphsOf, paragraphsRead } from './paragraphs.ts'
import { makeReport, type Block } from './report-blocks.ts'
import { toHtml } from './to-html.ts'

const [browser, office] = [chromium(), libreOffice()]
const REPORT = makeReport(4)
let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 's55-print-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const read = async (name: string) =>
  paragraphsRead(
    (await readReportCopy('report.pdf', new Uint8Array(readFileSync(join(folder, name))))).lines!,
  )

describe('a report that another program printed is read as it was written', () => {
  testWith(browser)(`by a browser${whySkipped(browser)}`, { timeout: 60_000 }, async () => {
    const [page, pdf] = [join(folder, 'page.html'), join(folder, 'browser.pdf')]
    writeFileSync(page, toHtml(REPORT))
    const options = ['--headless', '--no-sandbox', '--disable-gpu', `--print-to-pdf=${pdf}`]
    spawnSync(browser.path!, [...options, pathToFileURL(page).href])
    expect(await read('browser.pdf')).toEqual(paragraphsOf(REPORT, false))
  })

  const title = `by a word processor${whySkipped(office)}`
  testWith(office)(title, { timeout: 120_000 }, async () => {
    // It knows neither the columns nor the boxes of a web page.
    const report = REPORT.flatMap((block): Block[] =>
      'columns' in block ? block.columns : 'box' in block ? block.box : [block],
    )
    writeFileSync(join(folder, 'word.html'), toHtml(report))
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
    const to = ['--convert-to', 'odt:writer8', '--infilter=HTML (StarWriter)']
    spawnSync(office.path!, [
      profile,
      '--headless',
      ...to,
      '--outdir',
      folder,
      join(folder, 'word.html'),
    ])
    const print = ['--convert-to', 'pdf', '--outdir', folder, join(folder, 'word.odt')]
    spawnSync(office.path!, [profile, '--headless', ...print])
    expect(await read('word.pdf')).toEqual(paragraphsOf(report, false))
  })
})
