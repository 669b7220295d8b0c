import type { Block, List, ListItem, Paragraph } from '../../document/tree.ts'

const BULLET = /^[•●▪■◦‣⁃∙·*–—-]\s+(?=\S)/u
const NUMBER = /^(\d{1,2})[.)]\s+(?=\S)/

/** The words of a cell: a paragraph for each of its lines, but for those that carry one on; and lists. */
export function cellBlocks(words: string): Block[] {
  const blocks: Block[] = []
  let isAfterGap = true
  for (const line of words.split('\n')) {
    if (line.trim() === '') {
      isAfterGap = true
      continue
    }
    if (!addEntry(blocks, line) && (isAfterGap || !carryOn(blocks, line)))
      blocks.push(paragraphOf(line))
    isAfterGap = false
  }
  return blocks
}

const paragraphOf = (value: string): Paragraph => ({
  type: 'paragraph',
  children: [{ type: 'text', value }],
})
const entryOf = (words: string): ListItem => ({ type: 'listItem', children: [paragraphOf(words)] })

/** Whether the line is an entry of a list. */
function addEntry(blocks: Block[], line: string): boolean {
  const number = NUMBER.exec(line)
  const mark = number?.[0] ?? BULLET.exec(line)?.[0]
  if (mark === undefined) return false
  const last = blocks.at(-1)
  const entry = entryOf(line.slice(mark.length))
  const figure = number ? Number(number[1]) : undefined
  if (last?.type === 'list' && isNext(last, figure)) last.children.push(entry)
  else
    blocks.push({
      type: 'list',
      ordered: figure !== undefined,
      start: figure ?? 1,
      children: [entry],
    })
  return true
}

const isNext = ({ ordered, start, children }: List, figure: number | undefined): boolean =>
  figure === undefined ? !ordered : ordered && figure === start + children.length

/** A line that begins small, behind one that does not end, was broken off by whatever it was copied from. */
function carryOn(blocks: Block[], line: string): boolean {
  const last = blocks.at(-1)
  const paragraph = last?.type === 'list' ? last.children.at(-1)?.children[0] : last
  const text = paragraph?.type === 'paragraph' ? paragraph.children[0] : undefined
  if (text?.type !== 'text' || !/^\p{Ll}/u.test(line) || /[.;:!?]$/.test(text.value)) return false
  text.value += ` ${line}`
  return true
}
