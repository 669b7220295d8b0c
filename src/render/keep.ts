import type {
  Block,
  Blockquote,
  List,
  ListItem,
  Paragraph,
  Strong,
  Table,
} from '../document/tree.ts'
import { wordsOf } from '../document/words.ts'

/**
 * The blocks with `keepWithNext` on all that leads to the next one: labels, questions, headlines and
 * what announces a list or a table. Nothing else is kept: long chains leave pages half empty.
 */
export const keepLeads = (blocks: readonly Block[]): Block[] =>
  blocks.map((block, index) => {
    const next = blocks[index + 1]
    if (block.type === 'paragraph')
      return next && leads(block, next) ? { ...block, keepWithNext: true } : block
    if (block.type === 'blockquote') return { ...block, children: keepLeads(block.children) }
    if (block.type === 'list') return { ...block, children: block.children.map(keepOpening) }
    return block
  })

/** Words of an item that a list within it goes on with stay beside it, whatever they end in. */
function keepOpening(item: ListItem): ListItem {
  const [first, ...rest] = keepLeads(item.children)
  if (first?.type !== 'paragraph' || rest[0]?.type !== 'list')
    return { ...item, children: keepLeads(item.children) }
  return { ...item, children: [{ ...first, keepWithNext: true }, ...rest] }
}

function leads(paragraph: Paragraph, next: Block): boolean {
  const { role } = paragraph
  if (role === 'label' || role === 'question') return true
  if (role !== undefined || lengthOf(paragraph) > 300) return false
  if (headlineOf(paragraph)) return next.type === 'paragraph' || next.type === 'list'
  return (next.type === 'list' || next.type === 'table') && announces.test(wordsOf([paragraph]))
}

/** What is bold, if that is all there is. */
export const headlineOf = ({ children }: Paragraph): Strong | undefined =>
  children.length === 1 && children[0]?.type === 'strong' ? children[0] : undefined

/** Also ":-" and ": –", as officers type it. */
const announces = /:\s*[-–]?\s*$/

/** What is short enough to move to the next page whole. */
export const staysWhole = (block: Blockquote | List | Table): boolean =>
  lengthOf(block) < atMost[block.type]

/** Characters: about four lines of a quotation, and six rows of a table. */
const atMost = { blockquote: 320, list: 200, table: 400 }

/** A closing that opens with the publication sentence has words to stand with its sign-off; another needs the text before it. */
export const needsCompany = (block: Block | undefined): boolean => {
  if (block?.type !== 'closing') return false
  const [first] = block.children
  return first?.type !== 'paragraph' || first.role !== undefined
}

const lengthOf = (block: Block): number => wordsOf([block]).length
