import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { openPackage } from '../../src/stationery/word/open-package.ts'
import { aWordFile, BODY, p, part, partsOfWord, relationship } from './make-word.ts'

const refusalsOf = (bytes: Uint8Array): string[] =>
  openPackage(bytes).refusals.map(({ message }) => message)
const refused = (bytes: Uint8Array): string => {
  const [first, ...more] = refusalsOf(bytes)
  expect(more).toEqual([])
  return first ?? ''
}

/** The bytes of a zip with one entry's claimed size changed, in its header and in the directory. */
function claiming(bytes: Uint8Array, name: string, size: number): Uint8Array {
  const changed = bytes.slice()
  const view = new DataView(changed.buffer)
  for (let at = 0; at + 46 < changed.length; at++) {
    const signature = view.getUint32(at, true)
    const [length, named] =
      signature === 0x04034b50 ? [22, 30] : signature === 0x02014b50 ? [24, 46] : []
    if (length === undefined || named === undefined) continue
    const found = new TextDecoder().decode(changed.subarray(at + named, at + named + name.length))
    if (found === name) view.setUint32(at + length, size, true)
  }
  return changed
}

test('a Word file and a Word template are opened', () => {
  expect(refusalsOf(aWordFile())).toEqual([])
  const parts = partsOfWord()
  const types = String(parts['[Content_Types].xml'])
  const template = types.replace('document.main+xml', 'template.main+xml')
  expect(refusalsOf(aWordFile({ parts: { '[Content_Types].xml': template } }))).toEqual([])
})

describe('what is something else is named', () => {
  const cfb = (words: string) =>
    Uint8Array.from([
      0xd0,
      0xcf,
      0x11,
      0xe0,
      ...[...words].flatMap(letter => [letter.charCodeAt(0), 0]),
    ])
  test.each([
    ['a page of text', strToU8('Our letterhead'), 'file of another kind'],
    ['nothing', new Uint8Array(), 'empty file'],
    ['a PDF', strToU8('%PDF-1.7'), 'Unexpected PDF'],
    ['an RTF file', strToU8('{\\rtf1'), 'RTF'],
    ['a file of an old Word', cfb('WordDocument'), 'old Word (.doc)'],
    ['one with a password', cfb('EncryptedPackage'), 'password'],
    [
      'an OpenDocument text',
      zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.text') }),
      '.odt',
    ],
    ['another zip file', zipSync({ 'a.txt': strToU8('a') }), 'zip file of another kind'],
    ['half a file', aWordFile().subarray(0, 900), 'damage'],
  ])('%s', (_, bytes, said) => {
    expect(refused(bytes)).toContain(said)
  })
  test('a Strict Open XML document', () => {
    const document = part('document', `<w:body>${BODY}</w:body>`).replaceAll(
      'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
      'http://purl.oclc.org/ooxml/wordprocessingml/main',
    )
    expect(refused(aWordFile({ parts: { 'word/document.xml': document } }))).toContain('Strict')
  })
})

