import { readdirSync, readFileSync } from 'node:fs'
import Handlebars from 'handlebars'
import { parse } from 'yaml'
import { moduleOf } from './made-module.mjs'

const folder = new URL('../templates/wording/', import.meta.url)

/**
 * The product's own wording as a module, `section55:wording`: every template precompiled beside its
 * text, so that a letter in our words loads no template compiler.
 */
function wordingModule() {
  const files = readdirSync(folder).sort()
  const templates = files
    .filter(name => name.endsWith('.hbs'))
    .map(name => {
      const text = readFileSync(new URL(name, folder), 'utf8').replaceAll('\r\n', '\n')
      const spec = Handlebars.precompile(text, { knownHelpersOnly: false })
      return `${JSON.stringify(name.slice(0, -4))}: { text: ${JSON.stringify(text)}, spec: ${spec} }`
    })
  const vocabulary = parse(readFileSync(new URL('vocabulary.yaml', folder), 'utf8'))
  return `export const templates = {\n${templates.join(',\n')}\n}\nexport const vocabulary = ${JSON.stringify(vocabulary)}\n`
}

export const { forBundle: wordingForBundle, forTests: wordingForTests } = moduleOf(
  'section55:wording',
  wordingModule,
)
