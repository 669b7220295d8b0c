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

/** What of an item it is referred to by. */
type Named = Pick<Item, 'id' | 'kind'> & { number?: string }

/** Items by all that they may be referred to by: id, `R10`, or `10` where one item alone has it. */
export class ItemNames<T extends Named> {
  readonly #byName = new Map<string, T[]>()

  constructor(items: Iterable<T>) {
    for (const item of items) {
      const { id, kind, number } = item
      const names = [id, ...(number ? [`${LETTERS[kind]}${number}`, number] : [])]
      for (const name of new Set(names.map(bare))) {
        const known = this.#byName.get(name)
        if (known) known.push(item)
        else this.#byName.set(name, [item])
      }
    }
  }

  /** Several, where the reference does not say which. */
  named(reference: string): readonly T[] {
    return this.#byName.get(bare(reference)) ?? []
  }

  /** "Recommendation 12", as the letter calls it: R12, where there is one. */
  called(reference: string): string | undefined {
    const [, kind, number] = /^\s*([a-z][a-z ]*?)s?[ .]*(\d+)\s*$/i.exec(reference) ?? []
    if (kind === undefined) return undefined
    const short = `${kind[0]!.toUpperCase()}${number}`
    return this.named(short).length === 1 ? short : undefined
  }

  nearest(reference: string): string | undefined {
    const names = [...this.#byName.values()]
      .flat()
      .flatMap(({ id, kind, number }) => (number ? [id, `${LETTERS[kind]}${number}`] : [id]))
    return this.called(reference) ?? didYouMean(reference, names)
  }
}

/** The items of a response, as the texts in it refer to them. */
export class References {
  readonly #names: ItemNames<Item>

  constructor(
    items: Iterable<Item>,
    readonly context: ReadingContext,
  ) {
    this.#names = new ItemNames(items)
  }

  knows(reference: string): boolean {
    return this.#names.named(reference).length > 0
  }

  /** The item that a reference names; what names none or several is told. `others`: words that may be meant. */
  resolve(reference: string, at: Path, others: readonly string[] = []): Item | undefined {
    const found = this.#names.named(reference)
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
    const meant = other ?? this.#names.nearest(reference)
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
    const [item, second] = (!other && meant && this.#names.named(meant)) || []
    return second ? undefined : item
  }
}

const bare = (name: string): string => name.trim().toLowerCase()
