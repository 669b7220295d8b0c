import type { WorkspaceFiles } from './workspace-files.ts'

export const isGlob = (path: string): boolean => /[*?]/.test(path)

/** The files that a path with `*` and `?` names, sorted by name. `**` stands for any folders. */
export async function findMatches(files: WorkspaceFiles, pattern: string): Promise<string[]> {
  const found: string[] = []
  const walk = async (folder: string, parts: readonly string[]): Promise<void> => {
    const [part, ...rest] = parts
    if (part === undefined) return
    const join = (name: string) => (folder === '' ? name : `${folder}/${name}`)
    if (!isGlob(part)) {
      if (rest.length > 0) return walk(join(part), rest)
      if (await files.exists(join(part))) found.push(join(part))
      return
    }
    if (part === '**' && rest.length > 0) await walk(folder, rest)
    const names = matcher(part)
    for (const { name, isFolder } of await files.list(folder)) {
      if (name.startsWith('.')) continue
      if (part === '**' && isFolder) await walk(join(name), parts)
      else if (!names.test(name)) continue
      else if (rest.length === 0 && !isFolder) found.push(join(name))
      else if (rest.length > 0 && isFolder) await walk(join(name), rest)
    }
  }
  await walk('', pattern.split('/'))
  return [...new Set(found)].sort()
}

const matcher = (part: string): RegExp => {
  const escaped = part.replace(/[.+^${}()|[\]\\]/g, '\\$&')
  return new RegExp(`^${escaped.replace(/\*+/g, '.*').replace(/\?/g, '.')}$`, 'u')
}
