/** A list of the page. */
export type List = {
  isOrdered: boolean
  /** How its entries are counted: "1", "a", "i". */
  type: string
  next: number
  /** How deep it stands, from 1. */
  depth: number
}

export type Entry = {
  list: List | undefined
  /** "1.", as it is shown before its words. */
  mark: string | undefined
  hasWords: boolean
  /** It opens with a heading: the list is a way to lay out the page. */
  isLayout: boolean
}

/** `within`: the entry of another list, `outer`, that it stands in. */
export const makeList = (
  { isOrdered, type, next }: Pick<List, 'isOrdered' | 'type' | 'next'>,
  outer: List | undefined,
  within: Entry | undefined,
): List => {
  const above = outer?.depth ?? 0
  return { isOrdered, type, next, depth: within?.isLayout ? Math.max(1, above) : above + 1 }
}

/** The next entry of a list, with the number that it is shown with. */
export function addEntry(list: List | undefined, value: number | undefined): Entry {
  const entry: Entry = { list, mark: undefined, hasWords: false, isLayout: false }
  if (!list?.isOrdered) return entry
  const number = value ?? list.next
  list.next = number + 1
  return { ...entry, mark: `${countedAs(list.type, number)}.` }
}

function countedAs(type: string, number: number): string {
  if (number < 1 || number > 26) return `${number}`
  if (type.toLowerCase() === 'a') return String.fromCharCode(96 + number)
  return type.toLowerCase() === 'i' ? ROMAN[number - 1]! : `${number}`
}

const ROMAN =
  'i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx xxi xxii xxiii xxiv xxv xxvi'.split(
    ' ',
  )
