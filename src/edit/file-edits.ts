import type { Edit } from '../fix/mend.ts'
import type { SourceFile } from '../source/source-file.ts'
import type { SourceList, SourceScalar } from '../source/source-node.ts'

/** What is to be done to the files, and which of their values it puts others in the place of. */
export class FileEdits {
  readonly files = new Map<string, { file: SourceFile; edits: Edit[] }>()
  readonly #replaced = new Set<string>()

  put(file: SourceFile, start: number, end: number, text: string): void {
    const known = this.files.get(file.path) ?? { file, edits: [] }
    known.edits.push({ start, end, text })
    this.files.set(file.path, known)
  }

  replace(node: SourceScalar, text: string): void {
    this.put(node.file, node.start, node.end, text)
    this.#replaced.add(`${node.file.path}:${node.start}`)
  }

  /** Plain values in a list. */
  replaceList(list: SourceList, text: string): void {
    this.put(list.file, list.start, list.end, text)
    for (const { file, start } of list.items) this.#replaced.add(`${file.path}:${start}`)
  }

  isReplaced = (node: SourceScalar): boolean =>
    this.#replaced.has(`${node.file.path}:${node.start}`)
}

export const lineEndingOf = ({ text }: SourceFile): string =>
  text.includes('\r\n') ? '\r\n' : '\n'

export const lineStartOf = ({ text }: SourceFile, at: number): number =>
  at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1

/** Before its line ending. */
export function lineEndOf({ text }: SourceFile, at: number): number {
  const newline = text.indexOf('\n', at)
  if (newline === -1) return text.length
  return newline > at && text[newline - 1] === '\r' ? newline - 1 : newline
}

/** How far in something stands, in characters. */
export const columnOf = (file: SourceFile, at: number): number => at - lineStartOf(file, at)
