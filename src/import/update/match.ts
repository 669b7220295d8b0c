import { foundItems, type FoundItem, type FoundSection } from '../found-report.ts'
import { giveIds } from '../write/give-ids.ts'
import { printedWords } from '../printed-words.ts'
import { oneLine } from '../../edit/yaml-value.ts'
import { bagOf, BagIndex, coverage, likeness, type Bag } from '../../model/likeness.ts'
import {
  scalarIn,
  typedItems,
  typedSections,
  type TypedItem,
  type TypedSection,
  type TypedTree,
} from './typed-tree.ts'

/** Texts are of one item from here on. */
const LIKE = 0.6
/** With the same number, or in the same place, less is enough. */
const SOMEWHAT_LIKE = 0.3
/** Of a kind that the office has decided otherwise. */
const VERY_LIKE = 0.85
/** So much of a text stands in another that it is one of its parts. */
const HELD = 0.85

export type Matches = {
  itemOf: ReadonlyMap<FoundItem, TypedItem>
  foundOf: ReadonlyMap<TypedItem, FoundItem>
  /** Items of the report whose words stand in one, or in several, that the office made of them. */
  held: ReadonlyMap<FoundItem, TypedItem>
  /** What the office made so: it is in the report, and has no item of it alone. */
  holders: ReadonlySet<TypedItem>
  sectionOf: ReadonlyMap<FoundSection, TypedSection>
  /** Found by its own title, question or id, and not by the items in it alone. */
  isNamed: (section: FoundSection) => boolean
  foundSectionOf: (item: FoundItem) => FoundSection | undefined
}

export function matchReport(sections: readonly FoundSection[], tree: TypedTree): Matches {
  const sectionOf = new Map<FoundSection, TypedSection>()
  const ids = giveIds(sections)
  const typedAll = [...typedSections(tree.sections)]
  const taken = new Set<TypedSection>()
  matchSections(sections, tree.sections, ids.of, sectionOf, taken)
  for (const section of allSections(sections)) {
    if (sectionOf.has(section)) continue
    const same = typedAll.find(one => !taken.has(one) && isSameName(section, one))
    if (!same) continue
    sectionOf.set(section, same)
    taken.add(same)
  }
  const named = new Set(sectionOf.keys())
  const homes = new Map<FoundItem, FoundSection>()
  for (const section of allSections(sections))
    for (const item of section.items)
      for (const one of [item, ...item.recommendations]) homes.set(one, section)
  const items = matchItems([...foundItems(sections)], [...typedItems(tree.sections)], {
    idOf: ids.of,
    isSameSection: (found, typed) => sectionOf.get(homes.get(found)!) === typed.section,
  })
  matchByItems(sections, items.itemOf, sectionOf)
  return {
    ...items,
    sectionOf,
    isNamed: section => named.has(section),
    foundSectionOf: item => homes.get(item),
  }
}

export function* allSections(sections: readonly FoundSection[]): Generator<FoundSection> {
  for (const section of sections) {
    yield section
    yield* allSections(section.sections)
  }
}

const bare = (name: string): string => bagOf(name).key

function isSameName({ title, question }: FoundSection, { names }: TypedSection): boolean {
  const own = [title, question].filter(name => name !== undefined).map(bare)
  return names.some(name => own.includes(bare(name)))
}

/** Sections compared with each other: a report with more of them is compared by their names alone. */
const SECTIONS_COMPARED = 200

/** Those within the same one, by their names, then by their ids, then by how like their names are. */
function matchSections(
  found: readonly FoundSection[],
  typed: readonly TypedSection[],
  idOf: (section: FoundSection) => string,
  sectionOf: Map<FoundSection, TypedSection>,
  taken: Set<TypedSection>,
): void {
  const pass = (isSame: (one: FoundSection, other: TypedSection) => boolean) => {
    for (const one of found) {
      if (sectionOf.has(one)) continue
      const other = typed.find(candidate => !taken.has(candidate) && isSame(one, candidate))
      if (!other) continue
      sectionOf.set(one, other)
      taken.add(other)
    }
  }
  pass(isSameName)
  if (found.length <= SECTIONS_COMPARED && typed.length <= SECTIONS_COMPARED) {
    pass((one, other) => likenessOfNames(one, other) >= LIKE)
    pass(
      (one, other) =>
        scalarIn(other.map, 'id')?.value.trim() === idOf(one) &&
        likenessOfNames(one, other) >= SOMEWHAT_LIKE,
    )
  }
  for (const one of found) {
    const other = sectionOf.get(one)
    if (other) matchSections(one.sections, other.sections, idOf, sectionOf, taken)
  }
}

