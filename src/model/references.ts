import type { Path } from '../problem.ts'
import type { ReadingContext } from './reading-context.ts'
import type { Item } from './response.ts'
import { didYouMean } from './validate/did-you-mean.ts'

/** The letter that stands for a kind before the report's number: R10. */
export const LETTERS: Record<Item['kind'], string> = {
  cause_of_concern: 'C',
  recommendation: 'R',
  area_for_improvement: 'A',
  observation: 'O',
  practice: 'P',
}

/** The items by all that they may be referred to by: id, `R10`, or `10` where one item alone has it. */
export class References {
  readonly #byName = new Map<string, Item[]>()

  constructor(
    items: Iterable<Item>,
    readonly context: ReadingContext,
  ) {
    for (const item of items) {
      const number = item.number
      const names = [item.id, ...(number ? [`${LETTERS[item.kind]}${number}`, number] : [])]
      for (const name of new Set(names.map(bare))) {
        const known = this.#byName.get(name)
        if (known) known.push(item)
        else this.#byName.set(name, [item])
      }
    }
  }

  knows(reference: string): boolean {
    return this.#byName.has(bare(reference))
  }

  /** The item that a reference names; what names none or several is told. `others`: words that may be meant. */
  resolve(reference: string, at: Path, others: readonly string[] = []): Item | undefined {
    const found = this.#byName.get(bare(reference)) ?? []
    if (found.length === 1) return found[0]
    const { refuse, place } = this.context
    if (found.length > 1) {
      refuse(
        at,
        'reference',
        `Unexpected reference ${reference}, which is both ${found[0]!.id} and ${found[1]!.id}, expected one that is unique`,
        {
          hint: "Write the kind's letter before the number (R10, A2, C1), or an id",
          related: found.slice(0, 2).map(item => ({
            place: place([...item.at, item.kind], 'key'),
            label: `${item.kind.replace(/_/g, ' ')}${item.number ? ` ${item.number}` : ''}, ${item.id}`,
          })),
        },
      )
      return undefined
    }
    const other = didYouMean(reference, others)
    const meant = other ?? this.#nearest(reference)
    refuse(
      at,
      'reference',
      `Unexpected reference ${reference}, expected an item's id, or its letter and number: R10`,
      {
        hint: meant
          ? `Did you mean ${meant}?`
          : 'An item is referred to by the number that the report prints, given as its `number`, or by an `id`',
      },
    )
    // It is told, and answers what was meant: nothing is missing there because of a slip.
    const [item, second] = (!other && meant && this.#byName.get(bare(meant))) || []
    return second ? undefined : item
  }

  #nearest(reference: string): string | undefined {
    // "Recommendation 12", as the letter calls it.
    const [, kind, number] = /^\s*([a-z][a-z ]*?)s?[ .]*(\d+)\s*$/i.exec(reference) ?? []
    if (kind !== undefined) {
      const short = `${kind[0]!.toUpperCase()}${number}`
      if (this.#byName.get(bare(short))?.length === 1) return short
    }
    const items = [...this.#byName.values()].flat()
    const names = items.flatMap(({ id, kind, number }) =>
      number ? [id, `${LETTERS[kind]}${number}`] : [id],
    )
    return didYouMean(reference, names)
  }
}

const bare = (name: string): string => name.trim().toLowerCase()
