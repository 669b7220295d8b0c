import type { Block, Inline, ListItem } from './tree.ts'

/** Blocks in the small Markdown, so that they are read as they are: what was computed, or stood in a report, has never been typed. */
export const toMarkdown = (blocks: readonly Block[]): string =>
  blocks.map(block => markdownOf(block)).join('\n\n')

function markdownOf(block: Block): string {
  switch (block.type) {
    case 'paragraph':
    case 'title':
    case 'heading':
      return safeStart(inlinesOf(block.children))
    case 'list':
      return block.children
        .map((item, n) => itemOf(item, block.ordered ? `${block.start + n}. ` : '- '))
        .join('\n')
    case 'blockquote':
      return toMarkdown(block.children).replace(/^/gm, '> ').replace(/^> $/gm, '>')
    case 'table': {
      const [header = '', ...rows] = block.children.map(
        ({ children }) => `| ${children.map(cell => cellOf(cell.children)).join(' | ')} |`,
      )
      const rule = `| ${block.align.map(side => RULES[side ?? 'none']).join(' | ')} |`
      return [header, rule, ...rows].join('\n')
    }
    case 'closing':
      return toMarkdown(block.children)
    // Templates hold no pictures.
    case 'letterhead':
    case 'image':
      return ''
  }
}

const RULES = { none: '---', left: ':--', center: ':-:', right: '--:' }

const itemOf = ({ children }: ListItem, mark: string): string =>
  mark + toMarkdown(children).replace(/\n(?=.)/g, `\n${' '.repeat(mark.length)}`)

const cellOf = (nodes: readonly Inline[]): string => inlinesOf(nodes).replaceAll('|', '\\|')

function inlinesOf(nodes: readonly Inline[]): string {
  return nodes
    .map(node => {
      switch (node.type) {
        case 'text':
          return node.value.replace(/[\\*[<]/g, '\\$&')
        case 'strong':
          return `**${inlinesOf(node.children)}**`
        case 'emphasis':
          return `*${inlinesOf(node.children)}*`
        case 'link':
          return `[${inlinesOf(node.children)}](${node.url})`
        case 'break':
          return '\\\n'
        case 'gap':
          return ''
      }
    })
    .join('')
}

/** Words that would begin a list, heading, quotation, rule or table do not, nor behind a break. */
const safeStart = (words: string): string =>
  words.replace(/^(?=[#>=+|-]|:-)/gm, '\\').replace(/^(\d+)(?=[.)])/gm, '$1\\')

/** What begins a block, or may be a row of a table: such a line goes on nothing, and nothing goes on it. */
const OPENS = /^\s*(?:[-*+>#=]|\d+[.)]|$)|\|/
/** Nothing goes on a mark without words, on a table, or on a line that a backslash ends. */
const CLOSES = /^[\s>]*(?:[-*+>]|\d+[.)])?$|\||\\$/

/** A text with each paragraph on one line, as editors that wrap lines had it. */
export function unwrap(text: string): string {
  const lines: string[] = []
  for (const line of text.split('\n')) {
    const before = lines.at(-1)
    if (before === undefined || OPENS.test(line) || CLOSES.test(before)) lines.push(line)
    else lines[lines.length - 1] = `${before} ${line.trimStart()}`
  }
  return lines.join('\n')
}