export function likenessOfNames(
  { title, question }: FoundSection,
  { names }: TypedSection,
): number {
  const own = [title, question].filter(name => name !== undefined).map(bagOf)
  const typed = names.map(bagOf)
  return Math.max(0, ...own.flatMap(one => typed.map(other => likeness(one, other))))
}

/** A section that the office has called otherwise, or laid together with another: where most of its items are. */
function matchByItems(
  sections: readonly FoundSection[],
  itemOf: Matches['itemOf'],
  sectionOf: Map<FoundSection, TypedSection>,
): void {
  for (const section of allSections(sections)) {
    if (sectionOf.has(section)) continue
    const counts = new Map<TypedSection, number>()
    for (const item of section.items) {
      const home = itemOf.get(item)?.section
      if (home) counts.set(home, (counts.get(home) ?? 0) + 1)
    }
    const [most] = [...counts].sort(([, one], [, other]) => other - one)
    if (most && most[1] * 2 > section.items.length) sectionOf.set(section, most[0])
  }
}

type Pair = { found: number; typed: number; score: number }
type ItemOptions = {
  idOf: (item: FoundItem) => string
  isSameSection: (found: FoundItem, typed: TypedItem) => boolean
}

function matchItems(
  found: readonly FoundItem[],
  typed: readonly TypedItem[],
  { idOf, isSameSection }: ItemOptions,
): Pick<Matches, 'itemOf' | 'foundOf' | 'held' | 'holders'> {
  const bags = found.map(item => bagOf(`${item.title ?? ''} ${printedWords(item.words)}`))
  const typedBags = typed.map(({ words }) => bagOf(words))
  const index = new BagIndex(typedBags)
  const byId = groupBy(typed, ({ id }) => id)
  const byNumber = groupBy(typed, ({ kind, number }) => number && `${kind} ${numberKey(number)}`)
  const byWords = groupBy(typed, (_item, at) => typedBags[at]!.key || undefined)
  const numbersFound = groupBy(
    found,
    ({ kind, number }) => number && `${kind} ${numberKey(number)}`,
  )
  const byRef = groupBy(typed, ({ map }) => scalarIn(map, 'inspectorate_ref')?.value.trim())

  const pairs: Pair[] = []
  const candidates = found.map((item, at) => {
    const own = item.answers?.id === undefined ? undefined : oneLine(item.answers.id)
    const number = item.number && `${item.kind} ${numberKey(item.number)}`
    const isOne = number && numbersFound.get(number)?.length === 1
    const numbered = isOne && byNumber.get(number)?.length === 1 ? byNumber.get(number)! : []
    const bag = bags[at]!
    const all = new Set([
      ...index.like(bag),
      ...(byId.get(own ?? idOf(item)) ?? []),
      ...numbered,
      ...(byWords.get(bag.key) ?? []).slice(0, 64),
      ...((item.inspectorate_ref && byRef.get(item.inspectorate_ref)) || []),
    ])
    for (const other of all) {
      const one = typed[other]!
      const like = likeness(bag, typedBags[other]!)
      const isById =
        (own !== undefined && own === one.id) ||
        (item.inspectorate_ref !== undefined &&
          scalarIn(one.map, 'inspectorate_ref')?.value.trim() === item.inspectorate_ref)
      const isByNumber = numbered.includes(other)
      const isByPlace = idOf(item) === one.id
      const least = isByNumber || isByPlace ? SOMEWHAT_LIKE : LIKE
      if (!isById && like < (item.kind === one.kind ? least : VERY_LIKE)) continue
      const score =
        (isById ? 10 : 0) +
        like +
        (like === 1 ? 0.5 : 0) +
        (isByNumber ? 0.3 : 0) +
        (isSameSection(item, one) ? 0.1 : 0) +
        (isByPlace ? 0.05 : 0) -
        (item.kind === one.kind ? 0 : 0.4)
      pairs.push({ found: at, typed: other, score })
    }
    return all
  })
  const apart = findHeld(found, typed, bags, typedBags, candidates)
  const itemOf = new Map<FoundItem, TypedItem>()
  const foundOf = new Map<TypedItem, FoundItem>()
  // Of pairs that are as good as each other, the first of the report and the first of the response.
  pairs.sort((a, b) => b.score - a.score || a.found - b.found || a.typed - b.typed)
  for (const pair of pairs) {
    const [one, other] = [found[pair.found]!, typed[pair.typed]!]
    const isTaken = itemOf.has(one) || foundOf.has(other)
    if (isTaken || (pair.score < 10 && (apart.held.has(one) || apart.holders.has(other)))) continue
    itemOf.set(one, other)
    foundOf.set(other, one)
  }
  for (const one of itemOf.keys()) apart.held.delete(one)
  for (const one of foundOf.keys()) apart.holders.delete(one)
  holdTheRest({ itemOf, foundOf }, apart, { found, typed, bags, typedBags, candidates })
  return { itemOf, foundOf, ...apart }
}

