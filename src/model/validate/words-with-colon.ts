import { betweenCurly } from '../../source/one-line-value.ts'
import type { SourceNode } from '../../source/source-node.ts'

/**
 * The words of `- Chair: Police Panel`, an entry of a list in which the colon has made a key of the first
 * of them. Nothing where more than that line belongs to the entry, or signs that mean something else.
 */
export function wordsWithColon(node: SourceNode): string | undefined {
  if (node.kind !== 'map' || node.entries.size !== 1) return undefined
  const [{ key, value } = { key: node, value: node }] = node.entries.values()
  const { text } = node.file
  if (value.kind !== 'scalar' || value.value.includes('\n')) return undefined
  const before = text.slice(text.lastIndexOf('\n', key.start) + 1, key.start)
  const between = text.slice(key.end, value.start)
  const isOneLine = /^:[ \t]+$/.test(between) && !text.slice(value.start, value.end).includes('\n')
  const isEntry = /^[ \t]*(?:-[ \t]+)+$/.test(before) && node.start === key.start
  const typed = text.slice(key.start, key.end)
  if (!isOneLine || !isEntry || /^["']/.test(typed)) return undefined
  const words = `${typed}: ${value.value}`
  return betweenCurly(words) ?? words
}
