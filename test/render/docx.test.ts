import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { buildSync } from 'esbuild'
import { describe, expect, test } from 'vitest'
import type {
  Block,
  DocumentTree,
  Image,
  Inline,
  Letterhead,
  ListItem,
  Media,
  Node,
  Paragraph,
} from '../../src/document/tree.ts'
import { renderDocx } from '../../src/render/docx.ts'
import { specimenLogo, specimenLook, specimenSignature, specimenTree } from '../specimen-tree.ts'
import { elements, first, prettyXml, readDocx, value, wordsOf } from './docx/read-docx.ts'

const bytesOf = (changes: Partial<DocumentTree> = {}) =>
  renderDocx(specimenTree(changes), specimenLook())
const read = async (changes: Partial<DocumentTree> = {}) => readDocx(await bytesOf(changes))
const bodyOf = async (...children: Block[]) => (await read({ children })).xml('word/document.xml')

const text = (words: string): Inline => ({ type: 'text', value: words })
const says = (words: string): Block => ({ type: 'paragraph', children: [text(words)] })
const item = (...children: (string | Block)[]): ListItem => ({
  type: 'listItem',
  children: children.map(child => (typeof child === 'string' ? says(child) : child)),
})
const list = (start: number, ...children: ListItem[]): Block => ({
  type: 'list',
  ordered: true,
  start,
  children,
})
const heading = (id: string, newPage = false): Block => ({
  type: 'heading',
  depth: 1,
  id,
  newPage,
  children: [text(id)],
})
const report = (...children: Block[]): Block => ({ type: 'blockquote', voice: 'report', children })
const links = (url: string): Block => ({
  type: 'paragraph',
  children: [{ type: 'link', url, children: [text('there')] }],
})
const row = (...cells: string[]) => ({
  type: 'tableRow' as const,
  children: cells.map(cell => ({ type: 'tableCell' as const, children: [text(cell)] })),
})
const table: Block = {
  type: 'table',
  align: [null, 'right'],
  children: [row('A', 'B'), row('1', '2')],
}

const noFonts = { family: '', faces: [], symbols: [] }

