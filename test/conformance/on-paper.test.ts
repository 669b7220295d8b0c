import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished } from 'vitest'
import { renderDocx } from '../../src/render/docx.ts'
import { renderPdf, type PdfOptions } from '../../src/render/pdf.ts'
import { complaintsOf, docxValidator, testWith, veraPdf, whySkipped } from '../tool.ts'
import { onStationery } from './letters.ts'

// Letters as the commands make them are judged by .ci/run itself; here are those on an office's stationery.

const ATTACHED: PdfOptions['attachments'] = [
  {
    ...{
      name: 'response.yaml',
      mediaType: 'application/yaml',
      description: 'The response as data',
    },
    ...{ bytes: new TextEncoder().encode('office: northshire\n'), relationship: 'Source' },
    date: '2026-03-12',
  },
]

const folderOf = (name: string): string => {
  const folder = mkdtempSync(join(tmpdir(), `s55-${name}-`))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

const filesIn = (folder: string, ending: string): string[] =>
  readdirSync(folder)
    .filter(name => name.endsWith(ending))
    .map(name => join(folder, name))

testWith(veraPdf())(
  `a letter on a letterhead.pdf is PDF/UA-1 and PDF/A-2a, with its source in it PDF/A-3a${whySkipped(veraPdf())}`,
  async () => {
    const folder = folderOf('pdf')
    for (const { name, tree, look } of await onStationery()) {
      if (!look.stationery.pdf) continue
      writeFileSync(join(folder, `${name}.2a.pdf`), await renderPdf(tree, look))
      const options = { attachments: ATTACHED }
      writeFileSync(join(folder, `${name}.3a.pdf`), await renderPdf(tree, look, options))
    }
    const run = veraPdf().path!
    expect(complaintsOf('bash', [run, '-f', 'ua1,2a', ...filesIn(folder, '.2a.pdf')])).toBe('')
    expect(complaintsOf('bash', [run, '-f', 'ua1,3a', ...filesIn(folder, '.3a.pdf')])).toBe('')
  },
  300_000,
)

testWith(docxValidator())(
  `a letter on a letterhead.docx is valid Open XML that everybody can read${whySkipped(docxValidator())}`,
  async () => {
    const folder = folderOf('docx')
    for (const { name, tree, look } of await onStationery())
      if (look.stationery.docx)
        writeFileSync(join(folder, `${name}.${tree.language}.docx`), await renderDocx(tree, look))
    const run = docxValidator().path!
    for (const language of ['en-GB', 'cy-GB']) {
      const files = filesIn(folder, `.${language}.docx`)
      expect(files).not.toEqual([])
      expect(complaintsOf('sh', [run, '--lang', language, ...files])).toBe('')
    }
  },
  300_000,
)
