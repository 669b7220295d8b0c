import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Element } from '@xmldom/xmldom'
import { unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import type { Block, DocumentTree, Inline } from '../../../src/document/tree.ts'
import { renderDocx } from '../../../src/render/docx.ts'
import { inspectWord } from '../../../src/stationery/inspect-word.ts'
import { prepareWord } from '../../../src/stationery/prepare-word.ts'
import { specimenLook, specimenTree } from '../../specimen-tree.ts'
import {
  aWordFile,
  BODY,
  p,
  part,
  partsOfWord,
  r,
  style,
  STYLES,
  textBox,
} from '../../stationery/make-word.ts'
import type { WordFile } from '../../stationery/make-word.ts'
import { elements, first, readDocx, value, wordsOf } from './read-docx.ts'

const fixture = (name: string) =>
  readFileSync(fileURLToPath(new URL(`../../stationery/${name}.docx`, import.meta.url)))
const fixtures = ['northshire-word', 'northshire-word-libreoffice']

/** Of a final letter, which leaves headers alone. */
const finalTree = (changes: Partial<DocumentTree> = {}): DocumentTree => {
  const tree = specimenTree(changes)
  delete tree.watermark
  return {
    ...tree,
    children: tree.children.filter(
      block => !(block.type === 'paragraph' && block.role === 'draft'),
    ),
  }
}
const on = async (docx: Uint8Array, tree = finalTree()) => {
  const bytes = await renderDocx(tree, specimenLook({ stationery: { docx } }))
  return { ...readDocx(bytes), bytes, parts: unzipSync(bytes) }
}
const onFile = (file: WordFile, tree?: DocumentTree) => on(aWordFile(file), tree)
const text = (words: string): Inline => ({ type: 'text', value: words })
const says = (words: string): Block => ({ type: 'paragraph', children: [text(words)] })
const short = (...children: Block[]) =>
  finalTree({ children: children.length > 0 ? children : [says('The letter.')] })
const shown = (document: Parameters<typeof wordsOf>[0]) =>
  wordsOf(document).replace(/\s+/g, ' ').trim()
const documentOf = async (file: WordFile, tree = short()) =>
  (await onFile(file, tree)).xml('word/document.xml')
const wordsOn = async (body: string, tree = short()) => shown(await documentOf({ body }, tree))

/** An element as its name, attributes and children, whatever the order its attributes are written in. */
function plain(element: Element): unknown[] {
  const attributes = [...element.attributes]
    .filter(({ name }) => !name.startsWith('xmlns') && name !== 'mc:Ignorable')
    .map(({ name, value }) => `${name}=${value}`)
    .sort()
  return [
    element.nodeName,
    attributes,
    ...[...element.childNodes].map(node =>
      node.nodeType === 1 ? plain(node as Element) : node.nodeValue,
    ),
  ]
}
const childrenOf = (xml: (path: string) => { documentElement: Element | null }, path: string) =>
  [...(xml(path).documentElement?.childNodes ?? [])]
    .filter(node => node.nodeType === 1)
    .map(node => JSON.stringify(plain(node as Element)))

describe.each(fixtures)('on %s', name => {
  test('every part that is not added to keeps its bytes', async () => {
    const { parts } = await on(fixture(name))
    const before = unzipSync(fixture(name))
    const addedTo = [
      '[Content_Types].xml',
      'word/document.xml',
      'word/_rels/document.xml.rels',
      'word/styles.xml',
      'word/numbering.xml',
      'docProps/core.xml',
      'docProps/app.xml',
      'docProps/custom.xml',
    ]
    for (const [path, bytes] of Object.entries(before)) {
      if (addedTo.includes(path) || path === 'word/stylesWithEffects.xml') continue
      const asksByName = /\{\{/.test(Buffer.from(bytes).toString('latin1')) && path.endsWith('.xml')
      if (!asksByName) expect(Buffer.from(parts[path] ?? '').equals(bytes), path).toBe(true)
    }
    expect(parts['word/stylesWithEffects.xml']).toBe(undefined)
  })
  test('the parts that are added to keep all that they had, in its order', async () => {
    const { xml } = await on(fixture(name))
    const before = readDocx(fixture(name))
    for (const path of [
      '[Content_Types].xml',
      'word/_rels/document.xml.rels',
      'word/numbering.xml',
    ]) {
      const now = childrenOf(xml, path)
      const had = childrenOf(before.xml as never, path).filter(
        child => !child.includes('stylesWithEffects'),
      )
      expect(
        now.filter(child => had.includes(child)),
        path,
      ).toEqual(had)
      expect(new Set(now).size).toBe(now.length)
    }
    // The language is the letter's, wherever the letter's words take it from.
    const inGerman = (child: string) => child.replaceAll('w:val=en-US', 'w:val=en-GB')
    const now = childrenOf(xml, 'word/styles.xml')
    const had = childrenOf(before.xml as never, 'word/styles.xml').map(inGerman)
    expect(now.slice(0, had.length).map(inGerman)).toEqual(had)
  })
  test('page, margins, headers and footers are the stationery’s', async () => {
    const { xml } = await on(fixture(name))
    const sections = elements(xml('word/document.xml'), 'w:sectPr')
    const before = elements(readDocx(fixture(name)).xml('word/document.xml'), 'w:sectPr')
    expect(sections.map(plain)).toEqual(before.map(plain))
  })
  test('it is the same bytes on every run', async () => {
    const [once, again] = await Promise.all([on(fixture(name)), on(fixture(name))])
    expect(Buffer.from(once.bytes).equals(again.bytes)).toBe(true)
  })
  test('a draft’s watermark is in each header, and its notice in the letter', async () => {
    const { textOf, xml, paths } = await on(fixture(name), specimenTree())
    const headers = paths.filter(path => /^word\/header\d+\.xml$/.test(path))
    expect(headers.length).toBeGreaterThan(2)
    for (const path of headers) expect(textOf(path).match(/string="DRAFT"/g), path).toHaveLength(1)
    expect(shown(xml('word/document.xml') as never)).toContain('Draft: this letter has gaps')
    const before = readDocx(fixture(name))
    for (const path of headers)
      expect(wordsOf(xml(path) as never).replace('OPCC/26/031', '{{our_ref}}')).toBe(
        wordsOf(before.xml(path) as never),
      )
  })
  test('nobody’s name is passed on', async () => {
    const { parts } = await on(fixture(name))
    const all = Object.values(parts)
      .map(bytes => Buffer.from(bytes).toString('latin1'))
      .join()
    expect(all).not.toContain('A. Designer')
    expect(all).not.toContain('python-docx')
  })
  test('title, author, language and dates are the letter’s', async () => {
    const core = (await on(fixture(name))).xml('docProps/core.xml')
    expect(first(core, 'dc:title')?.textContent).toBe(finalTree().title)
    expect(first(core, 'dc:language')?.textContent).toBe('en-GB')
    expect(first(core, 'dcterms:modified')?.textContent).toBe('2026-03-12T00:00:00Z')
  })
  test('all ids are of one thing each, and all styles, lists and relationships are there', async () => {
    const { xml } = await on(fixture(name))
    const document = xml('word/document.xml')
    const ids = (tag: string, key: string) => elements(document, tag).map(e => e.getAttribute(key))
    for (const found of [
      ids('wp:docPr', 'id'),
      ids('w:bookmarkStart', 'w:id'),
      ids('w:bookmarkStart', 'w:name'),
    ])
      expect(new Set(found).size).toBe(found.length)
    const known = (path: string, tag: string, key: string) =>
      elements(xml(path), tag).map(e => e.getAttribute(key))
    const styles = known('word/styles.xml', 'w:style', 'w:styleId')
    expect(new Set(styles).size).toBe(styles.length)
    for (const tag of ['w:pStyle', 'w:rStyle', 'w:tblStyle'])
      expect(
        ids(tag, 'w:val').filter(id => !styles.includes(id)),
        tag,
      ).toEqual([])
    const lists = known('word/numbering.xml', 'w:num', 'w:numId')
    expect(ids('w:numId', 'w:val').filter(id => !lists.includes(id))).toEqual([])
    const targets = known('word/_rels/document.xml.rels', 'Relationship', 'Id')
    expect(new Set(targets).size).toBe(targets.length)
    expect(
      [...ids('w:hyperlink', 'r:id'), ...ids('a:blip', 'r:embed')].filter(
        id => id && !targets.includes(id),
      ),
    ).toEqual([])
  })
})

describe('what a name in braces asks for', () => {
  const fields = { ...specimenTree().fields, our_ref: ['A/1'], your_ref: [] }
  const tree = (changes: Partial<typeof fields> = {}) => ({
    ...short(),
    fields: { ...fields, ...changes },
  })
  const onPage = (body: string, changes?: Partial<typeof fields>) =>
    wordsOn(body + BODY, tree(changes))
  test('is put in, however Word has split it, in its own format', async () => {
    const split = `<w:p>${r('Ref: {', '<w:b/>')}<w:proofErr w:type="spellStart"/>${r('{OUR', '<w:b/>')}<w:bookmarkStart w:id="4" w:name="x"/>${r('_ref ', '<w:i/>')}<w:bookmarkEnd w:id="4"/>${r('}}.')}</w:p>`
    const document = await documentOf({ body: split + BODY }, tree())
    expect(shown(document as never)).toMatch(/^Ref: A\/1\. /)
    const run = elements(document, 'w:r').find(e => e.textContent === 'Ref: A/1')
    expect(first(run!, 'w:b')).toBeDefined()
    expect(elements(document, 'w:bookmarkStart').map(e => e.getAttribute('w:name'))).toEqual(['x'])
  })
  test('of several lines becomes lines of its run', async () => {
    const document = await documentOf(
      { body: p('To: {{addressee}}!') + BODY },
      tree({ addressee: ['A & Sons', 'B <C>', 'D'] }),
    )
    const run = first(document, 'w:r')!
    expect([...run.childNodes].map(({ nodeName }) => nodeName)).toEqual([
      'w:t',
      'w:br',
      'w:t',
      'w:br',
      'w:t',
    ])
    expect(run.textContent).toBe('To: A & SonsB <C>D!')
  })
  test('of several lines is not stretched where the words around it are justified', async () => {
    const justified = '<w:pPr><w:jc w:val="both"/></w:pPr>'
    const styles = STYLES + style('Block', 'Block', justified)
    const alignedBy = async (properties: string, name = 'addressee') => {
      const body = p(`{{${name}}}`, properties) + BODY
      const document = await documentOf({ body, styles }, tree())
      const own = first(first(document, 'w:p')!, 'w:pPr')
      return (
        [...(own?.childNodes ?? [])].map(({ nodeName }) => nodeName).join(' ') +
        (value(own, 'w:jc') ?? '')
      )
    }
    expect(await alignedBy('<w:jc w:val="both"/>')).toBe('w:jcleft')
    expect(await alignedBy('<w:pStyle w:val="Block"/><w:rPr><w:b/></w:rPr>')).toBe(
      'w:pStyle w:jc w:rPrleft',
    )
    expect(await alignedBy('<w:jc w:val="right"/>')).toBe('w:jcright')
    expect(await alignedBy('<w:jc w:val="both"/>', 'our_ref')).toBe('w:jcboth')
  })
  test('is filled in headers, footers, tables and text boxes, for old Words too', async () => {
    const cell = `<w:tbl><w:tr><w:tc>${p('{{our_ref}}')}</w:tc></w:tr></w:tbl>`
    const running = [
      { kind: 'header', type: 'default', words: 'Ref {{our_ref}}' },
      { kind: 'footer', type: 'default', words: '{{ telephone }}' },
    ] as const
    const { textOf } = await onFile(
      { body: cell + textBox(p('{{date}}')) + BODY, running: [...running] },
      tree(),
    )
    expect(textOf('word/document.xml')).toContain('>A/1</w:t>')
    expect(textOf('word/document.xml').match(/>12 March 2026<\/w:t>/g)).toHaveLength(2)
    expect(textOf('word/header1.xml')).toContain('Ref A/1')
    expect(textOf('word/footer2.xml')).toContain('01999 555 0100')
  })
  test('and has no value leaves no label behind', async () => {
    const after = (body: string) =>
      onPage(body).then(words => words.replace(/Office of.*|The letter\./g, '').trim())
    expect(await after(p('Your ref: {{your_ref}}') + p('above'))).toBe('above')
    expect(await after(p('Our ref: {{our_ref}}') + p('{{your_ref}}'))).toBe('Our ref: A/1')
    expect(
      await after(
        `<w:p>${r('Our ref: {{our_ref}}')}<w:r><w:br/></w:r>${r('Your ref: {{your_ref}}')}</w:p>`,
      ),
    ).toBe('Our ref: A/1')
    expect(
      await after(
        `<w:p>${r('Your ref: {{your_ref}}')}<w:r><w:tab/></w:r>${r('Our ref: {{our_ref}}')}</w:p>`,
      ),
    ).toBe('Our ref: A/1')
    expect(await after(p('We quote {{your_ref}} in all our letters.'))).toBe(
      'We quote in all our letters.',
    )
    expect(
      await after(`<w:tbl><w:tr><w:tc>${p('Your ref: {{your_ref}}')}</w:tc></w:tr></w:tbl>`),
    ).toBe('')
  })
  test('is data: names and markup in it are printed', async () => {
    const hostile = '{{body}} {{date}} <w:p/> &amp; $& \\ ]]>'
    expect(await onPage(p('{{our_ref}}'), { our_ref: [hostile] })).toContain(hostile)
    expect(await wordsOn(BODY, short(says(hostile)))).toContain(hostile)
  })
  test('stands free of the data that Word would fill its control with', async () => {
    const control = `<w:sdt><w:sdtPr><w:showingPlcHdr/><w:dataBinding w:xpath="/a" w:storeItemID="{1}"/><w:text/></w:sdtPr><w:sdtContent>${p('{{our_ref}}')}</w:sdtContent></w:sdt>`
    const document = await documentOf({ body: control + BODY }, tree())
    expect(shown(document as never)).toMatch(/^A\/1 /)
    expect([...first(document, 'w:sdtPr')!.childNodes].map(({ nodeName }) => nodeName)).toEqual([
      'w:text',
    ])
  })
})

describe('nothing stands twice', () => {
  const counts = async (body: string, words: string, running: WordFile['running'] = []) => {
    const document = await documentOf({ body, running }, finalTree())
    return shown(document).split(words).length - 1
  }
  test.each([
    ['{{addressee}}', '2 Marsham Street'],
    ['{{date}}', '12 March 2026'],
    ['{{salutation}}', 'Dear Home Secretary,'],
    ['{{subject}}', 'Draft: Northshire Police – Integrated PEEL'],
  ])('%s on the page is left out of the letter’s own text', async (asked, words) => {
    expect(await counts(p(asked) + BODY, words)).toBe(1)
    expect(await counts(BODY, words)).toBe(1)
  })
  test('of two references the one that is shown is left out', async () => {
    const tree = finalTree()
    const words = shown(
      await documentOf(
        { body: p('Ref {{our_ref}}') + BODY },
        {
          ...tree,
          fields: { ...tree.fields, our_ref: ['NPCC/26/014'], your_ref: ['Northshire IPA'] },
        },
      ),
    )
    expect(words.split('NPCC/26/014')).toHaveLength(2)
    expect(words).toContain('Your ref: Northshire IPA')
  })
  test('but what only a header or a text box shows is in the letter too', async () => {
    const running = [{ kind: 'header', type: 'default', words: '{{date}}' } as const]
    expect(await counts(BODY, '12 March 2026', running)).toBe(1)
    expect(await counts(textBox(p('{{date}}')) + BODY, '12 March 2026')).toBe(3)
  })
  test('the subject on the page is the document’s title', async () => {
    const titled = async (properties: string, styles = STYLES) => {
      const document = await documentOf(
        { body: p('Re: {{subject}}', properties) + BODY, styles },
        finalTree(),
      )
      const all = elements(document, 'w:p')
      const [subject] = all.filter(e => e.textContent?.startsWith('Re:'))
      return {
        style: value(subject, 'w:pStyle'),
        level: value(subject, 'w:outlineLvl'),
        titles: all.filter(e => value(e, 'w:pStyle') === 'Title').length,
      }
    }
    expect(await titled('')).toEqual({ style: 'Title', level: null, titles: 1 })
    expect(await titled('<w:pStyle w:val="Normal"/><w:jc w:val="right"/>')).toMatchObject({
      style: 'Title',
    })
    const own = STYLES + style('Re', 'Subject line')
    expect(await titled('<w:pStyle w:val="Re"/><w:rPr><w:b/></w:rPr>', own)).toEqual({
      style: 'Re',
      level: '0',
      titles: 0,
    })
    const heading = STYLES + style('T1', 'heading 1')
    expect(await titled('<w:pStyle w:val="T1"/>', heading)).toEqual({
      style: 'T1',
      level: null,
      titles: 0,
    })
  })
})

describe('the sender', () => {
  const contact = async (file: WordFile) => {
    const tree = finalTree()
    const head = tree.children.filter(({ type }) => type === 'letterhead')
    const fields = {
      ...tree.fields,
      address: ['Lantern House', '8 Quarry Lane'],
      telephone: ['01632 960123'],
      email: ['office@northshire-pcc.example'],
    }
    const document = await documentOf(file, {
      ...tree,
      children: [...head, says('The letter.')],
      fields,
    })
    const found = elements(document, 'w:p').find(e => value(e, 'w:pStyle') === 'ContactDetails')
    return found && shown(found)
  }
  const name = 'Office of the Police and Crime Commissioner for Northshire'
  test('that only a header names is named in the letter, without logo', async () => {
    const running = [{ kind: 'header', type: 'default', words: `${name} Lantern House` } as const]
    expect(await contact({ running })).toBe(
      `${name}, Lantern House, 8 Quarry Lane Tel: 01632 960123, office@northshire-pcc.example`,
    )
    expect(elements(await documentOf({ running }, finalTree()), 'w:drawing')).toHaveLength(1)
  })
  test('is named as far as the page does not', async () => {
    expect(await contact({ body: p(`${name}, Lantern House, 8 Quarry Lane`) + BODY })).toBe(
      'Tel: 01632 960123, office@northshire-pcc.example',
    )
    expect(
      await contact({ body: p('{{office}}') + p('{{address}}') + p('T 01632960123') + BODY }),
    ).toBe('office@northshire-pcc.example')
  })
  test('that the page names is not named again', async () => {
    const all = p(
      `${name}, Lantern House, 8 Quarry Lane, 01632 960123, office@northshire-pcc.example`,
    )
    expect(await contact({ body: all + BODY })).toBe(undefined)
  })
})

describe('where {{body}} stood', () => {
  test('words above and below stay there', async () => {
    expect(await wordsOn(p('Above') + BODY + p('Below'))).toBe('Above The letter. Below')
  })
  test('the end of a section stays', async () => {
    const ends = p('{{body}}', '<w:sectPr><w:cols w:num="1"/></w:sectPr>')
    const document = await documentOf({ body: ends + p('Below') })
    expect(elements(document, 'w:sectPr')).toHaveLength(2)
    expect(elements(document, 'w:p').map(e => e.textContent)).toEqual(['The letter.', '', 'Below'])
  })
  test('what floats beside it goes with the letter’s first paragraph', async () => {
    const box = textBox(p('Box')).replace(/^<w:p>|<\/w:p>$/g, '')
    const document = await documentOf({ body: `<w:p>${r('{{bo')}${box}${r('dy}}')}</w:p>` })
    const [opening] = elements(document, 'w:p')
    expect(elements(opening!, 'w:txbxContent')).toHaveLength(2)
    expect(opening!.textContent).toBe('BoxBoxThe letter.')
  })
  test('tables and pictures are as wide as its section lets them', async () => {
    const table: Block = {
      type: 'table',
      align: [null, null],
      children: [0, 1].map(() => ({
        type: 'tableRow',
        children: [0, 1].map(() => ({
          type: 'tableCell',
          children: [text('words of a cell '.repeat(30))],
        })),
      })),
    }
    const narrow = '<w:pgMar w:left="3402" w:right="3402" w:top="1440" w:bottom="1440"/>'
    const document = part(
      'document',
      `<w:body>${BODY}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>${narrow}</w:sectPr></w:body>`,
    )
    const drawn = await documentOf({ parts: { 'word/document.xml': document } }, short(table))
    const width = Number(first(drawn, 'w:tblW')?.getAttribute('w:w'))
    expect(width).toBeGreaterThan(5000)
    expect(width).toBeLessThanOrEqual(11906 - 2 * 3402)
  })
  test('a document under another name, in a template, is found', async () => {
    const made = partsOfWord({
      running: [{ kind: 'header', type: 'default', words: 'Northshire' }],
    })
    const parts: Record<string, string | Uint8Array> = {}
    for (const [path, content] of Object.entries(made))
      parts[path.replace('document.xml', 'document2.xml')] = String(content)
        .replaceAll('word/document.xml', 'word/document2.xml')
        .replace('document.main+xml', 'template.main+xml')
    const { zipSync, strToU8 } = await import('fflate')
    const bytes = zipSync(
      Object.fromEntries(
        Object.entries(parts).map(([path, content]) => [path, strToU8(String(content))]),
      ),
    )
    const { xml, textOf } = await on(bytes)
    expect(shown(xml('word/document2.xml') as never)).toContain('Yours sincerely')
    expect(textOf('[Content_Types].xml')).toContain('document.main+xml')
    expect(textOf('[Content_Types].xml')).not.toContain('template')
  })
})

describe('styles', () => {
  const styled = async (styles: string, tree = finalTree()) => {
    const { xml, textOf } = await onFile({ styles }, tree)
    const ids = elements(xml('word/document.xml'), 'w:p').map(e => value(e, 'w:pStyle'))
    return {
      ids,
      source: textOf('word/styles.xml'),
      all: elements(xml('word/styles.xml'), 'w:style'),
    }
  }
  test('of the file are used under whatever names a localised Word gives them', async () => {
    const german =
      STYLES +
      style('berschrift1', 'heading 1') +
      style('Textkrper', 'Body Text') +
      style('Aufz', 'List Bullet,Bullets', '<w:aliases w:val="List Bullet"/>')
    const { ids, all } = await styled(german)
    expect(ids).toContain('berschrift1')
    expect(ids).toContain('Textkrper')
    expect(ids).not.toContain('Heading1')
    const names = all.map(e => value(e, 'w:name')?.toLowerCase())
    expect(new Set(names).size).toBe(names.length)
  })
  test('and LibreOffice', async () => {
    const { ids } = await styled(
      STYLES +
        style('Heading1', 'Heading 1') +
        style('Textbody', 'Text Body') +
        style('InternetLink', 'Internet Link', '', 'character'),
    )
    expect(ids).toContain('Textbody')
    expect(ids).toContain('Heading1')
  })
  test('that are missing name no font, and are sized by the file’s own', async () => {
    const { all, source } = await styled(STYLES.replace('w:val="22"', 'w:val="20"'))
    const added = all.slice(4)
    expect(added.length).toBeGreaterThan(15)
    expect(added.flatMap(e => elements(e, 'w:rFonts'))).toEqual([])
    const size = (name: string) =>
      value(
        all.find(e => value(e, 'w:name') === name),
        'w:sz',
      )
    expect(size('heading 1')).toBe('27')
    expect(size('Body Text')).toBe(null)
    expect(source).toContain('w:customStyle="1" w:styleId="Report"')
  })
  test('take no id that is taken', async () => {
    const { all, ids } = await styled(
      STYLES + style('Report', 'Rapport') + style('BODYTEXT', 'Corps'),
    )
    const known = all.map(e => e.getAttribute('w:styleId')?.toLowerCase())
    expect(new Set(known).size).toBe(known.length)
    expect(ids).toContain('Report2')
  })
  test('take no name that is taken by a style of another kind', async () => {
    const { all } = await styled(STYLES + style('rep', 'Report', '', 'character'))
    const names = all.map(e => value(e, 'w:name'))
    expect(names).toContain('Report (letter)')
    expect(new Set(names).size).toBe(names.length)
  })
  test('say the language of the letter', async () => {
    const welsh = await styled(STYLES, finalTree({ language: 'cy-GB' }))
    expect(welsh.source.match(/<w:lang[^>]*>/g)).toEqual(['<w:lang w:val="cy-GB"/>'])
    const none = await styled(STYLES.replace(/<w:lang[^>]*>/, ''))
    expect(none.source.match(/<w:lang[^>]*>/g)).toEqual(['<w:lang w:val="en-GB"/>'])
    const bare = await styled(STYLES.replace(/<w:docDefaults>.*<\/w:docDefaults>/, ''))
    expect(bare.source).toContain('<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-GB"/>')
  })
})

describe('lists, links and places', () => {
  test('of a letter without lists bring no numbering', async () => {
    const { paths, textOf } = await onFile({}, short())
    expect(paths).not.toContain('word/numbering.xml')
    expect(textOf('word/_rels/document.xml.rels')).not.toContain('numbering')
    expect(textOf('[Content_Types].xml')).not.toContain('numbering')
  })
  test('are numbered after those of the file', async () => {
    const numbering =
      '<w:abstractNum w:abstractNumId="5"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="5"/></w:num>'
    const { xml } = await onFile({ numbering })
    const used = elements(xml('word/document.xml'), 'w:numId').map(e =>
      Number(e.getAttribute('w:val')),
    )
    expect(Math.min(...used)).toBe(8)
    const [abstract] = elements(xml('word/numbering.xml'), 'w:abstractNum').map(e =>
      e.getAttribute('w:abstractNumId'),
    )
    expect(abstract).toBe('5')
  })
  test('and pictures have their types once, however the file writes them', async () => {
    const made = String(partsOfWord()['[Content_Types].xml'])
    const typed = async (png: string) => {
      const types = made.replace('<Default Extension="png" ContentType="image/png"/>', png)
      const { textOf, paths } = await onFile({ parts: { '[Content_Types].xml': types } })
      expect(paths.filter(path => path.startsWith('word/media/'))).toHaveLength(1)
      return textOf('[Content_Types].xml').match(/<[^<]*(png|jpe?g|bmp|gif|svg)[^>]*>/gi)
    }
    const plainly = '<Default Extension="png" ContentType="image/png"/>'
    expect(await typed('')).toEqual([plainly])
    expect(await typed(plainly)).toEqual([plainly])
    const capital = '<Default Extension="PNG" ContentType="image/png"/>'
    expect(await typed(capital)).toEqual([capital])
    const other = '<Default Extension="png" ContentType="image/x-png"/>'
    expect(await typed(other)).toEqual([
      other,
      expect.stringMatching(
        /^<Override PartName="\/word\/media\/\w+\.png" ContentType="image\/png"\/>$/,
      ),
    ])
  })
  test('do not clash with those of a letter of ours that became stationery', async () => {
    const ours = await renderDocx(finalTree(), specimenLook())
    const { bytes } = prepareWord(ours)
    // What an officer typed in braces is taken for a name: that is a letter, and no stationery.
    const errors = inspectWord(bytes!).filter(({ severity }) => severity === 'error')
    expect(errors.map(({ message }) => message)).toEqual([
      'Unexpected {{x}}, expected a name that letters have',
    ])
    const { xml } = await on(bytes!, finalTree())
    const document = xml('word/document.xml')
    for (const [tag, key] of [
      ['w:bookmarkStart', 'w:name'],
      ['w:bookmarkStart', 'w:id'],
      ['wp:docPr', 'id'],
    ] as const) {
      const found = elements(document, tag).map(e => e.getAttribute(key))
      expect(new Set(found).size, key).toBe(found.length)
    }
    const targets = elements(xml('word/_rels/document.xml.rels'), 'Relationship').map(e =>
      e.getAttribute('Id'),
    )
    expect(new Set(targets).size).toBe(targets.length)
    const names = elements(document, 'w:bookmarkStart').map(e => e.getAttribute('w:name'))
    for (const link of elements(document, 'w:hyperlink')) {
      const anchor = link.getAttribute('w:anchor')
      if (anchor) expect(names).toContain(anchor)
    }
  })
})

describe('a draft', () => {
  const draft = (section: string, running: WordFile['running'] = [], settings = '') =>
    onFile({ section, running, settings }, specimenTree())
  test('has its watermark where there was no header', async () => {
    const { xml, paths, textOf } = await draft('<w:titlePg/>', [], '<w:evenAndOddHeaders/>')
    const types = elements(xml('word/document.xml'), 'w:headerReference').map(e =>
      e.getAttribute('w:type'),
    )
    expect(types).toEqual(['first', 'default', 'even'])
    const headers = paths.filter(path => path.startsWith('word/header'))
    expect(headers.map(path => textOf(path).includes('string="DRAFT"'))).toEqual([true, true, true])
  })
  test('has its watermark where the page knew no relationships', async () => {
    const document = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${BODY}</w:body></w:document>`
    const { textOf } = await onFile(
      { parts: { 'word/document.xml': document } },
      { ...specimenTree(), children: [says('The letter.')] },
    )
    expect(textOf('word/document.xml').match(/xmlns:r=/g)).toHaveLength(1)
    expect(textOf('word/document.xml')).toContain('<w:sectPr><w:headerReference w:type="default"')
  })
  test('keeps the words of a header, in a paragraph of one tag too', async () => {
    const { textOf } = await draft('', [{ kind: 'header', type: 'default', words: '<w:p/>' }])
    expect(textOf('word/header1.xml')).toMatch(/<w:p><w:r><w:pict>/)
    for (const prefix of ['v', 'o'])
      expect(textOf('word/header1.xml').match(new RegExp(`xmlns:${prefix}=`, 'g'))).toHaveLength(1)
  })
})

test('who worked on the stationery, and with whom it was shared, is passed on to nobody', async () => {
  const people =
    '<w15:people xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"><w15:person w15:author="Jane Smith"><w15:presenceInfo w15:providerId="AD" w15:userId="jane@acme.example"/></w15:person></w15:people>'
  const item =
    '<p:properties xmlns:p="urn:p"><documentManagement><SharedWithUsers xmlns="urn:s"><UserInfo><DisplayName>Jane Smith</DisplayName></UserInfo></SharedWithUsers><Kept>yes</Kept></documentManagement></p:properties>'
  const { textOf } = await onFile({
    parts: { 'word/people.xml': people, 'customXml/item1.xml': item },
  })
  expect(textOf('word/people.xml') + textOf('customXml/item1.xml')).not.toMatch(/jane/i)
  expect(textOf('customXml/item1.xml')).toContain('<Kept>yes</Kept>')
})

test('properties that name somebody are left out, and those that a field shows are kept', async () => {
  const custom =
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property fmtid="{1}" pid="2" name="Owner"><vt:lpwstr>J. Smith</vt:lpwstr></property><property fmtid="{1}" pid="3" name="Charity"><vt:lpwstr>123</vt:lpwstr></property></Properties>'
  const app =
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Template>smithj.dotm</Template><Company>Acme</Company><Manager>J. Smith</Manager></Properties>'
  const kind = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const rels = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${kind}/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="${kind}/custom-properties" Target="docProps/custom.xml"/><Relationship Id="rId3" Type="${kind}/extended-properties" Target="docProps/app.xml"/></Relationships>`
  const field = `<w:p><w:fldSimple w:instr=" DOCPROPERTY Charity ">${r('123')}</w:fldSimple></w:p>`
  const { textOf, paths } = await onFile(
    {
      body: field + BODY,
      parts: { 'docProps/custom.xml': custom, 'docProps/app.xml': app, '_rels/.rels': rels },
    },
    short(),
  )
  expect(textOf('docProps/custom.xml')).toContain('Charity')
  expect(textOf('docProps/custom.xml')).not.toContain('Smith')
  expect(textOf('docProps/app.xml')).not.toMatch(/smith|Acme/i)
  expect(paths).toContain('docProps/core.xml')
  expect(textOf('_rels/.rels')).toContain('core-properties')
})
