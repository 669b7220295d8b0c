import type { Document } from 'yaml'
import type { Path } from '../problem.ts'
import type { SourceFile } from '../source/source-file.ts'
import type { SourceScalar } from '../source/source-node.ts'

/** Characters of a file's text, and what is to stand in their place. */
export type Edit = { start: number; end: number; text: string }

/** Something that needs no decision, and how it is counted: "3 dates". */
export type Kind = { id: string; one: string; many: string }

/** A file that cannot be read, and what stands in the way: `document.errors`. */
export type BrokenFile = { file: SourceFile; document: Document.Parsed }
export type BrokenMend = Kind & { edits(broken: BrokenFile): readonly Edit[] }

/** A value of a file that can be read, and where its response or office has it. */
export type TypedValue = { at: Path; node: SourceScalar }
export type ValueMend = Kind & { edit(value: TypedValue): Edit | undefined }

/** The text with the edits made. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const parts: string[] = []
  let done = 0
  for (const { start, end, text: words } of inOrder(edits)) {
    parts.push(text.slice(done, start), words)
    done = end
  }
  return [...parts, text.slice(done)].join('')
}

/** In the order of the text; of two that overlap, the first. */
export function inOrder(edits: readonly Edit[]): Edit[] {
  const kept: Edit[] = []
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = kept.at(-1)
    const isSame = edit.start === last?.start && edit.end === last.end && edit.text === last.text
    if (!isSame && edit.start >= (last?.end ?? 0)) kept.push(edit)
  }
  return kept
}
