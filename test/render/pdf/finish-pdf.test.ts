import { inflateSync } from 'node:zlib'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, test, vi } from 'vitest'
import type { DocumentTree } from '../../../src/document/tree.ts'
import { renderPdf } from '../../../src/render/pdf.ts'
import type { Attachment } from '../../../src/render/pdf/attach.ts'
import { readStationery } from '../../../src/stationery/pdf/read-stationery.ts'
import { writePages } from '../../../src/stationery/pdf/write-pages.ts'
import { aPdf } from '../../stationery/a-pdf.ts'
import { makeNorthshirePdf, makePdf } from '../../stationery/make-northshire-pdf.ts'
import { specimenLook, specimenTree } from '../../specimen-tree.ts'
import { readPdf } from './read-pdf.ts'

const margins = { top: 25, bottom: 32, left: 34, right: 34, first_top: 48 }
const northshire = makeNorthshirePdf()
const on = (pdf: Uint8Array) => specimenLook({ margins, stationery: { pdf } })
const latin1 = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')
const plain = specimenLook({ margins })

describe('a letter on stationery', async () => {
  const letter = await renderPdf(specimenTree(), on(northshire))
  const read = await readPdf(letter)

  test('its tags are those of the letter, which says who sends it', async () => {
    await expect(read.tags).toMatchFileSnapshot('stationery.tags.txt')
  })

  test('what stands on the stationery is decoration, on its own page alone', () => {
    const [first, ...following] = read.artifacts
    expect(first?.slice(0, 2)).toEqual(['Police and Crime Commissioner', 'for Northshire'])
    expect(following.flat().join(' ')).not.toContain('for Northshire')
  })

  test('it is marked as an artifact, before all else', async () => {
    const pdf = await getDocument({ data: letter.slice(), verbosity: 0 }).promise
    const page = await pdf.getPage(1)
    const { items } = await page.getTextContent({ includeMarkedContent: true })
    const end = items.findIndex(item => 'type' in item && item.type === 'endMarkedContent')
    expect(items[0]).toMatchObject({ type: 'beginMarkedContentProps', tag: 'Artifact' })
    const inside = items.slice(1, end).map(item => ('str' in item ? item.str : item.type))
    expect(inside).toContain('for Northshire')
    expect(inside).not.toContain('beginMarkedContentProps')
  })

  test('a draft has its watermark above it', () => {
    expect(read.artifacts[0]?.indexOf('DRAFT')).toBeGreaterThan(1)
  })

  test('its own letterhead is one paragraph: who, where, and how to reach them', () => {
    expect(read.words).toMatch(
      /^Rowan Aldercott Police and Crime Commissioner for Northshire Lantern House, 8 Quarry Lane, Ashmere, Northshire, NR1 9ZZ Tel: 01632 960123 · office@northshire-pcc\.example /,
    )
  })

  test('the first page begins below its head, the others at their margin', async () => {
    const tops = await topsOf(letter)
    expect(tops[0]).toBeGreaterThan(48)
    expect(tops[0]).toBeLessThan(55)
    expect(tops[1]).toBeGreaterThan(25)
    expect(tops[1]).toBeLessThan(32)
  })

  test('the same tree and stationery give the same bytes', async () => {
    const again = await renderPdf(specimenTree(), on(northshire.slice()))
    expect(Buffer.compare(letter, again)).toBe(0)
  })

  test('tags of the stationery do not come along', () => {
    const { pages } = readStationery(northshire)
    expect(latin1(northshire)).toContain('/StructTreeRoot')
    for (const { form } of pages) {
      expect(latin1(inflateSync(form.bytes))).not.toMatch(/BDC|BMC|EMC/)
      expect([...form.dict.keys()]).not.toContain('StructParents')
    }
  })

  test('one page is under the first alone', async () => {
    const one = makePdf('#set page(paper: "a4", margin: 9mm)\n#text(font: "Arimo")[First of all]')
    const { artifacts } = await readPdf(await renderPdf(specimenTree(), on(one)))
    expect(artifacts.map(lines => lines.includes('First of all'))).toEqual(
      artifacts.map((_, index) => index === 0),
    )
  })

  test('what tells of its author and program stays behind', () => {
    const bytes = aPdf({
      content: '/X Do',
      page: '/MediaBox [0 0 595 842] /PieceInfo 6 0 R /LastModified (D:20200101) /AA 6 0 R',
      resources: '/XObject <</X 5 0 R>>',
      trailer: '/Info 6 0 R',
      catalog: '/Metadata 6 0 R',
      objects: [
        {
          dict: '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Metadata 6 0 R /PieceInfo 6 0 R /StructParents 3',
          bytes: Buffer.from('/P <</MCID 0>> BDC 0 0 9 9 re f EMC'),
        },
        '<</Author (R. Draughtsman) /CreationDate (D:20200101)>>',
      ],
    })
    const added = latin1(writePages(readStationery(bytes).pages))
    expect(added).toContain('/Subtype /Form')
    expect(added).not.toMatch(
      /Draughtsman|D:2020|PieceInfo|Metadata|LastModified|\/AA|StructParents/,
    )
  })

  test('stationery that cannot carry a letter is a fault of whoever asks for it', async () => {
    await expect(renderPdf(specimenTree(), on(aPdf({ content: '0 0 0 1 k' })))).rejects.toThrow(
      'The letter cannot be put on its stationery: Unexpected colours for print (CMYK)',
    )
  })
})