/** A script that imports from the project's root, as one text. */
function bundled(contents: string): string {
  const resolveDir = fileURLToPath(new URL('../..', import.meta.url))
  const { outputFiles } = buildSync({
    stdin: { contents, resolveDir, loader: 'ts' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    write: false,
  })
  return outputFiles[0]?.text ?? ''
}

const INLINE: Node['type'][] = ['text', 'strong', 'emphasis', 'link', 'gap']
const wordsOfTree = (node: Node): string => {
  if (node.type === 'text') return node.value
  const inner = 'children' in node ? node.children.map(wordsOfTree).join('') : ''
  return INLINE.includes(node.type) ? inner : ` ${inner} `
}
const words = (of: string) => of.split(/\s+/).filter(Boolean)

describe('the Word file', () => {
  test('shows every kind of node as reviewed', async () => {
    const { textOf } = await read()
    const shown = prettyXml(textOf('word/document.xml'))
    await expect(shown).toMatchFileSnapshot('docx/specimen.document.xml')
  })
  test('says the words of the tree, in their order and nothing else', async () => {
    const expected = words(specimenTree().children.map(wordsOfTree).join(' '))
    expect(expected.length).toBeGreaterThan(300)
    expect(words(wordsOf((await read()).xml('word/document.xml')))).toEqual(expected)
  })
  test('is the same bytes on every run', async () => {
    expect(Buffer.from(await bytesOf()).equals(Buffer.from(await bytesOf()))).toBe(true)
  })
  test('is the same bytes in every process and zone', () => {
    const script = bundled(`
      import { createHash } from 'node:crypto'
      import { renderDocx } from './src/render/docx.ts'
      const { fontFiles, ...look } = ${JSON.stringify(specimenLook({ fontFiles: noFonts }))}
      const tree = ${JSON.stringify(specimenTree({ children: [heading('a'), links('#a'), table] }))}
      process.stdout.write(createHash('sha256').update(await renderDocx(tree, look)).digest('hex'))
    `)
    const hashes = ['Asia/Tokyo', 'America/Anchorage'].map(zone =>
      execFileSync(process.execPath, ['--input-type=module'], {
        input: script,
        env: { ...process.env, TZ: zone },
        encoding: 'utf8',
      }),
    )
    expect(hashes[0]).toMatch(/^[\da-f]{64}$/)
    expect(hashes[1]).toBe(hashes[0])
  })
  test('is drawn from a tree that came from another thread', async () => {
    const look = specimenLook()
    const copied = await renderDocx(structuredClone(specimenTree()), structuredClone(look))
    expect(Buffer.from(copied).equals(Buffer.from(await bytesOf()))).toBe(true)
  })
  test('has the title, author and language of the letter, and its date for all dates', async () => {
    const core = (await read()).xml('docProps/core.xml')
    const says = (name: string) => first(core, name)?.textContent
    expect(says('dc:title')).toBe(specimenTree().title)
    expect(says('dc:creator')).toBe(specimenTree().author)
    expect(says('dc:language')).toBe('en-GB')
    expect(says('dcterms:created')).toBe('2026-03-12T00:00:00Z')
    expect(says('dcterms:modified')).toBe('2026-03-12T00:00:00Z')
  })
  test('has no date where the letter has none yet', async () => {
    const undated = specimenTree()
    delete undated.date
    const { textOf } = readDocx(await renderDocx(undated, specimenLook()))
    expect(textOf('docProps/core.xml')).toContain('dc:title')
    expect(textOf('docProps/core.xml')).not.toContain('dcterms:created')
  })
  test('says its language where spelling is checked', async () => {
    const { xml } = await read({ language: 'cy-GB' })
    expect(value(first(xml('word/styles.xml'), 'w:docDefaults'), 'w:lang')).toBe('cy-GB')
    expect(value(xml('word/settings.xml'), 'w:themeFontLang')).toBe('cy-GB')
  })
})

describe('styles', () => {
  test('that are used are there', async () => {
    const { xml } = await read()
    const known = elements(xml('word/styles.xml'), 'w:style').map(e => e.getAttribute('w:styleId'))
    const used = ['document', 'header1', 'header2', 'footer1', 'footer2'].flatMap(part =>
      ['w:pStyle', 'w:rStyle', 'w:tblStyle'].flatMap(name =>
        elements(xml(`word/${part}.xml`), name).map(e => e.getAttribute('w:val')),
      ),
    )
    expect(new Set(used).size).toBeGreaterThan(25)
    expect(used.filter(style => !known.includes(style))).toEqual([])
  })
  test('are all the looks that headings and prose have', async () => {
    const document = await bodyOf(heading('a'), says('b'), report(says('c')))
    const properties = elements(document, 'w:pPr').map(e =>
      [...e.childNodes].map(({ nodeName }) => nodeName).filter(name => name !== 'w:sectPr'),
    )
    // A short quotation besides says that it is not to be torn.
    expect(properties).toEqual([['w:pStyle'], ['w:pStyle'], ['w:pStyle', 'w:keepLines']])
  })
  test('put the font of the letterhead in place of Word’s own', async () => {
    const { xml } = readDocx(
      await renderDocx(specimenTree(), specimenLook({ font: 'Gill & Sons "Sans"' })),
    )
    const fonts = first(first(xml('word/styles.xml'), 'w:docDefaults')!, 'w:rFonts')
    expect(fonts?.getAttribute('w:ascii')).toBe('Gill & Sons "Sans"')
  })
})

describe('lists', () => {
  const numbersOf = async (...children: Block[]) => {
    const { xml } = await read({ children })
    const numbering = xml('word/numbering.xml')
    const startOf = (id: string | null, level: string | null) => {
      const num = elements(numbering, 'w:num').find(e => e.getAttribute('w:numId') === id)!
      const override = elements(num, 'w:lvlOverride').find(e => e.getAttribute('w:ilvl') === level)
      return value(override, 'w:startOverride')
    }
    return elements(xml('word/document.xml'), 'w:numPr').map(e => {
      const [id, level] = [value(e, 'w:numId'), value(e, 'w:ilvl')]
      return { id, level, start: startOf(id, level) }
    })
  }
  test('begin with their own number, each anew', async () => {
    const [a, b, c, d] = await numbersOf(
      list(1, item('one'), item('two')),
      says('between'),
      list(1, item('one')),
      list(4, item('four')),
    )
    expect(b).toEqual(a)
    expect(c?.id).not.toBe(a?.id)
    expect([a, c, d].map(number => number?.start)).toEqual(['1', '1', '4'])
  })
  test('in a list begin anew too, a level deeper', async () => {
    const [outer, second, inner, third] = await numbersOf(
      list(1, item('one'), item('two', list(3, item('three'))), item('again outside')),
    )
    expect([second, third]).toEqual([outer, outer])
    expect(inner).toMatchObject({ level: '1', start: '3' })
    expect(inner?.id).not.toBe(outer?.id)
  })
  test('beside the report’s bar hang from the bar’s own words, however deep', async () => {
    const { xml } = await read({
      children: [report(says('should:'), list(1, item('a', list(1, item('b', 'and more')))))],
    })
    const levels = elements(xml('word/numbering.xml'), 'w:abstractNum')
      .slice(1) // docx's own bullets, which nothing uses
      .flatMap(e => elements(e, 'w:ind'))
    const edges = levels.map(
      e => Number(e.getAttribute('w:left')) - Number(e.getAttribute('w:hanging')),
    )
    expect(edges.length).toBeGreaterThan(17)
    const style = elements(xml('word/styles.xml'), 'w:style').find(
      e => e.getAttribute('w:styleId') === 'Report',
    )!
    expect(new Set(edges)).toEqual(new Set([Number(first(style, 'w:ind')?.getAttribute('w:left'))]))
  })
  test('are not made of words that look like their names', async () => {
    const typed = '{body from 1 at level 0-1} {body bullets-0} {{x}}'
    const document = await bodyOf(says(typed), list(1, item(typed)))
    expect(words(wordsOf(document))).toEqual([...words(typed), ...words(typed)])
  })
})

describe('what keeps together', () => {
  const kept = (paragraphs: ReturnType<typeof elements>, name = 'w:keepNext') =>
    paragraphs.map(e => first(e, name) !== undefined)

  test('a node that keeps with the next, a long quotation by its end', async () => {
    const long = says('A sentence of the report that goes on. '.repeat(10))
    const document = await bodyOf(
      { type: 'paragraph', keepWithNext: true, children: [text('lead')] },
      { type: 'blockquote', voice: 'report', keepWithNext: true, children: [long, says('b')] },
      says('c'),
    )
    expect(kept(elements(document, 'w:p'))).toEqual([true, false, true, false])
  })
  test('a short quotation, list or table with itself', async () => {
    const document = await bodyOf(
      { type: 'blockquote', voice: 'report', children: [says('a'), says('b')] },
      list(1, item('c'), item('d')),
      { type: 'table', align: [null], children: [row('e'), row('f'), row('g')] },
      says('h'),
    )
    // The header row stays with the first of the others in any table.
    const both = [true, false]
    expect(kept(elements(document, 'w:p'))).toEqual([...both, ...both, true, true, false, false])
  })
  test('the copies with the closing before them', async () => {
    const document = await bodyOf(
      { type: 'closing', children: [{ ...says('Signed'), role: 'signatory' } as Paragraph] },
      { ...says('cc: HMICFRS'), role: 'copies' } as Paragraph,
    )
    expect(kept(elements(document, 'w:p'))).toEqual([true, false])
  })
  test('the closing, with the end of what stands before it', async () => {
    const document = await bodyOf(says('long before'), says('before'), {
      type: 'closing',
      children: [
        { type: 'paragraph', role: 'sign-off', children: [text('Yours sincerely,')] },
        { type: 'image', media: specimenSignature(), alt: 'Signature', width: 50, height: 15 },
        { type: 'paragraph', role: 'signatory', children: [text('A Name')] },
      ],
    })
    const paragraphs = elements(document, 'w:p')
    expect(kept(paragraphs)).toEqual([false, true, true, true, false])
    expect(kept(paragraphs, 'w:keepLines')).toEqual([false, false, true, true, true])
  })
  test('a sign-off and its name, with room to sign where there is no picture', async () => {
    const role = (name: 'sign-off' | 'signatory'): Paragraph => ({
      type: 'paragraph',
      role: name,
      children: [text(name)],
    })
    const document = await bodyOf({
      type: 'closing',
      children: [role('sign-off'), role('signatory')],
    })
    const [signOff, signatory] = elements(document, 'w:p')
    expect(Number(first(signOff!, 'w:spacing')?.getAttribute('w:after'))).toBeGreaterThan(1000)
    expect(elements(signatory!, 'w:spacing')).toEqual([])
  })
  test('a part that begins a page', async () => {
    const document = await bodyOf(says('before'), heading('a', true))
    expect(kept(elements(document, 'w:p'), 'w:pageBreakBefore')).toEqual([false, true])
  })
})

describe('tables', () => {
  test('repeat their first row, and no other', async () => {
    const rows = elements(await bodyOf(table), 'w:tr')
    expect(rows.map(e => elements(e, 'w:tblHeader').length)).toEqual([1, 0])
  })
  test('that meet stay two', async () => {
    const document = await bodyOf(table, table)
    const names = [...first(document, 'w:body')!.childNodes].map(({ nodeName }) => nodeName)
    expect(names).toEqual(['w:tbl', 'w:p', 'w:tbl', 'w:p', 'w:sectPr'])
  })
})

describe('links', () => {
  test('lead to the bookmark of a heading, whatever its id', async () => {
    const id = `a.b-c ${'long'.repeat(20)}`
    const document = await bodyOf(heading(id), heading(`${id}2`), links(`#${id}2`))
    const names = elements(document, 'w:bookmarkStart').map(e => e.getAttribute('w:name'))
    expect(new Set(names).size).toBe(2)
    expect(names.every(name => /^[A-Za-z]\w{0,39}$/.test(name ?? ''))).toBe(true)
    expect(first(document, 'w:hyperlink')?.getAttribute('w:anchor')).toBe(names[1])
  })
  test.each([
    ['https://inspectorate.example/a?b=1&c=%20d#e', 'https://inspectorate.example/a?b=1&c=%20d#e'],
    [
      'https://inspectorate.example/"a b"/100%/tŷ',
      'https://inspectorate.example/%22a%20b%22/100%25/t%C5%B7',
    ],
    ['mailto:a.name@office.example', 'mailto:a.name@office.example'],
  ])('lead to %s', async (typed, address) => {
    const { xml } = await read({ children: [links(typed)] })
    const id = first(xml('word/document.xml'), 'w:hyperlink')?.getAttribute('r:id')
    const relationship = elements(xml('word/_rels/document.xml.rels'), 'Relationship').find(
      e => e.getAttribute('Id') === id,
    )
    expect(relationship?.getAttribute('Target')).toBe(address)
    expect(relationship?.getAttribute('TargetMode')).toBe('External')
  })
  test('to nothing are a fault of ours', async () => {
    await expect(bodyOf(links('#nowhere'))).rejects.toThrow('Missing heading with the id nowhere')
  })
})

describe('pictures', () => {
  const logo = (alt: string): Block => ({
    type: 'image',
    media: specimenLogo(),
    alt,
    width: 30,
    height: 20,
  })
  test('have their words, or are marked as decorative', async () => {
    const [spoken, silent] = elements(await bodyOf(logo('A lantern'), logo('')), 'wp:docPr')
    expect(spoken?.getAttribute('descr')).toBe('A lantern')
    expect(elements(spoken!, 'adec:decorative')).toHaveLength(0)
    expect(first(silent!, 'adec:decorative')?.getAttribute('val')).toBe('1')
  })
  test('keep their proportions in a box of others', async () => {
    const extent = first(await bodyOf(logo('')), 'wp:extent')
    expect(extent?.getAttribute('cx')).toBe('720000')
    expect(extent?.getAttribute('cy')).toBe('720000')
  })
  test('that are JPEG files stay so', async () => {
    const media = { ...specimenSignature(), kind: 'jpeg' } as Media
    const image: Image = { type: 'image', media, alt: 'Signed', width: 50, height: 15 }
    const { paths, textOf } = await read({ children: [image] })
    expect(paths).toContain('word/media/image1.jpg')
    expect(textOf('[Content_Types].xml')).toContain('ContentType="image/jpeg" Extension="jpg"')
  })
  test('drawn as SVG have a PNG for programs that know no SVG', async () => {
    const { paths } = await read({ children: [logo('')] })
    expect(paths.filter(path => path.startsWith('word/media/')).sort()).toEqual([
      'word/media/image1.png',
      'word/media/image1.svg',
    ])
  })
})

describe('the letterhead', () => {
  const contact: Paragraph = { type: 'paragraph', role: 'contact', children: [text('1 Lane')] }
  const wordmark: Paragraph = { type: 'paragraph', role: 'wordmark', children: [text('Name')] }
  const logo: Image = { type: 'image', media: specimenLogo(), alt: '', width: 22, height: 22 }
  const widths = async (node: Omit<Letterhead, 'type'>) => {
    const document = await bodyOf({ type: 'letterhead', ...node }, says('after'))
    const [section] = elements(document, 'w:sectPr')
    return elements(section!, 'w:col').map(e =>
      Math.round((Number(e.getAttribute('w:w')) / 1440) * 25.4),
    )
  }
  test('stands in columns as wide as the lines', async () => {
    expect(await widths({ logo, children: [wordmark, contact] })).toEqual([22, 70, 38])
  })
  test('puts the contact to the right of a logo that says the name itself', async () => {
    expect(await widths({ logo, children: [contact] })).toEqual([98, 38])
  })
  test('of one thing has no columns', async () => {
    expect(await widths({ children: [wordmark] })).toEqual([])
  })
  test('has a line below it, in the colour of the office', async () => {
    const { xml } = await read({
      children: [{ type: 'letterhead', children: [wordmark] }, says('after')],
    })
    const rule = elements(xml('word/styles.xml'), 'w:style').find(
      e => e.getAttribute('w:styleId') === 'LetterheadRule',
    )
    expect(first(rule!, 'w:top')?.getAttribute('w:color')).toBe('1D4F5F')
    const styles = elements(xml('word/document.xml'), 'w:p').map(e => value(e, 'w:pStyle'))
    expect(styles).toEqual(['Wordmark', 'LetterheadEnd', 'LetterheadRule', 'BodyText'])
  })
  test('and the text after it are one run of pages', async () => {
    const document = await bodyOf({ type: 'letterhead', children: [wordmark] }, says('after'))
    const [head, body] = elements(document, 'w:sectPr')
    expect(value(head, 'w:type')).toBe(null)
    expect(value(body, 'w:type')).toBe('continuous')
    expect(elements(body!, 'w:headerReference')).toEqual([])
  })
})

describe('running matter', () => {
  const runningWords = async (changes: DocumentTree) => {
    const { xml, paths } = readDocx(await renderDocx(changes, specimenLook()))
    const [section] = elements(xml('word/document.xml'), 'w:sectPr')
    const targets = elements(xml('word/_rels/document.xml.rels'), 'Relationship')
    const says = (kind: string, type: string) => {
      const reference = elements(section!, `w:${kind}Reference`).find(
        e => e.getAttribute('w:type') === type,
      )
      const target = targets.find(e => e.getAttribute('Id') === reference?.getAttribute('r:id'))
      return wordsOf(xml(`word/${target?.getAttribute('Target')}`)).trim()
    }
    expect(paths).toContain('word/header1.xml')
    return { says }
  }
  test('begins on the second page', async () => {
    const final = specimenTree({ header: 'Response' })
    delete final.watermark
    const { says } = await runningWords(final)
    expect(says('header', 'default')).toBe('Response')
    expect(says('footer', 'default')).toBe('Page  of')
    expect([says('header', 'first'), says('footer', 'first')]).toEqual(['', ''])
  })
  test('of a draft says so on every page, in words and in a watermark', async () => {
    const draft = specimenTree()
    const { says } = await runningWords(draft)
    expect(says('header', 'default')).toBe(draft.header)
    expect(says('header', 'first')).toBe(draft.header)
    const { textOf } = await read()
    for (const part of ['word/header1.xml', 'word/header2.xml'])
      expect(textOf(part)).toContain('string="DRAFT"')
  })
})

describe('words', () => {
  const typed = [
    '$ 5 <1% * # @ \\ C# {{x}} ]]> &amp; “curly” ‘quotes’ – — … ŵ ŷ £ € → ✓ ✗ •',
    'no\u00a0break, two  spaces, a trailing one ',
    'x'.repeat(10_000),
  ]
  test.each(typed)('come out as typed: %.40s', async line => {
    const document = await bodyOf(says(line))
    const [shown] = elements(document, 'w:t')
    expect(shown?.textContent).toBe(line)
    expect(shown?.getAttribute('xml:space')).toBe('preserve')
  })
})
