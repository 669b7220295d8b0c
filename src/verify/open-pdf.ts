import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist'
import { openWithPdfJs, operatorsOfPdfJs } from '../source/open-with-pdf-js.ts'
import { CannotOpen, isAddressed, oneSpace } from './opened.ts'
import type { Link, OpenedPdf } from './opened.ts'
import { readInk } from './pdf-ink.ts'

/** A tag of the tree, or, with a `type`, what it holds: words that are drawn, or a link's area. */
type Tag = { role?: string; alt?: string; type?: string; id?: string; children?: Tag[] }
type Found = Pick<OpenedPdf, 'headings' | 'pictures' | 'links' | 'tables'>

/** What a screen reader, a viewer's list of bookmarks and an archive meet. */
export async function openPdf(bytes: Uint8Array): Promise<OpenedPdf> {
  const task = await openWithPdfJs(bytes)
  const operators = await operatorsOfPdfJs()
  try {
    const pdf = await task.promise.catch(() => {
      throw new CannotOpen()
    })
    const found: Found = { headings: [], pictures: [], links: [], tables: [] }
    const fonts: OpenedPdf['fonts'] = []
    const inks: OpenedPdf['inks'] = []
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number)
      await readTags(page, pdf, found)
      const drawn = await readInk(page, operators)
      for (const font of drawn.fonts)
        if (!fonts.some(({ name }) => name === font.name)) fonts.push(font)
      for (const ink of drawn.inks)
        if (!inks.some(({ colour }) => colour === ink.colour)) inks.push(ink)
      page.cleanup()
    }
    return { format: 'pdf', ...found, fonts, inks, ...(await readProperties(pdf)) }
  } finally {
    await task.destroy()
  }
}

type Entry = { title: string; items: Entry[] }
const titlesOf = (entries: readonly Entry[]): string[] =>
  entries.flatMap(({ title, items }) => [oneSpace(title), ...titlesOf(items)])

type Declared = { get(name: string): unknown } | null

async function readProperties(pdf: PDFDocumentProxy): Promise<Omit<OpenedPdf, ReadElsewhere>> {
  const { info, metadata } = await pdf.getMetadata()
  const { Title: title, Language: language } = info as Record<string, unknown>
  const declared = (name: string) => textOf((metadata as Declared)?.get(name))
  const preferences = (await pdf.getViewerPreferences()) as Record<string, unknown> | null
  const attachments = (await pdf.getAttachments()) as object | null
  return {
    title: oneSpace(textOf(title)),
    language: textOf(language),
    bookmarks: titlesOf((await pdf.getOutline()) ?? []),
    declares: {
      ua: declared('pdfuaid:part'),
      part: declared('pdfaid:part'),
      conformance: declared('pdfaid:conformance'),
    },
    isTagged: (await pdf.getMarkInfo())?.Marked === true,
    isTitleShown: preferences?.['DisplayDocTitle'] === true,
    attachments: Object.keys(attachments ?? {}).length,
  }
}

type ReadElsewhere = keyof Found | 'format' | 'fonts' | 'inks'
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/**
 * The tags of a page. One that goes on from the page before is there again, without what stands there:
 * what holds nothing on this page was read before.
 */
async function readTags(page: PDFPageProxy, pdf: PDFDocumentProxy, found: Found): Promise<void> {
  const words = await readWords(page)
  const areas = await readAreas(page, pdf)
  const say = (tag: Tag): string =>
    tag.type === 'content'
      ? (words.get(tag.id ?? '') ?? '')
      : (tag.children ?? []).map(say).join('')

  const read = (tag: Tag): void => {
    const { role = '', alt = '', children = [] } = tag
    const said = oneSpace(say(tag))
    const depth = role === 'Title' ? 0 : Number(/^H([1-6])$/.exec(role)?.[1] ?? NaN)
    if (!Number.isNaN(depth) && said !== '') found.headings.push({ depth, words: said })
    if (role === 'Figure' && leavesOf(tag).some(({ type }) => type === 'content'))
      found.pictures.push({ alt: oneSpace(alt), isDecoration: false })
    if (role === 'Link') {
      const ids = leavesOf(tag).flatMap(({ type, id }) => (type === 'content' || !id ? [] : [id]))
      const link = ids.map(id => areas.get(id)).find(Boolean)
      for (const id of ids) areas.delete(id)
      if (link || said !== '') found.links.push({ ...(link ?? NOWHERE), words: said })
    }
    if (role === 'Table') {
      const row = tagsIn(tag).find(each => each.role === 'TR')
      const cells = (row?.children ?? []).filter(cell => /^T[HD]$/.test(cell.role ?? ''))
      const isBegun = row === undefined || leavesOf(row).length > 0
      if (isBegun) {
        const sayHeader = (cell: Tag) => (cell.role === 'TH' ? oneSpace(say(cell)) : '')
        found.tables.push({ headerCells: cells.map(sayHeader) })
      }
    }
    children.forEach(read)
  }
  const tree = (await page.getStructTree()) as Tag | null
  if (tree) read(tree)
  // An area that no tag names has no words (ISO 14289-1, 7.18.5).
  for (const link of areas.values()) found.links.push({ ...link, words: '' })
}

const NOWHERE = { url: '', isThere: false }

const tagsIn = ({ children = [] }: Tag): Tag[] =>
  children.flatMap(child => [child, ...tagsIn(child)])
const leavesOf = (tag: Tag): Tag[] => tagsIn(tag).filter(({ type }) => type !== undefined)

/** The words that are drawn, by the id that a tag names them with. */
async function readWords(page: PDFPageProxy): Promise<Map<string, string>> {
  const words = new Map<string, string>()
  const open: (string | null)[] = []
  const { items } = await page.getTextContent({ includeMarkedContent: true })
  for (const item of items) {
    if ('str' in item) {
      const id = open.findLast(Boolean)
      if (id) words.set(id, (words.get(id) ?? '') + item.str + (item.hasEOL ? ' ' : ''))
    } else if (item.type === 'endMarkedContent') open.pop()
    else open.push((item as { id?: string | null }).id ?? null)
  }
  return words
}

type Area = { id: string; subtype?: string; url?: string; unsafeUrl?: string; dest?: unknown }

/** Where the links of a page lead, by the id of what is clicked on. */
async function readAreas(
  page: PDFPageProxy,
  pdf: PDFDocumentProxy,
): Promise<Map<string, Omit<Link, 'words'>>> {
  const areas = new Map<string, Omit<Link, 'words'>>()
  for (const area of (await page.getAnnotations()) as Area[]) {
    if (area.subtype !== 'Link') continue
    const url = area.unsafeUrl ?? area.url ?? ''
    const isPlace = url === '' && area.dest != null
    const isThere = isPlace ? await hasPlace(pdf, area.dest) : isAddressed(url)
    areas.set(area.id, { url: isPlace ? '#' : url, isThere })
  }
  return areas
}

async function hasPlace(pdf: PDFDocumentProxy, dest: unknown): Promise<boolean> {
  const explicit: unknown = typeof dest === 'string' ? await pdf.getDestination(dest) : dest
  const [page] = Array.isArray(explicit) ? (explicit as unknown[]) : []
  if (typeof page === 'number') return page < pdf.numPages
  if (typeof page !== 'object' || page === null) return false
  return pdf.getPageIndex(page as Parameters<typeof pdf.getPageIndex>[0]).then(
    () => true,
    () => false,
  )
}
