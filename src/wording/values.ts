import type { Block, Inline } from '../document/tree.ts'

/**
 * What a template is given: nodes, flags, lists, and groups of those. `undefined` is a value that the
 * template knows and this letter lacks: it may be asked for by `if`, and not printed.
 */
export type Value = Inline[] | Blocks | string | number | boolean | undefined | Value[] | Values
export type Values = { [name: string]: Value }
/** Whole paragraphs: they stand alone where the template puts them. */
export type Blocks = { blocks: Block[] }

/** A place in a template's Markdown that is filled once the Markdown is read. */
export type Filling = { inlines: Inline[] } | { blocks: Block[] }

const START = '\ue000'
const END = '\ue001'
/** The mark of filling n: private-use characters, which are letters to no grammar. */
const mark = (index: number): string => `${START}${index}${END}`
export const marks = /\ue000(\d+)\ue001/g
/** The marks of fillings are ours alone. */
export const hasPrivateUse = (text: string): boolean => /[\ue000\ue001]/.test(text)

const CONTENT = Symbol('content')

/** A value as a template has it: Handlebars asks `toHTML` of what it prints, our helpers ask its content. */
class Given {
  readonly [CONTENT]: unknown
  readonly toHTML: () => string

  constructor(content: unknown, toHTML: () => string) {
    this[CONTENT] = content
    this.toHTML = toHTML
  }
}

/** What `if` and `each` go by. */
export const contentOf = (value: unknown): unknown =>
  value instanceof Given ? value[CONTENT] : value

/** Something a template asks for and is not given. The message becomes a problem. */
export class WordingError extends Error {
  /** The value's name, `report.titel`: the template's line is found by it. */
  readonly asked: string

  constructor(message: string, asked: string) {
    super(message)
    this.asked = asked
  }
}

/**
 * The values as a template's context. A name that is not among them is an error that says so:
 * Handlebars itself would print nothing.
 */
export function contextOf(values: Values, fillings: Filling[], parent = ''): object {
  const known = new Map<string, unknown>()
  const entry = (name: string): unknown => {
    if (!known.has(name)) known.set(name, given(values[name], fillings, parent + name))
    return known.get(name)
  }
  const refuse = (name: string): never => {
    const names = Object.keys(values).map(one => `{{${parent}${one}}}`)
    throw new WordingError(`Unexpected {{${name}}}, expected one of ${names.join(', ')}`, name)
  }
  return new Proxy(values, {
    get(_, name) {
      if (typeof name === 'symbol') return undefined
      if (Object.hasOwn(values, name)) return entry(name)
      if (name === 'toHTML') return () => refuse(parent.slice(0, -1) || 'this')
      return refuse(parent + name)
    },
    getOwnPropertyDescriptor(_, name) {
      if (typeof name === 'symbol' || !Object.hasOwn(values, name)) return undefined
      return { value: entry(name), enumerable: true, configurable: true }
    },
  })
}

function given(value: Value, fillings: Filling[], name: string): unknown {
  if (value === undefined || value === '' || (Array.isArray(value) && value.length === 0))
    return closed(new Given(undefined, () => refuseMissing(name)), name)
  if (typeof value === 'boolean')
    return closed(new Given(value, () => refuseWords(name, 'if')), name)
  if (typeof value === 'string' || typeof value === 'number')
    return slot({ inlines: [{ type: 'text', value: String(value) }] }, fillings, name)
  if (Array.isArray(value)) {
    if (isInlines(value)) return slot({ inlines: value }, fillings, name)
    const list = value.map((entry, n) => given(entry, fillings, `${name}.${n}`))
    return closed(new Given(list, () => refuseWords(name, 'each')), name)
  }
  if (isBlocks(value)) return slot(value, fillings, name)
  return contextOf(value, fillings, `${name}.`)
}

/** A value that is printed as a mark, the same each time. */
function slot(filling: Filling, fillings: Filling[], name: string): Given {
  let printed: string | undefined
  return closed(new Given(filling, () => (printed ??= mark(fillings.push(filling) - 1))), name)
}

function refuseMissing(name: string): never {
  throw new WordingError(
    `Missing value of {{${name}}}, expected it, or {{#if ${name}}} around it`,
    name,
  )
}

/** A flag or a list is no words. */
function refuseWords(name: string, block: 'if' | 'each'): never {
  throw new WordingError(
    `Unexpected {{${name}}}, expected {{#${block} ${name}}} around words`,
    name,
  )
}

/** A value that has nothing in it to ask for. */
function closed(value: Given, name: string): Given {
  return new Proxy(value, {
    get(target, property) {
      if (property === CONTENT) return target[CONTENT]
      if (property === 'toHTML' || property === 'toString' || property === Symbol.toPrimitive)
        return target.toHTML
      if (typeof property === 'symbol') return undefined
      const expected = Array.isArray(target[CONTENT]) ? `#each ${name}` : name
      throw new WordingError(
        `Unexpected {{${name}.${property}}}, expected {{${expected}}}`,
        property,
      )
    },
  })
}

const isInlines = (value: Inline[] | Value[]): value is Inline[] =>
  (value as unknown[]).every(
    entry => typeof entry === 'object' && entry !== null && 'type' in entry,
  )

const isBlocks = (value: Values | Blocks): value is Blocks =>
  'blocks' in value && Array.isArray(value.blocks)
