import { longDate } from '../../calendar.ts'
import type { Person } from '../../model/office.ts'
import type { Addressee } from '../../model/response.ts'
import { listWords } from '../../model/validate/did-you-mean.ts'
import { bareName, isInPost, peopleInPost } from '../in-post.ts'
import { findTitledNames } from '../titled-names.ts'
import type { Finding, Rule } from '../rule.ts'
import { proseOf } from '../texts.ts'

const POST = 'home secretary'

export const homeSecretaryNotInOffice: Rule = {
  id: 'home-secretary-not-in-office',
  severity: 'warning',
  title: "The Home Secretary is the one of the letter's date",
  source: 'Police Act 1996, section 55(6)(b): the copy goes to the Secretary of State',
  *check(context) {
    const { letter, office, today } = context
    const known = office.people.filter(({ post }) => post === POST)
    if (known.length === 0) return
    const day = letter.date ?? today
    const current = peopleInPost(office, POST, day).map(({ name }) => bareName(name))
    const tell = (at: Finding['at'], name: string): Finding => ({
      at,
      message: `Unexpected Home Secretary ${name} on ${longDate(day)}, expected ${current.length > 0 ? listWords(current) : 'the one of that day'}`,
      hint: 'Mend the name, or `from` and `to` of the address book in office.yaml.',
    })
    for (const addressee of letter.to) {
      const name = nameBeside(addressee, known)
      if (name === undefined || isInPost(office, { post: POST, name }, day)) continue
      // Who is not in the book is judged only where the book knows who was in office.
      const isKnown = known.some(person => bareName(person.name) === name)
      if (isKnown || current.length > 0) yield tell(addressee.at, name)
    }
    const gone = known.filter(person => !isInPost(office, person, day))
    if (gone.length === 0) return
    for (const { text } of proseOf(context))
      for (const { person, offset, length } of findTitledNames(text.value, gone))
        yield { ...tell(text.at, bareName(person.name)), within: { offset, length } }
  },
}

/** The person of an address that names the post: one of the book, or who is called Right Honourable. */
function nameBeside({ lines }: Addressee, known: readonly Person[]): string | undefined {
  if (!lines.some(line => /^(?:the )?home secretary\b/i.test(line))) return undefined
  const isName = (line: string) =>
    /^(?:the )?(?:rt|right)\.? hon/i.test(line) ||
    known.some(person => bareName(person.name) === bareName(line))
  const line = lines.find(isName)
  return line === undefined ? undefined : bareName(line)
}
