import type { WorkspaceFiles } from '../../src/source/workspace-files.ts'

/** A workspace of a few files, by their paths. */
export function filesInMemory(files: Record<string, string>): WorkspaceFiles {
  return {
    read: path =>
      Promise.resolve(
        files[path] === undefined
          ? { refusal: 'missing' }
          : { bytes: new TextEncoder().encode(files[path]) },
      ),
    list: folder => {
      const inside = Object.keys(files).filter(path => path.startsWith(`${folder}/`))
      const steps = inside.map(path => path.slice(folder.length + 1).split('/'))
      const entries = new Map(
        steps.map(([name = '', ...rest]) => [name, { name, isFolder: rest.length > 0 }]),
      )
      return Promise.resolve([...entries.values()].sort((a, b) => (a.name < b.name ? -1 : 1)))
    },
    exists: path => Promise.resolve(files[path] !== undefined),
    readOutside: () => Promise.resolve({ refusal: 'missing' }),
  }
}
