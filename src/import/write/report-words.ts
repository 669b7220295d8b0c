import { toMarkdown } from '../../document/markdown.ts'
import type { Block, Inline, ListItem } from '../../document/tree.ts'
import { isAllowedLink, parseText } from '../../model/text.ts'
import { withoutControls } from '../../source/decode-text.ts'
import { printedWords } from '../printed-words.ts'

/**
 * Words of others in the small Markdown, wrapped where they are longer than `width`. They are read again
 * with the words that they were written with; emphasis, links or lists that cannot be written so are left
 * out, and their words stay.
 */
export function writeWords(blocks: readonly Block[], width = Infinity): string {
  const tidy = tidyBlocks(blocks)
  const plain = tidy.map(block => withoutMarks(block))
  for (const tried of [tidy, plain]) {
    const written = toMarkdown(tried)
    if (isReadAs(written, tried)) return wrapWords(written, width)
  }
  return wrapWords(toMarkdown(plain.flatMap(paragraphsOf)), width)
}

const SPACE = /[ \t\r\n\v\f\u0085\u2028\u2029]+/g

const isReadAs = (written: string, blocks: readonly Block[]): boolean => {
  const { blocks: read, refusals } = parseText(written)
  return refusals.length === 0 && JSON.stringify(tidyBlocks(read)) === JSON.stringify(blocks)
}

/** As they would be read: no empty blocks, no two lists that would become one, no space that is not printed. */
function tidyBlocks(blocks: readonly Block[]): Block[] {
  const tidy: Block[] = []
  for (const block of blocks)
    for (const one of tidyBlock(block)) {
      const before = tidy.at(-1)
      if (one.type === 'list' && before?.type === 'list' && before.ordered === one.ordered)
        before.children.push(...one.children)
      else if (one.type === 'blockquote' && before?.type === 'blockquote')
        before.children = tidyBlocks([...before.children, ...one.children])
      else tidy.push(one)
    }
  return tidy
}

function tidyBlock(block: Block): Block[] {
  switch (block.type) {
    case 'paragraph':
    case 'title':
    case 'heading': {
      const children = tidyLine(block.children)
      return children.length > 0 ? [{ type: 'paragraph', children }] : []
    }
    case 'list': {
      const children = block.children.flatMap(({ children }): ListItem[] => {
        const inner = tidyBlocks(children)
        return inner.length > 0 ? [{ type: 'listItem', children: inner }] : []
      })
      const start = block.ordered ? block.start : 1
      return children.length > 0 ? [{ type: 'list', ordered: block.ordered, start, children }] : []
    }
    case 'blockquote': {
      const children = tidyBlocks(block.children)
      return children.length > 0 ? [{ type: 'blockquote', children }] : []
    }
    case 'table':
      return [
        {
          type: 'table',
          align: block.align,
          children: block.children.map(({ children }) => ({
            type: 'tableRow',
            children: children.map(cell => ({
              type: 'tableCell',
              children: tidyLine(withoutBreaks(cell.children)),
            })),
          })),
        },
      ]
    case 'closing':
    case 'letterhead':
      return tidyBlocks(block.children)
    case 'image':
      return []
  }
}

const withoutBreaks = (nodes: readonly Inline[]): Inline[] =>
  nodes.map((node): Inline => {
    if (node.type === 'break') return { type: 'text', value: ' ' }
    return 'children' in node ? { ...node, children: withoutBreaks(node.children) } : node
  })

/** Without space at its ends and beside its breaks. */
function tidyLine(nodes: readonly Inline[]): Inline[] {
  const line = joinTexts(nodes)
  const tidy: Inline[] = []
  for (const [index, node] of line.entries()) {
    const [before, next] = [tidy.at(-1), line[index + 1]]
    if (node.type === 'break') {
      if (before && before.type !== 'break' && line.slice(index + 1).some(isSeen)) tidy.push(node)
      continue
    }
    if (node.type !== 'text') {
      tidy.push(node)
      continue
    }
    let value =
      before === undefined || before.type === 'break' ? node.value.trimStart() : node.value
    if (next === undefined || next.type === 'break') value = value.trimEnd()
    if (value !== '') tidy.push({ type: 'text', value })
  }
  return tidy
}

const isSeen = (node: Inline): boolean =>
  node.type === 'text' ? node.value.trim() !== '' : node.type !== 'break'

