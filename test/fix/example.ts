import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

const ROOT = join(import.meta.dirname, '../..')

/** The files of the example, by path: its office and its two responses. */
export function exampleFiles(root = ROOT): Record<string, Uint8Array> {
  const files: Record<string, Uint8Array> = {}
  const take = (folder: string): void => {
    for (const name of readdirSync(folder)) {
      const path = join(folder, name)
      if (statSync(path).isDirectory()) take(path)
      else files[relative(root, path).replaceAll(sep, '/')] = readFileSync(path)
    }
  }
  take(join(root, 'templates'))
  take(join(root, 'responses'))
  return files
}

export const EXAMPLES = ['northshire-custody-2026', 'northshire-peel-2025']
export const EXAMPLE_DAY = '2026-11-20'

/** Words of the example that nobody may see. */
export const SECRETS =
  /The answer shows which risks remain|The 14 with the highest risk|promised for the/
