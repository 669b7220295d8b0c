import { parse, type DefaultTreeAdapterTypes as P5 } from 'parse5'
import { describe, expect, test } from 'vitest'
import type { Block, DocumentTree, Node } from '../../src/document/tree.ts'
import { renderHtml } from '../../src/render/html.ts'
import { specimenLook, specimenTree } from '../specimen-tree.ts'

const page = async (changes: Partial<DocumentTree> = {}, look = specimenLook()) =>
  new TextDecoder().decode(await renderHtml(specimenTree(changes), look))
const pageOf = (...children: Block[]) => page({ children })
const says = (value: string): Block => ({ type: 'paragraph', children: [{ type: 'text', value }] })

function elementsOf(html: string): P5.Element[] {
  const walk = (node: P5.Node): P5.Element[] => [
    ...('tagName' in node ? [node] : []),
    ...('childNodes' in node ? node.childNodes.flatMap(walk) : []),
  ]
  return walk(parse(html))
}
const attribute = (element: P5.Element | undefined, name: string) =>
  element?.attrs.find(({ name: key }) => key === name)?.value
const find = (elements: P5.Element[], tag: string) => elements.filter(e => e.tagName === tag)

const INLINE = ['a', 'strong', 'em', 'mark']
const textOf = (node: P5.Node): string => {
  if ('value' in node) return node.value
  if (!('childNodes' in node)) return ''
  const inner = node.childNodes.map(textOf).join('')
  return 'tagName' in node && INLINE.includes(node.tagName) ? inner : ` ${inner} `
}
const INLINE_NODES: Node['type'][] = ['text', 'strong', 'emphasis', 'link', 'gap']
const treeText = (node: Node): string => {
  if (node.type === 'text') return node.value
  const inner = 'children' in node ? node.children.map(treeText).join('') : ''
  return INLINE_NODES.includes(node.type) ? inner : ` ${inner} `
}
const words = (text: string) => text.split(/\s+/).filter(Boolean)

