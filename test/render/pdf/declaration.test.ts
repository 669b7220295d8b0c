import { describe, expect, test } from 'vitest'
import { renderPdf } from '../../../src/render/pdf.ts'
import { declarePdfA, declarePdfUa } from '../../../src/render/pdf/declaration.ts'
import { withPdfA, withPdfUa } from '../../../src/render/pdf/xmp.ts'
import { specimenLook, specimenTree } from '../../specimen-tree.ts'

const made = await renderPdf(specimenTree(), specimenLook())
const latin1 = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')
const changed = (from: string | RegExp, to: string) =>
  Buffer.from(latin1(made).replace(from, to), 'latin1')

describe('the declaration of PDF/A', () => {
  test('every offset of the file leads to its object', () => {
    const file = latin1(made)
    const at = Number(/startxref\n(\d+)\n%%EOF$/.exec(file)?.[1])
    const [, count = '0', entries = ''] =
      /^xref\n0 (\d+)\n([^]*?)trailer\n/.exec(file.slice(at)) ?? []
    const lines = entries.match(/[^]{20}/g) ?? []
    expect(lines).toHaveLength(Number(count))
    for (const [object, line] of lines.entries()) {
      if (object === 0) continue
      expect(file.slice(Number(line.slice(0, 10))).startsWith(`${object} 0 obj\n`)).toBe(true)
    }
  })

  test('the output intent is a profile of three colours', () => {
    const file = latin1(made)
    const profile = /\/DestOutputProfile (\d+) 0 R/.exec(file)?.[1]
    expect(file).toMatch(new RegExp(`\\n${profile} 0 obj\\n<<[^>]*/N 3\\n`))
  })

  test('the length of the metadata is that of their bytes', () => {
    const [, length, stream = ''] =
      /\/Length (\d+)\n {2}\/Type \/Metadata[^>]*>>\nstream\n([^]*?)\nendstream/.exec(
        latin1(made),
      ) ?? []
    expect(stream).toContain('<pdfaid:part>2</pdfaid:part>')
    expect(stream).toHaveLength(Number(length))
  })

  test.each<[string, Uint8Array]>([
    ['nothing', new Uint8Array()],
    ['no PDF', Buffer.from('PK\x03\x04 and more')],
    ['one that is declared already', made],
    ['one that is cut short', made.subarray(0, made.length - 3)],
    ['one with something behind its end', Buffer.concat([made, Buffer.from('\n1 0 obj\n')])],
    ['an encrypted one', changed('trailer\n<<', 'trailer\n<<\n  /Encrypt 1 0 R')],
    ['one with a wrong number of objects', changed(/\/Size \d+/, '/Size 3')],
    ['one with a table of another form', changed(/0000000016 00000 n/, '0000000016 00000 x')],
    ['one whose root is another object', changed(/\/Root \d+ 0 R/, '/Root 1 0 R')],
  ])('%s is refused', (_, bytes) => {
    expect(() => declarePdfA(bytes)).toThrow(/^Unexpected .* in the PDF, expected the engine's$/)
  })

  test('metadata of another program are refused', () => {
    expect(() => withPdfUa('<rdf:RDF></rdf:RDF>')).toThrow('Unexpected metadata')
    expect(() => withPdfA('<rdf:RDF></rdf:RDF>')).toThrow('Unexpected metadata')
  })
})

describe('the declaration of PDF/UA', () => {
  const undeclared = Buffer.from(
    latin1(made)
      .replace('\n    /DisplayDocTitle true', '')
      .replace('\n    /Marked true', '\n    /Marked false'),
    'latin1',
  )
  test.each<[string, Uint8Array]>([
    ['one that is declared already', made],
    ['one that is not tagged', undeclared],
    ['no PDF', Buffer.from('PK\x03\x04 and more')],
  ])('%s is refused', (_, bytes) => {
    expect(() => declarePdfUa(bytes)).toThrow(/^Unexpected .* in the PDF, expected the engine's$/)
  })
})
