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
  const vocabularyText = readFileSync(new URL('vocabulary.yaml', folder), 'utf8').replaceAll(
    '\r\n',
    '\n',
  )
  const vocabulary = parse(vocabularyText)
  return [
    `export const templates = ${templatesIn(folder)}`,
    `export const welshTemplates = ${templatesIn(new URL('cy-GB/', folder))}`,
    `export const vocabularyText = ${JSON.stringify(vocabularyText)}`,
    `export const vocabulary = ${JSON.stringify(vocabulary)}\n`,
  ].join('\n')
}

function templatesIn(place) {
  const templates = readdirSync(place)
    .filter(name => name.endsWith('.hbs'))
    .sort()
    .map(name => {
      const text = readFileSync(new URL(name, place), 'utf8').replaceAll('\r\n', '\n')
      const spec = Handlebars.precompile(text, { knownHelpersOnly: false })
      return `${JSON.stringify(name.slice(0, -4))}: { text: ${JSON.stringify(text)}, spec: ${spec} }`
    })
  return `{\n${templates.join(',\n')}\n}`
}

export const { forBundle: wordingForBundle, forTests: wordingForTests } = moduleOf(
  'section55:wording',
  wordingModule,
)
