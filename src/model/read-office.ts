import type { Media } from '../document/tree.ts'
import type { Path } from '../problem.ts'
import { isWithin } from './address-book.ts'
import type { LanguageReader } from './language-reader.ts'
import type { LookChoice, Office, Person } from './office.ts'
import { oneLine } from './language-reader.ts'
import { listWords } from './validate/did-you-mean.ts'
import type { Day, Signatory } from './response.ts'
import type { OfficeFile } from './schema/office-file.ts'
import type { OfficeMedia } from './read-office-media.ts'

type PostHolder = NonNullable<OfficeFile['holders']>[number]

const DEFAULT_COLOUR = '#26374a'
export const BUILT_IN_FONTS = ['Arial', 'Calibri', 'Times New Roman']

/** Lines of about 70 characters at 12 points, A4: letters narrower than Arial's want wider margins. */
function defaultMargins(font: string): LookChoice['margins'] {
  const side = font === 'Calibri' || font === 'Times New Roman' ? 40 : 34
  return { top: 25, bottom: 24, left: side, right: side }
}

export function readOffice(
  key: string,
  file: OfficeFile,
  media: OfficeMedia,
  reader: LanguageReader,
): Office {
  const { body, letterhead = {} } = file
  const office = reader.words(file.office, ['office']) ?? ''
  const title = reader.words(body.title, ['body', 'title']) ?? ''
  const force = reader.words(file.force, ['force']) ?? ''
  const panel = reader.words(file.panel, ['panel'])
  const alt = reader.words(letterhead.logo_alt, ['letterhead', 'logo_alt'])
  const font = fontOf(letterhead.font)
  const margins = defaultMargins(font)
  for (const side of ['top', 'first_top', 'bottom', 'left', 'right'] as const) {
    const typed = letterhead.margins?.[side]
    if (typed !== undefined) margins[side] = Number.parseFloat(typed)
  }
  return {
    key,
    office,
    short: reader.words(file.short, ['short']) ?? office,
    body: {
      title,
      short: reader.words(body.short, ['body', 'short']) ?? title,
      area: reader.words(body.area, ['body', 'area']) ?? areaOf(force),
      voice: body.voice ?? 'I',
    },
    force,
    ...(panel !== undefined && { panel }),
    people: readPeople(file, reader),
    address: reader.lines(file.address, ['address']).map(({ value }) => value),
    ...given('telephone', file.telephone),
    ...given('email', file.email),
    ...given('website', file.website),
    letterhead: {
      ...(media.logo && { logo: media.logo }),
      logo_alt: alt ?? office,
      has_own_alt: alt !== undefined,
      wordmark: reader
        .lines(letterhead.wordmark, ['letterhead', 'wordmark'])
        .map(({ value }) => value),
      look: {
        font,
        colour: (letterhead.colour ?? DEFAULT_COLOUR).toLowerCase(),
        margins,
        stationery: media.stationery,
        ...(media.font_files && { font_files: media.font_files }),
      },
    },
  }
}

/** Home Secretaries are those of the address book whose lines name the post and a day. */
function readPeople(file: OfficeFile, reader: LanguageReader): Person[] {
  const posts = [
    ['holders', 'holder'],
    ['deputies', 'deputy'],
    ['chief_officers', 'chief officer'],
  ] as const
  const people: Person[] = posts.flatMap(([key, post]) =>
    (file[key] ?? []).map((holder, index) => {
      const at = [key, index]
      const name = reader.words(holder.name, [...at, 'name']) ?? ''
      return { at, name, post, ...daysOf(holder) }
    }),
  )
  for (const [key, entries] of Object.entries(file.addressees ?? {}))
    for (const [index, entry] of [entries].flat().entries()) {
      const at = ['addressees', key, ...(Array.isArray(entries) ? [index] : [])]
      const [name, ...rest] = reader.lines(entry.lines, [...at, 'lines'])
      const isDated = entry.from !== undefined || entry.to !== undefined
      if (!name || !isDated || !rest.some(({ value }) => /^home secretary/i.test(value))) continue
      people.push({ at, name: name.value, post: 'home secretary', ...daysOf(entry) })
    }
  return people
}

const daysOf = ({ from, to }: { from?: Day | undefined; to?: Day | undefined }) => ({
  ...(from !== undefined && { from }),
  ...(to !== undefined && { to }),
})

