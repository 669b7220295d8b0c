import { darkenForText } from '../colour.ts'
import type { Look } from '../../document/look.ts'
import type { DocumentTree, Inline, Media, Node, TableRow } from '../../document/tree.ts'
import { wordsOf } from '../../document/words.ts'
import { tableMeasures } from '../column-widths.ts'
import { headlineOf, keepLeads, needsCompany, staysWhole } from '../keep.ts'
import { letterheadColumns } from '../letterhead-columns.ts'
import { oneLineHeader } from '../running-header.ts'
import { bullets, greys, sizes } from '../sizes.ts'
import { contactLine } from './contact-line.ts'
import { page, toPoints } from '../units.ts'

/** What the template reads: the tree as JSON, and the pictures it names. */
export type TemplateData = { json: string; pictures: Map<string, Uint8Array> }

/**
 * The tree for the template: pictures become names of ours, paths of the response are left out.
 * What the tree must not hold throws: it would be a fault of ours, and show as one in the letter.
 */
export function dataOf(tree: DocumentTree, look: Look, families: string[]): TemplateData {
  const ids = new Set<string>()
  for (const node of tree.children)
    if ((node.type === 'heading' || node.type === 'paragraph') && node.id) ids.add(node.id)
  const pictures = new Map<string, Uint8Array>()
  const [language, region] = tree.language.split('-')
  const { pages, title, author, description, keywords, watermark } = tree
  const { margins } = look
  const measure = page.width - margins.left - margins.right
  const letter = {
    ...{ language, region, title, author, description, keywords, pages, watermark },
    header: oneLineHeader(tree.header, measure),
    date: tree.date === undefined ? undefined : calendarDay(tree.date),
    look: { colour: look.colour, ink: darkenForText(look.colour), margins, families },
    ...{ sizes, greys, bullets },
    ...(look.stationery.pdf && {
      stationery: { firstTop: Math.max(margins.first_top ?? 0, margins.top) },
    }),
    children: keepLeads(tree.children),
  }
  const json = JSON.stringify(letter, (key, value: unknown) => {
    if (key === 'at' || key === 'remarks') return undefined
    if (key === 'value') return oneLine(value as string)
    if (key === 'url') return allowedUrl(value as string, ids)
    if (key === 'media') return undefined
    if (isNode(value)) {
      if (value.type === 'letterhead' && look.stationery.pdf) return contactLine(value)
      return withMeasures(value, measure, pictures)
    }
    return value
  })
  return { json, pictures }
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value

function withMeasures(node: Node, measure: number, pictures: Map<string, Uint8Array>): object {
  switch (node.type) {
    case 'image':
      return { ...node, file: pictureName(node.media, pictures) }
    case 'paragraph':
      return { ...node, length: wordsOf([node]).length, headline: !!headlineOf(node) }
    case 'list':
    case 'blockquote':
      return { ...node, length: wordsOf([node]).length, whole: staysWhole(node) }
    case 'table': {
      const { size, widths, letters } = tableMeasures(node, toPoints(measure))
      const children = node.children.map(row => withBreaks(row, letters))
      return { ...node, children, size, widths, whole: staysWhole(node) }
    }
    case 'tableCell':
      return { ...node, length: wordsOf([node]).length }
    case 'letterhead':
      return { type: node.type, columns: letterheadColumns(node, measure) }
    case 'closing':
      return { ...node, needsCompany: needsCompany(node) }
    default:
      return node
  }
}

function pictureName({ kind, bytes }: Media, pictures: Map<string, Uint8Array>): string {
  const name = `/picture-${pictures.size + 1}.${kind}`
  pictures.set(name, bytes)
  return name
}

function calendarDay(date: string): { year: number; month: number; day: number } {
  const [year, month, day] = date.split('-').map(Number)
  if (!year || !month || !day) throw new Error(`Unexpected date ${date}, expected YYYY-MM-DD`)
  return { year, month, day }
}

/** The engine prints a line feed in a string as a break of the line. */
function oneLine(text: string): string {
  if (/[\n\r]/.test(text)) throw new Error(`Unexpected line feed in ${JSON.stringify(text)}`)
  return text
    .replace(LONG_ADDRESS, address => address.replace(/[@.]/g, '$&\u200b'))
    .replace(LONG_WORD, word => breakable(word))
}

/** Of mail; the engine breaks it at hyphens alone. */
const LONG_ADDRESS = /(?=[^\s@]+@)\S{45,}/gu
/** Without a place to break; the engine breaks addresses of the web by itself. */
const LONG_WORD = /[^\s\u00ad\u200b/._?&=,;:-]{40,}/gu

/** A word that fits on no line would run off the page: a space of no width lets it break. */
const breakable = (word: string, letters = 20) =>
  word.replace(new RegExp(`.{${letters}}(?=.)`, 'gu'), '$&\u200b')

/** The same for the lines of a table's cells, which are shorter. */
const withBreaks = (row: TableRow, letters: number[]): TableRow => ({
  ...row,
  children: row.children.map((cell, column) => {
    const most = Math.max(4, letters[column] ?? 0)
    const long = new RegExp(`[^\\s\\u00ad\\u200b-]{${most + 3},}`, 'gu')
    const broken = (node: Inline): Inline => {
      if (node.type === 'break') return node
      if (node.type !== 'text') return { ...node, children: node.children.map(broken) }
      return { ...node, value: node.value.replace(long, word => breakable(word, most)) }
    }
    return { ...cell, children: cell.children.map(broken) }
  }),
})

function allowedUrl(url: string, ids: Set<string>): string {
  if (url.startsWith('#')) {
    if (!ids.has(url.slice(1)))
      throw new Error(`Unexpected link to ${url}, expected the id of a heading or paragraph`)
  } else if (!url.startsWith('./') && !/^(?:https?|mailto|tel):[^\s]+$/i.test(url)) {
    throw new Error(`Unexpected link to ${url}, expected http, https, mailto or tel`)
  }
  return url
}
