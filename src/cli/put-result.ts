import { dirname } from 'node:path'
import { showPath, type Complaint, type Io } from './io.ts'
import { CannotWrite, putFiles } from './put-files.ts'

/** What a command was asked to write to a file: whole or not at all. `path`: absolute. */
export async function putResult(
  path: string,
  result: string | Uint8Array,
  io: Pick<Io, 'cwd'>,
): Promise<Complaint | undefined> {
  const bytes = typeof result === 'string' ? Buffer.from(result) : result
  try {
    await putFiles(dirname(path), [{ path, bytes }], path => showPath(path, io))
    return undefined
  } catch (error) {
    if (!(error instanceof CannotWrite)) throw error
    return { message: error.message, hint: 'Choose another file: --output FORMAT=FILE.' }
  }
}
