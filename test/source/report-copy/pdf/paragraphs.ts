import { LIST_MARK, type CopyLine } from '../../../../src/source/report-copy/copy-line.ts'
import type { Block, Entry } from './report-blocks.ts'

/** A paragraph, and what it is: "h2", "p", "li1", "cell 1.2", with "box" where it is set off. */
export type Paragraph = { what: string; words: string }

/** What the report says, as it should be read. Footnotes, whose place no reader agrees on, come last. */
export function paragraphsOf(blocks: readonly Block[], hasNotes = true): Paragraph[] {
  const notes: Paragraph[] = []
  let table = 0
  const read = (block: Block, box: string): Paragraph[] => {
    if ('heading' in block) return [{ what: `h${block.level}${box}`, words: block.heading }]
    if ('words' in block) {
      if (block.note && hasNotes) notes.push({ what: 'footnote', words: block.note })
      return [{ what: `p${box}`, words: block.words }]
    }
    if ('list' in block) return readEntries(block.list, 1, box)
    if ('box' in block) return block.box.flatMap(one => read(one, ' box'))
    if ('columns' in block) return block.columns.flatMap(one => read(one, box))
    if ('pageBreak' in block) return []
    table += 1
    return block.table.flatMap((row, y) =>
      row.map((words, x) => ({ what: `cell ${table}.${y + 1}.${x + 1}`, words })),
    )
  }
  const all = blocks.flatMap(block => read(block, ''))
  return [...all, ...notes]
}

const readEntries = (entries: readonly Entry[], level: number, box: string): Paragraph[] =>
  entries.flatMap(({ words, entries = [] }) => [
    { what: `li${level}${box}`, words },
    ...readEntries(entries, level + 1, box),
  ])

/** What was read from the printed report. */
export function paragraphsRead(lines: readonly CopyLine[]): Paragraph[] {
  const all: Paragraph[] = []
  const notes: Paragraph[] = []
  for (const line of lines) {
    const own = line.kind === 'footnote' ? notes : all
    const before = own.at(-1)
    if (line.isFirst || !before) own.push({ what: whatOf(line), words: line.words })
    else before.words = join(before.words, line.words)
  }
  const plain = [...all, ...notes].map(({ what, words }) => {
    const mark = what.startsWith('li') ? LIST_MARK : what === 'footnote' ? /^\d+ ?/ : /^$/
    return { what, words: words.replace(mark, '') }
  })
  return plain
}

function join(before: string, words: string): string {
  if (before.endsWith('\u00ad')) return before.slice(0, -1) + words
  return /\p{L}-$/u.test(before) ? before + words : `${before} ${words}`
}

function whatOf({ kind, level, cell, box }: CopyLine): string {
  const boxed = box === undefined ? '' : ' box'
  if (kind === 'heading') return `h${level}${boxed}`
  if (kind === 'list item') return `li${level}${boxed}`
  if (kind === 'cell') return `cell ${cell!.table}.${cell!.row}.${cell!.column}`
  return kind === 'footnote' ? 'footnote' : `p${boxed}`
}
