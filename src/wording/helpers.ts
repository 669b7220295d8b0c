import { contentOf, WordingError } from './values.ts'

type Options = {
  fn: (context: unknown, options?: { data: unknown }) => string
  inverse: (context: unknown) => string
  data?: Record<string, unknown>
  name?: string
}

function isThere(value: unknown): boolean {
  const content = contentOf(value)
  if (Array.isArray(content)) return content.length > 0
  return content !== undefined && content !== null && content !== false
}

function refuse(this: unknown, ...values: unknown[]): never {
  const { name } = values.at(-1) as Options
  throw new WordingError(
    `Unexpected {{${name ?? ''} …}}, expected a value, or one of {{#if}}, {{#unless}}, {{#each}} and {{#with}}`,
    name ?? '',
  )
}

/** `if`, `unless`, `each` and `with` as Handlebars has them, but that they know what this letter lacks. */
export const helpers = {
  if(this: unknown, value: unknown, options: Options): string {
    return isThere(value) ? options.fn(this) : options.inverse(this)
  },
  unless(this: unknown, value: unknown, options: Options): string {
    return isThere(value) ? options.inverse(this) : options.fn(this)
  },
  with(this: unknown, value: unknown, options: Options): string {
    return isThere(value) ? options.fn(value) : options.inverse(this)
  },
  each(this: unknown, value: unknown, options: Options): string {
    if (!isThere(value)) return options.inverse(this)
    const content = contentOf(value)
    const list: unknown[] = Array.isArray(content) ? content : [value]
    return list
      .map((entry, index) =>
        options.fn(entry, {
          data: {
            ...options.data,
            index,
            key: index,
            first: index === 0,
            last: index === list.length - 1,
          },
        }),
      )
      .join('')
  },
  // Handlebars's compiler takes these for granted.
  helperMissing: refuse,
  blockHelperMissing: refuse,
  log: refuse,
  lookup: refuse,
}
