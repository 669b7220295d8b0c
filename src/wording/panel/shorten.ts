import type { Block, Inline, ListItem } from '../../document/tree.ts'
import { wordsOf } from '../../document/words.ts'

/** What a text says in short. `isCut`: it says more. */
export type Shortened = { blocks: Block[]; isCut: boolean }

/** Characters of an update in short: two or three sentences. */
export const IN_SHORT = 360
/** Nobody reads so much in a cell of a table. */
export const IN_A_CELL = 200

/** The beginning of a text, as far as the limit goes: cut at the end of a sentence, or of an entry of a list. */
export function shorten(blocks: readonly Block[], limit = IN_SHORT): Shortened {
  if (wordsOf(blocks, ' ').length <= limit) return { blocks: [...blocks], isCut: false }
  const kept: Block[] = []
  let room = limit
  for (const block of blocks) {
    const length = wordsOf([block], ' ').length
    if (length <= room) {
      kept.push(block)
      room -= length
      continue
    }
    // Of what opens the text, something is always told.
    const part = beginningOf(block, room, kept.length === 0)
    if (part) kept.push(part)
    break
  }
  return { blocks: withoutAnnouncement(kept), isCut: true }
}

/** Words that nothing follows their first full stop. */
export const isOneSentence = (words: string): boolean =>
  sentenceEnds(words).every(end => end >= words.trimEnd().length)

/** Words on one line, in short. */
export function shortenLine(words: string, limit = IN_A_CELL): { words: string; isCut: boolean } {
  if (words.length <= limit) return { words, isCut: false }
  return { words: words.slice(0, cutAt(words, limit, true)).trimEnd(), isCut: true }
}

function beginningOf(block: Block, room: number, isFirst: boolean): Block | undefined {
  if (block.type === 'paragraph') {
    const at = cutAt(wordsOf([block], ' '), room, isFirst)
    return at === 0 ? undefined : { ...block, children: cutInlines(block.children, at) }
  }
  if (block.type !== 'list') return undefined
  const items: ListItem[] = []
  for (const item of block.children) {
    room -= wordsOf([item], ' ').length
    if (room < 0 && !(isFirst && items.length === 0)) break
    items.push(item)
  }
  return items.length > 0 ? { ...block, children: items } : undefined
}

/** The sentence that announces what is not shown is left out, unless it is all there is. */
function withoutAnnouncement(blocks: Block[]): Block[] {
  const last = blocks.at(-1)
  if (last?.type !== 'paragraph') return blocks
  const words = wordsOf([last], ' ')
  if (!/:\s*[-–]?\s*$/.test(words)) return blocks
  const end = sentenceEnds(words).at(-1)
  const before = blocks.slice(0, -1)
  if (end !== undefined) return [...before, { ...last, children: cutInlines(last.children, end) }]
  return before.length > 0 ? before : blocks
}

const SENTENCE_END = /[.!?]["'”’)\]]*(?=\s+["'“‘(\[]?[\p{Lu}\p{N}]|\s*$)/gu
const ABBREVIATION =
  /(?:\b(?:e\.g|i\.e|cf|approx|Mr|Mrs|Ms|Dr|St|Rev|Prof|Supt|Insp|Sgt|No|Nos|para|p|pp)|\b\p{Lu})\.$/u

/**
 * Where words are cut: behind the last whole sentence that there is room for; else, where something must
 * be told, behind the first one if that is not much longer, or behind a word.
 */
function cutAt(words: string, room: number, isNeeded: boolean): number {
  const ends = sentenceEnds(words)
  const fitting = ends.filter(end => end <= room).at(-1)
  if (fitting !== undefined) return fitting
  if (!isNeeded) return 0
  const [first] = ends
  if (first !== undefined && first <= room * 1.4) return first
  const space = words.lastIndexOf(' ', room)
  return space > 0 ? space : room
}

function sentenceEnds(words: string): number[] {
  return [...words.matchAll(SENTENCE_END)].flatMap(match =>
    ABBREVIATION.test(words.slice(0, match.index + 1)) ? [] : [match.index + match[0].length],
  )
}

/** The first characters, in the marks that they stand in. */
function cutInlines(nodes: readonly Inline[], length: number): Inline[] {
  const kept: Inline[] = []
  let room = length
  for (const node of nodes) {
    if (room <= 0) break
    if (node.type === 'text') kept.push({ ...node, value: node.value.slice(0, room) })
    else if (node.type === 'break') kept.push(node)
    else kept.push({ ...node, children: cutInlines(node.children, room) })
    room -= wordsOf([node], ' ').length
  }
  const last = kept.at(-1)
  return last?.type === 'break' ? kept.slice(0, -1) : kept
}

/** Puts the sign of what is left out behind the last words; below a table. */
export function withSign(blocks: readonly Block[], sign: Inline[]): Block[] {
  const last = blocks.at(-1)
  const item = last?.type === 'list' ? last.children.at(-1) : undefined
  if (last?.type === 'list' && item) {
    const signed: ListItem = { ...item, children: withSign(item.children, sign) }
    return [...blocks.slice(0, -1), { ...last, children: [...last.children.slice(0, -1), signed] }]
  }
  const space: Inline = { type: 'text', value: '\u00a0' }
  if (last?.type === 'paragraph')
    return [...blocks.slice(0, -1), { ...last, children: [...last.children, space, ...sign] }]
  return [...blocks, { type: 'paragraph', children: sign }]
}
