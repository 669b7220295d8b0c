import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { deflateSync, inflateSync } from 'node:zlib'
import type { DefaultTreeAdapterTypes as P5 } from 'parse5'
import {
  attribute,
  childrenOf,
  elementsIn,
  findElement,
  hasClass,
  isElement,
  isTextNode,
  parsePage,
  wordsOf,
  type Element,
} from './page-tree.ts'

/** What no reader sees. */
const UNSEEN = new Set(['head', 'script', 'style', 'template', 'noscript'])
const INLINE = new Set(
  'a abbr b cite code em i label q s small span strong sub sup time u'.split(' '),
)
const HEADING = /^h[1-6]$/
const MARKS = ['•', '◦', '▪']

/** The page as a browser saves it as text, or as it is pasted from there: one line a paragraph. */
export function asText(html: string): string {
  const lines: string[] = []
  let line = ''
  let gap = false
  const end = (isApart = false) => {
    const words = line.replace(/[ \n\r\f]+/g, ' ').trim()
    line = ''
    if (words !== '') {
      if (gap && lines.length > 0) lines.push('')
      lines.push(words.replaceAll('\u0001', ' '))
      gap = false
    }
    gap ||= isApart
  }
  const show = (node: P5.Node, depth: number): void => {
    if (isTextNode(node)) {
      line += node.value
      return
    }
    if (!isElement(node)) {
      for (const child of childrenOf(node)) show(child, depth)
      return
    }
    const { tagName } = node
    if (UNSEEN.has(tagName)) return
    if (tagName === 'br') {
      end()
      return
    }
    const inner = (below = depth) => {
      for (const child of node.childNodes) show(child, below)
    }
    if (INLINE.has(tagName)) {
      inner()
      return
    }
    if (tagName === 'td' || tagName === 'th') {
      inner()
      line += '\t'
      return
    }
    const isApart = tagName === 'p' || tagName === 'table' || HEADING.test(tagName)
    const isList = tagName === 'ul' || tagName === 'ol'
    end(isApart || (isList && depth === 0))
    if (tagName === 'li') line = markOf(node, depth)
    inner(isList ? depth + 1 : depth)
    // A paragraph that is the whole of a list's entry stands as close as the entry.
    end((isApart && !isInList(node)) || (isList && depth === 0))
  }
  show(parsePage(html), 0)
  return lines.join('\n') + '\n'
}

const isInList = (node: Element): boolean =>
  node.parentNode !== null && isElement(node.parentNode) && node.parentNode.tagName === 'li'

/** \u0001 is a space that stays. */
function markOf(entry: Element, depth: number): string {
  const list = entry.parentNode as Element
  const entries = list.childNodes.filter(isElement)
  const start = Number(attribute(list, 'start') || 1)
  const mark =
    list.tagName === 'ol' ? `${start + entries.indexOf(entry)}.` : MARKS[Math.min(depth, 3) - 1]!
  return `${'\u0001\u0001'.repeat(depth)}${mark} `
}

type Run = { words: string; strong?: boolean; emphasis?: boolean; note?: Run[] }
type Piece =
  | { type: 'heading'; level: number; runs: Run[] }
  | { type: 'paragraph'; runs: Run[] }
  | { type: 'list'; ordered: boolean; start: number; entries: Piece[][] }
  | { type: 'table'; columns: number; rows: { isHeader: boolean; cells: Run[][] }[] }
  | { type: 'box'; pieces: Piece[] }
  | { type: 'contents' }

/** How the designer set it; as inspectorates have, over the years. */
export type PdfOptions = { columns?: 1 | 2; hyphenate?: boolean; justify?: boolean }

const NATIVE = '@myriaddreamin/typst-ts-node-compiler'
const engine = await import('@myriaddreamin/typst-ts-node-compiler').catch(() => undefined)
/** Why no report is typeset here; nothing, where one is. */
export const whyNoPdf = engine ? '' : ` (skipped: no ${NATIVE} for this machine)`

const TEMPLATE = readFileSync(new URL('report.typ', import.meta.url), 'utf8')

/** The report as the inspectorate prints it: of each page what stands in its main part. */
export function asPdf(pages: readonly string[], options: PdfOptions = {}): Uint8Array {
  if (!engine) throw new Error(`Missing ${NATIVE}, expected it: see whyNoPdf`)
  const { resolve } = createRequire(import.meta.url)
  const font = (style: string) =>
    readFileSync(resolve(`@expo-google-fonts/arimo/${style}/Arimo_${style}.ttf`))
  const fontBlobs = ['400Regular', '700Bold', '400Regular_Italic'].map(font)
  const compiler = engine.NodeCompiler.create({ workspace: '/report', fontArgs: [{ fontBlobs }] })
  compiler.mapShadow('/report/report.json', Buffer.from(JSON.stringify(setPages(pages, options))))
  return withHyphens(compiler.pdf({ mainFileContent: TEMPLATE }))
}

const SOFT = '<FEFF00AD>'
const HARD = '<FEFF002D>'

/**
 * Hyphens at the ends of lines as the programs write them that real reports are made with: characters that
 * are copied with the words. Typst marks them as no part of these, in the font's map of characters, or, where
 * the words have a hyphen of their own, beside each (ISO 32000-2, 9.10.3 and 14.9.4).
 */
