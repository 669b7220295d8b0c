import type { Doubt, FoundReport, FoundSection, NamedCount, Passed } from '../found-report.ts'
import type { ItemKind } from '../../model/response.ts'
import { foundItems } from '../found-report.ts'
import { NAMES } from '../../model/item-names.ts'
import { findSections, wordsOf } from './find-sections.ts'
import { readItemNumber } from './formulae.ts'
import { readGradeTables, type TableGrade } from './grade-table.ts'
import { countFound, readNamedCounts } from './named-counts.ts'
import { outlineOf } from './outline.ts'
import { paragraphsOf, type Copy, type Paragraph } from './paragraph.ts'
import { findTitle, kindOf, readHead } from './read-head.ts'
import { dropRepeats, mergeSections } from './repeats.ts'

/** What the saved files of one report say, in their order. */
export function understandReport(copies: readonly Copy[]): FoundReport {
  const paragraphs = paragraphsOf(copies)
  const title = findTitle(paragraphs)
  const own = title === undefined ? undefined : kindOf(title, paragraphs)
  const {
    sections: found,
    passed,
    doubts,
  } = findSections(outlineOf(paragraphs, title), title ?? '', own)
  addTableGrades(found, readGradeTables(paragraphs), doubts)
  const sections = dropRepeats(mergeSections(found, doubts))
  const counts = withScopes(readNamedCounts(paragraphs), sections)
  for (const doubt of [...missingNumbers(sections), ...withoutRecommendations(sections)])
    doubts.push(doubt)
  // A letter of a revisit counts what an earlier report raised.
  const counted = new Map<ItemKind, Set<number>>()
  for (const named of own === 'revisit' ? [] : counts) {
    const found = counted.get(named.kind) ?? countFound(sections, named.kind)
    counted.set(named.kind, found)
    const most = largest(found)
    if (most < named.count)
      doubts.push({
        ...named,
        message: `Unexpected ${most} ${NAMES[named.kind][most === 1 ? 0 : 1]}, expected ${named.count} as the report says`,
        hint: 'Look through what was found, and type by hand what is missing.',
      })
  }
  const kind = own ?? (isNational(sections) ? 'thematic' : undefined)
  return {
    ...readHead(paragraphs, sections, {
      ...(title !== undefined && { title }),
      ...(kind && { kind }),
    }),
    sections,
    counts,
    passed: inOrder([...passed, ...numberedAlike(paragraphs, sections, passed)], copies),
    doubts,
  }
}

/** Whatever heading it stands under, a number that is that of all items is the report's. */
function withScopes(
  counts: readonly NamedCount[],
  sections: readonly FoundSection[],
): NamedCount[] {
  const all = new Map<ItemKind, number>()
  for (const { kind } of foundItems(sections)) all.set(kind, (all.get(kind) ?? 0) + 1)
  return counts.map(named => {
    if (named.count !== all.get(named.kind)) return named
    const whole = { ...named }
    delete whole.section
    return whole
  })
}

const largest = (numbers: Iterable<number>): number => {
  let most = 0
  for (const number of numbers) most = Math.max(most, number)
  return most
}

/** It asks all forces, or others, and not one. */
const isNational = (sections: readonly FoundSection[]): boolean =>
  [...foundItems(sections)].some(item =>
    item.for?.some(name => /^chief (?:constables|officers)\b|^(?:police )?forces\b/i.test(name)),
  )

/** An area that only the table grades is a section as well; one that has a grade keeps it. */
function addTableGrades(
  sections: FoundSection[],
  grades: readonly TableGrade[],
  doubts: Doubt[],
): void {
  const graded = sections.filter(({ grade }) => grade !== undefined).length
  for (const { area, grade } of grades) {
    const { words, place, page } = area
    const here = { place, ...(page !== undefined && { page }) }
    const section = sections.find(({ title }) => title !== undefined && isOneArea(title, words))
    // The table shortens the names of areas, and has one for each.
    if (!section && graded < grades.length)
      sections.push({ title: words, grade, ...here, items: [], sections: [] })
    if (section && section.grade === undefined) section.grade = grade
    if (section && section.grade !== grade)
      doubts.push({
        words,
        ...here,
        message: `Unexpected grade ${grade} in the table, expected ${section.grade} as below the heading`,
        hint: 'See in the report which of the two it is, and set it by hand.',
      })
  }
}

const isOneArea = (one: string, other: string): boolean => {
  const [a, b] = [one, other].map(words =>
    words
      .toLowerCase()
      .replace(/[^a-z]+/g, ' ')
      .trim(),
  )
  return a === b || a!.startsWith(`${b} `) || b!.startsWith(`${a} `)
}

/** Recommendations that are numbered from 1 and of which one is not there. */
function missingNumbers(sections: readonly FoundSection[]): Doubt[] {
  const numbered = [...foundItems(sections)].filter(
    ({ kind, number }) => kind === 'recommendation' && /^\d+$/.test(number ?? ''),
  )
  const numbers = new Set(numbered.map(({ number }) => Number(number)))
  const last = largest(numbers)
  return Array.from({ length: last }, (_, index) => index + 1)
    .filter(number => !numbers.has(number))
    .map(number => {
      const next = numbered.find(one => Number(one.number) > number)!
      return {
        words: `Recommendation ${number}`,
        place: next.place,
        ...(next.page !== undefined && { page: next.page }),
        message: `Missing recommendation ${number}, expected it before recommendation ${next.number}`,
        hint: 'Look for it in the report, and type it by hand.',
      }
    })
}

/** As they stand in the saved files. */
function inOrder(passed: readonly Passed[], copies: readonly Copy[]): Passed[] {
  const files = new Map(copies.map(({ path }, index) => [path, index]))
  const fileOf = ({ place }: Passed) => files.get(place.file) ?? copies.length
  return passed.toSorted((a, b) => fileOf(a) - fileOf(b) || a.place.start.line - b.place.start.line)
}

/** Numbered as most of the items beside it ("6.1", where 6.2 to 6.5 are items), and not taken. */
function numberedAlike(
  paragraphs: readonly Paragraph[],
  sections: readonly FoundSection[],
  passed: readonly Passed[],
): Passed[] {
  const taken = new Set([...foundItems(sections)].map(({ number }) => number))
  const told = new Set(passed.map(({ place }) => place))
  const series = new Map<string, { items: number; others: Paragraph[] }>()
  for (const paragraph of paragraphs) {
    const number = readItemNumber(paragraph.words)?.number
    if (number === undefined) continue
    const name = number.replace(/\d+$/, '')
    const one = series.get(name) ?? { items: 0, others: [] }
    series.set(name, one)
    if (taken.has(number)) one.items++
    else one.others.push(paragraph)
  }
  return [...series.values()]
    .filter(({ items, others }) => items > others.length)
    .flatMap(({ others }) => others.filter(({ place }) => !told.has(place)))
    .map(one => ({ ...wordsOf(one), why: 'a paragraph that is numbered as the items beside it' }))
}

/** A cause of concern always has one or more. */
const withoutRecommendations = (sections: readonly FoundSection[]): Doubt[] =>
  [...foundItems(sections)]
    .filter(
      ({ kind, recommendations }) => kind === 'cause_of_concern' && recommendations.length === 0,
    )
    .map(({ place, page }) => ({
      words: 'Cause of concern',
      place,
      ...(page !== undefined && { page }),
      message: 'Missing recommendations of this cause of concern, expected one at least',
      hint: 'Look for them in the report, and type them by hand.',
    }))
