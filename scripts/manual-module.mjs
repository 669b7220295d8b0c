import { readdirSync, readFileSync } from 'node:fs'
import { moduleOf } from './made-module.mjs'

const folder = new URL('../manual/', import.meta.url)

/** The manual's page of each rule as a module, `section55:manual`: Markdown by the rule's id. */
function manualModule() {
  const pages = readdirSync(folder)
    .filter(name => name.endsWith('.md') && name !== 'README.md')
    .sort()
    .map(name => [
      name.slice(0, -3),
      readFileSync(new URL(name, folder), 'utf8').replaceAll('\r\n', '\n'),
    ])
  return `export const pages = ${JSON.stringify(Object.fromEntries(pages))}\n`
}

export const { forBundle: manualForBundle, forTests: manualForTests } = moduleOf(
  'section55:manual',
  manualModule,
)
