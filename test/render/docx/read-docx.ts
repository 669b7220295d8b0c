import { DOMParser, type Document, type Element, type Node } from '@xmldom/xmldom'
import { strFromU8, unzipSync } from 'fflate'

/** The parts of a Word file, by their paths. */
export function readDocx(bytes: Uint8Array) {
  const files = unzipSync(bytes)
  const xml = (path: string): Document =>
    new DOMParser().parseFromString(textOf(path), 'application/xml')
  const textOf = (path: string): string => strFromU8(files[path] ?? new Uint8Array())
  return { paths: Object.keys(files), textOf, xml }
}

export const elements = (of: Document | Element, name: string): Element[] => [
  ...of.getElementsByTagName(name),
]
export const first = (of: Document | Element, name: string): Element | undefined =>
  elements(of, name)[0]
export const value = (of: Document | Element | undefined, name: string): string | null =>
  (of && first(of, name)?.getAttribute('w:val')) ?? null

/** What a reader sees of a part: its paragraphs and line breaks in their order. */
export const wordsOf = (node: Node): string => {
  if (node.nodeName === 'w:t') return node.textContent ?? ''
  if (node.nodeName === 'w:br') return ' '
  const inner = [...node.childNodes].map(wordsOf).join('')
  return node.nodeName === 'w:p' ? ` ${inner} ` : inner
}

/** A line for each element; the words of a run stay on the line of theirs. */
export function prettyXml(xml: string): string {
  let depth = 0
  return xml
    .replace(/ xmlns:\w+="[^"]*"/g, '')
    .split(/(?<=>)(?=<(?!\/w:t>))/)
    .map(part => {
      if (part.startsWith('</')) depth--
      const line = '  '.repeat(depth) + part
      if (/^<\w[^]*[^/]>$/.test(part) && !part.endsWith('</w:t>')) depth++
      return line
    })
    .join('\n')
    .concat('\n')
}