describe('what could do harm is refused, with its reason', () => {
  test('macros', () => {
    const types =
      '<Override PartName="/word/vbaProject.bin" ContentType="application/vnd.ms-office.vbaProject"/>'
    expect(refusalsOf(aWordFile({ types }))[0]).toContain('Unexpected macros')
    const macros = String(partsOfWord()['[Content_Types].xml']).replace(
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
      'application/vnd.ms-word.document.macroEnabled.main+xml',
    )
    expect(refused(aWordFile({ parts: { '[Content_Types].xml': macros } }))).toContain('macros')
  })
  test('ActiveX controls and embedded objects', () => {
    expect(refused(aWordFile({ parts: { 'word/activeX/activeX1.xml': '<a/>' } }))).toContain(
      'ActiveX',
    )
    expect(
      refused(aWordFile({ parts: { 'word/embeddings/oleObject1.bin': new Uint8Array(9) } })),
    ).toContain('embedded object')
    expect(refused(aWordFile({ body: `<w:p><w:r><w:object/></w:r></w:p>${BODY}` }))).toContain(
      'embedded object',
    )
  })
  test.each([
    ['attachedTemplate', 'file:///C:/Users/someone/Normal.dotm', 'a template that is fetched'],
    ['image', 'https://tracker.example/logo.png', 'a picture that is fetched'],
    ['oleObject', 'file://server/book.xlsx', 'content that is fetched'],
    ['frame', 'https://elsewhere.example', 'content that is fetched'],
    ['hyperlink', 'file://server/share/letter.docx', 'Unexpected link'],
    ['hyperlink', 'javascript:alert(1)', 'Unexpected link'],
  ])('a %s outside the file: %s', (kind, target, said) => {
    const found = refusalsOf(aWordFile({ relationships: relationship(kind, target, true) }))
    expect(found.some(message => message.includes(said))).toBe(true)
  })
  test('but not links to web pages and mailboxes', () => {
    for (const target of ['https://www.northshire.example', 'mailto:office@northshire.example'])
      expect(
        refusalsOf(aWordFile({ relationships: relationship('hyperlink', target, true) })),
      ).toEqual([])
  })
  test('the import of another document', () => {
    expect(refused(aWordFile({ relationships: relationship('aFChunk', 'other.html') }))).toContain(
      'altChunk',
    )
    expect(refused(aWordFile({ body: `<w:altChunk r:id="rId9"/>${BODY}` }))).toContain('altChunk')
  })
  test('a document type, so that no entity can grow', () => {
    const lol = `<?xml version="1.0"?><!DOCTYPE w:document [<!ENTITY a "lol"><!ENTITY b "&a;&a;">]>${part('document', `<w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body>`).replace(/^<\?xml[^>]*\?>/, '')}`
    expect(refused(aWordFile({ parts: { 'word/document.xml': lol } }))).toContain('document type')
    expect(
      refused(
        aWordFile({
          parts: {
            'customXml/item1.xml': '<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]><a/>',
          },
        }),
      ),
    ).toContain('document type')
  })
  test.each(['&b;', '&#0', '<w:t>', '</w:p>', '<w:t a="1" a="2"/>'])(
    'XML that is not well formed: %s',
    broken => {
      expect(refused(aWordFile({ body: `<w:p>${broken}</w:p>` }))).toContain('damage')
    },
  )
  test('XML nested deeper than any letter', () => {
    expect(refused(aWordFile({ body: '<w:p>'.repeat(9000) + '</w:p>'.repeat(9000) }))).toContain(
      'damage',
    )
  })
  test.each([
    '../evil.xml',
    '/etc/passwd',
    'word/../../evil.xml',
    'C:\\evil.xml',
    'word/%2e%2e/evil.xml',
    'word//evil.xml',
  ])('a part named %s', name => {
    expect(refused(aWordFile({ parts: { [name]: '<a/>' } }))).toContain('name of a part')
  })
  test('two parts of one name', () => {
    expect(refused(aWordFile({ parts: { 'word/Document.xml': '<a/>' } }))).toContain('second part')
  })
  test('thousands of parts', () => {
    const parts = Object.fromEntries(
      Array.from({ length: 2100 }, (_, at) => [`word/media/${at}.png`, '']),
    )
    expect(refused(aWordFile({ parts }))).toContain('number of parts')
  })
  test('a part that unpacks to more than it may, or than it claims', () => {
    const large = aWordFile({ parts: { 'word/media/a.png': new Uint8Array(30_000_000) } })
    expect(large.length).toBeLessThan(100_000)
    expect(refused(large)).toContain('size of what is packed')
    expect(refused(claiming(large, 'word/media/a.png', 100))).toContain('damage')
    expect(refused(claiming(large, 'word/media/a.png', 24_000_000))).toContain('damage')
  })
  test('a picture of absurd size', () => {
    const png = new Uint8Array(33)
    png.set([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10])
    new DataView(png.buffer).setUint32(16, 90_000)
    new DataView(png.buffer).setUint32(20, 90_000)
    expect(refused(aWordFile({ parts: { 'word/media/a.png': png } }))).toContain(
      '90000 × 90000 pixels',
    )
  })
})

test('what is refused is told in words that name no part of ours, with what to do', () => {
  const { refusals } = openPackage(
    aWordFile({ relationships: relationship('attachedTemplate', 'file:///C:/a.dotm', true) }),
  )
  expect(refusals[0]?.hint).toContain('In Word')
  expect(refusals[0]?.severity).toBe('error')
})

test('a page with thousands of paragraphs is read', () => {
  expect(refusalsOf(aWordFile({ body: p('words').repeat(20_000) }))).toEqual([])
})
