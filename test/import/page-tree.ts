import { defaultTreeAdapter, parse, type DefaultTreeAdapterTypes as P5 } from 'parse5'

export type Element = P5.Element
export type PageNode = P5.ChildNode

export const isElement = (node: P5.Node): node is Element => 'tagName' in node
export const isTextNode = (node: P5.Node): node is P5.TextNode => node.nodeName === '#text'
export const childrenOf = (node: P5.Node): PageNode[] =>
  'childNodes' in node ? node.childNodes : []

export const attribute = (element: Element, name: string): string =>
  element.attrs.find(attr => attr.name === name)?.value ?? ''
export const hasClass = (element: Element, name: string): boolean =>
  attribute(element, 'class').split(' ').includes(name)

/** The elements below a node, in the order of the page. */
export function* elementsIn(node: P5.Node): Generator<Element> {
  for (const child of childrenOf(node)) {
    if (isElement(child)) yield child
    yield* elementsIn(child)
  }
}

export const findElement = (node: P5.Node, tagName: string): Element | undefined => {
  for (const element of elementsIn(node)) if (element.tagName === tagName) return element
  return undefined
}

export const parsePage = (html: string): P5.Document => parse(html)

/** The words below a node, white space as a browser shows it. */
export const wordsOf = (node: P5.Node): string => rawWordsOf(node).replace(/\s+/g, ' ').trim()
const rawWordsOf = (node: P5.Node): string =>
  isTextNode(node) ? node.value : childrenOf(node).map(rawWordsOf).join('')

export const makeElement = (
  tagName: string,
  children: PageNode[] = [],
  attrs: Element['attrs'] = [],
): Element => {
  const element = defaultTreeAdapter.createElement(
    tagName,
    'http://www.w3.org/1999/xhtml' as Element['namespaceURI'],
    attrs,
  )
  for (const child of children) defaultTreeAdapter.appendChild(element, child)
  return element
}
export const makeText = (value: string): P5.TextNode => defaultTreeAdapter.createTextNode(value)

/** Takes a node's place. */
export function replaceNode(node: PageNode, others: readonly PageNode[]): void {
  const parent = node.parentNode!
  const index = parent.childNodes.indexOf(node)
  defaultTreeAdapter.detachNode(node)
  const next = parent.childNodes[index]
  for (const other of others) {
    if (next) defaultTreeAdapter.insertBefore(parent, other, next)
    else defaultTreeAdapter.appendChild(parent, other)
  }
}
export const removeNode = (node: PageNode): void => defaultTreeAdapter.detachNode(node)
