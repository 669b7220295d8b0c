import { describe, expect, test } from 'vitest'
import { inspectPdf } from '../../src/stationery/inspect-pdf.ts'
import { aPdf } from './a-pdf.ts'
import type { PdfParts } from './a-pdf.ts'
import { LOGO, makeNorthshirePdf, makePdf } from './make-northshire-pdf.ts'

const errorsOf = async (bytes: Uint8Array) =>
  (await inspectPdf(bytes)).filter(({ severity }) => severity === 'error')
const saidOf = async (bytes: Uint8Array) =>
  (await inspectPdf(bytes)).map(
    ({ severity, where, message }) => `${severity} ${where ? `${where}: ` : ''}${message}`,
  )

describe('stationery that can carry a letter', () => {
  test('of two pages, its fonts are told', async () => {
    expect(await saidOf(makeNorthshirePdf())).toEqual([
      'note page 1: A link is left out: the letter links in its own text',
      "note It has pages of A4 for the letter's first page and for all others",
      'note Its fonts are in the file (Tinos-Regular, Arimo-Regular), and its colours are RGB or grey',
    ])
  })

  test('one page leaves the others plain', async () => {
    expect(await saidOf(aPdf())).toContain(
      'note It has one page of A4: from the second page on, the letter is on plain paper',
    )
  })

  test('of many pages two are used', async () => {
    const [first] = await saidOf(aPdf({ pages: 4 }))
    expect(first).toMatch(/^note Of 4 pages, the first is under the letter's first/)
  })

  test.each([
    ['print-ready, larger by its bleed', '/MediaBox [0 0 635 882] /TrimBox [20 20 615 862]'],
    ['lying, and turned upright', '/MediaBox [0 0 842 595] /Rotate 90'],
    ['cropped to A4', '/MediaBox [-100 -100 900 900] /CropBox [0 0 595 842]'],
    ['in units of two points', '/MediaBox [0 0 297.5 421] /UserUnit 2'],
    ['a millimetre short', '/MediaBox [0 0 595.28 839.5]'],
  ])('a page of A4: %s', async (_, page) => {
    expect(await errorsOf(aPdf({ page }))).toEqual([])
  })

  test('a rough picture is told of', async () => {
    const source = '#set page(paper: "a4")\n#image("logo.png", width: 50mm)'
    expect(await saidOf(makePdf(source, { 'logo.png': LOGO }))).toContain(
      'warning page 1: Unexpected picture of 2 × 1 pixels that is 50 mm wide (1 dots to the inch), expected at least 150',
    )
  })
})

const font = (dict: string): PdfParts => ({
  content: 'BT /F1 12 Tf (Tel) Tj ET',
  resources: '/Font <</F1 5 0 R>>',
  objects: [`<</Type /Font ${dict}>>`],
})
const drawing = (dict: string, bytes = 'x'): PdfParts => ({
  content: '/X1 Do',
  resources: '/XObject <</X1 5 0 R>>',
  objects: [{ dict: `/Type /XObject ${dict}`, bytes: Buffer.from(bytes, 'latin1') }],
})
const image = (more: string) =>
  drawing(`/Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 ${more}`)
const colours = (space: string): PdfParts => ({
  content: '/C1 cs 0 scn',
  resources: `/ColorSpace <</C1 ${space}>>`,
})

const CMYK = 'Unexpected colours for print (CMYK), expected RGB or grey'
const PROGRAM = 'Unexpected program (JavaScript or an action) in the PDF, expected pages alone'
const A4 = '/MediaBox [0 0 595 842]'

describe('what no archive may keep is refused, with its place', () => {
  test.each<[string, PdfParts, string]>([
    [
      'a font that is not in the file',
      font('/Subtype /Type1 /BaseFont /ABCDEF+Gill#20Sans /Encoding /WinAnsiEncoding'),
      'Unexpected font Gill Sans that is not in the file, expected every font embedded',
    ],
    [
      'a font whose shapes are no letters',
      font('/Subtype /Type0 /BaseFont /Wingdings /Encoding /Identity-H'),
      'Unexpected font Wingdings whose shapes stand for no letters, expected a font that can be read aloud',
    ],
    [
      'symbols that stand for no letters',
      {
        ...font(''),
        objects: [
          '<</Type /Font /Subtype /TrueType /BaseFont /Wingdings /ToUnicode 6 0 R>>',
          { dict: '', bytes: Buffer.from('1 beginbfchar\n<28> <F028>\nendbfchar') },
        ],
      },
      'Unexpected font Wingdings whose shapes stand for no letters, expected a font that can be read aloud',
    ],
    ['colours for print', { content: '0 0 0 1 k' }, CMYK],
    ['colours for print by name', { content: '/DeviceCMYK cs' }, CMYK],
    ['a picture for print', image('/ColorSpace /DeviceCMYK'), CMYK],
    ['a picture among the instructions', { content: 'BI /W 1 /H 1 /CS /CMYK ID x EI' }, CMYK],
    [
      'a blend space for print',
      { page: `${A4} /Group <</S /Transparency /CS /DeviceCMYK>>` },
      CMYK,
    ],
    [
      'a spot colour',
      colours('[/Separation /PANTONE#20288#20C /DeviceCMYK 5 0 R]'),
      'Unexpected spot colour PANTONE 288 C, expected RGB or grey',
    ],
    [
      'LZW',
      image('/ColorSpace /DeviceGray /Filter /LZWDecode'),
      'Unexpected compression LZWDecode, expected one that archives may keep',
    ],
    [
      'JPEG 2000',
      image('/ColorSpace /DeviceGray /Filter /JPXDecode'),
      'Unexpected picture as JPEG 2000, expected JPEG or PNG',
    ],
    [
      'a picture in another file',
      image('/ColorSpace /DeviceGray /F (https://x.example/logo.jpg)'),
      'Unexpected content in another file, expected all that is shown in this one',
    ],
    [
      'PostScript',
      drawing('/Subtype /PS'),
      'Unexpected part written for printers (PostScript) or in another file, expected a drawing',
    ],
    [
      'layers',
      { content: '/OC /L1 BDC 0 0 9 9 re f EMC' },
      'Unexpected layers that can be hidden, expected one that is always shown',
    ],
    [
      'an instruction of no standard',
      { content: '1 0 0 rgb' },
      'Unexpected instruction "rgb" on the page, expected those of the standard',
    ],
    [
      'a page of another size',
      { page: '/MediaBox [0 0 612 792]' },
      'Unexpected page of 216 × 279 mm, expected A4 upright (210 × 297 mm)',
    ],
    [
      'a part that is missing',
      { content: '/X9 Do' },
      'Unexpected use of X9, which is not in the file, expected all that is shown',
    ],
  ])('%s', async (_, parts, message) => {
    const errors = await errorsOf(aPdf(parts))
    expect(errors.map(error => error.message)).toContain(message)
    for (const { where, hint } of errors)
      expect([where, hint]).toEqual(['page 1', expect.any(String)])
  })

  test.each<[string, string, string]>([
    [
      'a program',
      '/Names <</JavaScript <</Names [(a) <</S /JavaScript /JS (app.alert\\(1\\))>>]>>>>',
      PROGRAM,
    ],
    ['an action on opening', '/OpenAction <</S /Launch /F (calc.exe)>>', PROGRAM],
    [
      'attached files',
      '/Names <</EmbeddedFiles <</Names []>>>>',
      'Unexpected files attached to the PDF, expected pages alone',
    ],
    [
      'fields to fill in',
      '/AcroForm <</Fields [5 0 R]>>',
      'Unexpected form with fields to fill in, expected a finished page',
    ],
    [
      'XFA',
      '/AcroForm <</XFA 5 0 R>>',
      'Unexpected form with fields to fill in, expected a finished page',
    ],
  ])('%s', async (_, catalog, message) => {
    expect(await errorsOf(aPdf({ catalog, objects: ['null'] }))).toMatchObject([{ message }])
  })

  test('all is told at once', async () => {
    const parts = font('/Subtype /TrueType /BaseFont /Optima /Encoding /WinAnsiEncoding')
    const bytes = aPdf({ ...parts, content: 'BT /F1 12 Tf (Tel) Tj ET 0 0 0 1 k', pages: 2 })
    expect((await errorsOf(bytes)).map(({ where }) => where)).toEqual([
      'page 1',
      'page 1',
      'page 2',
    ])
  })

  test('what the page does not use is no matter', async () => {
    const { resources = '', objects = [] } = font('/Subtype /Type1 /BaseFont /Helvetica')
    expect(await errorsOf(aPdf({ resources, objects }))).toEqual([])
  })
})
