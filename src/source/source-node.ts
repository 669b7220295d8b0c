import type { Place } from '../problem.ts'
import type { SourceFile } from './source-file.ts'

/** What a file says, as typed: every value a word, a list or a map, each of which knows its place. */
export type SourceNode = SourceMap | SourceList | SourceScalar

/** From `start` up to `end` in the file's text. */
export type Span = { file: SourceFile; start: number; end: number }

export type SourceMap = Span & { kind: 'map'; entries: Map<string, SourceEntry> }
export type SourceEntry = { key: Span; value: SourceNode }
export type SourceList = Span & { kind: 'list'; items: SourceNode[] }
export type SourceScalar = Span & {
  kind: 'scalar'
  value: string
  style: 'plain' | 'single' | 'double' | 'literal' | 'folded'
}

export const placeOf = ({ file, start, end }: Span): Place => file.place(start, end)

/** Nothing was typed, or white space alone. */
export const isEmpty = (node: SourceNode): boolean =>
  node.kind === 'scalar' && node.value.trim() === ''
