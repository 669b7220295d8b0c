import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import Handlebars from 'handlebars'
import { parse } from 'yaml'

const folder = new URL('../templates/wording/', import.meta.url)

/**
 * The product's own wording as a module, `section55:wording`: every template precompiled beside its
 * text, so that a letter in our words loads no template compiler.
 */
export function wordingModule() {
  const files = readdirSync(folder).sort()
  const templates = files
    .filter(name => name.endsWith('.hbs'))
    .map(name => {
      const text = readFileSync(new URL(name, folder), 'utf8').replaceAll('\r\n', '\n')
      const spec = Handlebars.precompile(text, { knownHelpersOnly: false })
      return `${JSON.stringify(name.slice(0, -4))}: { text: ${JSON.stringify(text)}, spec: ${spec} }`
    })
  const vocabulary = parse(readFileSync(new URL('vocabulary.yaml', folder), 'utf8'))
  return {
    code: `export const templates = {\n${templates.join(',\n')}\n}\nexport const vocabulary = ${JSON.stringify(vocabulary)}\n`,
    files: files.map(name => fileURLToPath(new URL(name, folder))),
  }
}

const name = 'section55:wording'

/** For esbuild. */
export const wordingForBundle = {
  name,
  setup(build) {
    build.onResolve({ filter: /^section55:wording$/ }, () => ({ path: name, namespace: name }))
    build.onLoad({ filter: /.*/, namespace: name }, () => ({
      contents: wordingModule().code,
      loader: 'js',
    }))
  },
}

/** For vitest. */
export const wordingForTests = {
  name,
  resolveId: id => (id === name ? `\0${name}` : undefined),
  load: id => (id === `\0${name}` ? wordingModule().code : undefined),
}
