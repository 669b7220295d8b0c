import type { Path } from '../problem.ts'
import type { LanguageReader, Lines, Words } from './language-reader.ts'
import type { Addressee, Day, StatutoryCopy } from './response.ts'
import { didYouMean } from './validate/did-you-mean.ts'

type Receives = StatutoryCopy[]
export type AddresseeInput = {
  lines: Lines
  email?: string | undefined
  salutation?: Words | undefined
  receives?: Receives | undefined
  from?: Day | undefined
  to?: Day | undefined
}
export type AddressBook = Record<string, AddresseeInput | AddresseeInput[]>

/** Posts and never persons, who change. */
export const BUILT_IN: Readonly<Record<string, AddresseeInput>> = {
  'home-secretary': {
    lines: ['The Home Secretary', 'Home Office', '2 Marsham Street', 'London SW1P 4DF'],
    salutation: 'Dear Home Secretary',
    receives: ['secretary of state'],
  },
  'home-office': {
    lines: ['Home Office'],
    email: 'section55responses@homeoffice.gov.uk',
    salutation: 'Dear Sir or Madam',
    receives: ['secretary of state'],
  },
  hmicfrs: { lines: ['HMICFRS'], salutation: 'Dear Sir or Madam', receives: ['inspectorate'] },
}

/** The office's entry of that name on that day, over the built-in one. */
export function findAddressee(
  book: AddressBook,
  name: string,
  day: Day,
): { input: AddresseeInput; at: Path } | undefined {
  const own = Object.hasOwn(book, name) ? book[name] : undefined
  const builtIn = Object.hasOwn(BUILT_IN, name) ? BUILT_IN[name] : undefined
  if (own === undefined) return builtIn && { input: builtIn, at: ['addressees', name] }
  if (!Array.isArray(own)) return { input: { ...builtIn, ...own }, at: ['addressees', name] }
  const index = own.findIndex(entry => isWithin(entry, day))
  if (index === -1 && builtIn) return { input: builtIn, at: ['addressees', name] }
  const picked = own[Math.max(0, index)]
  return (
    picked && { input: { ...builtIn, ...picked }, at: ['addressees', name, Math.max(0, index)] }
  )
}

/** From the first day to the last, both included; without either, always. */
export const isWithin = (
  { from, to }: { from?: Day | undefined; to?: Day | undefined },
  day: Day,
): boolean => (from === undefined || from <= day) && (to === undefined || day <= to)

export function toAddressee(
  input: AddresseeInput,
  at: Path,
  inputAt: Path,
  reader: LanguageReader,
): Addressee {
  const lines = reader.lines(input.lines, [...inputAt, 'lines']).map(({ value }) => value)
  const salutation = reader.words(input.salutation, [...inputAt, 'salutation'])
  const named = readReceives(lines.join('\n'))
  return {
    at,
    lines,
    ...(input.email !== undefined && { email: input.email.trim() }),
    ...(salutation !== undefined && { salutation: withoutComma(salutation) }),
    receives: named.length > 0 && !isGiven(input) ? named : (input.receives ?? named),
  }
}

/** A built-in entry knows who receives it; the office's own lines may name both. */
const isGiven = ({ receives }: AddresseeInput): boolean =>
  receives !== undefined && !Object.values(BUILT_IN).some(entry => entry.receives === receives)

export const readReceives = (words: string): Receives => [
  ...(/\bHMIC|\binspectorate\b|\binspectors? of constabulary\b|arolygiaeth/i.test(words) ||
  // A slip in the name is told as that, and is no missing copy.
  words.split(/\W+/).some(word => didYouMean(word, ['HMICFRS']) !== undefined)
    ? (['inspectorate'] as const)
    : []),
  ...(/\bhome (?:secretary|office)\b|\bsecretary of state\b|swyddfa gartref|ysgrifennydd/i.test(
    words,
  )
    ? (['secretary of state'] as const)
    : []),
]

export const withoutComma = (words: string): string => words.replace(/\s*,\s*$/, '')
