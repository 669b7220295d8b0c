import { distance } from 'fastest-levenshtein'
import { entriesOf, type InspectionResponse } from '../../model/response.ts'
import { inSection, nameItem } from '../names.ts'
import type { Rule } from '../rule.ts'

const USUAL = [
  'chief constables',
  'chief constable',
  'chief officers',
  'forces',
  'police forces',
  'police and crime commissioner',
  'police and crime commissioners',
  'local policing bodies',
]

export const unclearAddressee: Rule = {
  id: 'unclear-addressee',
  severity: 'warning',
  title: 'Whom an item is addressed to is written as it is known',
  source: 'Practice: by a slip in `for`, no answer to the item would be due',
  *check(context) {
    const known = knownAddressees(context)
    for (const { item, section } of entriesOf(context.sections)) {
      for (const [index, name] of (item.for ?? []).entries()) {
        const meant = addresseeMeant(name, known)
        if (meant === undefined) continue
        yield {
          at: [...item.at, 'for', index],
          item: item.id,
          message: `Unexpected "${name}" in \`for\` of ${nameItem(item)}${inSection(section)}, expected ${meant}`,
          hint: 'Whether an answer is due is read from these names.',
        }
      }
    }
  },
}

export const knownAddressees = ({
  office: { force, body },
  chief_officer,
}: Pick<InspectionResponse, 'office' | 'chief_officer'>): string[] =>
  [...USUAL, force, chief_officer.title, body.title, body.short].map(fold)

/** Whom a name that is not known is probably meant for. Short forms are near to too many words. */
export function addresseeMeant(name: string, known: readonly string[]): string | undefined {
  const typed = fold(name)
  if (known.includes(typed)) return undefined
  const [first] = known
    .filter(name => name.length > 5 && distance(name, typed) <= 2)
    .sort((one, other) => distance(one, typed) - distance(other, typed))
  return first
}

const fold = (name: string): string => name.trim().toLowerCase().replace(/^the /, '')
