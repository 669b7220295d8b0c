import type { Block, Heading, Inline, ListItem, TableRow } from '../document/tree.ts'
import { marks } from './values.ts'
import type { Filling } from './values.ts'

/** A template's Markdown with its marks turned into what they stand for, its headings lowered. */
export function fill(
  blocks: readonly Block[],
  fillings: readonly Filling[],
  depth: number,
): Block[] {
  return blocks.flatMap((block): Block[] => {
    switch (block.type) {
      case 'paragraph': {
        const alone = aloneIn(block.children)
        const filling = alone === undefined ? undefined : fillings[alone]
        if (filling && 'blocks' in filling) return filling.blocks
        return [{ ...block, children: fillInlines(block.children, fillings) }]
      }
      case 'heading':
        return [
          {
            ...block,
            depth: Math.min(5, block.depth + depth) as Heading['depth'],
            children: fillInlines(block.children, fillings),
          },
        ]
      case 'list':
        return [
          {
            ...block,
            children: block.children.map((item): ListItem => ({
              ...item,
              children: fill(item.children, fillings, depth),
            })),
          },
        ]
      case 'blockquote':
        return [{ ...block, children: fill(block.children, fillings, depth) }]
      case 'table':
        return [
          {
            ...block,
            children: block.children.map((row): TableRow => ({
              ...row,
              children: row.children.map(cell => ({
                ...cell,
                children: fillInlines(cell.children, fillings),
              })),
            })),
          },
        ]
      default:
        return [block]
    }
  })
}

/** The number of the mark that is all a paragraph holds. */
function aloneIn(children: readonly Inline[]): number | undefined {
  const only = children.length === 1 ? children[0] : undefined
  if (only?.type !== 'text') return undefined
  const match = /^\ue000(\d+)\ue001$/.exec(only.value.trim())
  return match ? Number(match[1]) : undefined
}

function fillInlines(nodes: readonly Inline[], fillings: readonly Filling[]): Inline[] {
  return nodes.flatMap((node): Inline[] => {
    if (node.type === 'text') return fillText(node.value, fillings)
    if (node.type === 'break') return [node]
    return [{ ...node, children: fillInlines(node.children, fillings) }]
  })
}

function fillText(value: string, fillings: readonly Filling[]): Inline[] {
  const nodes: Inline[] = []
  let end = 0
  for (const match of value.matchAll(marks)) {
    if (match.index > end) nodes.push({ type: 'text', value: value.slice(end, match.index) })
    nodes.push(...inlinesIn(fillings[Number(match[1])]))
    end = match.index + match[0].length
  }
  if (end < value.length) nodes.push({ type: 'text', value: value.slice(end) })
  return nodes
}

function inlinesIn(filling: Filling | undefined): Inline[] {
  if (!filling) return []
  return 'inlines' in filling ? filling.inlines : inlinesOf(filling.blocks)
}

/** The words of blocks as one run, paragraphs parted by a space. */
export function inlinesOf(blocks: readonly Block[]): Inline[] {
  const runs = blocks.flatMap((block): Inline[][] => {
    if (block.type === 'paragraph' || block.type === 'heading') return [block.children]
    if (block.type === 'blockquote') return [inlinesOf(block.children)]
    if (block.type === 'list') return block.children.map(item => inlinesOf(item.children))
    if (block.type === 'table')
      return block.children.flatMap(row => row.children.map(cell => cell.children))
    return []
  })
  return runs.flatMap((run, n) => (n === 0 ? run : [{ type: 'text', value: ' ' }, ...run]))
}
