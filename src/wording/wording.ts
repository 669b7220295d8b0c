import runtime from 'handlebars/runtime'
import type { Block, Inline, Language } from '../document/tree.ts'
import { wordsOf } from '../document/words.ts'
import { parseText } from '../model/text.ts'
import type { Text } from '../model/response.ts'
import type { Problem } from '../problem.ts'
import { fill, inlinesOf } from './fill.ts'
import { helpers } from './helpers.ts'
import { contextOf, WordingError } from './values.ts'
import type { Filling, Values } from './values.ts'
import type { Vocabulary } from './vocabulary.ts'
import { wordingProblem } from './wording-problem.ts'

/**
 * One of the fixed sentences, ready to be asked for. `file`: where it stands, for messages; `text`: what an
 * office wrote there, in which a mistake has its line.
 */
export type Template = { file: string; text?: string; run: (context: object) => string }

/** All that was found for one response, in one language. */
export type WordingSet = {
  language: Language
  vocabulary: Vocabulary
  templates: ReadonlyMap<string, Template>
  /** The file that a template of this name is looked for in. */
  fileOf: (name: string) => string
}

const environment = runtime.create()
for (const name of Object.keys(environment.helpers)) environment.unregisterHelper(name)
environment.registerHelper(helpers)

/** A compiled template of Handlebars as a template of ours. */
export function templateOf(spec: TemplateSpecification, file: string): Template {
  const run = environment.template(spec)
  return { file, run: context => run(context) }
}

/**
 * The fixed sentences of one letter. What officers typed goes in as nodes and never through a
 * template's text; what a template lacks or asks for in vain is kept as a problem.
 */
export class Wording {
  readonly problems: Problem[] = []
  readonly vocabulary: Vocabulary
  readonly #set: WordingSet
  readonly #own: Readonly<Record<string, Text | false>>
  readonly #common: Values
  readonly #parsed = new Map<string, Block[]>()
  readonly #failed = new Set<string>()

  /** `own`: the letter's `wording`. `common`: what every template is given. */
  constructor(set: WordingSet, own: Readonly<Record<string, Text | false>>, common: Values) {
    this.vocabulary = set.vocabulary
    this.#set = set
    this.#own = own
    this.#common = common
  }

  /** The sentence as paragraphs, its headings lowered by `depth`. Empty where the letter leaves it out. */
  blocks(name: string, values: Values = {}, depth = 0): Block[] {
    const own = this.#own[name]
    if (own === false) return []
    if (own !== undefined) return own.blocks
    return this.#render(name, values, depth)
  }

  /** The sentence as a run of words. */
  inlines(name: string, values: Values = {}): Inline[] {
    return inlinesOf(this.blocks(name, values))
  }

  /** The sentence as characters, for titles and descriptions. */
  words(name: string, values: Values = {}): string {
    return wordsOf(this.inlines(name, values), ' ')
  }

  #render(name: string, values: Values, depth: number): Block[] {
    const template = this.#set.templates.get(name)
    if (!template) {
      const file = this.#set.fileOf(name)
      this.#fail(file, `Missing ${file}, expected a template of this letter's language`)
      return []
    }
    const fillings: Filling[] = []
    try {
      const markdown = template.run(contextOf({ ...this.#common, ...values }, fillings))
      return fill(this.#parse(markdown, template.file), fillings, depth)
    } catch (error) {
      this.#fail(template.file, messageOf(error), undefined, lineAsking(template, error))
      return []
    }
  }

  #parse(markdown: string, file: string): Block[] {
    const known = this.#parsed.get(markdown)
    if (known) return known
    const { blocks, refusals } = parseText(markdown, undefined, { headings: true })
    for (const refusal of refusals) this.#fail(file, refusal.message, refusal.hint)
    this.#parsed.set(markdown, blocks)
    return blocks
  }

  #fail(file: string, message: string, hint?: string, line?: number): void {
    const key = `${file} ${message}`
    if (this.#failed.has(key)) return
    this.#failed.add(key)
    this.problems.push(wordingProblem(file, message, hint, line))
  }
}

/** The first line whose braces ask for what there is not; of a value in a group, its own name will do. */
function lineAsking({ text = '' }: Template, error: unknown): number {
  if (!(error instanceof WordingError)) return 1
  const own = error.asked.split('.').at(-1)!
  for (const name of [error.asked, own])
    for (const [index, line] of text.split('\n').entries())
      if (
        line
          .split('{{')
          .slice(1)
          .some(part => wordsIn(part.split('}}')[0]!).includes(name))
      )
        return index + 1
  return 1
}

const wordsIn = (braces: string): string[] => braces.split(/[^\w.]+/)

/** Errors of ours as they are; Handlebars's own name what it could not find or run. */
function messageOf(error: unknown): string {
  if (error instanceof WordingError) return error.message
  if (error instanceof Error && error.name === 'Error')
    return `Unexpected template, expected one that can be filled (${error.message.replace(/\s+/g, ' ')})`
  throw error
}
