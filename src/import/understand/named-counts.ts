import { namedNumbersIn } from '../../model/named-counts.ts'
import type { FoundSection, NamedCount } from '../found-report.ts'
import { foundItems } from '../found-report.ts'
import { sentencesOf } from './formulae.ts'
import { wordsOf } from './find-sections.ts'
import type { Paragraph } from './paragraph.ts'

/** What the report's own prose says of how many items it has. */
export function readNamedCounts(paragraphs: readonly Paragraph[]): NamedCount[] {
  const counts: NamedCount[] = []
  let section: string | undefined
  for (const paragraph of paragraphs) {
    if (paragraph.kind === 'heading') section = paragraph.words
    if (
      paragraph.kind === 'cell' ||
      !/recommendation|improvement|concern|AFI/i.test(paragraph.words)
    )
      continue
    for (const words of sentencesOf(paragraph.words))
      for (const { kind, count } of isOfThisReport(words)
        ? namedNumbersIn(withoutParts(words))
        : [])
        counts.push({
          ...wordsOf(paragraph),
          words,
          kind,
          count,
          ...(section !== undefined && { section }),
        })
  }
  return counts
}

/** "five recommendations, three of which are for chief constables" */
const withoutParts = (words: string): string =>
  words
    .replace(/,? (?:and )?\w+ of (?:which|them|these)\b[^,.;]*/gi, '')
    .replace(/\babout which\b/gi, 'and')
    .replace(/\b(?:about|regarding|relating to) [^,.;:]{3,80} (?=ha[ds]\b)/gi, '')

/** It is the report that makes them. */
const SAYS =
  /\b(?:we|this report|the report|our report|our inspection|inspectors|there (?:is|are)|our|(?:it|which) ha[ds])\b/i

/** "Of the 22 recommendations made during that inspection, we found …" */
const OF_ANOTHER = /\b(?:that|those) (?:previous |earlier )?(?:inspections?|reports?|visits?)\b/i
const isOfThisReport = (words: string): boolean => SAYS.test(words) && !OF_ANOTHER.test(words)

/** How many of a kind were found in all, and in each section. */
export function countFound(
  sections: readonly FoundSection[],
  kind: NamedCount['kind'],
): Set<number> {
  const count = (some: readonly FoundSection[]) =>
    [...foundItems(some)].filter(item => item.kind === kind).length
  const each = (some: readonly FoundSection[]): number[] =>
    some.flatMap(section => [count([section]), ...each(section.sections)])
  // "Two recommendations" may be two lists of them.
  const leads = new Set([...foundItems(sections)].flatMap(({ lead }) => lead ?? []))
  return new Set([
    count(sections),
    ...each(sections),
    ...(kind === 'recommendation' ? [leads.size] : []),
  ])
}
