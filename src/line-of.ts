import type { Place } from './problem.ts'

type Sources = ReadonlyMap<string, string>

/** Files are split once, however many problems they have. */
const split = new WeakMap<Sources, Map<string, string[]>>()

/** The line that a place begins on, without its line ending. */
export function lineOf(sources: Sources, { file, start }: Place): string {
  const files = split.get(sources) ?? new Map<string, string[]>()
  split.set(sources, files)
  const lines = files.get(file) ?? (sources.get(file) ?? '').split(/\r?\n/)
  files.set(file, lines)
  return lines[start.line - 1] ?? ''
}