function withHyphens(pdf: Buffer): Uint8Array {
  const text = pdf.toString('latin1').replaceAll('> <00AD>', '> <002D>')
  const bytes = Buffer.from(text, 'latin1')
  for (const { 0: opening, 1: length, index } of text.matchAll(
    /\/Length (\d+)[^]{0,80}?stream\r?\n/g,
  )) {
    const start = index + opening.length
    const end = start + Number(length)
    let content: string
    try {
      content = inflateSync(bytes.subarray(start, end)).toString('latin1')
    } catch {
      continue
    }
    if (!content.includes(SOFT)) continue
    const hard = deflateSync(Buffer.from(content.replaceAll(SOFT, HARD), 'latin1'), { level: 9 })
    // It stands in the place of the other, so that no offset in the file changes.
    if (hard.length > end - start)
      throw new Error('Missing room for the page, expected it as short')
    bytes.fill(0, start, end)
    hard.copy(bytes, start)
  }
  return new Uint8Array(bytes)
}

function setPages(pages: readonly string[], options: PdfOptions) {
  const parts = pages.map(page => {
    const document = parsePage(page)
    const main = findElement(document, 'main') ?? findElement(document, 'body')!
    const notes = new Map<string, Element>()
    for (const element of elementsIn(main))
      if (attribute(element, 'id').startsWith('fn'))
        notes.set(`#${attribute(element, 'id')}`, element)
    const isLetter = [...elementsIn(main)].some(element => hasClass(element, 'letter'))
    const title = wordsOf(findElement(document, 'title') ?? main)
    return { title, isLetter, pieces: setBlocks(childrenOf(main), notes) }
  })
  const { columns = 1, hyphenate = true, justify = true } = options
  return { columns, hyphenate, justify, parts }
}

type Notes = ReadonlyMap<string, Element>

/** Words of a page that lead elsewhere on it are not printed; its footnotes stand at the foot. */
const isOfScreen = (element: Element): boolean =>
  element.tagName === 'nav' ||
  ['return', 'print', 'share'].some(name => hasClass(element, name)) ||
  hasClass(element, 'footnotes') ||
  (HEADING.test(element.tagName) && wordsOf(element) === 'Footnotes')

function setBlocks(nodes: readonly P5.ChildNode[], notes: Notes): Piece[] {
  const pieces: Piece[] = []
  let runs: Run[] = []
  const flush = () => {
    if (runs.some(({ words, note }) => note || words.trim() !== ''))
      pieces.push({ type: 'paragraph', runs })
    runs = []
  }
  for (const node of nodes) {
    if (isTextNode(node) || (isElement(node) && INLINE.has(node.tagName))) {
      runs.push(...setRuns([node], notes))
      continue
    }
    flush()
    if (isElement(node)) pieces.push(...setBlock(node, notes))
  }
  flush()
  return pieces
}

function setBlock(element: Element, notes: Notes): Piece[] {
  const { tagName, childNodes } = element
  if (hasClass(element, 'contents')) return [{ type: 'contents' }]
  if (UNSEEN.has(tagName) || isOfScreen(element)) return []
  if (HEADING.test(tagName))
    return [{ type: 'heading', level: Number(tagName[1]), runs: setRuns(childNodes, notes) }]
  if (tagName === 'ul' || tagName === 'ol') {
    const entries = childNodes.filter(isElement).map(entry => setBlocks(entry.childNodes, notes))
    const start = Number(attribute(element, 'start') || 1)
    return [{ type: 'list', ordered: tagName === 'ol', start, entries }]
  }
  if (tagName === 'table') return [setTable(element, notes)]
  const pieces = setBlocks(childNodes, notes)
  return hasClass(element, 'box') ? [{ type: 'box', pieces }] : pieces
}

function setTable(table: Element, notes: Notes): Piece {
  const rows = [...elementsIn(table)]
    .filter(({ tagName }) => tagName === 'tr')
    .map(row => {
      const cells = row.childNodes.filter(isElement)
      const isHeader = cells.every(({ tagName }) => tagName === 'th')
      return { isHeader, cells: cells.map(cell => setRuns(cell.childNodes, notes)) }
    })
  return { type: 'table', columns: Math.max(...rows.map(({ cells }) => cells.length)), rows }
}

function setRuns(nodes: readonly P5.ChildNode[], notes: Notes, look: Partial<Run> = {}): Run[] {
  return nodes.flatMap((node): Run[] => {
    if (isTextNode(node)) return [{ words: node.value.replace(/[ \t\n\r\f]+/g, ' '), ...look }]
    if (!isElement(node)) return []
    if (node.tagName === 'br') return [{ words: '\n', ...look }]
    const note = notes.get(attribute(node, 'href'))
    if (node.tagName === 'a' && note)
      return [{ words: '', note: setRuns(note.childNodes, new Map()) }]
    const strong = ['strong', 'b'].includes(node.tagName) && { strong: true }
    const emphasis = ['em', 'i'].includes(node.tagName) && { emphasis: true }
    return setRuns(node.childNodes, notes, { ...look, ...strong, ...emphasis })
  })
}
