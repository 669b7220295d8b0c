import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5'
import { isAddressed, oneSpace } from './opened.ts'
import type { Ink, Link, OpenedPage } from './opened.ts'

/** What a browser meets. `beside`: the files that a link may lead to. */
export function openHtml(bytes: Uint8Array, beside: readonly string[]): OpenedPage {
  const elements = [...elementsIn(parse(new TextDecoder().decode(bytes)))]
  const named = (...names: string[]) => elements.filter(({ tagName }) => names.includes(tagName))
  const [root] = named('html')
  const [title] = named('title')
  const mains = named('main')
  const styles = readRules(named('style').map(wordsIn).join('\n'))
  const links = linksIn(elements, beside)
  const main = attribute(mains[0], 'id')
  return {
    format: 'html',
    title: oneSpace(title ? wordsIn(title) : ''),
    language: attribute(root, 'lang') ?? '',
    headings: named('h1', 'h2', 'h3', 'h4', 'h5', 'h6').map(heading => ({
      // The title is the page's h1, so that a part of the letter is an h2.
      depth: Number(heading.tagName.slice(1)) - 1,
      words: oneSpace(wordsIn(heading)),
    })),
    pictures: named('img').map(picture => {
      const alt = attribute(picture, 'alt')
      return { alt: oneSpace(alt ?? ''), isDecoration: alt === '' }
    }),
    links,
    tables: named('table').map(table => ({
      headerCells: [...elementsIn(table)]
        .filter(cell => cell.tagName === 'th' && attribute(cell, 'scope') === 'col')
        .map(cell => oneSpace(wordsIn(cell))),
    })),
    inks: inksIn(styles, elements),
    font: fontIn(styles),
    mains: mains.length,
    hasSkipLink: main !== undefined && links[0]?.url === `#${main}`,
  }
}

function* elementsIn(node: Tree.ParentNode): Generator<Tree.Element> {
  for (const child of node.childNodes) {
    if (!('tagName' in child)) continue
    yield child
    yield* elementsIn(child)
  }
}

const attribute = (element: Tree.Element | undefined, name: string): string | undefined =>
  element?.attrs.find(attribute => attribute.name === name)?.value

function wordsIn(node: Tree.Node): string {
  if (node.nodeName === '#text') return (node as Tree.TextNode).value
  if (node.nodeName === 'br') return ' '
  return 'childNodes' in node ? node.childNodes.map(wordsIn).join('') : ''
}

function linksIn(elements: readonly Tree.Element[], beside: readonly string[]): Link[] {
  const ids = new Set(elements.map(element => attribute(element, 'id')))
  const files = new Set(
    beside.map(file => `./${file.split('/').map(encodeURIComponent).join('/')}`),
  )
  return elements
    .filter(element => element.tagName === 'a' && attribute(element, 'href') !== undefined)
    .map(element => {
      const url = attribute(element, 'href') ?? ''
      const isThere = url.startsWith('#')
        ? ids.has(url.slice(1)) || ids.has(decode(url.slice(1)))
        : isAddressed(url) || files.has(url)
      const words = oneSpace(attribute(element, 'aria-label') ?? wordsIn(element))
      return { words, url, isThere }
    })
}

/** A sign of per cent may be one that was typed. */
function decode(fragment: string): string {
  try {
    return decodeURIComponent(fragment)
  } catch {
    return fragment
  }
}

type CssRule = { selector: string; declared: Map<string, string> }

/** The rules of our own style sheet, with those inside `@media` as if they stood outside. */
function readRules(css: string): CssRule[] {
  return [...css.matchAll(/([^{};]+)\{([^{}]*)\}/g)].map(([, selector = '', body = '']) => ({
    selector: selector.trim(),
    declared: new Map(
      [...body.matchAll(/([\w-]+):\s*([^;]+)/g)].map(([, key = '', value = '']) => [
        key,
        value.trim(),
      ]),
    ),
  }))
}

/** The colours that rules give to words of the page; those of the watermark are not there to be read. */
function inksIn(rules: readonly CssRule[], elements: readonly Tree.Element[]): Ink[] {
  const variables = new Map(rules.flatMap(({ declared }) => [...declared]))
  const hexOf = (value = ''): string | undefined => {
    const name = /^var\((--[\w-]+)\)$/.exec(value)?.[1]
    const [, hex] = /^#([\da-f]{3}|[\da-f]{6})$/i.exec((name && variables.get(name)) ?? value) ?? []
    if (hex === undefined) return undefined
    return `#${hex.length === 3 ? hex.replace(/./g, '$&$&') : hex}`.toLowerCase()
  }
  const inks = new Map<string, Ink>()
  for (const { selector, declared } of rules) {
    const colour = hexOf(declared.get('color'))
    if (colour === undefined || selector.includes('.watermark')) continue
    const element = elements.find(element => isMeant(element, selector))
    const words = element && oneSpace(wordsIn(element))
    if (!words) continue
    const paper = hexOf(declared.get('background')) ?? '#ffffff'
    const key = colour + paper
    if (!inks.has(key)) inks.set(key, { colour, paper, words })
  }
  return [...inks.values()]
}

/** By the last tag and class of one of the selectors: what stands around it is not asked. */
const isMeant = (element: Tree.Element, selectors: string): boolean =>
  selectors.split(',').some(selector => {
    const [, tag, name] = /([\w]*)(?:\.([\w-]+))?$/.exec(selector.trim()) ?? []
    if (!tag && !name) return false
    const classes = (attribute(element, 'class') ?? '').split(' ')
    return (!tag || element.tagName === tag) && (!name || classes.includes(name))
  })

/** The first family that the page's words ask for. */
function fontIn(rules: readonly CssRule[]): string {
  const body = rules.find(({ selector }) => selector === 'body')
  const [, quoted, plain] =
    /^(?:"((?:[^"\\]|\\.)*)"|([^,]+))/.exec(body?.declared.get('font-family') ?? '') ?? []
  return quoted ?? plain?.trim() ?? ''
}
