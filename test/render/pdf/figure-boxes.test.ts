import { describe, expect, test, vi } from 'vitest'
import type { Block, Image } from '../../../src/document/tree.ts'
import { renderPdf } from '../../../src/render/pdf.ts'
import { drawnBox } from '../../../src/render/pdf/drawn-box.ts'
import { boxFigures } from '../../../src/render/pdf/figure-boxes.ts'
import { specimenLook, specimenTree } from '../../specimen-tree.ts'

// WebAssembly of this size takes a moment to begin.
vi.setConfig({ testTimeout: 60_000 })

const look = specimenLook()
const latin1 = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')
const tree = specimenTree()
const letterhead = tree.children.find(block => block.type === 'letterhead')!
const logo: Image = { ...letterhead.logo!, alt: 'Northshire (shield) \\ é' }
const signature = tree.children
  .flatMap(block => (block.type === 'closing' ? block.children : []))
  .find(node => node.type === 'image')!
const specimenSvg = letterhead.logo!.media
const pictures: Block[] = [
  { ...letterhead, logo },
  { ...signature, alt: 'Signature' },
  { ...logo, alt: 'The logo again', width: 60, height: 60 },
]

/** Of each figure, its alternative text and its box. */
const figuresOf = (file: string) =>
  [
    ...file.matchAll(/\n\d+ 0 obj\n<<\n {2}\/Type \/StructElem\n {2}\/S \/Figure\n[^]*?endobj/g),
  ].map(
    ([object]) =>
      (/\/BBox \[([^\]]*)\]/.exec(object)?.[1] ?? '').split(' ').map(Number) as unknown as Box,
  )
type Box = [number, number, number, number]

describe('the boxes of pictures', () => {
  test.each([1, 1.37])('are those of the native engine', async scale => {
    const sized = pictures.map(block =>
      block.type === 'image'
        ? { ...block, width: block.width * scale, height: block.height * scale }
        : block,
    )
    const letter = specimenTree({ children: sized })
    const native = figuresOf(latin1(await renderPdf(letter, look, { engine: 'native' })))
    const wasm = figuresOf(latin1(await renderPdf(letter, look, { engine: 'wasm' })))
    expect(wasm).toHaveLength(3)
    for (const [n, box] of wasm.entries())
      for (const [side, value] of box.entries()) expect(value).toBeCloseTo(native[n]![side]!, 3)
  })

  test.each([
    ['nothing', ''],
    ['a line', '<path d="M1 9h8" stroke="#000"/>'],
    ['what shines through', '<g opacity="0.5"><path d="M2 2h3v3z"/><path d="M3 3h4v4z"/></g>'],
    [
      'a gradient',
      '<defs><linearGradient id="g"><stop offset="0" stop-color="#f00"/><stop offset="1" stop-color="#00f"/></linearGradient></defs><rect width="5" height="5" fill="url(#g)"/>',
    ],
    [
      'what is masked',
      '<defs><mask id="m"><rect width="5" height="5" fill="#fff"/></mask></defs><rect width="9" height="9" mask="url(#m)"/>',
    ],
  ])('are those of a picture of %s', async (_, body) => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10">${body}</svg>`
    const picture: Block = {
      ...signature,
      media: { ...specimenSvg, bytes: Buffer.from(svg) },
      width: 40,
      height: 40,
    }
    const letter = specimenTree({ children: [picture] })
    const [native] = figuresOf(latin1(await renderPdf(letter, look, { engine: 'native' })))
    const [wasm] = figuresOf(latin1(await renderPdf(letter, look, { engine: 'wasm' })))
    for (const side of [0, 1, 2, 3] as const) expect(wasm![side]).toBeCloseTo(native![side], 3)
  })

  test('stand in a file in which every offset leads to its object', async () => {
    const file = latin1(
      await renderPdf(specimenTree({ children: pictures }), look, { engine: 'wasm' }),
    )
    const at = Number(/startxref\n(\d+)\n%%EOF$/.exec(file)?.[1])
    const [, count = '0', entries = ''] =
      /^xref\n0 (\d+)\n([^]*?)trailer\n/.exec(file.slice(at)) ?? []
    const lines = entries.match(/[^]{20}/g) ?? []
    expect(lines).toHaveLength(Number(count))
    for (const [object, line] of lines.entries())
      if (object > 0)
        expect(file.slice(Number(line.slice(0, 10))).startsWith(`${object} 0 obj\n`)).toBe(true)
  })

  test('are not written twice, nor into another file', async () => {
    const made = await renderPdf(specimenTree({ children: pictures }), look, { engine: 'native' })
    const unknown = /^Unexpected .* in the PDF, expected the engine's$/
    expect(() => boxFigures(made)).toThrow(unknown)
    expect(() => boxFigures(Buffer.from('PK'))).toThrow(unknown)
    const unmarked = latin1(made).replace(/(\/S \/Figure[^]*?\/K \[)\d+/, '$1x')
    expect(() => boxFigures(Buffer.from(unmarked, 'latin1'))).toThrow(unknown)
  })
})

describe('what is drawn under a mark', () => {
  const marked = (drawing: string, mark = 7) =>
    `/Span <<\n  /MCID ${mark}\n>> BDC\n${drawing}\nEMC\n`
  const box = (content: string) => drawnBox(content, new Set([7]))

  test.each([
    ['an image', 'q\n20 0 0 10 5 6 cm\n/x0 Do\nQ', [5, 6, 25, 16]],
    ['a turned image', 'q\n0 20 -10 0 30 6 cm\n/x0 Do\nQ', [20, 6, 30, 26]],
    ['a path', '1 2 m\n3 4 l\n5 1 2 9 4 4 c\nh\nf', [1, 1, 5, 9]],
    ['a rectangle', '1 2 30 40 re\nS', [1, 2, 31, 42]],
    ['what is clipped', '0 0 10 10 re\nW\nn\n5 5 m\n50 50 l\nS', [0, 0, 10, 10]],
    ['nothing in its clip', '0 0 10 10 re\nW\nn', [0, 0, 10, 10]],
    ['a clip in a clip', '0 0 10 10 re\nW\nn\n0 0 50 50 re\nW*\nn', [0, 0, 10, 10]],
    [
      'what is clipped, and what is not',
      'q\n0 0 1 1 re\nW\nn\n0 0 9 9 re\nf\nQ\n2 2 1 1 re\nf',
      [0, 0, 3, 3],
    ],
    ['a drawing in its clip', 'q\n1 1 m\n9 1 l\n9 9 l\n1 9 l\nh\nW\nn\n/x1 Do\nQ', [1, 1, 9, 9]],
    [
      'what is moved twice',
      'q\n2 0 0 2 10 10 cm\n1 0 0 1 1 1 cm\n0 0 1 1 re\nf\nQ',
      [12, 12, 14, 14],
    ],
  ])('%s', (_, drawing, expected) => {
    expect(box(marked(drawing))).toEqual(expected)
  })

  test('is neither what stands before it, nor what is under another mark', () => {
    const other = marked('0 0 500 500 re\nf', 8)
    const artifact = '/Artifact BMC\n0 0 400 400 re\nf\nEMC\n'
    expect(box(`${other}${artifact}${marked('1 1 1 1 re\nf')}${other}`)).toEqual([1, 1, 2, 2])
  })

  test('has its own place within a page that is clipped', () => {
    expect(box(`q\n0 0 500 500 re\nW\nn\n${marked('1 1 1 1 re\nf')}Q`)).toEqual([1, 1, 2, 2])
  })

  test('may be nothing', () => {
    expect(box(marked('1 1 m\n2 2 l\nn'))).toBeUndefined()
  })
})
