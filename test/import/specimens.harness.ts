import { describe, expect, test } from 'vitest'
import type { FoundReport } from '../../src/import/found-report.ts'
import type { CopyLine } from '../../src/source/report-copy/copy-line.ts'
import { readReportCopy } from '../../src/source/report-copy/read-report-copy.ts'
import { compareWithTruth, type Comparing } from './compare-with-truth.ts'
import { MUTATIONS, splitWithOverlap, type Mutation } from './mutate.ts'
import { asPdf, asText, whyNoPdf, type PdfOptions } from './print.ts'
import { readSpecimens, type Specimen } from './specimen.ts'

export type Understand = (copies: { path: string; lines: CopyLine[] }[]) => FoundReport

type File = { path: string; bytes: Uint8Array }
const encode = (text: string): Uint8Array => new TextEncoder().encode(text)

const asHtmlFiles = (pages: readonly string[]): File[] =>
  pages.map((page, index) => ({ path: `report-${index + 1}.html`, bytes: encode(page) }))
const asTextFiles = (pages: readonly string[]): File[] =>
  pages.map((page, index) => ({ path: `report-${index + 1}.txt`, bytes: encode(asText(page)) }))
const asPdfFile = (pages: readonly string[], options?: PdfOptions): File[] =>
  pages.map((page, index) => ({ path: `report-${index + 1}.pdf`, bytes: asPdf([page], options) }))

const FORMATS: readonly {
  name: string
  isPdf: boolean
  print: (pages: readonly string[]) => File[]
}[] = [
  { name: 'a saved web page', isPdf: false, print: asHtmlFiles },
  { name: 'text', isPdf: false, print: asTextFiles },
  { name: 'a PDF', isPdf: true, print: pages => asPdfFile(pages) },
  { name: 'a PDF in two columns', isPdf: true, print: pages => asPdfFile(pages, { columns: 2 }) },
  {
    name: 'a PDF that is ragged and not hyphenated',
    isPdf: true,
    print: pages => asPdfFile(pages, { justify: false, hyphenate: false }),
  },
]

/** The files that a spoilt report comes in: pages as they are, and printed as text; texts as text alone. */
function spoil({ pages }: Specimen, mutation: Mutation): { name: string; files: File[] }[] {
  switch (mutation.of) {
    case 'page': {
      const spoilt = pages.map(mutation.spoil)
      return [
        { name: 'a saved web page', files: asHtmlFiles(spoilt) },
        { name: 'text', files: asTextFiles(spoilt) },
      ]
    }
    case 'text':
    case 'bytes': {
      const spoilOne = (page: string): Uint8Array => {
        const spoilt = mutation.spoil(asText(page))
        return typeof spoilt === 'string' ? encode(spoilt) : spoilt
      }
      const path = (index: number) => `report-${index + 1}.txt`
      return [
        {
          name: 'text',
          files: pages.map((page, index) => ({ path: path(index), bytes: spoilOne(page) })),
        },
      ]
    }
  }
}

async function readFiles(files: readonly File[]): Promise<Parameters<Understand>[0]> {
  const copies = []
  for (const { path, bytes } of files) {
    const { lines, fault } = await readReportCopy(path, bytes)
    if (!lines) throw new Error(`${path}: ${fault.message}`)
    copies.push({ path, lines })
  }
  return copies
}

/** What the importer is to find in each specimen, in each format and however spoilt. */
export function describeSpecimens(understand: Understand): void {
  const compare = async (files: readonly File[], { truth }: Specimen, how?: Comparing) =>
    compareWithTruth(understand(await readFiles(files)), truth, how)

  describe.each(readSpecimens())('$name', specimen => {
    for (const { name, isPdf, print } of FORMATS) {
      const run = isPdf && whyNoPdf ? test.skip : test
      run(
        `as ${name}: each item, none invented, every word equal${isPdf ? whyNoPdf : ''}`,
        async () => {
          const how = { isPrinted: isPdf }
          expect(await compare(print(specimen.pages), specimen, how)).toEqual([])
        },
      )
    }

    test('as two files of which the second begins before the first ends: nothing doubled', async () => {
      const [first, second] = splitWithOverlap(specimen.pages.map(asText).join('\n'))
      const files = [first, second].map((text, index) => ({
        path: `part-${index + 1}.txt`,
        bytes: encode(text),
      }))
      expect(await compare(files, specimen, { isSpoilt: true })).toEqual([])
    })

    test.each(MUTATIONS)('with $name: the same items, or a word about each', async mutation => {
      for (const { name, files } of spoil(specimen, mutation)) {
        const words = mutation.words && { words: mutation.words }
        const differences = await compare(files, specimen, { isSpoilt: true, ...words })
        expect({ as: name, differences }).toEqual({ as: name, differences: [] })
      }
    })
  })
}
