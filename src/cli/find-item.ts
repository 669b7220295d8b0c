import { inSection, nameItem } from '../check/names.ts'
import { ItemNames, LETTERS } from '../model/references.ts'
import { entriesOf, type Entry, type InspectionResponse, type Item } from '../model/response.ts'
import { listWords } from '../model/validate/did-you-mean.ts'
import type { Complaint } from './io.ts'

/** The item that somebody names as `answers` does, or as the letter: "Recommendation 12". */
export function findItem({ name, sections }: InspectionResponse, typed: string): Entry | Complaint {
  const entries = entriesOf(sections)
  const names = new ItemNames(entries.map(({ item }) => item))
  const found = names.named(names.called(typed) ?? typed)
  const [item, second] = found
  if (item && !second) return entries.find(entry => entry.item === item)!
  if (item && second)
    return {
      message: `Unexpected item ${typed}, which is ${listWords(found.map(nameOf), 'and')}, expected one that is unique`,
      hint: `Write ${listWords(found.map(referenceOf))}.`,
    }
  const meant = names.nearest(typed)
  return {
    message: `Unexpected item ${typed}, expected an id, or a letter and number: R10`,
    hint:
      meant === undefined
        ? `s55 status ${name} lists its items, and what each is called.`
        : `Did you mean ${meant}, ${sayItem(entries.find(({ item }) => item === names.named(meant)[0])!)}?`,
  }
}

/** `recommendation 3 of 7 in "Custody"` */
export const sayItem = ({ item, section }: Entry): string => nameItem(item) + inSection(section)

const nameOf = ({ id, kind, number }: Item): string =>
  `${kind.replaceAll('_', ' ')}${number === undefined ? '' : ` ${number}`} (${id})`

/** The kind's letter and the number, where they say which; else the id. */
const referenceOf = ({ id, kind, number }: Item, _index: number, all: readonly Item[]): string => {
  const isUnique = all.filter(item => item.kind === kind).length === 1
  return number !== undefined && isUnique ? `${LETTERS[kind]}${number}` : id
}
