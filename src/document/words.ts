import type { Block, DocumentTree, Inline, Node, Text } from './tree.ts'

/** Every node below some nodes, each before its children, in the order they are read. */
export function* walk(nodes: readonly Node[]): Generator<Node> {
  for (const node of nodes) {
    yield node
    if (node.type === 'letterhead' && node.logo) yield node.logo
    if ('children' in node) yield* walk(node.children)
  }
}

/** The runs of characters of a tree's body, in the order they are read. */
export function* textsIn(blocks: readonly (Block | Inline)[]): Generator<Text> {
  for (const node of walk(blocks)) if (node.type === 'text') yield node
}

/** The characters of some nodes in one run; `atBreak` stands for the breaks of lines in it. */
export function wordsOf(nodes: readonly Node[], atBreak = ''): string {
  let words = ''
  for (const node of walk(nodes))
    if (node.type === 'text') words += node.value
    else if (node.type === 'break') words += atBreak
  return words
}

/** The words of some nodes on one line: those of two paragraphs, entries or cells are parted. */
export function lineOf(nodes: readonly Node[]): string {
  let line = ''
  for (const node of walk(nodes))
    if (node.type === 'text') line += node.value
    else if (PARTED.has(node.type)) line += ' '
  return line.replace(/[ \t\r\n]+/g, ' ').trim()
}

const PARTED: ReadonlySet<Node['type']> = new Set(['paragraph', 'heading', 'tableCell', 'break'])

/** All that a renderer shows outside the body: titles, running matter, alternative texts. */
export function* wordsAround(tree: DocumentTree): Generator<string> {
  yield tree.title
  yield tree.header
  yield* tree.pages
  if (tree.watermark !== undefined) yield tree.watermark
  for (const node of walk(tree.children)) if (node.type === 'image') yield node.alt
}