describe('the page', () => {
  test('shows every kind of node as reviewed', async () => {
    const shown = (await page()).replace(/(;base64,)[A-Za-z0-9+/=]+/g, '$1…')
    await expect(shown).toMatchFileSnapshot('html/specimen.html')
  })
  test('says the words of the tree, in their order and nothing else', async () => {
    const parts = elementsOf(await page()).filter(({ tagName }) => /^(header|main)$/.test(tagName))
    const expected = words(specimenTree().children.map(treeText).join(' '))
    expect(expected.length).toBeGreaterThan(300)
    expect(words(parts.map(textOf).join(' '))).toEqual(expected)
  })
  test('is the same on every run', async () => {
    expect(await page()).toBe(await page())
  })
  test('has no script and asks for nothing outside itself', async () => {
    const html = await page()
    const elements = elementsOf(html)
    const sources = elements.map(element => attribute(element, 'src')).filter(Boolean)
    expect(find(elements, 'script')).toEqual([])
    expect(sources).toHaveLength(2)
    expect(sources.every(source => source?.startsWith('data:'))).toBe(true)
    expect(elements.flatMap(e => e.attrs).filter(({ name }) => /^on/.test(name))).toEqual([])
    expect(html).not.toMatch(/@import|url\(/)
    const links = find(elements, 'link').map(link => attribute(link, 'rel'))
    expect(links).toEqual(['schema.dcterms', 'alternate', 'alternate'])
  })
  test('names its language, its title and its facts', async () => {
    const elements = elementsOf(await page())
    const meta: Record<string, string | undefined> = {}
    for (const element of find(elements, 'meta'))
      meta[attribute(element, 'name') ?? ''] = attribute(element, 'content')
    expect(attribute(elements[0], 'lang')).toBe('en-GB')
    expect(meta).toMatchObject({
      'dcterms.title': specimenTree().title,
      'dcterms.date': '2026-03-12',
      'dcterms.language': 'en-GB',
      description: specimenTree().description,
      robots: 'noindex',
    })
  })
  test('of a final letter has no watermark, and search engines may find it', async () => {
    const tree = specimenTree()
    delete tree.watermark
    const html = new TextDecoder().decode(await renderHtml(tree, specimenLook()))
    expect(html).not.toContain('class="watermark"')
    expect(html).not.toContain('noindex')
  })
  test('ends with whom to ask for another format, and with the same letter as data', async () => {
    const elements = elementsOf(await page())
    const [footer] = find(elements, 'footer')
    const [email, data] = find(elementsIn(footer!).flatMap(elementsIn), 'a')
    expect(attribute(email, 'href')).toMatch(/^mailto:office@northshire\.example\?subject=Access/)
    expect(attribute(data, 'href')).toBe('./letter.en-GB.json')
    const json = find(elements, 'link').find(e => attribute(e, 'type') === 'application/json')
    expect(attribute(json, 'href')).toBe('./letter.en-GB.json')
    expect(attribute(json, 'rel')).toBe('alternate')
  })
  test('of an office that cannot be reached, and without data, has no foot', async () => {
    const { accessibleFormat, data, ...tree } = specimenTree()
    expect(accessibleFormat && data).toBeTruthy()
    const html = new TextDecoder().decode(await renderHtml(tree, specimenLook()))
    expect(html).not.toContain('<footer')
    expect(html).not.toContain('application/json')
  })
  test('in Welsh has its own words in Welsh', async () => {
    const html = await page({ language: 'cy-GB', skip: 'Neidio i’r llythyr', translations: [] })
    expect(html).toContain('<html lang="cy-GB">')
    expect(html).toContain('Neidio i’r llythyr')
    expect(html).not.toContain('<nav')
  })
  test('links its translation, whatever the file is called', async () => {
    const translations = [{ language: 'cy-GB' as const, file: 'javascript:a "b".html', label: 'C' }]
    const [link] = find(elementsOf(await page({ translations })), 'nav').flatMap(nav =>
      elementsIn(nav),
    )
    expect(attribute(link, 'href')).toBe('./javascript%3Aa%20%22b%22.html')
    expect(attribute(link, 'hreflang')).toBe('cy-GB')
    expect(attribute(link, 'lang')).toBe('cy-GB')
  })
})

const elementsIn = (element: P5.Element) =>
  element.childNodes.filter((child): child is P5.Element => 'tagName' in child)

describe('the order of headings', () => {
  test('begins with the title and goes one level deeper than the tree', async () => {
    const elements = elementsOf(await page()).filter(({ tagName }) => /^h\d$/.test(tagName))
    const levels = elements.map(({ tagName }) => Number(tagName[1]))
    expect(levels[0]).toBe(1)
    expect(levels.filter(level => level === 1)).toHaveLength(1)
    expect(levels.slice(1).every((level, i) => level <= (levels[i] ?? 0) + 1)).toBe(true)
    expect(Math.max(...levels)).toBe(6)
  })
  test('gives every inner link a place to go', async () => {
    const elements = elementsOf(await page())
    const ids = elements.map(element => attribute(element, 'id')).filter(Boolean)
    const targets = find(elements, 'a').flatMap(link => {
      const href = attribute(link, 'href') ?? ''
      return href.startsWith('#') ? [href.slice(1)] : []
    })
    expect(targets.length).toBeGreaterThan(2)
    expect(ids).toEqual(expect.arrayContaining(targets))
    expect(new Set(ids).size).toBe(ids.length)
  })
})

describe('what officers typed', () => {
  const hostile = `</style><script>alert(1)</script>"'&amp; ]]> <!-- {{x}}`
  test('comes out as typed, in text', async () => {
    const elements = elementsOf(await pageOf(says(hostile)))
    const [main] = find(elements, 'main')
    expect(find(elements, 'script')).toEqual([])
    expect(main && words(textOf(main))).toEqual(words(hostile))
  })
  test('keeps its no-break spaces', async () => {
    expect(await pageOf(says('21\u00a0November\u00a02019'))).toContain('21\u00a0November\u00a02019')
  })
  test('cannot leave an attribute, the title or the style sheet', async () => {
    const look = specimenLook({ font: hostile, colour: hostile })
    const typed = {
      title: hostile,
      author: hostile,
      description: hostile,
      header: hostile,
      watermark: hostile,
      keywords: [hostile],
    }
    const elements = elementsOf(await page(typed, look))
    expect(find(elements, 'script')).toEqual([])
    expect(find(elements, 'style')).toHaveLength(1)
    expect(find(elements, 'title').map(textOf)).toEqual([` ${hostile} `])
    const authors = find(elements, 'meta').filter(e => attribute(e, 'name') === 'author')
    expect(authors.map(e => attribute(e, 'content'))).toEqual([hostile])
    const [style] = find(elements, 'style')
    expect(style && textOf(style)).toContain('\\3c \\2f style\\3e ')
    expect(style && textOf(style)).toContain('--colour: #000000;')
  })
  test('makes no link that runs something', async () => {
    const url = 'javascript:alert(1)'
    const words: Block = {
      type: 'paragraph',
      children: [{ type: 'link', url, children: [{ type: 'text', value: 'here' }] }],
    }
    expect(await pageOf(words)).toContain('<p>here</p>')
  })
  test('keeps the signs of an address in a link, without breaking it', async () => {
    const url = 'https://a.example/?q="x y"&r=100%25'
    const words: Block = {
      type: 'paragraph',
      children: [{ type: 'link', url, children: [{ type: 'text', value: 'here' }] }],
    }
    const links = find(elementsOf(await pageOf(words)), 'a').map(e => attribute(e, 'href'))
    expect(links).toContain('https://a.example/?q=%22x%20y%22&r=100%25')
  })
})

describe('parts of the letter', () => {
  test('a table has header cells for its columns, and can be scrolled from the keyboard', async () => {
    const elements = elementsOf(await page())
    expect(find(elements, 'th').map(e => attribute(e, 'scope'))).toEqual(Array(4).fill('col'))
    const wrapper = elements.find(e => attribute(e, 'class') === 'table whole')
    expect(attribute(wrapper, 'tabindex')).toBe('0')
    expect(attribute(wrapper, 'aria-label')).toBe('Station, Open, Files, What is planned')
  })
  test('the corner of a table without words is no header', async () => {
    const cell = (...values: string[]) => ({
      type: 'tableCell' as const,
      children: values.map(value => ({ type: 'text' as const, value })),
    })
    const html = await pageOf({
      type: 'table',
      align: [null, 'right'],
      children: [
        { type: 'tableRow', children: [cell(), cell('2025')] },
        { type: 'tableRow', children: [cell('Ashmere'), cell('7')] },
      ],
    })
    expect(html).toContain('<tr><td></td><th scope="col" class="right">2025</th></tr>')
  })
  test('a list that goes on keeps its numbers', async () => {
    expect(await page()).toContain('<ol start="4" class="whole">')
  })
  test('the report’s words are marked apart from other quotations', async () => {
    const quotations = find(elementsOf(await page()), 'blockquote').map(e => attribute(e, 'class'))
    expect(quotations).toContain('report whole')
    expect(quotations).toContain('report keep whole')
    expect(quotations).toContain('whole')
  })
  test('a logo that only decorates has an empty alt text, a signature its own', async () => {
    const images = find(elementsOf(await page()), 'img')
    expect(images.map(e => attribute(e, 'alt'))).toEqual(['', 'Signature of Rowan Aldercott'])
    expect(images.map(e => [attribute(e, 'width'), attribute(e, 'height')])).toEqual([
      ['83', '83'],
      ['189', '57'],
    ])
  })
  test('the office’s address is an address', async () => {
    const [address] = find(elementsOf(await page()), 'address')
    expect(address && words(textOf(address)).slice(0, 2)).toEqual(['Lantern', 'House'])
  })
})
