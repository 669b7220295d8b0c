import type { Block } from '../document/tree.ts'
import { walk } from '../document/words.ts'
import { withoutControls } from '../source/decode-text.ts'

const SPACE = /[ \t\r\n\v\f\u0085\u2028\u2029]+/g

/** The words that a text prints, whatever its marks and its blocks. */
export function printedWords(blocks: readonly Block[]): string {
  let printed = ''
  for (const node of walk(blocks))
    if (node.type === 'text') printed += node.value
    else if (node.type === 'break' || node.type === 'paragraph' || node.type === 'tableCell')
      printed += ' '
  return withoutControls(printed).replace(SPACE, ' ').trim()
}
