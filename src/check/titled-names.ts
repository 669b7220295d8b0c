import type { Person } from '../model/office.ts'
import { bareName } from './in-post.ts'

const HONOUR = String.raw`(?:(?:the\s+)?(?:rt\.?|right)\s+hon(?:\.|ourable)?,?\s+|(?:sir|dame|lord|mr|mrs|ms|dr)\.?\s+)*`
const TITLES: Record<Person['post'], RegExp> = {
  'chief officer': new RegExp(`\\b(?:chief\\s+constable|commissioner),?\\s+${HONOUR}$`, 'i'),
  holder: new RegExp(`\\b(?:commissioner|PF?CC|mayor),?\\s+${HONOUR}$`, 'i'),
  deputy: new RegExp(
    `\\bdeputy\\s+(?:police(?:,?\\s+fire)?\\s+(?:and|&)\\s+crime\\s+commissioner|PF?CC|mayor),?\\s+${HONOUR}$`,
    'i',
  ),
  'home secretary': new RegExp(`\\bhome\\s+secretary,?\\s+${HONOUR}$`, 'i'),
}
const ANOTHER_TIME =
  /\b(?:former(?:ly)?|previous(?:ly)?|then|past|predecessors?|ex|outgoing|incoming|new|next|late|successor|appointed|deputy|assistant)\b/i
/** Characters before a name that may hold a title, and what puts it in another time. */
const REACH = 90

export type TitledName = { person: Person; offset: number; length: number }

/** The names of people in a text that stand directly behind the title of their post, as of the present. */
export function* findTitledNames(value: string, people: readonly Person[]): Generator<TitledName> {
  for (const person of people) {
    const name = bareName(person.name)
    if (name === '') continue
    for (let at = value.indexOf(name); at >= 0; at = value.indexOf(name, at + name.length)) {
      const before = value.slice(Math.max(0, at - REACH), at)
      const title = TITLES[person.post].exec(before)
      if (!title || /^[\p{L}\p{N}]/u.test(value.slice(at + name.length))) continue
      const clause = before
        .slice(0, title.index)
        .split(/[.!?;]\s/)
        .at(-1)!
      if (ANOTHER_TIME.test(clause)) continue
      const offset = at - (before.length - title.index)
      yield { person, offset, length: at + name.length - offset }
    }
  }
}
