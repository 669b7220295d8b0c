import { NAMES } from '../model/item-names.ts'
import type { Item, ItemKind, Section } from '../model/response.ts'
import { listWords } from '../model/validate/did-you-mean.ts'
import type { Path } from '../problem.ts'

const WORDS = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ')

/** "one recommendation", "13 areas for improvement". */
export function countItems(count: number, kind: ItemKind): string {
  return `${inWords(count)} ${NAMES[kind][count === 1 ? 0 : 1]}`
}

/** One to twelve in words. */
export function inWords(count: number): string {
  return WORDS[count] ?? String(count)
}

/** "recommendation 12", which is the report's number, or "recommendation 3 of 7", which is its place. */
export function nameItem(item: Item): string {
  const [name] = NAMES[item.kind]
  if (item.number !== undefined) return `${name} ${item.number}`
  const { index, of } = item.position_in_group
  return of === 1 ? `the ${name}` : `${name} ${index} of ${of}`
}

/** "recommendations 2, 3 and 7 of 7", "two areas for improvement" where they are of several groups. */
export function nameItems(items: readonly Item[]): string {
  const [first] = items
  if (first === undefined) return 'no item'
  if (items.length === 1) return nameItem(first)
  const of = first.position_in_group.of
  const isOneGroup = items.every(
    item => item.number === undefined && item.position_in_group.of === of && isBeside(item, first),
  )
  if (!isOneGroup) return countItems(items.length, first.kind)
  if (items.length === of) return `the ${countItems(of, first.kind)}`
  const numbers = items.map(item => String(item.position_in_group.index))
  return `${NAMES[first.kind][1]} ${listWords(numbers, 'and')} of ${of}`
}

/** "Investigating crime" of the section that an item stands in, in quotation marks after "in". */
export function inSection(section: Section): string {
  return ` in "${section.title.value}"`
}

function isBeside(one: Item, other: Item): boolean {
  return listOf(one.at) === listOf(other.at)
}

/** All keys but the last, which is the item's place in its list. */
function listOf(path: Path): string {
  return JSON.stringify(path.slice(0, -1))
}
