import type { Block, Inline } from '../../document/tree.ts'
import { pathInto } from '../../model/panel.ts'
import { mapInlines } from './references.ts'

/**
 * Blocks made of a response, as they stand in a paper: two responses may have the same ids, and where
 * words were typed is told from where the paper's own were.
 */
export function fromResponse(name: string, prefix: string, blocks: readonly Block[]): Block[] {
  const own = (node: Inline): Inline => {
    if (node.type === 'text') return node.at ? { ...node, at: pathInto(name, node.at) } : node
    if (node.type === 'break') return node
    const children = node.children.map(own)
    if (node.type === 'link' && node.url.startsWith('#'))
      return { ...node, url: `#${prefix}${node.url.slice(1)}`, children }
    return { ...node, children }
  }
  return mapInlines(blocks, nodes => nodes.map(own)).map((block): Block =>
    block.type === 'heading' && block.id !== undefined
      ? { ...block, id: `${prefix}${block.id}` }
      : block,
  )
}