/** Texts side by side are one; space at the ends of emphasis and links stands beside them. */
function joinTexts(nodes: readonly Inline[]): Inline[] {
  const joined: Inline[] = []
  const put = (value: string) => {
    const before = joined.at(-1)
    const words = withoutControls(value).replace(SPACE, ' ')
    if (before?.type === 'text') before.value = (before.value + words).replace(/ {2,}/g, ' ')
    else if (words !== '') joined.push({ type: 'text', value: words })
  }
  for (const node of nodes)
    if (node.type === 'text') put(node.value)
    else if (node.type === 'break') joined.push({ type: 'break' })
    else {
      const inner = joinTexts(node.children)
      const words = printedWords([{ type: 'paragraph', children: inner }])
      const isMark = node.type !== 'gap' && !(node.type === 'link' && !isAllowedLink(node.url))
      if (words === '' || !isMark) {
        for (const one of inner)
          if (one.type === 'text') put(one.value)
          else joined.push(one)
        continue
      }
      const [first, last] = [inner[0]!, inner.at(-1)!]
      if (first.type === 'text') put(/^\s*/.exec(first.value)![0])
      if (first.type === 'break') joined.push(first)
      const children = tidyLine(inner)
      joined.push(
        node.type === 'link'
          ? { type: 'link', url: asDestination(node.url), children }
          : { type: node.type, children },
      )
      if (last.type === 'text') put(last.value.slice(last.value.trimEnd().length))
      if (last.type === 'break') joined.push(last)
    }
  return joined
}

const asDestination = (url: string): string =>
  url.replace(/[()<>\\]/g, sign => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)

/** Without emphasis, links and breaks. */
function withoutMarks(block: Block): Block {
  switch (block.type) {
    case 'list':
      return {
        ...block,
        children: block.children.map(({ children }) => ({
          type: 'listItem',
          children: children.map(withoutMarks),
        })),
      }
    case 'blockquote':
      return { ...block, children: block.children.map(withoutMarks) }
    default:
      return block.type === 'table' ? tableOf(block) : asParagraph(printedWords([block]))
  }
}

const asParagraph = (value: string): Block => ({
  type: 'paragraph',
  children: [{ type: 'text', value }],
})

const tableOf = (table: Extract<Block, { type: 'table' }>): Block => ({
  ...table,
  children: table.children.map(({ children }) => ({
    type: 'tableRow',
    children: children.map(cell => {
      const value = printedWords([{ type: 'paragraph', children: cell.children }])
      return { type: 'tableCell', children: value === '' ? [] : [{ type: 'text', value }] }
    }),
  })),
})

/** Each block and entry as a paragraph of its own: no mark is left but its number. */
function paragraphsOf(block: Block): Block[] {
  switch (block.type) {
    case 'list':
      return block.children.flatMap(({ children }, index) => {
        const inner = children.flatMap(paragraphsOf)
        if (!block.ordered) return inner
        const words = `${block.start + index}. ${printedWords(inner.slice(0, 1))}`
        return [asParagraph(words), ...inner.slice(1)]
      })
    case 'blockquote':
      return block.children.flatMap(paragraphsOf)
    case 'table':
      return block.children.map(({ children }) =>
        asParagraph(
          children
            .map(cell => printedWords([{ type: 'paragraph', children: cell.children }]))
            .filter(Boolean)
            .join(' | '),
        ),
      )
    default:
      return [block]
  }
}

/** Such a word may open a list, heading, quotation or table where it begins a line. */
const OPENS = /^(?:[-*+>#=|:]|\d+[.)])/
const LEAD = /^ *(?:(?:-|\d+[.)]) +)*/

/** Lines no longer than `width`, where that does not change what is read. */
function wrapWords(text: string, width: number): string {
  if (text.split('\n').every(line => line.length <= width)) return text
  const wrapped = text
    .split('\n')
    .map(line => (line.length <= width || /^ *[|>]/.test(line) ? line : wrapLine(line, width)))
    .join('\n')
  return isReadAs(wrapped, tidyBlocks(parseText(text).blocks)) ? wrapped : text
}

function wrapLine(line: string, width: number): string {
  const lead = LEAD.exec(line)![0]
  const indent = ' '.repeat(lead.length)
  const lines: string[] = []
  let current = lead
  for (const word of line.slice(lead.length).split(' ')) {
    const isFull = current.length > lead.length && current.length + 1 + word.length > width
    if (isFull && word !== '' && !OPENS.test(word) && !current.endsWith('\\')) {
      lines.push(current)
      current = indent + word
    } else current += current.length > lead.length ? ` ${word}` : word
  }
  return [...lines, current].join('\n')
}
