import type { ZodMiniType } from 'zod/mini'
import type { Path } from '../../problem.ts'
import type { Plain } from '../../source/to-plain.ts'
import { listWords } from './did-you-mean.ts'
import { describeAt } from './schema-keys.ts'

export const shorten = (value: string): string => {
  const line = value.replace(/\0.*/, '').replace(/\s+/g, ' ').trim()
  return line.length > 60 ? `${line.slice(0, 59)}…` : line
}

export const describe = (schema: ZodMiniType, at: Path): string => {
  const description = describeAt(schema, at)
  if (!description) return 'a value'
  const sentence = description.replace(/\.(?: .*)?$/, '')
  return /^[A-Z][a-z' ]/.test(sentence) ? sentence[0]!.toLowerCase() + sentence.slice(1) : sentence
}

export const typeName = (value: Plain | undefined): string => {
  if (Array.isArray(value)) return 'list'
  return typeof value === 'object' ? 'keys' : 'words'
}

const TYPES: Record<string, string> = {
  string: 'words',
  array: 'a list (`- ` before each entry)',
  object: 'keys and their values',
  record: 'keys and their values',
  item: 'an item such as `- recommendation: |`',
}
export const expectedTypes = (expected: readonly string[]): string =>
  listWords(expected.map(one => TYPES[one] ?? 'another value'))

const HOMES = new Map(
  Object.entries({
    items: 'an item',
    recommendations: 'a recommendation',
    sections: 'a section',
    actions: 'an action',
    history: 'an entry of history',
    waive: 'waive',
    holders: 'an entry of holders',
    chief_officers: 'an entry of chief_officers',
    deputies: 'an entry of deputies',
    appendices: 'an appendix',
  }),
)
/** "letter", "an item", "the top of the file" */
export const sayHome = (path: readonly string[]): string => {
  const name = [...path].reverse().find(step => !/^\d+$/.test(step))
  return name === undefined ? 'the top of the file' : (HOMES.get(name) ?? name)
}

/** What is wrong with a date. `quoted`: the value as it may be shown; `read`: the day that is meant. */
export function sayDate(
  value: string,
  quoted: string,
  read: string | undefined,
  isPrivate: boolean,
): { message: string; hint?: string } {
  const found = `Unexpected date ${quoted}, expected`
  const aDay = `${found} a day such as 2019-09-27`
  const typed = value.trim()
  if (read !== undefined && isPrivate) return { message: aDay }
  if (read !== undefined) {
    const isSpaced = typed === read
    const mended = '`s55 fix` mends it'
    const hint = isSpaced ? `Type it again, for an invisible space came with it; ${mended}` : mended
    return { message: `${found} ${read}`, hint }
  }
  if (/^\d{4}-\d{1,2}-\d{1,2}$/.test(typed))
    return {
      message: `${found} a day that the calendar has`,
      hint: 'Look at the month and the day',
    }
  if (/^\d{1,2}[-./ ]\d{1,2}[-./ ]\d{4}$/.test(typed)) {
    const hint = 'The day is read first, then the month: 27/09/2019 is 2019-09-27'
    return { message: `${found} a day that the calendar has`, hint }
  }
  if (/^\d{1,2}(?:[-./ ]\d{1,2}[-./ ]|.{1,4}[a-z]{3,9}[-. ])\d{2}$/i.test(typed))
    return { message: aDay, hint: 'Write the year with all four digits' }
  return { message: aDay, hint: 'Write TODO until the day is known' }
}
