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
export const hasPrivateUse = (text: string): boolean => /[\ue000\ue001]/.test(text)

/** A value that a template prints: Handlebars asks its `toHTML`. */
export class Slot {
  readonly #fillings: Filling[]
  readonly #filling: Filling
  #mark: string | undefined

  constructor(fillings: Filling[], filling: Filling) {
    this.#fillings = fillings
    this.#filling = filling
  }

  toHTML(): string {
    return (this.#mark ??= mark(this.#fillings.push(this.#filling) - 1))
  }
}

/** A value this letter lacks. Printed, it is an error; `if` and `each` take it for nothing. */
export class Missing {
  readonly #name: string

  constructor(name: string) {
    this.#name = name
  }

  toHTML(): string {
    throw new WordingError(
      `Missing value of {{${this.#name}}}, expected it, or {{#if ${this.#name}}} around it`,
    )
  }
}

/** Something a template asks for and is not given. The message becomes a problem. */
export class WordingError extends Error {}

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
  return new Proxy(values, {
    get(_, name) {
      if (typeof name === 'symbol') return undefined
      if (!Object.hasOwn(values, name)) throw unknownName(parent + name, parent, values)
      return entry(name)
    },
    getOwnPropertyDescriptor(_, name) {
      if (typeof name === 'symbol' || !Object.hasOwn(values, name)) return undefined
      return { value: entry(name), enumerable: true, configurable: true }
    },
  })
}

function given(value: Value, fillings: Filling[], name: string): unknown {
  const slot = (filling: Filling): Slot => closed(new Slot(fillings, filling), name)
  if (value === undefined || value === '') return closed(new Missing(name), name)
  if (typeof value === 'boolean') return value
  if (typeof value === 'string' || typeof value === 'number')
    return slot({ inlines: [{ type: 'text', value: String(value) }] })
  if (Array.isArray(value)) {
    if (value.length === 0) return closed(new Missing(name), name)
    return isInlines(value)
      ? slot({ inlines: value })
      : value.map((entry, n) => given(entry, fillings, `${name}.${n}`))
  }
  if (isBlocks(value)) return slot(value)
  return contextOf(value, fillings, `${name}.`)
}

/** A value that has nothing in it to ask for. */
function closed<T extends Slot | Missing>(value: T, name: string): T {
  return new Proxy(value, {
    get(target, property) {
      if (property === 'toHTML' || property === 'toString' || property === Symbol.toPrimitive)
        return () => target.toHTML()
      if (typeof property === 'symbol') return undefined
      throw new WordingError(`Unexpected {{${name}.${property}}}, expected {{${name}}}`)
    },
  })
}

const isInlines = (value: Inline[] | Value[]): value is Inline[] =>
  (value as unknown[]).every(
    entry => typeof entry === 'object' && entry !== null && 'type' in entry,
  )

const isBlocks = (value: Values | Blocks): value is Blocks =>
  'blocks' in value && Array.isArray(value.blocks)

function unknownName(name: string, parent: string, values: Values): WordingError {
  const names = Object.keys(values).map(known => `{{${parent}${known}}}`)
  return new WordingError(`Unexpected {{${name}}}, expected one of ${names.join(', ')}`)
}
