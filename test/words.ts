import { parse, type DefaultTreeAdapterTypes as P5 } from 'parse5'
import type { Node } from '../src/document/tree.ts'
import type { Built, Format } from '../src/cli/build-letter.ts'
import { renderDocx } from '../src/render/docx.ts'
import { renderHtml } from '../src/render/html.ts'
import { renderPdf } from '../src/render/pdf.ts'
import { first, readDocx, wordsOf as wordsOfXml } from './render/docx/read-docx.ts'
import { readPdf } from './render/pdf/read-pdf.ts'

export const renderers = { docx: renderDocx, pdf: renderPdf, html: renderHtml }

/** A line of the PDF may end behind a hyphen: what stands on the next is still the same word. */
export const words = (text: string): string[] =>
  text
    .replaceAll('\u200b', '')
    .replace(/(?<=\S[-–—\/])\s+/g, '')
    .split(/[\s\u00a0]+/)
    .filter(Boolean)

const INLINE: Node['type'][] = ['text', 'strong', 'emphasis', 'link', 'gap']
export function wordsOfTree(node: Node): string {
  if (node.type === 'text') return node.value
  const inner = 'children' in node ? node.children.map(wordsOfTree).join('') : ''
  return INLINE.includes(node.type) ? inner : ` ${inner} `
}

const INLINE_TAGS = ['a', 'strong', 'em', 'mark']
function wordsOfHtmlNode(node: P5.Node): string {
  if ('value' in node) return node.value
  if (!('childNodes' in node)) return ''
  const inner = node.childNodes.map(wordsOfHtmlNode).join('')
  return 'tagName' in node && INLINE_TAGS.includes(node.tagName) ? inner : ` ${inner} `
}

/** The page's head and the letter, without the links before them and the foot. */
function bodyOf(html: string): P5.Element[] {
  const find = (node: P5.Node): P5.Element[] => {
    if ('tagName' in node && ['header', 'main'].includes(node.tagName)) return [node]
    return 'childNodes' in node ? node.childNodes.flatMap(find) : []
  }
  return find(parse(html))
}

/** The words of a letter's body, as each format has them. */
export async function wordsIn({ format, bytes }: Built<Format>): Promise<string[]> {
  switch (format) {
    case 'docx':
      return words(wordsOfXml(first(readDocx(bytes).xml('word/document.xml'), 'w:body') as never))
    case 'pdf':
      return words((await readPdf(bytes)).words)
    case 'html':
      return words(bodyOf(new TextDecoder().decode(bytes)).map(wordsOfHtmlNode).join(' '))
  }
}
