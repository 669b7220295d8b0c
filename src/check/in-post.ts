import { isWithin } from '../model/address-book.ts'
import type { Office, Person } from '../model/office.ts'
import type { Day } from '../model/response.ts'

/** Without what stands before and after a name: "Rt Hon Jo Reed MP" and "Jo Reed OBE" are Jo Reed. */
export function bareName(name: string): string {
  return name
    .replace(/^(?:the\s+)?(?:rt\.?|right)\s+hon(?:\.|ourable)?\s+/i, '')
    .replace(/^(?:(?:sir|dame|lord|lady|dr|mr|mrs|ms|miss)\.?\s+)+/i, '')
    .replace(/(?:,?\s+[A-Z]{2,}[a-z]?)+$/, '')
    .trim()
}

/** Who was in a post on a day; of those without days, always. */
export function peopleInPost({ people }: Office, post: Person['post'], day: Day): Person[] {
  return people.filter(person => person.post === post && isWithin(person, day))
}

/** Whether somebody of that name held the post on that day, by any entry. */
export function isInPost(
  office: Office,
  { post, name }: Pick<Person, 'post' | 'name'>,
  day: Day,
): boolean {
  const bare = bareName(name).toLowerCase()
  return peopleInPost(office, post, day).some(one => bareName(one.name).toLowerCase() === bare)
}