const numberKey = (number: string): string =>
  number
    .trim()
    .toLowerCase()
    .replace(/^[^\d]*(?=\d)/, '')

function groupBy<T>(
  all: readonly T[],
  keyOf: (one: T, at: number) => string | undefined,
): Map<string, number[]> {
  const groups = new Map<string, number[]>()
  for (const [at, one] of all.entries()) {
    const key = keyOf(one, at)
    if (key === undefined || key === '') continue
    const group = groups.get(key)
    if (group) group.push(at)
    else groups.set(key, [at])
  }
  return groups
}

type Held = { held: Map<FoundItem, TypedItem>; holders: Set<TypedItem> }
type Compared = {
  found: readonly FoundItem[]
  typed: readonly TypedItem[]
  bags: readonly Bag[]
  typedBags: readonly Bag[]
  candidates: readonly ReadonlySet<number>[]
}

/** Two or more items of the report that the office typed as one, and one of the report that it typed as several. */
function findHeld(
  found: readonly FoundItem[],
  typed: readonly TypedItem[],
  bags: readonly Bag[],
  typedBags: readonly Bag[],
  candidates: readonly ReadonlySet<number>[],
): Held {
  const held: Held['held'] = new Map()
  const holders: Held['holders'] = new Set()
  const inTyped = new Map<number, number[]>()
  // What has the same words on both sides is one item, whatever else has some of them.
  const keys = new Set(bags.map(({ key }) => key))
  const typedKeys = new Set(typedBags.map(({ key }) => key))
  for (const [at, others] of candidates.entries()) {
    if (typedKeys.has(bags[at]!.key)) continue
    const parts: number[] = []
    for (const other of others) {
      const [one, two] = [bags[at]!, typedBags[other]!]
      if (keys.has(two.key) || likeness(one, two) >= 0.95) continue
      if (two.size > one.size && coverage(one, two) >= HELD)
        inTyped.set(other, [...(inTyped.get(other) ?? []), at])
      if (one.size > two.size && coverage(two, one) >= HELD) parts.push(other)
    }
    if (parts.length < 2 || sizeOf(parts, typedBags) < bags[at]!.size * 0.7) continue
    held.set(found[at]!, typed[parts[0]!]!)
    for (const part of parts) holders.add(typed[part]!)
  }
  for (const [other, parts] of inTyped) {
    if (parts.length < 2 || sizeOf(parts, bags) < typedBags[other]!.size * 0.5) continue
    holders.add(typed[other]!)
    for (const part of parts) held.set(found[part]!, typed[other]!)
  }
  return { held, holders }
}

const sizeOf = (parts: readonly number[], bags: readonly Bag[]): number =>
  parts.reduce((sum, part) => sum + bags[part]!.size, 0)

/** Words too few to be no chance. */
const FEW = 9

/** What is left over on either side and stands within something on the other is not new, and not gone. */
function holdTheRest(
  { itemOf, foundOf }: Pick<Matches, 'itemOf' | 'foundOf'>,
  { held, holders }: Held,
  { found, typed, bags, typedBags, candidates }: Compared,
): void {
  for (const [at, others] of candidates.entries())
    for (const other of others) {
      const [one, two] = [bags[at]!, typedBags[other]!]
      const [item, typedItem] = [found[at]!, typed[other]!]
      const isFoundLeft = !itemOf.has(item) && !held.has(item)
      if (isFoundLeft && one.size >= FEW && coverage(one, two) >= HELD) {
        held.set(item, typedItem)
        if (!foundOf.has(typedItem)) holders.add(typedItem)
      }
      const isTypedLeft = !foundOf.has(typedItem) && !holders.has(typedItem)
      if (isTypedLeft && two.size >= FEW && coverage(two, one) >= HELD) holders.add(typedItem)
    }
}
