import type { Look } from '../../document/look.ts'
import type { DocumentTree, Heading } from '../../document/tree.ts'
import { textsIn, walk, wordsAround, wordsOf } from '../../document/words.ts'
import { charactersWithoutFont } from '../fonts.ts'

/**
 * What nobody could read aloud, or see. The native engine refuses it as PDF/UA-1; that of WebAssembly
 * would draw it. None of it comes from an officer, who was told before: it throws.
 */
export function refuseInaccessible(tree: DocumentTree, { fontFiles }: Look): void {
  // ISO 14289-1, 7.1
  if (tree.title.trim() === '') throw new Error('Missing title of the letter, expected one')
  let depth = 0
  for (const node of walk(tree.children)) {
    if (node.type === 'heading') {
      refuseHeading(node, depth)
      depth = node.depth
    }
    // 7.3; a picture without any alternative text only decorates.
    if (node.type === 'image' && node.alt !== '' && node.alt.trim() === '')
      throw new Error('Missing alternative text of a picture, expected words')
    // 7.18.5
    if (node.type === 'link' && wordsOf([node]).trim() === '')
      throw new Error(`Missing words of the link to ${node.url}, expected some`)
  }
  const texts = [...textsIn(tree.children)].map(({ value }) => value)
  const [missing] = charactersWithoutFont([...texts, ...wordsAround(tree)].join(' '), fontFiles)
  // 7.21.8
  if (missing)
    throw new Error(`Unexpected character ${missing.code}, expected one that a font holds`)
}

/** ISO 14289-1, 7.4.2: the first is of depth 1, and none skips one. */
function refuseHeading(heading: Heading, before: number): void {
  const words = wordsOf([heading])
  if (words.trim() === '') throw new Error('Missing words of a heading, expected some')
  if (heading.depth > before + 1) {
    const expected = before === 0 ? '1' : `${before + 1} or less`
    throw new Error(`Unexpected heading “${words}” of depth ${heading.depth}, expected ${expected}`)
  }
}
