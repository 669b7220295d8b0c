import {
  templates as builtin,
  vocabulary as builtinVocabulary,
  welshTemplates,
} from 'section55:wording'
import type { Language } from '../document/tree.ts'
import type { WorkspaceFiles } from '../model/reading.ts'
import type { Problem } from '../problem.ts'
import { didYouMean } from '../model/validate/did-you-mean.ts'
import { decodeText } from '../source/decode-text.ts'
import { Vocabulary } from './vocabulary.ts'
import type { VocabularyWords } from './vocabulary.ts'
import { readVocabulary } from './read-vocabulary.ts'
import { hasPrivateUse } from './values.ts'
import { wordingProblem } from './wording-problem.ts'
import { templateOf } from './wording.ts'
import type { Template, WordingSet } from './wording.ts'

/** The language that the product's own wording is in. */
const OURS: Language = 'en-GB'

type WordingFolders = {
  /** The workspace's folder of templates, "templates". */
  templates: string
  /** The office's folder in it. */
  office: string
}

/**
 * Finds the fixed sentences of one language, file by file: the office's wording/, the workspace's,
 * the product's own. A response of two languages, or of another than English, looks in
 * wording/<language>/; the product has English, and in Welsh what stands at the foot of the web page.
 */
export async function loadWording(
  files: WorkspaceFiles,
  folders: WordingFolders,
  language: Language,
): Promise<{ set: WordingSet; problems: Problem[] }> {
  const problems: Problem[] = []
  const templates = new Map<string, Template>()
  const vocabularies: Partial<VocabularyWords>[] = []
  for (const folder of foldersFor(folders, language)) {
    for (const entry of await files.list(folder)) {
      const file = `${folder}/${entry.name}`
      const name = /^(.+)\.hbs$/.exec(entry.name)?.[1]
      const isVocabulary = entry.name === 'vocabulary.yaml'
      if (name === undefined && !isVocabulary) continue
      if (name !== undefined && templates.has(name)) continue
      if (name !== undefined && !Object.hasOwn(builtin, name)) {
        problems.push(unknownTemplate(file, name))
        continue
      }
      const text = await readText(files, file, problems)
      if (text === undefined) continue
      if (name === undefined) {
        const read = readVocabulary(text, file)
        problems.push(...read.problems)
        if (read.value) vocabularies.unshift(read.value)
      } else {
        const template = await compiled(name, text, file, problems)
        if (template) templates.set(name, template)
      }
    }
  }
  const own = language === OURS ? builtin : welshTemplates
  for (const [name, { spec }] of Object.entries(own))
    if (!templates.has(name)) templates.set(name, templateOf(spec, ownFile(name, language)))
  const vocabulary = vocabularies.reduce<VocabularyWords>(
    (words, own) => ({ ...words, ...own }),
    builtinVocabulary,
  )
  const [first] = foldersFor({ templates: folders.templates, office: '' }, language)
  return {
    set: {
      language,
      vocabulary: new Vocabulary(vocabulary),
      templates,
      fileOf: name => `${first}/${name}.hbs`,
    },
    problems,
  }
}

/** A sentence under a name that nothing asks for would never be printed. */
function unknownTemplate(file: string, name: string): Problem {
  const meant = didYouMean(name, Object.keys(builtin))
  return wordingProblem(
    file,
    `Unexpected ${name}.hbs, expected the name of a fixed sentence`,
    meant ? `Did you mean ${meant}.hbs?` : 'templates/wording/README.md lists them.',
  )
}

function foldersFor({ templates, office }: WordingFolders, language: Language): string[] {
  const wordings = [...(office ? [`${templates}/${office}/wording`] : []), `${templates}/wording`]
  return wordings.flatMap(wording =>
    language === OURS ? [`${wording}/${language}`, wording] : [`${wording}/${language}`],
  )
}

const ownFile = (name: string, language: Language = OURS): string =>
  `templates/wording/${language === OURS ? '' : `${language}/`}${name}.hbs`

async function readText(
  files: WorkspaceFiles,
  file: string,
  problems: Problem[],
): Promise<string | undefined> {
  const read = await files.read(file)
  if (!read.bytes) {
    problems.push(wordingProblem(file, `Unexpected file that cannot be read, expected a template`))
    return undefined
  }
  const decoded = decodeText(file, read.bytes)
  problems.push(...decoded.problems)
  return decoded.value?.text.replaceAll('\r\n', '\n')
}

/** A template in our own words is the one compiled with the product; the compiler is loaded for others. */
async function compiled(
  name: string,
  text: string,
  file: string,
  problems: Problem[],
): Promise<Template | undefined> {
  const own = builtin[name]
  if (own?.text === text) return templateOf(own.spec, file)
  if (hasPrivateUse(text)) {
    problems.push(wordingProblem(file, 'Unexpected private-use character, expected plain words'))
    return undefined
  }
  const { compileTemplate } = await import('./compile-template.ts')
  const result = compileTemplate(text)
  if ('run' in result) return { file, text, run: result.run }
  problems.push(
    wordingProblem(
      file,
      result.message,
      'templates/wording/README.md shows what a template may hold.',
      result.line,
    ),
  )
  return undefined
}
