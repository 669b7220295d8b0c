import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { SETTINGS_FILE } from '../model/read-settings.ts'
import type { FoundResponse } from './find-responses.ts'

/**
 * Whether some file may be part of what a response is made of: what lies in its folder, and in the
 * folders of whatever else was read for it, and the sentences of all offices. A file that is gone was
 * there before. Paths are absolute.
 */
export function isMadeOf(
  changed: string,
  { root, folder }: FoundResponse,
  files: readonly string[],
): boolean {
  // templates/wording, beside templates/<office>/office.yaml
  const offices = files.filter(file => file.endsWith('/office.yaml'))
  const wordings = offices.map(file => join(dirname(dirname(file)), 'wording'))
  const folders = new Set([folder, ...wordings, ...files.map(dirname).filter(name => name !== '.')])
  if ([...folders].some(name => isWithin(resolve(root, name), changed))) return true
  // Settings may be new.
  return [SETTINGS_FILE, ...files].some(file => resolve(root, file) === changed)
}

function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path)
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}
