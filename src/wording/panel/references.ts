import type { Block, Inline, ListItem, TableRow } from '../../document/tree.ts'
import { findReferences } from '../../model/appendix-references.ts'
import type { Appendix } from '../../model/panel.ts'
import { plain } from '../letter.ts'
import type { PaperParts } from './paper.ts'

/** Where the list of appendices has it. */
export const anchorOf = ({ letter }: Appendix): string => `appendix-${letter.toLowerCase()}`

/** The texts' `{appendix challenge}` as "Appendix B", with a link to the list. */
export const referTo = (parts: PaperParts, blocks: readonly Block[]): Block[] =>
  mapInlines(blocks, nodes => nodes.flatMap(node => linked(node, parts)))

/** The same in plain words: a heading holds no link. */
export const referInWords = (parts: PaperParts, words: Inline[]): Inline[] =>
  words.flatMap((node): Inline[] =>
    node.type === 'text' ? filled(node, parts, words => words) : [node],
  )

function linked(node: Inline, parts: PaperParts): Inline[] {
  switch (node.type) {
    case 'text':
      return filled(node, parts, (children, appendix) => [
        { type: 'link', url: `#${anchorOf(appendix)}`, children },
      ])
    case 'break':
      return [node]
    // A link leads to one place.
    case 'link':
      return [{ ...node, children: referInWords(parts, node.children) }]
    case 'gap':
    case 'strong':
    case 'emphasis':
      return [{ ...node, children: node.children.flatMap(child => linked(child, parts)) }]
  }
}

function filled(
  node: Extract<Inline, { type: 'text' }>,
  { paper, wording }: PaperParts,
  show: (words: Inline[], appendix: Appendix) => Inline[],
): Inline[] {
  const nodes: Inline[] = []
  let end = 0
  for (const { id, offset, length } of findReferences(node.value)) {
    const appendix = paper.appendices.find(one => one.id === id)
    if (!appendix) continue
    if (offset > end) nodes.push({ ...node, value: node.value.slice(end, offset) })
    const words = wording.words('panel-appendix-reference', { letter: appendix.letter })
    nodes.push(...show([plain(words)], appendix))
    end = offset + length
  }
  if (end === 0) return [node]
  return end < node.value.length ? [...nodes, { ...node, value: node.value.slice(end) }] : nodes
}

/** The blocks, each run of words in them as `map` makes it. */
export function mapInlines(
  blocks: readonly Block[],
  map: (nodes: readonly Inline[]) => Inline[],
): Block[] {
  return blocks.map((block): Block => {
    switch (block.type) {
      case 'paragraph':
      case 'heading':
      case 'title':
        return { ...block, children: map(block.children) }
      case 'list':
        return {
          ...block,
          children: block.children.map((item): ListItem => ({
            ...item,
            children: mapInlines(item.children, map),
          })),
        }
      case 'blockquote':
        return { ...block, children: mapInlines(block.children, map) }
      case 'table':
        return {
          ...block,
          children: block.children.map((row): TableRow => ({
            ...row,
            children: row.children.map(cell => ({ ...cell, children: map(cell.children) })),
          })),
        }
      // No text holds these.
      case 'image':
      case 'letterhead':
      case 'closing':
        return block
    }
  })
}
