import { readdirSync, readFileSync, statSync } from 'node:fs'
import { moduleOf } from './made-module.mjs'

const folder = new URL('../starter/', import.meta.url)
const lockfile = new URL('../package-lock.json', import.meta.url)

/**
 * What `s55 init` and `s55 new` begin with as a module, `section55:starter`: the text of each file by its
 * path, and what npm's lockfile says of each package that is installed beside the product.
 */
function starterModule() {
  const files = readdirSync(folder, { recursive: true })
    .map(path => path.replaceAll('\\', '/'))
    .filter(path => statSync(new URL(path, folder)).isFile())
    .sort()
    .map(path => [path, readFileSync(new URL(path, folder), 'utf8').replaceAll('\r\n', '\n')])
  const { packages } = JSON.parse(readFileSync(lockfile, 'utf8'))
  const installed = Object.entries(packages).filter(([path, { dev }]) => path !== '' && !dev)
  return (
    `export const files = ${JSON.stringify(Object.fromEntries(files))}\n` +
    `export const installed = ${JSON.stringify(Object.fromEntries(installed))}\n`
  )
}

export const { forBundle: starterForBundle, forTests: starterForTests } = moduleOf(
  'section55:starter',
  starterModule,
)
