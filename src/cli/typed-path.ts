import { existsSync, readdirSync } from 'node:fs'
import { join, parse, sep } from 'node:path'

/**
 * A path as it was meant. Where PowerShell completed `"our letters\"`, the backslash before the quotation
 * mark makes it a part of the path, which no path on Windows can hold.
 */
export const unquoteTyped = (path: string): string => (sep === '\\' ? path.replace(/"$/, '') : path)

/**
 * The file or folder of these names. macOS may have written ŵ as two characters, which Windows and Linux
 * take for another name than the one that is typed as a single one.
 */
export function findSameNames(folder: string, names: readonly string[]): string {
  let here = folder
  for (const name of names) {
    const next = join(here, name)
    here = /^[ -~]*$/.test(name) || existsSync(next) ? next : join(here, sameIn(here, name))
  }
  return here
}

function sameIn(folder: string, name: string): string {
  try {
    const meant = name.normalize('NFC')
    return readdirSync(folder).find(known => known.normalize('NFC') === meant) ?? name
  } catch {
    return name
  }
}

/** The same for an absolute path. */
export function findSamePath(path: string): string {
  const { root } = parse(path)
  return findSameNames(root, path.slice(root.length).split(sep))
}
