import { readdirSync, readFileSync } from 'node:fs'

const folder = new URL('../manual/', import.meta.url)

/** The manual's page of each rule as a module, `section55:manual`: Markdown by the rule's id. */
export function manualModule() {
  const pages = readdirSync(folder)
    .filter(name => name.endsWith('.md') && name !== 'README.md')
    .sort()
    .map(name => [
      name.slice(0, -3),
      readFileSync(new URL(name, folder), 'utf8').replaceAll('\r\n', '\n'),
    ])
  return `export const pages = ${JSON.stringify(Object.fromEntries(pages))}\n`
}

const name = 'section55:manual'

/** For esbuild. */
export const manualForBundle = {
  name,
  setup(build) {
    build.onResolve({ filter: /^section55:manual$/ }, () => ({ path: name, namespace: name }))
    build.onLoad({ filter: /.*/, namespace: name }, () => ({
      contents: manualModule(),
      loader: 'js',
    }))
  },
}

/** For vitest. */
export const manualForTests = {
  name,
  resolveId: id => (id === name ? `\0${name}` : undefined),
  load: id => (id === `\0${name}` ? manualModule() : undefined),
}
