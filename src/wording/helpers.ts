import { Missing, WordingError } from './values.ts'

type Options = {
  fn: (context: unknown, options?: { data: unknown }) => string
  inverse: (context: unknown) => string
  data?: Record<string, unknown>
  name?: string
}

const isThere = (value: unknown): boolean =>
  !(value instanceof Missing) &&
  value !== undefined &&
  value !== null &&
  value !== false &&
  !(Array.isArray(value) && value.length === 0)

function refuse(this: unknown, ...values: unknown[]): never {
  const { name } = values.at(-1) as Options
  throw new WordingError(
    `Unexpected {{${name ?? ''} …}}, expected a value, or one of {{#if}}, {{#unless}}, {{#each}} and {{#with}}`,
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
    const list = Array.isArray(value) ? value : [value]
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
  helperMissing: refuse,
  // Handlebars's compiler takes these two for granted.
  log: refuse,
  lookup: refuse,
  blockHelperMissing(this: unknown, value: unknown, options: Options): string {
    if (Array.isArray(value)) return helpers.each.call(this, value, options)
    return isThere(value) ? options.fn(value === true ? this : value) : options.inverse(this)
  },
}
