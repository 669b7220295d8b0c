// Writes the Typst compiler's packages for other platforms into package-lock.json. Where a registry does
// not list them all, npm leaves them out of the lockfile, and `npm ci` then refuses its own lockfile.
// Run it after every `npm install`.
import { readFileSync, writeFileSync } from 'node:fs'

const compiler = '@myriaddreamin/typst-ts-node-compiler'
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'))
const { optionalDependencies } = lock.packages[`node_modules/${compiler}`]
for (const [name, version] of Object.entries(optionalDependencies)) {
  const [os, cpu, libc] = name.slice(compiler.length + 1).split('-')
  lock.packages[`node_modules/${name}`] ??= {
    version,
    cpu: [cpu],
    ...(libc === 'gnu' && { libc: ['glibc'] }),
    ...(libc === 'musl' && { libc: ['musl'] }),
    license: 'Apache-2.0',
    optional: true,
    os: [os],
    engines: { node: '>= 10' },
  }
}
const sorted = Object.entries(lock.packages).sort(([one], [other]) => (one < other ? -1 : 1))
lock.packages = Object.fromEntries(sorted)
writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`)
