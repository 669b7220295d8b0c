import { join } from 'node:path'
import { SIZE_LIMIT, startsWith } from '../source/decode-text.ts'
import type { WorkspaceFiles } from '../source/workspace-files.ts'
import { showPath, type Complaint, type Io } from './io.ts'
import type { EditedFile } from './put-edited.ts'

/** U+FEFF in UTF-8. */
const MARK = [0xef, 0xbb, 0xbf]

/** A file as `putEdited` takes it, unless it would then be too large to be read. */
export async function makeEdited(
  edited: Omit<EditedFile, 'hasMark'>,
  files: WorkspaceFiles,
  io: Io,
): Promise<EditedFile | Complaint> {
  const { root, path, after } = edited
  if (Buffer.byteLength(after) > SIZE_LIMIT)
    return {
      message: `Unexpected ${showPath(join(root, path), io)} of more than ${SIZE_LIMIT / 1024 / 1024} MB, expected less`,
      hint: 'Nothing was written. Move its sections into files of their own, which `file:` names.',
    }
  const { bytes } = await files.read(path)
  return { ...edited, hasMark: bytes !== undefined && startsWith(bytes, MARK) }
}
