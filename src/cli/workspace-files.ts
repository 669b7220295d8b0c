import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { findSameNames } from './typed-path.ts'
import type { FileRead, FolderEntry, WorkspaceFiles } from '../source/workspace-files.ts'

/**
 * The files of the workspace at a folder. They are small and many, and nothing else is to be done while
 * one is read: waiting for each would take longer than reading it.
 */
export function workspaceFiles(root: string): WorkspaceFiles {
  let realRoot: string | undefined
  const full = (path: string) => findSameNames(root, path.split('/'))
  /** A link may lead anywhere: what counts is where the file really is. */
  const isInside = (path: string): boolean => {
    const way = relative((realRoot ??= realpathSync.native(root)), realpathSync.native(full(path)))
    return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
  }
  const read = (path: string): FileRead => {
    try {
      if (!isInside(path)) return { refusal: 'outside' }
    } catch (error) {
      return { refusal: refusalOf(error) }
    }
    return readBytes(full(path))
  }
  const list = (folder: string): FolderEntry[] => {
    try {
      if (!isInside(folder)) return []
      return readdirSync(full(folder), { withFileTypes: true })
        .map(entry => ({
          name: entry.name,
          isFolder: entry.isSymbolicLink()
            ? isFolder(join(full(folder), entry.name))
            : entry.isDirectory(),
        }))
        .sort((a, b) => (a.name < b.name ? -1 : 1))
    } catch {
      return []
    }
  }
  const exists = (path: string): boolean => {
    try {
      return isInside(path) && statSync(full(path)).isFile()
    } catch {
      return false
    }
  }
  return {
    read: path => Promise.resolve(read(path)),
    list: folder => Promise.resolve(list(folder)),
    exists: path => Promise.resolve(exists(path)),
    readOutside: path => Promise.resolve(readBytes(resolve(root, path))),
  }
}

/** The same, with what `isShared` says of a path read once: an office serves all its responses. */
export function rememberShared(
  files: WorkspaceFiles,
  isShared: (path: string) => boolean,
): WorkspaceFiles {
  const remember = <T>(ask: (path: string) => Promise<T>) => {
    const known = new Map<string, Promise<T>>()
    return (path: string): Promise<T> => {
      if (!isShared(path)) return ask(path)
      const answer = known.get(path) ?? ask(path)
      known.set(path, answer)
      return answer
    }
  }
  return {
    read: remember(path => files.read(path)),
    list: remember(folder => files.list(folder)),
    exists: remember(path => files.exists(path)),
    readOutside: remember(path => files.readOutside(path)),
  }
}

/** The files of each workspace, opened once; what is not of one response alone is read once. */
export function filesOfWorkspaces(): (found: { root: string; folder: string }) => WorkspaceFiles {
  const known = new Map<string, WorkspaceFiles>()
  return ({ root, folder }) => {
    const isShared = (path: string) => !path.startsWith(`${dirname(folder)}/`)
    const files = known.get(root) ?? rememberShared(workspaceFiles(root), isShared)
    known.set(root, files)
    return files
  }
}

/** Nothing that belongs to a letter is larger, and what is would fill the memory. */
const MOST_BYTES = 50_000_000

const readBytes = (path: string): FileRead => {
  try {
    const found = statSync(path)
    if (found.isDirectory()) return { refusal: 'folder' }
    // A pipe or device may never end.
    if (!found.isFile()) return { refusal: 'unreadable' }
    return found.size > MOST_BYTES ? { refusal: 'huge' } : { bytes: readFileSync(path) }
  } catch (error) {
    return { refusal: refusalOf(error) }
  }
}

const refusalOf = (error: unknown): 'missing' | 'folder' | 'unreadable' => {
  const code = (error as NodeJS.ErrnoException).code
  if (code === 'EISDIR') return 'folder'
  return code === 'ENOENT' || code === 'ENOTDIR' ? 'missing' : 'unreadable'
}

const isFolder = (path: string): boolean => {
  try {
    return statSync(path).isDirectory()
  } catch {
    return false
  }
}
