import { sectionsOf } from '../model/response.ts'
import type { Item, Section } from '../model/response.ts'

/** Where an item stands: what its label alone does not say to a reader who is elsewhere. */
export type Place = { section: string; cause?: Item }

/** What tells the items of a response apart, away from where they stand. */
export type ItemNames = {
  placeOf: (item: Item) => Place | undefined
  /** The report's number says which item is meant: no other of its kind has it. */
  isNumbered: (item: Item) => boolean
}

export function nameItems(sections: readonly Section[]): ItemNames {
  const places = new Map<Item, Place>()
  const numbers = new Map<string, number>()
  const titles = counted([...sectionsOf(sections)].map(({ title }) => title.value))
  const keyOf = ({ kind, number }: Item): string => `${kind} ${number}`
  const add = (item: Item, place: Place): void => {
    places.set(item, place)
    numbers.set(keyOf(item), (numbers.get(keyOf(item)) ?? 0) + 1)
  }
  const visit = ({ title, items, sections }: Section, parent?: string): void => {
    const isUnique = titles.get(title.value) === 1 || parent === undefined
    const section = isUnique ? title.value : `${parent}: ${title.value}`
    const own = items.filter(item => item.kind !== 'answers')
    // "Recommendation 1 of 3" counts within its cause of concern.
    const groups = own.filter(item => item.recommendations.length > 0).length
    const isSole = groups === 1 && own.every(item => item.kind !== 'recommendation')
    for (const item of own) {
      add(item, { section })
      for (const recommendation of item.recommendations)
        add(recommendation, { section, ...(!isSole && { cause: item }) })
    }
    for (const inner of sections) visit(inner, title.value)
  }
  for (const section of sections) visit(section)
  return {
    placeOf: item => places.get(item),
    isNumbered: item => item.number !== undefined && numbers.get(keyOf(item)) === 1,
  }
}

function counted(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}
