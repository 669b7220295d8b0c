import { isRefusedByWindows, WINDOWS_NAMES } from './windows-names.ts'

/** A path as an officer may write it, from a folder of the workspace, or why it cannot be followed. */
export function resolvePath(
  folder: string,
  path: string,
): { path: string; refusal?: never } | { refusal: PathRefusal } {
  if (/^(?:[/~]|[a-z]:|\\\\)/i.test(path)) return { refusal: 'absolute' }
  if (/^[a-z][a-z0-9+.-]+:/i.test(path)) return { refusal: 'address' }
  if (path.includes('\\')) return { refusal: 'backslash' }
  const parts = folder === '' ? [] : folder.split('/')
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue
    // What stands for other letters is no part of a name.
    if (part !== '..' && isRefusedByWindows(part.replace(/[*?]/g, 'x')))
      return { refusal: 'windows' }
    if (part !== '..') parts.push(part)
    else if (parts.pop() === undefined) return { refusal: 'outside' }
  }
  return { path: parts.join('/') }
}

export const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')))

export type PathRefusal = keyof typeof REFUSALS

const REFUSALS = {
  absolute: {
    found: 'path from the root of a drive',
    expected: 'a path from the folder of this file',
    hint: 'Files of other folders of the workspace are named by `../`: ../other/file.yaml',
  },
  outside: {
    found: 'path out of the workspace',
    expected: 'a file in the workspace',
    hint: 'Copy the file into the workspace; a link to it is not enough',
  },
  backslash: {
    found: 'backslash in a path',
    expected: 'forward slashes',
    hint: 'Type / in its place, on Windows too',
  },
  address: {
    found: 'address',
    expected: 'a path from the folder of this file',
    hint: 'Save the file in the workspace: nothing is fetched while letters are built',
  },
  windows: {
    found: 'name that Windows refuses',
    expected: 'one that every computer can hold',
    hint: WINDOWS_NAMES,
  },
}

/** "path out of the workspace" */
export const foundBy = (refusal: PathRefusal): string => REFUSALS[refusal].found

/** "Unexpected path out of the workspace, expected a file in the workspace" */
export const sayRefusal = (refusal: PathRefusal): string =>
  `Unexpected ${REFUSALS[refusal].found}, expected ${REFUSALS[refusal].expected}`

/** What to do about it. */
export const hintOf = (refusal: PathRefusal): string => REFUSALS[refusal].hint
