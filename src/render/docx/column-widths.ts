import type { Inline, Table } from '../../document/tree.ts'

/** Twips: the space beside a cell's words, and an average character of the table's type in bold. */
const padding = 300
const character = 128

/**
 * Divides the room among the columns by what they hold: none narrower than its longest word, where
 * that can be had, and each as wide as its texts, as far as there is room for all.
 */
export function columnWidths(table: Table, room: number): number[] {
  const count = Math.max(...table.children.map(row => row.children.length))
  const columns = Array.from({ length: count }, (_, index) => {
    const texts = table.children.map(row => wordsOf(row.children[index]?.children ?? []))
    const words = texts.flatMap(text => text.split(/[\s-]+/))
    return { least: widest(words), best: widest(texts) }
  })
  const least = sum(columns.map(column => column.least))
  const best = sum(columns.map(column => column.best))
  const widths = columns.map(column =>
    least >= room
      ? (column.least * room) / least
      : best <= room
        ? (column.best * room) / best
        : column.least + ((column.best - column.least) * (room - least)) / (best - least),
  )
  const whole = widths.map(Math.floor)
  return whole.map((width, index) => (index === count - 1 ? width + room - sum(whole) : width))
}

const widest = (texts: string[]): number =>
  padding + character * Math.max(...texts.map(text => text.length))
const sum = (numbers: number[]): number => numbers.reduce((total, number) => total + number, 0)

const wordsOf = (nodes: Inline[]): string =>
  nodes
    .map(node =>
      node.type === 'text' ? node.value : node.type === 'break' ? ' ' : wordsOf(node.children),
    )
    .join('')
