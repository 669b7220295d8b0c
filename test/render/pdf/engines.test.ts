import { describe, expect, test, vi } from 'vitest'
import type { Block, DocumentTree } from '../../../src/document/tree.ts'
import { renderPdf } from '../../../src/render/pdf.ts'
import { dataOf } from '../../../src/render/pdf/data.ts'
import { ENGINE_NAMES } from '../../../src/render/pdf/drawn.ts'
import { drawPdf } from '../../../src/render/pdf/engine.ts'
import { specimenLook, specimenTree } from '../../specimen-tree.ts'
import { readPdf } from './read-pdf.ts'

// WebAssembly of this size takes a moment to begin.
vi.setConfig({ testTimeout: 60_000 })

const look = specimenLook()
const latin1 = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')

/** Without what only the native engine writes, and what follows from it: boxes, identifier, offsets. */
const comparable = (bytes: Uint8Array) =>
  latin1(bytes)
    .replace(/\n {2}\/A \[<<\n {4}\/O \/Layout\n {4}\/BBox \[[^\]]*\]\n {2}>>\]/g, '')
    .replace(/\n {4}\/BBox \[[^\]]*\]/g, '')
    .replace(/(<xmpMM:InstanceID>)[^<]*/, '$1')
    .replace(/xref\n[^]*?trailer/, 'xref')
    .replace(/(\/ID \[\([^)]*\) )\([^)]*\)/, '$1')
    .replace(/startxref\n\d+/, 'startxref')

describe('both engines', () => {
  test('draw the same file, but for boxes around pictures and tables', async () => {
    const native = await renderPdf(specimenTree(), look, { engine: 'native' })
    const wasm = await renderPdf(specimenTree(), look, { engine: 'wasm' })
    expect(comparable(wasm) === comparable(native)).toBe(true)
    expect(comparable(wasm).length).toBeGreaterThan(50_000)
  })

  test('draw the same tags, words and running matter', async () => {
    const { info, metadata, ...native } = await readPdf(
      await renderPdf(specimenTree(), look, { engine: 'native' }),
    )
    const wasm = await readPdf(await renderPdf(specimenTree(), look, { engine: 'wasm' }))
    expect(wasm).toMatchObject(native)
    expect(wasm.info).toEqual(info)
    const anyId = (xmp: string) => xmp.replace(/InstanceID>[^<]*/, '')
    expect(anyId(wasm.metadata)).toBe(anyId(metadata))
  })

  test.each(ENGINE_NAMES)('%s: the same tree gives the same bytes', async name => {
    const first = await renderPdf(specimenTree(), look, { engine: name })
    await renderPdf(specimenTree({ title: 'Another letter' }), look, { engine: name })
    const second = await renderPdf(specimenTree(), specimenLook(), { engine: name })
    expect(Buffer.compare(first, second)).toBe(0)
  })

  test.each(ENGINE_NAMES)('%s: a draft without a date has none', async name => {
    const tree = specimenTree()
    delete tree.date
    const file = latin1(await renderPdf(tree, look, { engine: name }))
    expect(file).not.toMatch(/CreationDate|ModDate|CreateDate|ModifyDate/)
  })

  test.each(ENGINE_NAMES)('%s: a family that the files do not hold is refused', async name => {
    const fontFiles = { ...look.fontFiles, family: 'Garamond' }
    await expect(
      renderPdf(specimenTree(), { ...look, fontFiles }, { engine: name }),
    ).rejects.toThrow('The PDF cannot be drawn: unknown font family: garamond')
  })

  test.each(ENGINE_NAMES)('%s: what a template refuses is refused', async name => {
    const drawn = drawPdf('#panic("no room")', { json: '{}', pictures: new Map() }, [], name)
    await expect(drawn).rejects.toThrow('The PDF cannot be drawn: panicked with: "no room"')
  })
})

describe.each(ENGINE_NAMES)('what a template says of itself, by %s', name => {
  const { json, pictures } = dataOf(specimenTree(), look, ['Arimo'])
  const draw = (body: string) => {
    const head = '#set document(title: "x", date: none)\n#set text(font: "Arimo", lang: "en")\n'
    const data = { json, pictures }
    return drawPdf(head + body, data, look.fontFiles.faces, name)
  }

  test('is handed on beside the file', async () => {
    const { marks } = await draw(
      'One #pagebreak() #context [#metadata((page: here().page(), y: here().position().y.pt(), lines: ("a", "b"))) <laid-out>]',
    )
    expect(marks).toEqual({ page: 2, y: expect.closeTo(70.87, 2) as number, lines: ['a', 'b'] })
  })

  test('is absent where it says nothing', async () => {
    expect(await draw('One')).not.toHaveProperty('marks')
  })

  test('is said once', async () => {
    await expect(draw('#[#metadata(1) <laid-out>] #[#metadata(2) <laid-out>]')).rejects.toThrow(
      'unexpected marks',
    )
  })
})

describe('what neither engine is asked to draw', () => {
  const letter = (children: Block[], more: Partial<DocumentTree> = {}) => {
    const tree = specimenTree({ children, ...more })
    delete tree.watermark
    return tree
  }
  const heading = (depth: 1 | 2 | 3, value = 'Part'): Block => ({
    type: 'heading',
    depth,
    children: [{ type: 'text', value }],
  })
  const picture = specimenTree()
    .children.flatMap(block => (block.type === 'closing' ? block.children : []))
    .find(node => node.type === 'image')!

  test.each<[string, DocumentTree, string]>([
    ['a first heading of depth 2', letter([heading(2)]), 'of depth 2, expected 1'],
    ['a skipped depth', letter([heading(1), heading(3)]), 'of depth 3, expected 2 or less'],
    ['a heading without words', letter([heading(1, ' ')]), 'Missing words of a heading'],
    ['no title', letter([], { title: '' }), 'Missing title of the letter'],
    ['a picture of blanks', letter([{ ...picture, alt: ' ' }]), 'Missing alternative text'],
    [
      'a link without words',
      letter([
        {
          type: 'paragraph',
          children: [{ type: 'link', url: 'https://x.example/', children: [] }],
        },
      ]),
      'Missing words of the link to https://x.example/',
    ],
    ['an emoji', letter([heading(1, 'Good 😀')]), 'Unexpected character U+1F600'],
    ['a control character', letter([], { header: 'a\u0007' }), 'Unexpected character U+0007'],
  ])('%s', async (_, tree, message) => {
    for (const name of ENGINE_NAMES)
      await expect(renderPdf(tree, look, { engine: name })).rejects.toThrow(message)
  })
})
