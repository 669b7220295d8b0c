import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'

/** A made report of more than sixty printed pages, as a web page and as a PDF: the paths of both. */
export async function makeReport(folder) {
  // Beside the packages that the typesetter asks for, with its template.
  const bundled = resolve('node_modules/.bench')
  mkdirSync(bundled, { recursive: true })
  copyFileSync('test/import/report.typ', join(bundled, 'report.typ'))
  await build({
    stdin: {
      contents:
        "export { makeLongReport } from './make-long-report.ts'; export { asPdf } from './print.ts'",
      resolveDir: 'test/import',
    },
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    outfile: join(bundled, 'report.mjs'),
    logLevel: 'warning',
  })
  const { makeLongReport, asPdf } = await import(pathToFileURL(join(bundled, 'report.mjs')))
  const { pages } = makeLongReport()
  const [html, pdf] = ['long.html', 'long.pdf'].map(name => join(folder, name))
  writeFileSync(html, pages.join('\n'))
  writeFileSync(pdf, asPdf(pages))
  return { html, pdf }
}
