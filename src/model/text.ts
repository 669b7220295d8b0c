import type { Nodes, PhrasingContent, RootContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmTable } from 'micromark-extension-gfm-table'
import type { Block, Inline, ListItem, TableRow } from '../document/tree.ts'
import type { Path } from '../problem.ts'
import { beyondLimits, DEEPEST, tooDeep } from './text-limits.ts'

/** A part of a text that the small Markdown has no place for. Offset and length in characters of the value. */
export type Refusal = { offset: number; length: number; message: string; hint?: string }
export type ParsedText = { blocks: Block[]; refusals: Refusal[] }

/**
 * The small Markdown: paragraphs, nested lists, `*` and `**`, inline links, block quotations, tables,
 * a backslash before punctuation or at the end of a line. All else is literal, or refused.
 * `at` is put on its words. Headings are for templates alone.
 */
export function parseText(value: string, at?: Path, options = { headings: false }): ParsedText {
  if (isPlainProse(value)) return { blocks: readProse(value, at), refusals: [] }
  return readMarkdown(value, at, options.headings)
}

const SIGN = /[\\*[<|]/
const OPENING = /^[ \t]*(?:[#>+=-]|\d+[.)])/m

/** No sign in it that begins anything: then the blank lines alone say what it is. */
export function isPlainProse(value: string): boolean {
  return !SIGN.test(value) && !OPENING.test(value)
}

function readProse(value: string, at: Path | undefined): Block[] {
  return value
    .split(/\n(?:[ \t\r]*\n)+/)
    .map(paragraph => collapse(paragraph).trim())
    .filter(paragraph => paragraph !== '')
    .map(value => ({
      type: 'paragraph',
      children: [{ type: 'text', value, ...(at && { at }) }],
    }))
}

const SPACES = ['  ', '\n', '\t', '\r', '\u0085', '\u2028', '\u2029']

/** A single space stays as it is, and most are: only what changes is matched, where there is any. */
const collapse = (value: string): string =>
  SPACES.every(space => !value.includes(space))
    ? value
    : value.replace(/[ \t\r\n\u0085\u2028\u2029]{2,}|[\t\r\n\u0085\u2028\u2029]/g, ' ')

/** Constructs of CommonMark that this Markdown reads as plain characters. */
const literal = [
  'autolink',
  'characterReference',
  'codeFenced',
  'codeIndented',
  'codeText',
  'definition',
]
const micromarkExtensions = [gfmTable(), { disable: { null: literal } }]
const mdastExtensions = [gfmTableFromMarkdown()]

export function readMarkdown(value: string, at: Path | undefined, headings: boolean): ParsedText {
  const refusals = [...beyondLimits(value)]
  if (refusals.length > 0) return { blocks: [], refusals }
  const source = asCommonMark(value)
  const root = fromMarkdown(source.text, {
    extensions: micromarkExtensions,
    mdastExtensions,
  })
  const reader = new Reader(source, at, headings)
  return { blocks: reader.blocks(root.children), refusals: reader.refusals }
}

/** A text in CommonMark, and from where in the typed one each of its characters comes. */
type Source = { text: string; from: number[] }

const opening = /^(?:[ \t]*(?:>|[-*](?=[ \t])|\d{1,2}[.)](?=[ \t])))*[ \t]*/
const inWord = /[\p{L}\p{N}]/u

/**
 * Puts a backslash before what CommonMark would take for a mark and an officer would not: `+` and
 * numbers above 99 at the start of a line, `_`, and `*` inside a word or number. Tabs and trailing
 * spaces collapse.
 */
function asCommonMark(value: string): Source {
  let text = ''
  const from: number[] = []
  const put = (character: string, offset: number) => {
    text += character
    for (let n = 0; n < character.length; n++) from.push(offset)
  }
  let lineStart = 0
  for (const line of value.split('\n')) {
    const kept = withoutTrailing(line)
    const start = opening.exec(kept)?.[0].length ?? 0
    const escaped = new Set<number>()
    const rest = kept.slice(start)
    if (/^\+(?:[ \t]|$)/.test(rest)) escaped.add(start)
    const number = /^(\d{3,})[.)](?:[ \t]|$)/.exec(rest)
    if (number) escaped.add(start + number[1]!.length)
    for (const run of kept.matchAll(/_+|\*+/g)) {
      const end = run.index + run[0].length
      const isInside = inWord.test(kept.charAt(run.index - 1)) && inWord.test(letterAt(kept, end))
      if (run[0].startsWith('_') || isInside)
        for (let n = run.index; n < end; n++) if (!isEscaped(kept, n)) escaped.add(n)
    }
    for (let n = 0; n < kept.length; n++) {
      const character = kept.charAt(n)
      if (escaped.has(n)) put('\\', lineStart + n)
      put(character === '\t' ? ' ' : character, lineStart + n)
    }
    put('\n', lineStart + line.length)
    lineStart += line.length + 1
  }
  return { text, from }
}

/** `replace(/[ \t\r]+$/, '')` tries every run of spaces in the line to its end. */
function withoutTrailing(line: string): string {
  let end = line.length
  while (end > 0 && ' \t\r'.includes(line.charAt(end - 1))) end--
  return line.slice(0, end)
}

const letterAt = (line: string, offset: number): string =>
  offset < line.length ? String.fromCodePoint(line.codePointAt(offset)!) : ''

function isEscaped(line: string, offset: number): boolean {
  let backslashes = 0
  while (line.charAt(offset - 1 - backslashes) === '\\') backslashes++
  return backslashes % 2 === 1
}

const plainHint = 'Write it as a paragraph of its own, or put a backslash before the sign.'

class Reader {
  readonly refusals: Refusal[] = []
  readonly #source: Source
  readonly #at: Path | undefined
  readonly #headings: boolean

  constructor(source: Source, at: Path | undefined, headings: boolean) {
    this.#source = source
    this.#at = at
    this.#headings = headings
  }

  blocks(nodes: readonly RootContent[], depth = 0): Block[] {
    return nodes.flatMap(node => this.#block(node, depth))
  }

  /** `depth`: the lists and quotations it stands in. */
  #block(node: RootContent, depth: number): Block[] {
    if (depth === DEEPEST && (node.type === 'list' || node.type === 'blockquote')) {
      this.#add(node, tooDeep)
      return []
    }
    switch (node.type) {
      case 'paragraph': {
        const children = this.#inlines(node.children)
        return children.length > 0 ? [{ type: 'paragraph', children }] : []
      }
      case 'list':
        return [
          {
            type: 'list',
            ordered: node.ordered === true,
            start: node.start ?? 1,
            children: node.children.map((item): ListItem => ({
              type: 'listItem',
              children: this.#listItem(item.children, depth + 1),
            })),
          },
        ]
      case 'blockquote':
        return [{ type: 'blockquote', children: this.blocks(node.children, depth + 1) }]
      case 'table': {
        const columns = Math.max(...node.children.map(row => row.children.length))
        return [
          {
            type: 'table',
            align: Array.from({ length: columns }, (_, n) => node.align?.[n] ?? null),
            children: node.children.map((row): TableRow => ({
              type: 'tableRow',
              children: Array.from({ length: columns }, (_, n) => ({
                type: 'tableCell',
                children: this.#inlines(row.children[n]?.children ?? []),
              })),
            })),
          },
        ]
      }
      case 'heading':
        if (this.#headings) {
          const depth = Math.min(node.depth, 5) as 1 | 2 | 3 | 4 | 5
          return [{ type: 'heading', depth, children: this.#inlines(node.children) }]
        }
        this.#refuse(node, 'heading', plainHint)
        return []
      case 'thematicBreak':
        this.#refuse(node, 'rule across the page', plainHint)
        return []
      case 'html':
        this.#refuse(node, 'HTML', 'For the sign itself, put a backslash before it: \\<')
        return []
      default:
        return []
    }
  }

  /** An item of which only the mark was typed holds an empty paragraph. */
  #listItem(nodes: readonly RootContent[], depth: number): Block[] {
    const blocks = this.blocks(nodes, depth)
    return blocks.length > 0 ? blocks : [{ type: 'paragraph', children: [] }]
  }

  #inlines(nodes: readonly PhrasingContent[], depth = 0): Inline[] {
    return nodes.flatMap(node => this.#inline(node, depth))
  }

  /** `depth`: the emphases it stands in. */
  #inline(node: PhrasingContent, depth: number): Inline[] {
    switch (node.type) {
      case 'text':
        return [{ type: 'text', value: collapse(node.value), ...(this.#at && { at: this.#at }) }]
      case 'strong':
      case 'emphasis':
        if (depth === DEEPEST) {
          this.#add(node, 'Unexpected emphasis nested more than eight deep, expected fewer')
          return []
        }
        return [{ type: node.type, children: this.#inlines(node.children, depth + 1) }]
      case 'break':
        return [{ type: 'break' }]
      case 'link': {
        const children = this.#inlines(node.children, depth)
        if (!isAllowedLink(node.url))
          this.#refuse(node, `link to ${node.url || 'nothing'}`, linkHint, linkExpected)
        else if (node.title)
          this.#refuse(
            node,
            `title ${node.title} in a link`,
            'Take the words in quotation marks out of the brackets.',
            'the address alone',
          )
        return [{ type: 'link', url: node.url, children }]
      }
      case 'html':
        this.#refuse(node, 'HTML', 'For the sign itself, put a backslash before it: \\<')
        return []
      case 'image':
        this.#refuse(node, 'picture', 'Describe it in words, or link to it: [its name](https://…).')
        return []
      default:
        return []
    }
  }

  #refuse(
    node: Nodes,
    what: string,
    hint: string,
    expected = 'paragraphs, lists, tables, links and quotations',
  ): void {
    this.#add(node, `Unexpected ${what} in a text, expected ${expected}`, hint)
  }

  #add(node: Nodes, message: string, hint?: string): void {
    const start = this.#source.from[node.position?.start.offset ?? 0] ?? 0
    const end = this.#source.from[(node.position?.end.offset ?? 1) - 1] ?? start
    const length = end + 1 - start
    this.refusals.push({ offset: start, length, message, ...(hint !== undefined && { hint }) })
  }
}

const linkExpected = 'an address that begins with https://, http://, mailto: or tel:'
const linkHint = 'Type the whole address: [the report](https://…) or [the office](mailto:…).'

/** The schemes a letter may link to: nothing that runs or opens a file. */
export function isAllowedLink(url: string): boolean {
  return (
    /^(?:https?:\/\/[^\s/]|mailto:[^\s]|tel:[^\s])/i.test(url) &&
    !/[\s\u0000-\u001f\u007f]/.test(url)
  )
}
