import { longDate } from '../../calendar.ts'
import type { Person } from '../../model/office.ts'
import { listWords } from '../../model/validate/did-you-mean.ts'
import { isSamePath } from '../../model/validate/paths.ts'
import { bareName, isInPost, peopleInPost } from '../in-post.ts'
import { findTitledNames } from '../titled-names.ts'
import type { Context, Finding, Rule } from '../rule.ts'
import { proseOf } from '../texts.ts'

export const notInOffice: Rule = {
  id: 'not-in-office',
  severity: 'warning',
  title: "Who signs, and who is named with a post, held it on the letter's date",
  source: 'Practice: letters of the past keep the names of their day',
  *check(context) {
    const { letter, office } = context
    if (letter.date === undefined) return
    const day = letter.date
    yield* checkSignatory(context, day)
    yield* checkChiefOfficer(context, day)
    const gone = office.people.filter(
      person => person.post !== 'home secretary' && !isInPost(office, person, day),
    )
    if (gone.length === 0) return
    for (const { text } of proseOf(context))
      for (const { person, offset, length } of findTitledNames(text.value, gone))
        yield {
          at: text.at,
          within: { offset, length },
          message: `Unexpected ${text.value.slice(offset, offset + length).replace(/\s+/g, ' ')} on ${longDate(day)}, expected ${whoElse(context, person, day)}`,
          hint: 'Say "the former" or "the then" where that is meant; else mend the name, or the days in office.yaml.',
          related: [{ at: { office: person.at }, label: 'not in the post on that day' }],
        }
  },
}

function* checkSignatory(
  { letter: { signatory }, office }: Context,
  day: string,
): Generator<Finding> {
  const person = signatory && office.people.find(({ at }) => isSamePath(at, signatory.at))
  if (!person || isInPost(office, person, day)) return
  yield {
    at: ['letter', 'signed_by'],
    message: `Unexpected ${person.name} as signatory on ${longDate(day)}, expected somebody in office on that day`,
    hint: 'Mend `signed_by`, or `from` and `to` in office.yaml.',
    related: [{ at: { office: person.at }, label: 'not in the post on that day' }],
  }
}

/** Without a name, the letter prints the title alone. */
function* checkChiefOfficer({ status, office }: Context, day: string): Generator<Finding> {
  const isKnown = office.people.some(({ post }) => post === 'chief officer')
  if (status !== 'final' || !isKnown || peopleInPost(office, 'chief officer', day).length > 0)
    return
  yield {
    at: { office: ['chief_officers'] },
    part: 'key',
    message: `Missing chief officer on ${longDate(day)}, expected one whose \`from\` and \`to\` hold that day`,
    related: [{ at: ['letter', 'date'], label: "the letter's date" }],
  }
}

function whoElse({ office }: Context, { post }: Person, day: string): string {
  const names = peopleInPost(office, post, day).map(({ name }) => bareName(name))
  return names.length > 0 ? listWords(names) : 'somebody in the post on that day'
}
