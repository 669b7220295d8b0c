import type { Doubt, FoundItem, FoundSection, Words } from '../found-report.ts'
import { printedWords } from '../printed-words.ts'

/** One section for each title and question, in the order in which the files first have them. */
export function mergeSections(sections: readonly FoundSection[], doubts: Doubt[]): FoundSection[] {
  const merged = new Map<string, FoundSection>()
  for (const section of sections) {
    const key = plain(`${section.title ?? ''} ${section.question ?? ''}`)
    const known = merged.get(key) ?? merged.get(plain(section.title ?? ''))
    if (!known) {
      merged.set(key, { ...section })
      continue
    }
    if (known.grade !== undefined && section.grade !== undefined && known.grade !== section.grade)
      doubts.push(twoGrades(known, section))
    known.grade ??= section.grade!
    known.question ??= section.question!
    for (const key of ['grade', 'question'] as const)
      if (known[key] === undefined) delete known[key]
    known.items = [...known.items, ...section.items]
    known.sections = [...known.sections, ...section.sections]
  }
  return [...merged.values()].map(section => ({
    ...section,
    sections: mergeSections(section.sections, doubts),
  }))
}

const twoGrades = ({ title, question, grade }: FoundSection, other: FoundSection): Doubt => ({
  words: title ?? question ?? '',
  place: other.place,
  ...(other.page !== undefined && { page: other.page }),
  message: `Unexpected second grade ${other.grade}, expected ${grade} as before`,
  hint: 'See in the report which of the two it is, and set it by hand.',
})

/** Every item once: where it stands under a heading of its own rather than in a list of all. */
export function dropRepeats(sections: readonly FoundSection[]): FoundSection[] {
  const all = [...entriesOf(sections, false)].map(one => ({ ...one, words: wordsOf(one.item) }))
  const isMany = all.length * all.reduce((sum, { words }) => sum + words.length, 0) > MANY
  const [known, byWords] = [[] as Known[], new Map<string, Known>()]
  for (const { item, words, isPlaced, isWithin } of all) {
    const key = `${item.kind} ${item.number ?? ''} ${words.join(' ')}`
    const before =
      byWords.get(key) ?? (isMany ? undefined : known.find(one => isSame(one, item, words)))
    if (!before) {
      const one = { item, words, isPlaced, isWithin }
      known.push(one)
      byWords.set(key, one)
      continue
    }
    const isBetter =
      (isPlaced && !before.isPlaced) ||
      (isWithin && !before.isWithin) ||
      words.length > before.words.length * 1.2
    const [kept, dropped] = isBetter ? [item, before.item] : [before.item, item]
    for (const place of placesOf(dropped)) kept.again.push(place)
    if (isBetter) Object.assign(before, { item, words, isPlaced, isWithin })
  }
  const kept = new Set(known.map(({ item }) => item))
  return sections.flatMap(section => keepOnly(section, kept))
}

type Known = Entry & { words: string[] }
type Entry = {
  item: FoundItem
  /** In a section that says what it is about. */
  isPlaced: boolean
  /** Below its cause of concern. */
  isWithin: boolean
}

function* entriesOf(sections: readonly FoundSection[], isWithin: boolean): Generator<Entry> {
  for (const section of sections) {
    const isPlaced = section.question !== undefined || !isListOfAll(section.title)
    for (const item of section.items) {
      yield { item, isPlaced, isWithin }
      for (const one of item.recommendations) yield { item: one, isPlaced, isWithin: true }
    }
    yield* entriesOf(section.sections, isWithin)
  }
}

/** The title of a section in which the items of all others are listed. */
const isListOfAll = (title = ''): boolean =>
  title === '' ||
  /\b(?:recommendations|areas for improvement|causes of concern|practice)\b/i.test(title)

/** Each item is compared with each; of more words than any report has, only equal ones are the same. */
const MANY = 50_000_000
const FEWEST_WORDS = 5

function isSame(one: Known, item: FoundItem, words: readonly string[]): boolean {
  if (one.item.kind !== item.kind) return false
  const isNumbered = one.item.number !== undefined && one.item.number === item.number
  if (one.item.number !== undefined && item.number !== undefined && !isNumbered) return false
  if (one.words.length < FEWEST_WORDS || words.length < FEWEST_WORDS)
    return one.words.join(' ') === words.join(' ')
  return likeness(one.words, words) >= (isNumbered ? 0.6 : 0.92)
}

/** So many words may stand between two of the other. */
const NEAR = 30

/** How many of the words of the shorter one the longer has in the same order, from 0 to 1; near enough for texts of one report. */
function likeness(one: readonly string[], other: readonly string[]): number {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  let [at, same] = [0, 0]
  for (const word of short) {
    let next = at
    while (next <= at + NEAR && long[next] !== word) next += 1
    if (next > at + NEAR) continue
    same += 1
    at = next + 1
  }
  return same / short.length
}

const placesOf = ({ place, page, again }: FoundItem): Words[] => [
  { words: '', place, ...(page !== undefined && { page }) },
  ...again,
]

function keepOnly(section: FoundSection, kept: ReadonlySet<FoundItem>): FoundSection[] {
  const items = section.items.flatMap(item => {
    if (!kept.has(item)) return []
    return [{ ...item, recommendations: item.recommendations.filter(one => kept.has(one)) }]
  })
  const sections = section.sections.flatMap(inner => keepOnly(inner, kept))
  const isKept = section.grade !== undefined || items.length > 0 || sections.length > 0
  return isKept ? [{ ...section, items, sections }] : []
}

const wordsOf = ({ title = '', words }: FoundItem): string[] =>
  plain(`${title} ${printedWords(words)}`)
    .split(' ')
    .filter(Boolean)

const plain = (words: string): string =>
  words
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’‘]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
