import { contrastBetween, LEAST_CONTRAST, LEAST_CONTRAST_LARGE } from '../document/contrast.ts'
import type { DocumentTree } from '../document/tree.ts'
import type { Finding } from './finding.ts'
import { readStationery } from './pdf/read-stationery.ts'
import { readInk } from './read-ink.ts'
import type { PaintedWords } from './read-paint.ts'

/** What office.yaml says: the fields of a letter's tree. */
type Contacts = Pick<DocumentTree['fields'], 'telephone' | 'email'>

/** What is written on the stationery, and where it says something else than office.yaml. */
export async function describeText(bytes: Uint8Array, contacts: Contacts): Promise<Finding[]> {
  const { pages } = readStationery(bytes)
  if (pages.length === 0) return []
  const read = await readInk(pages)
  return read.flatMap(({ lines: ofPage, words: painted }, index) => {
    const where = `page ${index + 1}`
    const words = ofPage.map(line => line.words).filter(line => line !== '')
    const shown = words.slice(0, MOST_LINES).map(line => `"${line}"`)
    const said = [...shown, ...(words.length > shown.length ? ['…'] : [])].join(', ')
    const message = `Screen readers skip what stands on it (${said}): the letter says the sender's name, address, telephone and email in its own text`
    const notes: Finding[] = words.length > 0 ? [{ severity: 'note', message, where }] : []
    const faint = painted.flatMap(found => faintWords(found, where))
    return [...notes, ...faint, ...otherContacts(words.join('\n'), contacts, where)]
  })
}

/** A longer list would not be read. */
const MOST_LINES = 10

/** WCAG 2.2, 1.4.3: letters of 18 points are read at less. */
function faintWords({ words, colour, paper, size }: PaintedWords, where: string): Finding[] {
  const least = size >= 18 ? LEAST_CONTRAST_LARGE : LEAST_CONTRAST
  const ratio = contrastBetween(colour, paper)
  if (ratio >= least) return []
  const message = `Unexpected faint words "${words.slice(0, 60)}", ${colour} on ${paper === '#ffffff' ? 'white' : paper} with a contrast of ${Math.floor(ratio * 10) / 10}:1, expected at least ${least}:1`
  return [
    { severity: 'warning', message, hint: 'Choose a darker colour for them in the design', where },
  ]
}

const DIGITS = /\D/g
const EMAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g
/** As they are printed in the United Kingdom. */
const TELEPHONE = /(?<!\d)(?:\+44\s?(?:\(0\)\s?)?|0)\d{2,4}(?:[ -]?\d{3,4}){2}(?!\d)/g

function otherContacts(words: string, { telephone, email }: Contacts, where: string): Finding[] {
  const national = (number: string) => number.replace(DIGITS, '').replace(/^44?0?|^0/, '')
  const differs = (kind: string, found: string[], known: string[], same = (one: string) => one) => {
    if (known.length === 0) return []
    const others = found.filter(one => !known.some(other => same(other) === same(one)))
    return others.map((one): Finding => ({
      severity: 'warning',
      message: `Unexpected ${kind} ${one} on the stationery, expected ${known.join(', ')} as office.yaml has it`,
      hint: 'The letter prints the one of office.yaml: mend whichever is out of date',
      where,
    }))
  }
  return [
    ...differs('telephone', words.match(TELEPHONE) ?? [], telephone, national),
    ...differs('email', words.match(EMAIL) ?? [], email, one => one.toLowerCase()),
  ]
}
