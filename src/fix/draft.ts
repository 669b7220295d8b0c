import { decodeText, SIZE_LIMIT, startsWith } from '../source/decode-text.ts'
import { SourceFile } from '../source/source-file.ts'
import type { WorkspaceFiles } from '../source/workspace-files.ts'
import { applyEdits, inOrder, type Edit, type Kind } from './mend.ts'

/** A file as it was and as it is to be, and how often what was done to it. */
export type MendedFile = {
  path: string
  before: string
  after: string
  /** A byte order mark stands before its text. */
  hasMark: boolean
  counts: Map<Kind['id'], { kind: Kind; count: number }>
}

/** U+FEFF in UTF-8. */
const MARK = [0xef, 0xbb, 0xbf]

/** The mended files of a workspace, by path. */
export type Mended = Map<string, MendedFile>

export const bytesOf = ({ after, hasMark }: Pick<MendedFile, 'after' | 'hasMark'>): Uint8Array =>
  new TextEncoder().encode(hasMark ? `\ufeff${after}` : after)

/** The files of a workspace as they will be once they are written: whoever reads them reads what is mended. */
export class Draft implements WorkspaceFiles {
  readonly list: WorkspaceFiles['list']
  readonly exists: WorkspaceFiles['exists']
  readonly readOutside: WorkspaceFiles['readOutside']
  /** A file is taken for the same by its bytes, and then not read again. */
  readonly #bytes = new Map<string, Uint8Array>()

  constructor(
    readonly files: WorkspaceFiles,
    readonly mended: Mended,
  ) {
    this.list = folder => files.list(folder)
    this.exists = path => files.exists(path)
    this.readOutside = path => files.readOutside(path)
  }

  async read(path: string): ReturnType<WorkspaceFiles['read']> {
    const mended = this.mended.get(path)
    if (!mended) return this.files.read(path)
    const bytes = this.#bytes.get(path) ?? bytesOf(mended)
    this.#bytes.set(path, bytes)
    return { bytes }
  }

  /** Nothing where it is missing, or no text in UTF-8. */
  async text(path: string): Promise<SourceFile | undefined> {
    const { bytes } = await this.read(path)
    return bytes && decodeText(path, bytes).value
  }

  /** Says whether there was anything to be done. */
  async edit(path: string, kind: Kind, edits: readonly Edit[]): Promise<boolean> {
    const file = edits.length > 0 ? await this.text(path) : undefined
    if (!file) return false
    const kept = inOrder(edits)
    return this.put(path, applyEdits(file.text, kept), [{ kind, count: kept.length }])
  }

  /** Says whether the text can be put there: one that is too large could not be read again. */
  async put(
    path: string,
    after: string,
    done: readonly { kind: Kind; count: number }[],
  ): Promise<boolean> {
    if (new TextEncoder().encode(after).length > SIZE_LIMIT) return false
    const mended = this.mended.get(path) ?? (await this.#start(path))
    for (const { kind, count } of done) {
      const before = mended.counts.get(kind.id)?.count ?? 0
      mended.counts.set(kind.id, { kind, count: before + count })
    }
    this.mended.set(path, { ...mended, after })
    this.#bytes.delete(path)
    return true
  }

  async #start(path: string): Promise<MendedFile> {
    const { bytes } = await this.files.read(path)
    const { text } = (await this.text(path))!
    const hasMark = bytes !== undefined && startsWith(bytes, MARK)
    return { path, before: text, after: text, hasMark, counts: new Map() }
  }
}