/** By page, how far from its top the first tagged line stands. Millimetres. */
async function topsOf(bytes: Uint8Array): Promise<number[]> {
  const pdf = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise
  const tops: number[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (
      await pdf.getPage(number)
    ).getTextContent({ includeMarkedContent: true })
    let open: string[] = []
    const heights: number[] = []
    for (const item of items) {
      if (!('str' in item)) {
        if (item.type === 'endMarkedContent') open = open.slice(0, -1)
        else open = [...open, item.id ? 'tagged' : 'artifact']
      } else if (open.includes('tagged') && item.str.trim()) heights.push(Number(item.transform[5]))
    }
    tops.push(297 - (Math.max(...heights) * 25.4) / 72)
  }
  return tops
}

describe('a letter with a file attached', () => {
  const source: Attachment = {
    name: 'response.yaml',
    mediaType: 'application/yaml',
    description: 'What this letter was made from',
    bytes: Buffer.from('letter:\n  date: 2026-03-12\n'),
    relationship: 'Source',
    date: '2026-03-12',
  }
  const attached = (attachments: Attachment[], look = plain, tree?: Partial<DocumentTree>) =>
    renderPdf(specimenTree(tree), look, { attachments })
  const open = async (bytes: Uint8Array) => {
    const pdf = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise
    type Attached = { filename: string; content: Uint8Array; description: string }
    return Object.values((await pdf.getAttachments()) as Record<string, Attached>)
  }

  test('the file is in it, with its name and what it is', async () => {
    expect(await open(await attached([source]))).toMatchObject([
      { filename: source.name, description: source.description },
    ])
    const [{ content } = { content: null }] = await open(await attached([source]))
    expect(Buffer.from(content ?? []).toString()).toBe(Buffer.from(source.bytes).toString())
  })

  test('it is PDF/A-3a, and the file its source', async () => {
    const letter = await attached([source])
    const { metadata } = await readPdf(letter)
    expect(metadata).toContain('<pdfaid:part>3</pdfaid:part>')
    expect(metadata).toContain('<pdfuaid:part>1</pdfuaid:part>')
    const file = latin1(letter)
    expect(file).toMatch(/\/AF \[\d+ 0 R\]/)
    expect(file).toContain('/AFRelationship /Source')
    expect(file).toContain('/Subtype /application#2fyaml')
    expect(file).toContain(
      `<<${`/Size ${source.bytes.length}`}\n/ModDate <${Buffer.from('D:20260312000000Z').toString('hex')}>>>`,
    )
  })

  test('a file without a date has none', async () => {
    const { date, ...undated } = source
    expect(date).toBeDefined()
    expect(latin1(await attached([undated]))).not.toContain('/ModDate <')
  })

  test('several are in the order of their names, in any letters', async () => {
    const letter = await attached([
      { ...source, name: 'ŷ.yaml', description: 'Ymateb – ffynhonnell' },
      { ...source, name: 'a.yaml' },
    ])
    const found = await open(letter)
    expect(found.map(({ filename }) => filename)).toEqual(['a.yaml', 'ŷ.yaml'])
    expect(found[1]?.description).toBe('Ymateb – ffynhonnell')
  })

  test('it may be on stationery as well', async () => {
    const letter = await attached([source], on(northshire))
    expect(await open(letter)).toHaveLength(1)
    expect((await readPdf(letter)).artifacts[0]).toContain('for Northshire')
  })

  test('the same file gives the same bytes', async () => {
    expect(Buffer.compare(await attached([source]), await attached([source]))).toBe(0)
  })
})

test('a letter with neither is finished as it is drawn', async () => {
  vi.resetModules()
  vi.doMock('../../../src/render/pdf/finish-pdf.ts', () => {
    throw new Error('loaded')
  })
  const { renderPdf: fresh } = await import('../../../src/render/pdf.ts')
  const letter = await fresh(specimenTree(), plain)
  expect(latin1(letter).match(/startxref/g)).toHaveLength(1)
  await expect(fresh(specimenTree(), on(northshire))).rejects.toThrow()
  vi.doUnmock('../../../src/render/pdf/finish-pdf.ts')
})
