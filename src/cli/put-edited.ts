import { readFile, realpath, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { bytesOf } from '../fix/draft.ts'
import { decodeText } from '../source/decode-text.ts'
import { showPath, type Complaint, type Io } from './io.ts'
import { CannotWrite, putFiles, type NewFile } from './put-files.ts'

/** A file of a workspace as it was read and as it is to be. `root`: of the workspace. */
export type EditedFile = {
  root: string
  path: string
  before: string
  after: string
  hasMark: boolean
}

/** All of them, where nobody has written in one since; `others`: what is to be put beside them in the same step. */
export async function putEdited(
  files: readonly EditedFile[],
  command: string,
  io: Io,
  others: readonly NewFile[] = [],
): Promise<Complaint | undefined> {
  const show = (path: string) => showPath(path, io)
  try {
    const fresh: NewFile[] = [...others]
    for (const { root, path, before, ...file } of files) {
      // A link stays one, and leads to what is mended.
      const real = await realpath(join(root, path))
      const { mode } = await stat(real)
      const now = decodeText(path, await readFile(real)).value
      if (now?.text !== before)
        return {
          message: `Unexpected change of ${show(real)}, expected nobody to write in it meanwhile`,
          hint: `Nothing was written. Save it in your editor, and call ${command} again.`,
        }
      fresh.push({ path: real, bytes: bytesOf(file), mode })
    }
    const [first] = fresh
    if (first) await putFiles(dirname(first.path), fresh, show)
    return undefined
  } catch (error) {
    if (error instanceof CannotWrite)
      return { message: error.message, hint: `Nothing was written. ${REMEDY}` }
    const { code, path = '' } = error as NodeJS.ErrnoException
    if (code === undefined) throw error
    return {
      message: `Unexpected refusal to read ${show(path)} (${code}), expected the file that is to be written`,
      hint: `Nothing was written. Call ${command} again.`,
    }
  }
}

const REMEDY =
  'Close the file where it is open, or ask who looks after the folder for the right to write.'
