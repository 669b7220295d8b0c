/** C:\\work is a folder of this machine. */
type Disk = { root: string }

const WORK = /^C:\\work(?=\\|$)/i

export const toDisk = <T>({ root }: Disk, path: T): T =>
  typeof path === 'string' ? (path.replace(WORK, () => root).replaceAll('\\', '/') as T) : path

export const fromDisk = ({ root }: Disk, path: string): string =>
  root !== '' && path.startsWith(root)
    ? `C:\\work${path.slice(root.length).replaceAll('/', '\\')}`
    : path

const OF_TWO_PATHS = /^(?:rename|link|copyFile|cp|symlink)/

/** The functions of a module of files, each told where a path leads to. */
export function mapped(disk: Disk, module: object): Record<string, unknown> {
  const functions: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(module))
    if (typeof value !== 'function' || /^[A-Z]/.test(name)) functions[name] = value
    else {
      const paths = OF_TWO_PATHS.test(name) ? 2 : 1
      functions[name] = (...given: unknown[]): unknown =>
        (value as (...given: unknown[]) => unknown)(
          ...given.map((one, index) => (index < paths ? toDisk(disk, one) : one)),
        )
    }
  return functions
}