const fontOf = (font: string | undefined): string => {
  const name = oneLine(font ?? 'Arial')
  return BUILT_IN_FONTS.find(one => one.toLowerCase() === name.toLowerCase()) ?? name
}

const given = <K extends string>(key: K, value: string | undefined) =>
  (value === undefined ? {} : { [key]: oneLine(value) }) as { [P in K]?: string }

const areaOf = (force: string): string => force.replace(/\s+(?:Police|Constabulary)\b.*$/i, '')

/** Who held the post on a day: of several, the one who came last. */
export function holderAt<T extends { from?: Day | undefined; to?: Day | undefined }>(
  holders: readonly T[],
  day: Day,
): { holder: T; index: number } | undefined {
  let best: { holder: T; index: number } | undefined
  holders.forEach((holder, index) => {
    if (!isWithin(holder, day)) return
    if (!best || (holder.from ?? '') >= (best.holder.from ?? '')) best = { holder, index }
  })
  return best
}

/** The chief officer on a day: a chief constable, in London the commissioner. */
export function readChiefOfficer(
  { chief_officers = [], force }: OfficeFile,
  day: Day,
  reader: LanguageReader,
): { name?: string; title: string } {
  const found = holderAt(chief_officers, day)
  const at: Path = ['chief_officers', found?.index ?? 0]
  const name = found && reader.words(found.holder.name, [...at, 'name'])
  const titles = found ? reader.lines(found.holder.title, [...at, 'title']) : []
  const isLondon = /^(?:the )?(?:metropolitan|city of london)/i.test(
    typeof force === 'string' ? force : (force.en ?? ''),
  )
  const fallback = isLondon ? 'Commissioner' : 'Chief Constable'
  return {
    ...(name !== undefined && { name }),
    title: titles.map(({ value }) => value).join(', ') || fallback,
  }
}

export type Signer = {
  list: 'holders' | 'deputies'
  index: number
  person: PostHolder
  holder?: PostHolder
}

/** Who signs: whom the letter names, else the holder on its day. */
export function findSigner(
  file: OfficeFile,
  signedBy: string | undefined,
  day: Day,
): Signer | { unknown: string; known: string[] } | undefined {
  const { holders = [], deputies = [] } = file
  const current = holderAt(holders, day)
  if (signedBy === undefined) {
    return current && { list: 'holders', index: current.index, person: current.holder }
  }
  const names = ({ name }: PostHolder) =>
    typeof name === 'string' ? [name] : [name.en ?? '', name.cy ?? '']
  for (const [list, people] of [
    ['deputies', deputies],
    ['holders', holders],
  ] as const) {
    const matches = people
      .map((person, index) => ({ person, index }))
      .filter(({ person }) => names(person).some(name => sameName(name, signedBy)))
    const match = matches.find(({ person }) => isWithin(person, day)) ?? matches[0]
    if (!match) continue
    const isDeputy = list === 'deputies' && current
    return { list, ...match, ...(isDeputy && { holder: current.holder }) }
  }
  return { unknown: signedBy, known: [...deputies, ...holders].map(person => names(person)[0]!) }
}

const sameName = (a: string, b: string): boolean =>
  oneLine(a).toLowerCase() === oneLine(b).toLowerCase()

export function readSignatory(
  { list, index, person, holder }: Signer,
  bodyTitle: string,
  signature: Media | undefined,
  reader: LanguageReader,
): Signatory {
  const titles = reader.lines(person.title, [list, index, 'title']).map(({ value }) => value)
  const onBehalfOf = holder && reader.words(holder.name, ['holders'])
  return {
    at: [list, index],
    name: reader.words(person.name, [list, index, 'name']) ?? '',
    titles: titles.length > 0 ? titles : [list === 'holders' ? bodyTitle : `Deputy ${bodyTitle}`],
    ...(signature && { signature }),
    ...(onBehalfOf !== undefined && { on_behalf_of: onBehalfOf }),
  }
}

export const sayUnknownSigner = ({
  unknown,
  known,
}: {
  unknown: string
  known: string[]
}): string =>
  `Unexpected signed_by "${unknown}", expected ${listWords(known) || 'a holder or deputy of the office'}`
