import type { Block, DocumentTree, Inline } from '../src/document/tree.ts'

/** A tree as lines of text: what a reader of its structure would hear. */
export function outlineOf({ children }: Pick<DocumentTree, 'children'>): string {
  return `${children.flatMap(block => linesOf(block)).join('\n')}\n`
}

function linesOf(block: Block): string[] {
  switch (block.type) {
    case 'title':
      return [`title: ${say(block.children)}`]
    case 'heading':
      return [
        '',
        `${'#'.repeat(block.depth)} ${say(block.children)}${block.newPage ? ' (new page)' : ''}`,
      ]
    case 'paragraph': {
      const keep = block.keepWithNext ? ' ↓' : ''
      return [`${block.role ? `${block.role}: ` : ''}${say(block.children)}${keep}`]
    }
    case 'list':
      return block.children.flatMap((item, n) => {
        const mark = block.ordered ? `${block.start + n}. ` : '- '
        return indent(item.children.flatMap(linesOf), mark, ' '.repeat(mark.length))
      })
    case 'blockquote': {
      const mark = block.voice === 'report' ? 'report> ' : '> '
      return indent(block.children.flatMap(linesOf), mark, mark)
    }
    case 'table':
      return block.children.map(
        row => `| ${row.children.map(cell => say(cell.children)).join(' | ')} |`,
      )
    case 'image':
      return [`[picture: ${block.alt || 'decoration'}, ${block.width} × ${block.height} mm]`]
    case 'letterhead':
      return [...(block.logo ? linesOf(block.logo) : []), ...block.children.flatMap(linesOf)]
    case 'closing':
      return indent(block.children.flatMap(linesOf), '  ', '  ')
  }
}

const indent = (lines: string[], first: string, rest: string): string[] =>
  lines.map((line, n) => (n === 0 ? first : rest) + line)

function say(nodes: readonly Inline[]): string {
  return nodes
    .map(node => {
      switch (node.type) {
        case 'text':
          return node.value.replaceAll('\u00a0', '~')
        case 'break':
          return ' ⏎ '
        case 'strong':
          return `**${say(node.children)}**`
        case 'emphasis':
          return `*${say(node.children)}*`
        case 'link':
          return `[${say(node.children)}](${node.url})`
        case 'gap':
          return `⟨${say(node.children)}⟩`
      }
    })
    .join('')
}
