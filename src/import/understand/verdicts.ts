import type { FoundItem, FoundSection } from '../found-report.ts'
import { foundItems } from '../found-report.ts'

/** A sentence in which the inspectorate says where items of an earlier report stand. */
export type Verdict = {
  status: 'complete' | 'being progressed'
  /** Of recommendations that it names by number. */
  numbers: string[]
  /** "the third recommendation", from 1. */
  ordinal?: number
  /** "regarding responding to the public" */
  about?: string
  /** It speaks of all that the report is about. */
  isOfAll: boolean
}

const ITEM = '(?:accelerated )?(?:causes? of concern|recommendations?|areas? for improvement)'
const CLOSED = new RegExp(
  `\\b(?:clos(?:e|ed|ing)|discharg(?:e|ed|ing))\\b.{0,60}\\b${ITEM}|\\b${ITEM}\\b.{0,80}\\b(?:is|are|was|were|been|be) (?:now )?(?:closed|complete|completed|discharged|met|achieved)\\b`,
  'i',
)
const OPEN = new RegExp(
  `\\bremain(?:s|ed)? (?:an? |the |our )?(?:accelerated )?(?:cause of concern|area for improvement|open|outstanding|in place)|\\b${ITEM}\\b.{0,60}\\b(?:(?:remains?|stays?) (?:open|outstanding|in place)|being progressed|(?:is|are) still open)`,
  'i',
)
const NEGATED = /\b(?:not|cannot|unable|yet|before we can|until|if)\b/i

const ORDINALS = 'first second third fourth fifth sixth seventh eighth ninth tenth'.split(' ')

export function readVerdict(sentence: string): Verdict | undefined {
  const isOpen = OPEN.test(sentence)
  if (!isOpen && !CLOSED.test(sentence)) return undefined
  // "In December 2023, we closed …" tells of another letter, and of items that are closed all the same.
  const status = isOpen || NEGATED.test(sentence) ? 'being progressed' : 'complete'
  const named = /\brecommendations? (\d+(?:(?:, | and |, and )\d+)*)/i.exec(sentence)?.[1]
  const ordinal =
    ORDINALS.indexOf(/\bthe (\w+) recommendation\b/i.exec(sentence)?.[1]?.toLowerCase() ?? '') + 1
  const about =
    /\b(?:regarding|about|relating to|in relation to) (?:the force’s |its )?([^.,;]{3,90})/i.exec(
      sentence,
    )?.[1] ?? (isOpen ? /^([^.,;]{3,90}?) remain(?:s|ed)?\b/i.exec(sentence)?.[1] : undefined)
  return {
    status,
    numbers: named?.match(/\d+/g) ?? [],
    ...(ordinal > 0 && !/\bcause of concern\b/i.test(sentence) && { ordinal }),
    ...(about !== undefined && { about }),
    isOfAll:
      /\b(?:the|all|its|our|force’s)\b.{0,30}\b(?:causes of concern|recommendations)\b/i.test(
        sentence,
      ),
  }
}

/** Sets the status of the items that a verdict means; says whether there are any. `before`: the items that stand before it under its heading. */
export function applyVerdict(
  { status, numbers, ordinal, about, isOfAll }: Verdict,
  sections: readonly FoundSection[],
  before: readonly FoundItem[],
): boolean {
  const all = [...foundItems(sections)]
  if (ordinal !== undefined) {
    const each = before.flatMap(item =>
      item.recommendations.length > 0 ? item.recommendations : [item],
    )
    const item = each[ordinal - 1]
    if (item) item.inspectorate_status = status
    return item !== undefined
  }
  const named =
    numbers.length > 0
      ? all.filter(
          ({ number, kind }) => kind === 'recommendation' && numbers.includes(number ?? ''),
        )
      : about === undefined
        ? []
        : itemsAbout(about, sections)
  const meant = named.length > 0 ? named : before.length > 0 ? before : isOfAll ? all : []
  // What was said of a recommendation by itself holds.
  for (const item of meant) {
    item.inspectorate_status = status
    for (const one of item.recommendations) one.inspectorate_status ??= status
  }
  return meant.length > 0
}

const itemsAbout = (about: string, sections: readonly FoundSection[]): FoundItem[] =>
  sections.flatMap(section => [
    ...(isAbout(section.title, about)
      ? section.items
      : section.items.filter(({ title }) => isAbout(title, about))),
    ...itemsAbout(about, section.sections),
  ])

function isAbout(title: string | undefined, about: string): boolean {
  const [one, other] = [title ?? '', about].map(words =>
    words
      .toLowerCase()
      .replace(/[^\p{L}]+/gu, ' ')
      .trim(),
  )
  return one !== '' && (one!.includes(other!) || other!.includes(one!))
}
