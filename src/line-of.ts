import type { Place } from './problem.ts'

/** The line that a place begins on, without its line ending. */
export function lineOf(sources: ReadonlyMap<string, string>, { file, start }: Place): string {
  const text = sources.get(file) ?? ''
  const starts = startsOf(text)
  const from = starts[start.line - 1]
  if (from === undefined) return ''
  const next = starts[start.line]
  return text.slice(from, next === undefined ? text.length : next - 1).replace(/\r$/, '')
}

// Of the file that was asked for last: its problems come one after the other.
let last: { text: string; starts: readonly number[] } | undefined

function startsOf(text: string): readonly number[] {
  if (last?.text === text) return last.starts
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  last = { text, starts }
  return starts
}
