import type { ItemKind } from '../../model/response.ts'

/** A cell without words of anybody's. */
const NOTHING =
  /^(?:n\/?\s?a\.?|nil|none|null|blank|tb[acd]|to be (?:confirmed|advised|determined|decided)|to follow|awaited|[-–—.?_/]+|#(?:n\/a|ref!|value!|name\?|div\/0!|num!|null!))$/i
export const isPlaceholder = (words: string): boolean => words.length < 40 && NOTHING.test(words)

const kinds: [ItemKind, RegExp][] = [
  ['cause_of_concern', /^(?:accelerated )?(?:causes? of concern|coc|cofc|aco?c)s?$/],
  ['area_for_improvement', /^(?:areas? for improvement|afi)s?$/],
  ['recommendation', /^(?:(?:national|force|thematic|hmicfrs) )?(?:recommendation|rec)s?$/],
  ['observation', /^(?:observation|shortcoming)s?$/],
  [
    'practice',
    /^(?:(?:promising|innovative|good|notable|positive)(?: (?:and|or) (?:promising|innovative))? practices?|practices?|pp|ip)$/,
  ],
]

const plain = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ')
    .trim()

/** "AFI", "Area for Improvement (AFI)", "Recs". */
export function readKind(words: string): ItemKind | undefined {
  if (words.length > 60) return undefined
  const said = plain(words.replace(/\([^()]*\)/g, ' '))
  return kinds.find(([, pattern]) => pattern.test(said))?.[0]
}

/** A number of the report, with what its letters say: "AFI 3", "CoC 1.2", "R10". */
export type Numbered = {
  kind?: ItemKind
  number: string
  /** Of the cause of concern that it stands below. */
  cause?: string
}

const letters: Record<string, ItemKind> = {
  recommendation: 'recommendation',
  rec: 'recommendation',
  r: 'recommendation',
  afi: 'area_for_improvement',
  'area for improvement': 'area_for_improvement',
  coc: 'cause_of_concern',
  'cause of concern': 'cause_of_concern',
}

export function readNumber(words: string): Numbered {
  const [, before = '', whole = '', figure = ''] =
    /^(recommendation|rec|r|afi|area for improvement|coc|cause of concern)[\s.#:_-]{0,3}(?:no\.? ?)?((\d{1,4})(?:[.\-/](?=\d)(?:\d{1,3})|[a-z])?)$/i.exec(
      words.replace(/\s+/g, ' ').slice(0, 60),
    ) ?? []
  const kind = letters[before.toLowerCase()]
  if (kind === undefined) return { number: words }
  // What stands below a cause of concern is one of its recommendations.
  if (kind === 'cause_of_concern' && whole !== figure)
    return { kind: 'recommendation', number: whole, cause: figure }
  return { kind, number: whole }
}
