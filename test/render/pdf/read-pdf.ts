import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** What a screen reader and a search meet in a PDF. */
export type ReadPdf = {
  /** The tag tree with its words, a line each. */
  tags: string
  /** The words in the order of the tags, without the marks of lists. */
  words: string
  /** By page, the lines that are drawn and have no tag: header, footer, watermark. */
  artifacts: string[][]
  /** By page, all lines from top to bottom. */
  lines: string[][]
  outline: string[]
  info: Record<string, unknown>
  metadata: string
}

type Struct = { role?: string; alt?: string; type?: string; id?: string; children?: Struct[] }
type Item = {
  type?: string
  id?: string | null
  str?: string
  hasEOL?: boolean
  transform?: number[]
}

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const pdf = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise
  const [words, tags]: [string[], string[]] = [[], []]
  const [artifacts, lines]: [string[][], string[][]] = [[], []]
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    const content = await page.getTextContent({ includeMarkedContent: true })
    const { byId, loose, rows } = readItems(content.items)
    artifacts.push(loose)
    lines.push(rows)
    tags.push(`page ${number}`)
    const tree: Struct | null = await page.getStructTree()
    for (const child of tree?.children ?? []) {
      const found = readTags(child, byId, 1)
      tags.push(...found.tags)
      words.push(found.words)
    }
  }
  const { info, metadata } = await pdf.getMetadata()
  const outline = outlineOf((await pdf.getOutline()) ?? [], 0)
  const joined = oneSpace(words.join(''))
  return {
    ...{ words: joined, tags: tags.join('\n') + '\n', artifacts, lines, outline },
    info: info as Record<string, unknown>,
    metadata: (metadata as { getRaw(): string } | null)?.getRaw() ?? '',
  }
}

/** Any space is one; the spaces of no width that let a word break are none. */
export const oneSpace = (text: string): string =>
  text
    .replaceAll('\u200b', '')
    .replace(/[ \u00a0\n\t]+/g, ' ')
    .trim()

function readItems(items: Item[]) {
  const byId = new Map<string, string>()
  const loose: string[] = []
  const rows = new Map<number, string>()
  const open: (string | null | undefined)[] = []
  for (const { type, id, str = '', hasEOL, transform } of items) {
    if (type === 'endMarkedContent') open.pop()
    else if (type) open.push(id)
    else {
      const within = open.findLast(Boolean)
      if (within) byId.set(within, (byId.get(within) ?? '') + str + (hasEOL ? '\n' : ''))
      else if (str.trim()) loose.push(str)
      const height = Math.round(transform?.[5] ?? 0)
      if (str.trim() || rows.has(height)) rows.set(height, (rows.get(height) ?? '') + str)
    }
  }
  const down = [...rows].sort(([a], [b]) => b - a).map(([, row]) => oneSpace(row))
  return { byId, loose, rows: down }
}

const INLINE = new Set(['Span', 'Link', 'Lbl'])

function readTags(node: Struct, byId: Map<string, string>, depth: number) {
  const indent = '  '.repeat(depth)
  if (node.type === 'content') {
    const text = byId.get(node.id ?? '') ?? ''
    const shown = oneSpace(text)
    return { tags: shown ? [`${indent}"${shown}"`] : [], words: text }
  }
  if (node.type) return { tags: [], words: '' }
  const tags: string[] = []
  const words: string[] = []
  for (const child of node.children ?? []) {
    const found = readTags(child, byId, depth + 1)
    tags.push(...found.tags)
    words.push(found.words)
  }
  // A tag whose words are on another page.
  if (tags.length === 0 && !node.alt) return { tags, words: '' }
  const alt = node.alt ? ` (${node.alt})` : ''
  const space = INLINE.has(node.role ?? '') ? '' : '\n'
  return {
    tags: [`${indent}${node.role}${alt}`, ...tags],
    words: node.role === 'Lbl' ? '' : space + words.join('') + space,
  }
}

type Entry = { title: string; items: Entry[] }
const outlineOf = (entries: Entry[], depth: number): string[] =>
  entries.flatMap(({ title, items }) => [
    '  '.repeat(depth) + title,
    ...outlineOf(items, depth + 1),
  ])
