import type { Path } from '../problem.ts'
import {
  type AddressBook,
  BUILT_IN,
  findAddressee,
  readReceives,
  toAddressee,
  withoutComma,
} from './address-book.ts'
import { LanguageReader, oneLine } from './language-reader.ts'
import type { ReadingContext } from './reading-context.ts'
import type { Addressee, Day, InspectionResponse, Signatory, Value } from './response.ts'
import type { ResponseFile } from './schema/response-file.ts'
import { didYouMean, listWords } from './validate/did-you-mean.ts'
import { optionalWording, replaceableWording } from './wording-names.ts'

type Letter = InspectionResponse['letter']

/** A title, or several people, are bidden farewell faithfully; a name sincerely. */
const FORMAL =
  /\b(?:sirs?|madams?|all|everyone|everybody|colleagues?|members?|ladies|gentlemen|team|board|panel|foneddigion?|syr|pawb)\b|\/| and | a /i

export function readLetter(
  input: ResponseFile['letter'] = {},
  book: AddressBook,
  officeReader: LanguageReader,
  signatory: Signatory | undefined,
  day: Day,
  context: ReadingContext,
): Letter {
  const { reader } = context
  const at = ['letter']
  const to = readAddressees(input.to, book, officeReader, day, context)
  const subject = reader.words(input.subject, [...at, 'subject'])
  const typed = reader.words(input.salutation, [...at, 'salutation'])
  const salutation = typed === undefined ? to[0]?.salutation : withoutComma(typed)
  const signOff = reader.words(input.sign_off, [...at, 'sign_off'])
  const copies = readCopies(input.copies, book, officeReader, day, reader)
  return {
    ...(input.date !== undefined && { date: input.date }),
    ...(input.our_ref !== undefined && { our_ref: oneLine(input.our_ref) }),
    ...(input.your_ref !== undefined && { your_ref: oneLine(input.your_ref) }),
    to,
    copies: copies.map(({ at, value }) => ({ at, value })),
    receives: [...new Set([...to, ...copies].flatMap(({ receives }) => receives))],
    ...(subject !== undefined && { subject }),
    ...(salutation !== undefined && { salutation }),
    ...(signOff !== undefined && { sign_off: withoutComma(signOff) }),
    is_formal: salutation === undefined || FORMAL.test(salutation),
    ...(signatory && { signatory }),
    layout: input.layout ?? 'letter',
    wording: readWording(input.wording, context),
  }
}

const readAddressees = (
  input: NonNullable<ResponseFile['letter']>['to'],
  book: AddressBook,
  officeReader: LanguageReader,
  day: Day,
  { reader, refuse }: ReadingContext,
): Addressee[] => {
  const isList = Array.isArray(input)
  const entries = input === undefined ? [] : isList ? input : [input]
  return entries.flatMap((entry, index) => {
    const at: Path = isList ? ['letter', 'to', index] : ['letter', 'to']
    if (typeof entry !== 'string') return [toAddressee(entry, at, at, reader)]
    const found = findAddressee(book, oneLine(entry), day)
    if (found) return [toAddressee(found.input, at, found.at, officeReader)]
    const known = [...new Set([...Object.keys(book), ...Object.keys(BUILT_IN)])]
    const meant = didYouMean(entry, known)
    refuse(
      at,
      'reference',
      `Unexpected addressee ${oneLine(entry)}, expected ${listWords(known)}`,
      {
        hint: meant
          ? `Did you mean ${meant}?`
          : 'Add it to addressees in office.yaml, or write it out: { lines: [Name, Address], salutation: Dear … }',
      },
    )
    return []
  })
}

/** Names, or keys of the address book, which print as their first line. */
const readCopies = (
  input: NonNullable<ResponseFile['letter']>['copies'],
  book: AddressBook,
  officeReader: LanguageReader,
  day: Day,
  reader: LanguageReader,
): (Value & Pick<Addressee, 'receives'>)[] =>
  reader.lines(input, ['letter', 'copies']).map(({ at, value }) => {
    const found = findAddressee(book, value, day)
    if (!found) return { at, value, receives: readReceives(value) }
    const { lines, receives } = toAddressee(found.input, at, found.at, officeReader)
    return { at, value: lines[0] ?? value, receives }
  })

const readWording = (
  input: NonNullable<ResponseFile['letter']>['wording'],
  { reader, refuse }: ReadingContext,
): Letter['wording'] => {
  const wording: Letter['wording'] = {}
  for (const [name, words] of Object.entries(input ?? {})) {
    const at = ['letter', 'wording', name]
    if (!replaceableWording.includes(name)) {
      const meant = didYouMean(name, replaceableWording)
      const hint = meant
        ? `Did you mean ${meant}?`
        : 'Other sentences are changed for all letters of an office, in its wording/.'
      const message = `Unexpected ${name}, expected ${listWords(replaceableWording)}`
      refuse(at, 'unknown-key', message, { hint }, 'key')
    } else if (typeof words === 'string' && words.trim() === 'false') {
      if (optionalWording.includes(name)) wording[name] = false
      else
        refuse(at, 'unexpected-value', `Unexpected false, expected a text for ${name}`, {
          hint: `Only ${listWords(optionalWording)} can be left out`,
        })
    } else {
      const text = reader.ownText(words, at)
      if (text) wording[name] = text
    }
  }
  return wording
}
