import { darkenForText } from '../colour.ts'
import type { Look } from '../../document/look.ts'
import type { DocumentTree, Media, Node } from '../../document/tree.ts'

/** What the template reads: the tree as JSON, and the pictures it names. */
export type TemplateData = { json: string; pictures: Map<string, Uint8Array> }

/**
 * The tree for the template: pictures become names of ours, paths of the response are left out.
 * What the tree must not hold throws: it would be a fault of ours, and show as one in the letter.
 */
export function dataOf(tree: DocumentTree, look: Look, families: string[]): TemplateData {
  const ids = new Set<string>()
  for (const node of tree.children) if (node.type === 'heading' && node.id) ids.add(node.id)
  const pictures = new Map<string, Uint8Array>()
  const [language, region] = tree.language.split('-')
  const { header, pages, title, author, description, keywords, watermark } = tree
  const letter = {
    ...{ language, region, title, author, description, keywords, header, pages, watermark },
    date: tree.date === undefined ? undefined : calendarDay(tree.date),
    look: { colour: look.colour, ink: darkenForText(look.colour), margins: look.margins, families },
    children: tree.children,
  }
  const json = JSON.stringify(letter, (key, value: unknown) => {
    if (key === 'at') return undefined
    if (key === 'value') return oneLine(value as string)
    if (key === 'url') return allowedUrl(value as string, ids)
    if (key === 'media') return undefined
    if (isNode(value)) return withMeasures(value, pictures)
    return value
  })
  return { json, pictures }
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value

function withMeasures(node: Node, pictures: Map<string, Uint8Array>): object {
  if (node.type === 'image') return { ...node, file: pictureName(node.media, pictures) }
  // The template keeps short things whole, and what ends in a colon with its list.
  if (!MEASURED.has(node.type)) return node
  const words = wordsOf(node)
  return { ...node, length: words.length, opensList: /:\s*[-–]?\s*$/.test(words) }
}

const MEASURED = new Set<Node['type']>(['paragraph', 'list', 'blockquote', 'tableCell'])

function wordsOf(node: Node): string {
  if (node.type === 'text') return node.value
  if (!('children' in node)) return ''
  return node.children.map(wordsOf).join('')
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
  return text.replace(LONG_WORD, breakable)
}

/** Without a place to break; the engine breaks addresses of the web by itself. */
const LONG_WORD = /[^\s\u00ad\u200b/._?&=,;:-]{40,}/gu

/** A word that fits on no line would run off the page: a space of no width lets it break. */
const breakable = (word: string) => word.replace(/.{20}(?=.)/gu, '$&\u200b')

function allowedUrl(url: string, ids: Set<string>): string {
  if (url.startsWith('#')) {
    if (!ids.has(url.slice(1)))
      throw new Error(`Unexpected link to ${url}, expected a heading's id`)
  } else if (!/^(?:https?|mailto|tel):[^\s]+$/i.test(url)) {
    throw new Error(`Unexpected link to ${url}, expected http, https, mailto or tel`)
  }
  return url
}
