import type { Place } from './problem.ts'
import { SourceFile } from './source/source-file.ts'

// The file that was asked for last: its problems come one after the other.
let last: SourceFile | undefined

/** The line that a place begins on, without its line ending. */
export function lineOf(sources: ReadonlyMap<string, string>, { file, start }: Place): string {
  const text = sources.get(file) ?? ''
  if (last?.text !== text) last = new SourceFile(file, text)
  const starts = last.lineStarts
  const from = starts[start.line - 1]
  if (from === undefined) return ''
  const next = starts[start.line]
  return text.slice(from, next === undefined ? text.length : next - 1).replace(/\r$/, '')
}
