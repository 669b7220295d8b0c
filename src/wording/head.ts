import type { Block, DocumentTree, Inline, Letterhead, Paragraph } from '../document/tree.ts'
import type { Office } from '../model/office.ts'
import type { Addressee } from '../model/response.ts'
import { gapParagraph, lines, paragraph, plain } from './letter.ts'
import type { Letter } from './letter.ts'
import type { Wording } from './wording.ts'

type Fields = DocumentTree['fields']

/** Height of a logo in the letterhead, and the widest it may be. Millimetres. */
const LOGO = { height: 24, width: 60 }

/** The first page down to the salutation. */
export function composeHead(letter: Letter): Block[] {
  return [
    composeLetterhead(letter.response.office, letter.wording),
    ...composeAddressees(letter),
    ...composeReferences(letter),
    ...composeDate(letter),
    ...composeSalutation(letter),
  ]
}

export function composeLetterhead(office: Office, wording: Wording): Letterhead {
  const { logo, logo_alt, wordmark } = office.letterhead
  const name = wordmark.length > 0 ? wordmark : [office.office]
  const contact: Inline[][] = [
    ...office.address.map(line => [plain(line)]),
    ...(office.telephone ? [wording.inlines('telephone', { telephone: office.telephone })] : []),
    ...(office.email ? [emailLink(office.email)] : []),
    ...(office.website ? [websiteLink(office.website)] : []),
  ]
  return {
    type: 'letterhead',
    ...(logo && {
      logo: {
        type: 'image',
        media: logo,
        // What the wordmark beside it says need not be said twice (WCAG 2.2, 1.1.1: decoration).
        alt: isSaid(logo_alt, name.join(' ')) ? '' : logo_alt,
        ...fit(logo, LOGO),
      },
    }),
    children: [
      paragraph(lines(name.map(line => [plain(line)])), 'wordmark'),
      ...(contact.length > 0 ? [paragraph(lines(contact), 'contact')] : []),
    ],
  }
}

/** Every word of the one stands in the other. */
function isSaid(alt: string, name: string): boolean {
  const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  const said = new Set(words(name))
  return words(alt).every(word => said.has(word))
}

/** The size in millimetres at which a picture of so many pixels fits a box. */
export function fit(
  picture: { width: number; height: number },
  box: { width: number; height: number },
): { width: number; height: number } {
  const scale = Math.min(box.width / picture.width, box.height / picture.height)
  const round = (length: number): number => Math.round(length * scale * 100) / 100
  return { width: round(picture.width), height: round(picture.height) }
}

const emailLink = (email: string): Inline[] => [
  { type: 'link', url: `mailto:${email}`, children: [plain(email)] },
]

const websiteLink = (website: string): Inline[] => [
  { type: 'link', url: website, children: [plain(website.replace(/^https?:\/\/|\/$/g, ''))] },
]

/** What the office's own Word stationery may show where it likes. */
export function composeFields({ response, wording }: Letter, subject: string): Fields {
  const { office, letter, report } = response
  const { date, our_ref, your_ref, salutation, signatory } = letter
  return {
    our_ref: given(our_ref),
    your_ref: given(your_ref),
    date: given(date && wording.vocabulary.date(date)),
    addressee: letter.to.flatMap(({ lines, email }, n) => [
      ...(n > 0 ? [''] : []),
      ...lines,
      ...given(email),
    ]),
    salutation: salutation ? [wording.words('salutation', { salutation })] : [],
    subject: [subject],
    report: given(report.title),
    signatory: signatory ? [signatory.name, ...signatory.titles] : [],
    ...composeOfficeFields(office),
  }
}

type OfficeField = 'office' | 'address' | 'telephone' | 'email' | 'website'

export function composeOfficeFields(office: Office): Pick<Fields, OfficeField> {
  return {
    office: [office.office],
    address: office.address,
    telephone: given(office.telephone),
    email: given(office.email),
    website: given(office.website),
  }
}

const given = (value: string | undefined): string[] => (value === undefined ? [] : [value])

function composeAddressees(letter: Letter): Paragraph[] {
  const { to } = letter.response.letter
  if (to.length === 0) return gapParagraph(letter, 'gap-addressee', ['letter', 'to'], 'addressee')
  return to.map(addressee => paragraph(addresseeLines(addressee), 'addressee'))
}

const addresseeLines = ({ lines: written, email }: Addressee): Inline[] =>
  lines([...written.map(line => [plain(line)]), ...(email ? [emailLink(email)] : [])])

function composeReferences({ response, wording }: Letter): Paragraph[] {
  const { our_ref, your_ref } = response.letter
  const references = [
    ...(our_ref ? [wording.inlines('our-reference', { reference: our_ref })] : []),
    ...(your_ref ? [wording.inlines('your-reference', { reference: your_ref })] : []),
  ]
  return references.length > 0 ? [paragraph(lines(references), 'reference')] : []
}

function composeDate(letter: Letter): Paragraph[] {
  const { date } = letter.response.letter
  if (!date) return gapParagraph(letter, 'gap-date', ['letter', 'date'], 'date')
  return [paragraph([plain(letter.wording.vocabulary.date(date))], 'date')]
}

function composeSalutation(letter: Letter): Paragraph[] {
  const { salutation } = letter.response.letter
  if (!salutation)
    return gapParagraph(letter, 'gap-salutation', ['letter', 'salutation'], 'salutation')
  return [paragraph(letter.wording.inlines('salutation', { salutation }), 'salutation')]
}
