import { deflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { inspectPdf } from '../../src/stationery/inspect-pdf.ts'
import { aPdf } from './a-pdf.ts'
import type { PdfParts } from './a-pdf.ts'
import { makeNorthshirePdf } from './make-northshire-pdf.ts'

const northshire = makeNorthshirePdf()
const latin1 = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')
const changed = (bytes: Uint8Array, from: string | RegExp, to: string) =>
  new Uint8Array(Buffer.from(latin1(bytes).replace(from, to), 'latin1'))
const packed = (bytes: Uint8Array, more = '') => ({
  dict: `${more} /Filter /FlateDecode`,
  bytes: deflateSync(bytes),
})
const errorsOf = async (bytes: Uint8Array) =>
  (await inspectPdf(bytes)).filter(({ severity }) => severity === 'error').map(one => one.message)

const BROKEN = 'Unexpected PDF that cannot be read, expected a whole one'
const LOCKED = 'Unexpected PDF that is locked, expected one without a password or restrictions'
const drawn = (objects: PdfParts['objects'], content = '/X Do'): PdfParts => ({
  content,
  resources: '/XObject <</X 5 0 R>>',
  objects: objects ?? [],
})
const form = (resources: string, content: string) => ({
  dict: `/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources <<${resources}>>`,
  bytes: Buffer.from(content),
})

describe('a broken file is told of in one sentence', () => {
  test.each<[string, Uint8Array, string]>([
    ['nothing', new Uint8Array(), 'Unexpected file of another kind, expected a PDF'],
    ['a Word file', Buffer.from('PK\x03\x04'), 'Unexpected file of another kind, expected a PDF'],
    ['a head alone', Buffer.from('%PDF-1.7\n'), BROKEN],
    ['one that is cut short', northshire.subarray(0, northshire.length / 2), BROKEN],
    ['one that lacks its last bytes', northshire.subarray(0, northshire.length - 9), BROKEN],
    ['offsets that lead elsewhere', changed(northshire, /\d(?=\d{4} 00000 n)/g, '9'), BROKEN],
    ['a table that is its own predecessor', aPdf({ trailer: '/Prev 9' }), BROKEN],
    ['a locked one', aPdf({ trailer: '/Encrypt <</Filter /Standard>>' }), LOCKED],
    ['no pages', aPdf({ catalog: '/Pages 1 0 R' }), BROKEN],
    ['a stream that is no stream', aPdf(drawn(['<<>>'])), BROKEN],
    ['a restored state that was never saved', aPdf({ content: 'Q' }), BROKEN],
  ])('%s', async (_, bytes, message) => {
    expect(await errorsOf(bytes)).toEqual([message])
  })

  test('every cut of a file is told of, and none is a fault of ours', async () => {
    for (let length = 0; length < northshire.length; length += 997)
      expect(await errorsOf(northshire.subarray(0, length))).toHaveLength(1)
  })

  test('whichever byte is spoilt, there is an answer', async () => {
    for (let at = 9; at < northshire.length; at += 151) {
      const spoilt = northshire.slice()
      spoilt[at] = (spoilt[at]! + 128) % 256
      expect(await inspectPdf(spoilt)).not.toEqual([])
    }
  })
})

describe('what would fill the memory or never end is refused', () => {
  const zeros = deflateSync(Buffer.alloc(300_000_000))
  const LARGE = 'Unexpected PDF that unpacks to more than 100 MB, expected a smaller one'

  test('instructions that unpack to 300 MB', async () => {
    const bytes = aPdf({ content: { dict: '/Filter /FlateDecode', bytes: zeros } })
    const before = process.resourceUsage().maxRSS
    expect(await errorsOf(bytes)).toEqual([LARGE])
    expect(process.resourceUsage().maxRSS - before).toBeLessThan(250_000)
  })

  test('a picture that unpacks to 300 MB', async () => {
    const dict =
      '/Type /XObject /Subtype /Image /Width 9 /Height 9 /BitsPerComponent 8 /ColorSpace /DeviceGray /Filter /FlateDecode'
    expect(await errorsOf(aPdf(drawn([{ dict, bytes: zeros }])))).toEqual([LARGE])
  })

  test('what is packed twice over', async () => {
    const dict =
      '/Type /XObject /Subtype /Image /Width 9 /Height 9 /BitsPerComponent 8 /ColorSpace /DeviceGray /Filter [/FlateDecode /FlateDecode]'
    expect(await errorsOf(aPdf(drawn([{ dict, bytes: deflateSync(zeros) }])))).toEqual([
      'Unexpected compression twice over, expected one that archives may keep',
    ])
  })

  test('objects packed into 300 MB', async () => {
    const head = '/Type /ObjStm /N 9 /First 9 /Filter /FlateDecode'
    const bytes = aPdf({ objects: [{ dict: head, bytes: zeros }, 'null'] })
    // A table that says that the pages stand in the stream.
    const at = latin1(bytes).indexOf('5 0 obj')
    const offsets = [
      [0, 0, 0],
      [1, 9, 0],
      [2, 5, 0],
      [2, 5, 1],
      [2, 5, 2],
      [1, at, 0],
    ]
    const table = Buffer.concat(
      offsets.map(([kind = 0, where = 0, index = 0]) => {
        const row = Buffer.alloc(6)
        row.writeUInt8(kind, 0)
        row.writeUInt32BE(where, 1)
        row.writeUInt8(index, 5)
        return row
      }),
    )
    const own = Buffer.concat([
      bytes,
      Buffer.from(
        `9 0 obj\n<</Type /XRef /W [1 4 1] /Size 6 /Root 1 0 R /Length ${table.length}>>\nstream\n`,
      ),
      table,
      Buffer.from(`\nendstream\nendobj\nstartxref\n${bytes.length}\n%%EOF\n`),
    ])
    expect(await errorsOf(own)).toEqual([LARGE])
  })

  test('a picture of more pixels than any page has', async () => {
    const dict = '/Type /XObject /Subtype /Image /Width 99999 /Height 99999 /ColorSpace /DeviceRGB'
    expect(await errorsOf(aPdf(drawn([packed(Buffer.alloc(9), dict)])))).toEqual([
      'Unexpected picture of 99999 by 99999 pixels, expected a smaller one',
    ])
  })

  test('more pages than stationery has', async () => {
    expect(await errorsOf(aPdf({ pages: 51 }))).toEqual([
      'Unexpected PDF of more than 50 pages, expected a first page and one for all others',
    ])
  })

  test('values within values', async () => {
    const [message] = await errorsOf(aPdf({ catalog: `/Names ${'['.repeat(100_000)}` }))
    expect(message).toBe(
      'Unexpected PDF with values within values without end, expected a plain one',
    )
  })

  test('a chain of objects of any length', async () => {
    const links = Array.from({ length: 60_000 }, (_, n) => `<</Next ${n + 7} 0 R>>`)
    const state = { content: '/G gs', resources: '/ExtGState <</G 5 0 R>>' }
    expect(await errorsOf(aPdf({ ...state, objects: [...links, 'null', 'null'] }))).toEqual([
      'Unexpected parts within parts without end, expected a plain page',
    ])
  })

  test('a page tree that is its own branch', async () => {
    const tree = changed(aPdf(), '/Kids [3 0 R]', '/Kids [2 0 R]')
    expect(await errorsOf(tree)).toEqual([BROKEN])
  })

  test('an object that refers to itself', async () => {
    expect(await errorsOf(aPdf(drawn(['5 0 R'])))).toEqual([BROKEN])
  })

  test('a drawing that is a part of itself', async () => {
    expect(await errorsOf(aPdf(drawn([form('/XObject <</X 5 0 R>>', '/X Do')])))).toEqual([BROKEN])
  })

  test('drawings that draw one another ten times each', async () => {
    const levels = Array.from({ length: 9 }, (_, level) =>
      form(`/XObject <</X ${level + 6} 0 R>>`, '/X Do '.repeat(10)),
    )
    expect(await errorsOf(aPdf(drawn([...levels, form('', '0 0 9 9 re f')])))).toEqual([
      'Unexpected drawing of more than a million parts, expected a plain one',
    ])
  })

  test('texts that begin everywhere and end nowhere', async () => {
    const count = 20_000
    const kids = Array.from({ length: count }, (_, n) => `${n + 5} 0 R`).join(' ')
    const objects = Array.from({ length: count }, () => '(')
    const bytes = changed(aPdf({ objects }), '/Kids [3 0 R]', `/Kids [${kids}]`)
    expect(await errorsOf(bytes)).toHaveLength(1)
  })

  test('dictionaries by the million', async () => {
    expect(await errorsOf(aPdf({ catalog: `/Names [${'<<>>'.repeat(2_000_000)}]` }))).toEqual([
      'Unexpected PDF of more than a million parts, expected fewer',
    ])
  })

  test('instructions by the million', async () => {
    expect(await errorsOf(aPdf({ content: 'q Q '.repeat(3_000_000) }))).toEqual([
      'Unexpected drawing of more than 10 MB, expected a plainer one',
    ])
    const content = '/X Do '.repeat(200_000)
    expect(await errorsOf(aPdf({ ...drawn([form('', 'n')]), content }))).toEqual([
      'Unexpected page of more than 100,000 parts, expected a letterhead',
    ])
  })

  test('a table of a billion offsets', async () => {
    const bytes = changed(aPdf(), /xref\n0 \d+/, 'xref\n0 999999999')
    expect(await errorsOf(bytes)).toEqual([BROKEN])
  })
})
