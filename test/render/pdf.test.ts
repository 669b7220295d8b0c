import { describe, expect, test } from 'vitest'
import type { Block, DocumentTree, ListItem, Node, Paragraph } from '../../src/document/tree.ts'
import { fontFilesFor } from '../../src/render/fonts.ts'
import { renderPdf } from '../../src/render/pdf.ts'
import { specimenLook, specimenTree } from '../specimen-tree.ts'
import { oneSpace, readPdf } from './pdf/read-pdf.ts'

const look = specimenLook()
const paragraph = (value: string, more: Partial<Paragraph> = {}): Paragraph => ({
  type: 'paragraph',
  ...more,
  children: [{ type: 'text', value }],
})
const aLetter = (children: Block[], more: Partial<DocumentTree> = {}): DocumentTree => {
  const tree = specimenTree({ header: 'Running header', children, ...more })
  delete tree.watermark
  return tree
}
const drawn = async (tree: DocumentTree) => readPdf(await renderPdf(tree, look))

/** The words of a tree in its order; a break and the end of a block are a space. */
function wordsOf(node: Node): string {
  if (node.type === 'text') return node.value
  if (node.type === 'break') return ' '
  if (!('children' in node)) return ''
  const isBlock = !['strong', 'emphasis', 'link', 'gap'].includes(node.type)
  const inside = node.children.map(wordsOf).join('')
  return isBlock ? ` ${inside} ` : inside
}
const wordsOfTree = (tree: DocumentTree) => oneSpace(tree.children.map(wordsOf).join(' '))

