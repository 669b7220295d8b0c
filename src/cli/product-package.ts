import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { pack } from './pack.ts'

/** How a workspace asks npm for the very product that made it. */
export type ProductPackage = {
  /** What its package.json asks for: a version, or a file of the workspace. */
  asks: string
  /** What its lockfile says of it. */
  locked: object
  /** What goes into the workspace, so that whoever clones it, as CI does, has it too. */
  file?: { path: string; bytes: Uint8Array }
}

type Manifest = {
  name: string
  version: string
  license: string
  files: string[]
  dependencies: Record<string, string>
  bin: Record<string, string>
  engines: Record<string, string>
}

/** The folder of the product that runs: around dist/ or, in a test, src/cli/. */
export function findProduct(): string {
  const here = dirname(fileURLToPath(import.meta.url))
  const above = dirname(here)
  return existsSync(join(above, 'package.json')) ? above : dirname(above)
}

/** A product that came from a registry is asked for by its version there. Any other is packed. */
export async function packageOf(root: string): Promise<ProductPackage> {
  const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as Manifest
  const { name, version, license, dependencies, bin, engines } = manifest
  const known = { license, dependencies, bin, engines }
  const registered = await registeredAs(root, name)
  if (registered) return { asks: version, locked: { version, ...registered, ...known } }
  const path = `packages/${name}-${version}.tgz`
  const bytes = await pack(root, ['package.json', ...manifest.files])
  const resolved = `file:${path}`
  return {
    asks: resolved,
    locked: { version, resolved, integrity: integrityOf(bytes), ...known },
    file: { path, bytes },
  }
}

/** npm notes beside what it installs where that came from; not where it installs for all folders. */
async function registeredAs(root: string, name: string): Promise<object | undefined> {
  const folder = dirname(root)
  if (basename(folder) !== 'node_modules') return undefined
  const text = await readFile(join(folder, '.package-lock.json'), 'utf8').catch(() => '{}')
  type Noted = { packages?: Record<string, { resolved?: string; integrity?: string }> }
  const { resolved, integrity } =
    (JSON.parse(text) as Noted).packages?.[`node_modules/${name}`] ?? {}
  // A file and a repository are always named. A registry need not be; it keeps tarballs under `-`.
  const isRegistry = resolved === undefined || /^https?:.*\/-\//.test(resolved)
  if (integrity === undefined || !isRegistry) return undefined
  return { ...(resolved !== undefined && { resolved }), integrity }
}

const integrityOf = (bytes: Uint8Array): string =>
  `sha512-${createHash('sha512').update(bytes).digest('base64')}`
