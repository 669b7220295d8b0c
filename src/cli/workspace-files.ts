import { readdir, readFile, realpath, stat } from 'node:fs/promises'
import { isAbsolute, join, relative, resolve, sep } from 'node:path'
import type { FileRead, FolderEntry, WorkspaceFiles } from '../source/workspace-files.ts'

/** The files of the workspace at a folder. */
export function workspaceFiles(root: string): WorkspaceFiles {
  let asked: Promise<string> | undefined
  const realRoot = () => (asked ??= realpath(root))
  const full = (path: string) => resolve(root, ...path.split('/'))
  /** A link may lead anywhere: what counts is where the file really is. */
  const isInside = async (path: string): Promise<boolean> => {
    const [from, to] = [await realRoot(), await realpath(full(path))]
    const way = relative(from, to)
    return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
  }
  return {
    async read(path) {
      try {
        if (!(await isInside(path))) return { refusal: 'outside' }
      } catch (error) {
        return { refusal: refusalOf(error) }
      }
      return readBytes(full(path))
    },
    async list(folder) {
      try {
        if (!(await isInside(folder))) return []
        const entries = await readdir(full(folder), { withFileTypes: true })
        const found = await Promise.all(
          entries.map(async (entry): Promise<FolderEntry> => ({
            name: entry.name,
            isFolder: entry.isSymbolicLink()
              ? await isFolder(join(full(folder), entry.name))
              : entry.isDirectory(),
          })),
        )
        return found.sort((a, b) => (a.name < b.name ? -1 : 1))
      } catch {
        return []
      }
    },
    async exists(path) {
      try {
        return (await isInside(path)) && (await stat(full(path))).isFile()
      } catch {
        return false
      }
    },
    readOutside: path => readBytes(resolve(root, path)),
  }
}

const readBytes = async (path: string): Promise<FileRead> => {
  try {
    const found = await stat(path)
    if (found.isDirectory()) return { refusal: 'folder' }
    // A pipe or device may never end.
    return found.isFile() ? { bytes: await readFile(path) } : { refusal: 'unreadable' }
  } catch (error) {
    return { refusal: refusalOf(error) }
  }
}

const refusalOf = (error: unknown): 'missing' | 'folder' | 'unreadable' => {
  const code = (error as NodeJS.ErrnoException).code
  if (code === 'EISDIR') return 'folder'
  return code === 'ENOENT' || code === 'ENOTDIR' ? 'missing' : 'unreadable'
}

const isFolder = async (path: string): Promise<boolean> => {
  try {
    return (await stat(path)).isDirectory()
  } catch {
    return false
  }
}
