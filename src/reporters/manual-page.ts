import type { Nodes, Parents, PhrasingContent, RootContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { cellsOf } from './cells.ts'
import { painter, type Paint } from './colours.ts'
import type { ReporterOptions } from './reporter.ts'
import { wrap } from './wrap.ts'

type Options = Pick<ReporterOptions, 'columns' | 'hasColours'>

/** A space at which a line is not broken, until it is printed. */
const UNBROKEN = '\u00a0'
const CODE_INDENT = '    '

/** A page of the manual for a terminal: what Markdown marks by signs is shown by room and underlines. */
export function showPage(page: string, { columns, hasColours }: Options): string {
  const paint = painter(hasColours)
  const { children } = fromMarkdown(page)
  const blocks = nameFiles(children).map(block => showBlock(block, columns, paint))
  return `${blocks.map(lines => lines.join('\n')).join('\n\n')}\n`.replaceAll(UNBROKEN, ' ')
}

/** Beside examples of other files, that of the response is named as well. */
function nameFiles(blocks: RootContent[]): RootContent[] {
  if (!blocks.some(block => block.type === 'code' && block.meta)) return blocks
  return blocks.map(block =>
    block.type === 'code' ? { ...block, meta: block.meta ?? 'response.yaml' } : block,
  )
}

function showBlock(block: RootContent, columns: number, paint: Paint): string[] {
  switch (block.type) {
    case 'heading':
      return showHeading(wrap(wordsOf(block.children), columns), block.depth, paint)
    case 'code':
      return [
        ...(block.meta ? [`In ${block.meta}:`, ''] : []),
        ...block.value.split('\n').map(line => (CODE_INDENT + line).trimEnd()),
      ]
    case 'blockquote':
      return showChildren(block, columns - 2, paint).map(line => `> ${line}`.trimEnd())
    case 'list':
      return block.children.flatMap((item, n) => {
        const sign = block.ordered ? `${(block.start ?? 1) + n}. ` : '- '
        const lines = showChildren(item, columns - sign.length, paint)
        return lines.map((line, n) => (n === 0 ? sign : ' '.repeat(sign.length)) + line)
      })
    default:
      return wrap(wordsOf([block]), columns)
  }
}

function showChildren({ children }: Parents, columns: number, paint: Paint): string[] {
  return children.flatMap((child, n) => [
    ...(n > 0 ? [''] : []),
    ...showBlock(child, columns, paint),
  ])
}

/** Bold where there are colours, else underlined. */
function showHeading(lines: string[], depth: number, paint: Paint): string[] {
  const painted = lines.map(line => paint(line, 'bold'))
  if (painted[0] !== lines[0]) return painted
  const sign = depth === 1 ? '=' : '-'
  return [...lines, sign.repeat(Math.max(...lines.map(cellsOf)))]
}

/** Code keeps its backticks: without them nobody would know where what is to be typed ends. */
function wordsOf(nodes: readonly Nodes[]): string {
  return nodes.map(wordsOfNode).join('')
}

function wordsOfNode(node: Nodes): string {
  switch (node.type) {
    case 'text':
    case 'html':
      return node.value.replace(/\s+/g, ' ')
    case 'inlineCode':
      return `\`${node.value.replaceAll(' ', UNBROKEN)}\``
    case 'break':
      return ' '
    case 'link':
      return sayLink(wordsOf(node.children), node.url)
    default:
      return 'children' in node ? wordsOf(node.children as PhrasingContent[]) : ''
  }
}

/** A page of the manual beside this one is named by its rule alone. */
const sayLink = (words: string, url: string): string =>
  /^https?:/.test(url) && url !== words ? `${words} (${url})` : words