describe('a letter as PDF', () => {
  test('it holds the words of the tree, in their order', async () => {
    const tree = specimenTree()
    const { words } = await drawn(tree)
    expect(words.split(' ')).toEqual(wordsOfTree(tree).split(' '))
  })

  test('its tags say what each part is', async () => {
    const { tags } = await drawn(specimenTree())
    await expect(tags).toMatchFileSnapshot('pdf/specimen.tags.txt')
  })

  test('its bookmarks are the headings', async () => {
    const { outline } = await drawn(specimenTree())
    expect(outline.slice(0, 4)).toEqual([
      'Comments of the Police and Crime Commissioner',
      'Comments of the Chief Constable',
      '  Effectiveness – good',
      '    Investigating crime – requires improvement',
    ])
  })

  test('it says who wrote what, when and in which language', async () => {
    const tree = specimenTree()
    const { info, metadata } = await drawn(tree)
    expect(info).toMatchObject({
      Title: tree.title,
      Author: tree.author,
      Subject: tree.description,
      Keywords: tree.keywords.join(', '),
      Language: 'en-GB',
      CreationDate: 'D:20260312000000Z',
    })
    expect(metadata).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(metadata).toContain('<pdfaid:part>2</pdfaid:part>')
    expect(metadata).toContain('<pdfaid:conformance>A</pdfaid:conformance>')
  })

  test('a letterhead may lack its logo, its wordmark and its contacts', async () => {
    const letter = aLetter([{ type: 'letterhead', children: [] }, paragraph('Dear Minister,')])
    const { words } = await drawn(letter)
    expect(words).toBe('Dear Minister,')
  })

  test('a letter in Welsh says so', async () => {
    const { info } = await drawn(aLetter([paragraph('Annwyl Weinidog,')], { language: 'cy-GB' }))
    expect(info['Language']).toBe('cy-GB')
  })

  test('a draft without a date has none', async () => {
    const tree = specimenTree()
    delete tree.date
    const { info } = await drawn(tree)
    expect(info).not.toHaveProperty('CreationDate')
  })

  test('the same tree gives the same bytes', async () => {
    const [first, second] = [
      await renderPdf(specimenTree(), look),
      await renderPdf(specimenTree(), specimenLook()),
    ]
    expect(Buffer.compare(first, second)).toBe(0)
  })

  test('every colour and every font is in the file, and no font of the machine', async () => {
    const file = Buffer.from(await renderPdf(specimenTree(), look)).toString('latin1')
    const fonts = [...file.matchAll(/\/FontName \/[A-Z]{6}\+(\S+)/g)].map(match => match[1])
    expect([...new Set(fonts)].sort()).toEqual([
      'Arimo-Bold',
      'Arimo-Italic',
      'Arimo-Regular',
      'NotoSansSymbols2-Regular',
    ])
    expect(file).toMatch(/\/OutputIntents \[<<[^>]*\/S \/GTS_PDFA1[^>]*\/DestOutputProfile \d+ 0 R/)
  })
})

describe('running matter', () => {
  const pages = aLetter([
    paragraph('One'),
    { type: 'heading', depth: 1, newPage: true, children: [{ type: 'text', value: 'Two' }] },
    { type: 'heading', depth: 1, newPage: true, children: [{ type: 'text', value: 'Three' }] },
  ])

  test('header and page number stand from the second page on', async () => {
    const { artifacts } = await drawn(pages)
    expect(artifacts).toEqual([
      [],
      ['Running header', 'Page 2 of 3'],
      ['Running header', 'Page 3 of 3'],
    ])
  })

  test('a draft has its header and its watermark on every page', async () => {
    const { artifacts, words } = await drawn({ ...pages, watermark: 'DRAFT' })
    expect(artifacts).toEqual([
      ['DRAFT', 'Running header'],
      ['DRAFT', 'Running header', 'Page 2 of 3'],
      ['DRAFT', 'Running header', 'Page 3 of 3'],
    ])
    expect(words).toBe('One Two Three')
  })
})

describe('every character', () => {
  test.each([
    '$x$ <1% * # @ref \\ C# #read("/etc/hosts") {{x}} ]]> &amp; _a_ `b` ~ // /* */ -- --- ...',
    '‘curly’ “quotes” – — … ŵ ŷ Ŵ Ŷ £ € é § ½ × non\u2011breaking 12\u00a0March\u00a02026',
    '✓ ✔ ✗ ☑ ☐ → ← • ▪ ■ ● ◦ ➢ ≤ ≥',
    'straight \'quotes\' "too" = - + 1. / term: [link] (c)',
  ])('%s comes out as it is', async value => {
    const { words } = await drawn(aLetter([paragraph(value)]))
    expect(words).toBe(oneSpace(value))
  })

  test.each(['Arial', 'Calibri', 'Times New Roman'])('%s draws them all', async font => {
    const { files } = fontFilesFor({ ...look, font }, () => undefined)
    if (!files) throw new Error(`no files for ${font}`)
    const value = 'ŵ ŷ € non\u2011breaking 5\u2032 ✓ ✗ ☑ → ■ ► ➢ ½ ≤'
    const made = await renderPdf(aLetter([paragraph(value)]), { ...look, font, fontFiles: files })
    const { words } = await readPdf(made)
    expect(words).toBe(value)
  })

  test('ten thousand characters in one paragraph come out', async () => {
    const value = Array.from({ length: 1900 }, (_, i) => `w${i}`).join(' ')
    const { words } = await drawn(aLetter([paragraph(value)]))
    expect(value.length).toBeGreaterThan(10_000)
    expect(words).toBe(value)
  })

  test('a word longer than a line breaks, and is still one word', async () => {
    const address = `https://northshire.example/${'reports/of-the-year/'.repeat(8)}${'x'.repeat(200)}`
    const { words, lines } = await drawn(aLetter([paragraph(`See ${address} there`)]))
    expect(words.replaceAll(' ', '')).toBe(`See${address}there`)
    expect(lines[0]?.every(line => line.length < 100)).toBe(true)
  })

  test('a character that no font holds is refused', async () => {
    const letter = aLetter([paragraph('Good 😀')])
    await expect(renderPdf(letter, look)).rejects.toThrow('Unexpected character U+1F600')
  })
})

describe('what a tree must not hold', () => {
  const linked = (url: string) =>
    aLetter([
      {
        type: 'paragraph',
        children: [{ type: 'link', url, children: [{ type: 'text', value: 'x' }] }],
      },
      { type: 'heading', depth: 1, id: 'part', children: [{ type: 'text', value: 'Part' }] },
    ])

  test.each(['javascript:alert(1)', 'file:///etc/hosts', 'data:text/html,x', '#elsewhere', 'part'])(
    'a link to %s is refused',
    async url => {
      await expect(renderPdf(linked(url), look)).rejects.toThrow(`Unexpected link to ${url}`)
    },
  )

  test.each([
    'https://northshire.example/?a=1&b="2"',
    'mailto:a@b.example',
    'tel:01632960123',
    '#part',
  ])('a link to %s is drawn', async url => {
    const { tags } = await drawn(linked(url))
    expect(tags).toContain('Link')
  })

  test('a line feed in a text is refused', async () => {
    const letter = aLetter([paragraph('one\ntwo')])
    await expect(renderPdf(letter, look)).rejects.toThrow('Unexpected line feed')
  })

  test('a skipped heading is refused', async () => {
    const letter = aLetter([
      { type: 'heading', depth: 2, children: [{ type: 'text', value: 'Part' }] },
    ])
    await expect(renderPdf(letter, look)).rejects.toThrow('heading')
  })

  test('a family that the files do not hold is refused', async () => {
    const fontFiles = { ...look.fontFiles, family: 'Garamond' }
    await expect(renderPdf(aLetter([paragraph('x')]), { ...look, fontFiles })).rejects.toThrow(
      'unknown font family: garamond',
    )
  })
})

describe('page breaks', () => {
  const filler = (count: number) => Array.from({ length: count }, (_, i) => paragraph(`Line ${i}`))
  const closing = (...before: Paragraph[]): Block => ({
    type: 'closing',
    children: [
      ...before,
      paragraph('Yours sincerely,', { role: 'sign-off' }),
      paragraph('Rowan Aldercott', { role: 'signatory' }),
    ],
  })
  const FULL = 30

  test('a heading keeps with what follows, and so does a lead', async () => {
    for (let count = FULL - 6; count < FULL + 2; count++) {
      const { lines } = await drawn(
        aLetter([
          ...filler(count),
          { type: 'heading', depth: 1, children: [{ type: 'text', value: 'Part' }] },
          {
            type: 'blockquote',
            voice: 'report',
            keepWithNext: true,
            children: [paragraph('Lead:')],
          },
          { type: 'heading', depth: 2, children: [{ type: 'text', value: 'Section' }] },
          paragraph('Answer'),
        ]),
      )
      const page = lines.findIndex(page => page.includes('Part'))
      expect(lines[page]).toEqual(expect.arrayContaining(['Part', 'Lead:', 'Section', 'Answer']))
    }
  })

  test('a short list is whole, and the sentence that opens it keeps with it', async () => {
    const items = ['one', 'two', 'three'].map((word): ListItem => ({
      type: 'listItem',
      children: [paragraph(word)],
    }))
    const list: Block = { type: 'list', ordered: false, start: 1, children: items }
    for (let count = FULL - 6; count < FULL + 2; count++) {
      const { lines } = await drawn(aLetter([...filler(count), paragraph('The grades: -'), list]))
      const page = lines.find(page => page.includes('The grades: -'))
      expect(page).toEqual(expect.arrayContaining(['• one', '• two', '• three']))
    }
  })

  test('the sign-off is never alone on a page', async () => {
    for (let count = FULL - 12; count < FULL + 2; count++) {
      const { lines } = await drawn(aLetter([...filler(count), closing()]))
      const page = lines.find(page => page.includes('Yours sincerely,'))
      expect(page).toContain(`Line ${count - 1}`)
      expect(page).toContain('Rowan Aldercott')
    }
  })

  test('the copies are never alone on a page', async () => {
    for (let count = FULL - 12; count < FULL - 4; count++) {
      const copies = paragraph('cc: HMICFRS', { role: 'copies' })
      const { lines } = await drawn(aLetter([...filler(count), closing(), copies]))
      expect(lines.find(page => page.includes('cc: HMICFRS'))).toContain('Rowan Aldercott')
    }
  })
})
