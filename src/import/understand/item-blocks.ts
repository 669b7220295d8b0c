import type { Block, List, Paragraph as TreeParagraph } from '../../document/tree.ts'
import { deadlineInLead, deadlineOpening } from '../../model/read-deadline.ts'
import type { FoundItem } from '../found-report.ts'
import { addresseesIn } from './addressees.ts'
import { asks, countsWhatFollows, isLead, readItemNumber } from './formulae.ts'
import type { ItemBlock } from './outline.ts'
import type { Paragraph } from './paragraph.ts'
import { printedWords } from '../printed-words.ts'

type Kind = FoundItem['kind']

/** What a block holds: its items, in groups that one lead may open. */
export type Group = { lead?: Paragraph; items: FoundItem[] }

/**
 * The statement of a cause of concern, and what of its recommendations stands in the same block.
 * `isFollowed`: they have a heading of their own behind it, and a list is a part of the statement.
 */
export function readCause(
  { heading, of, content }: ItemBlock,
  isFollowed: boolean,
): { cause: FoundItem; groups: Group[] } {
  const lead = content.findIndex(({ words }) => isLead(words))
  const from = lead === -1 && !isFollowed ? content.findIndex(({ kind }) => kind === 'entry') : lead
  const end = from === -1 ? content.length : from
  const [first, ...rest] = content.slice(0, end).filter(({ words }) => !countsWhatFollows(words))
  const parts = headed(first, rest)
  const title = parts.title ?? of.topic
  const cause = itemOf(
    'cause_of_concern',
    { ...parts, ...(title !== undefined && { title }) },
    first ?? heading,
    of.number,
  )
  const listed = fragmentsAsEntries(rowsAsEntries(content.slice(end)))
  return { cause, groups: groupsOf('recommendation', listed) }
}

const withoutColon = (words: string): string => words.replace(/\s*:[\s–—-]*$/, '')

/** A headline, where the report marks one, and the words under it. */
const headed = (first: Paragraph | undefined, rest: readonly Paragraph[]): Headed =>
  first?.kind === 'heading' && rest.length > 0
    ? { title: withoutColon(first.words), words: rest }
    : { words: first ? [first, ...rest] : rest }
type Headed = { title?: string; words: readonly Paragraph[] }

/** The items of a block of any other kind. */
export function readGroups(kind: Kind, { of, content: all }: ItemBlock): Group[] {
  if (all.length === 0) return []
  const content = fragmentsAsEntries(rowsAsEntries(all))
  if (of.number !== undefined || (!of.isPlural && !isListOfItems(kind, content)))
    return [{ items: [oneItem(kind, content, of.number)] }]
  return groupsOf(kind, content)
}

/** Entries right below the heading are items of their own, even if the heading speaks of one. */
const isListOfItems = (kind: Kind, content: readonly Paragraph[]): boolean =>
  content[0]!.kind !== 'heading' &&
  content.every(({ kind }) => kind === 'entry' || kind === 'cell') &&
  (kind !== 'practice' || content.length === 1)

function oneItem(kind: Kind, content: readonly Paragraph[], number?: string): FoundItem {
  const [first, ...rest] = content
  const isHeadline =
    rest.length > 0 &&
    kind !== 'recommendation' &&
    rest[0]!.kind !== 'entry' &&
    first!.kind !== 'entry' &&
    first!.words.length <= LONGEST_HEADLINE
  const parts: Headed =
    isHeadline || first!.kind === 'heading'
      ? { ...headed({ ...first!, kind: 'heading' }, rest) }
      : { words: content }
  return itemOf(kind, parts, first!, number)
}

const LONGEST_HEADLINE = 240

/** Leads open groups; entries are items, with what stands deeper in them; prose is one by one or under headlines. */
function groupsOf(kind: Kind, content: readonly Paragraph[]): Group[] {
  const groups: Group[] = []
  let own: Paragraph[] = []
  let lead: Paragraph | undefined
  const close = () => {
    if (own.length > 0 || lead)
      groups.push({ ...(lead && { lead }), items: itemsOf(kind, own, lead) })
    own = []
  }
  const all = content.filter(({ words }) => !countsWhatFollows(words))
  for (const [at, paragraph] of all.entries()) {
    const next = all[at + 1]
    const opens =
      paragraph.kind !== 'entry' &&
      isLead(paragraph.words) &&
      (next === undefined || next.kind === 'entry')
    // Below a headline, or within what has begun, a list is a part of its item.
    const isApart =
      own.length === 0 || (kind === 'recommendation' && /[.;]$|; and$/.test(own.at(-1)!.words))
    if (opens && isApart) {
      close()
      lead = paragraph
    } else own.push(paragraph)
  }
  close()
  return groups
}

function itemsOf(
  kind: Kind,
  content: readonly Paragraph[],
  lead: Paragraph | undefined,
): FoundItem[] {
  const isListed = lead !== undefined || content[0]?.kind === 'entry'
  const runs = isListed ? runsOfEntries(content) : runsOfProse(content)
  return runs.map(run => (isListed ? itemOf(kind, { words: run }, run[0]!) : oneItem(kind, run)))
}

/** Each entry with those deeper in it, and with the prose that goes on with it. */
function runsOfEntries(content: readonly Paragraph[]): Paragraph[][] {
  const top = content
    .filter(({ kind }) => kind === 'entry')
    .reduce((least, entry) => Math.min(least, levelOf(entry)), Infinity)
  const hasLevels = content.some(one => levelOf(one) > top)
  const runs: Paragraph[][] = []
  for (const paragraph of content) {
    const last = runs.at(-1)
    const isEntry = paragraph.kind === 'entry'
    const isOpened = last !== undefined && !(hasLevels && isEntry) && goesOn(last, paragraph)
    const begins = isEntry
      ? levelOf(paragraph) <= top && !isOpened
      : asks(paragraph.words) && !paragraph.isWithin
    if (last && !begins)
      last.push(isEntry && isOpened ? { ...paragraph, level: top + 1 } : paragraph)
    else runs.push([paragraph])
  }
  return runs
}

/** Where nothing says how deep it stands: what goes on with "…, for instance:", up to the entry behind "; and". */
function goesOn([first, ...rest]: readonly Paragraph[], { words }: Paragraph): boolean {
  const isLast = /\b(?:and|or)$/.test(rest.at(-2)?.words ?? '')
  return first!.words.endsWith(':') && /^\p{Ll}/u.test(words) && !isLast
}

const levelOf = ({ level = 1 }: Paragraph): number => level

/** Under headlines, where there are any; else each paragraph that asks something, with its list. */
function runsOfProse(content: readonly Paragraph[]): Paragraph[][] {
  const hasHeadlines = content.some(({ kind }) => kind === 'heading')
  const isHeadline = hasHeadlines
    ? ({ kind }: Paragraph) => kind === 'heading'
    : content.every(({ words, kind }) => kind === 'entry' || asks(words))
      ? ({ kind }: Paragraph) => kind !== 'entry'
      : ({ words, kind }: Paragraph) => kind !== 'entry' && asks(words) && !/[.:;]$/.test(words)
  const runs: Paragraph[][] = []
  for (const paragraph of content)
    if (runs.length === 0 || isHeadline(paragraph)) runs.push([paragraph])
    else runs.at(-1)!.push(paragraph)
  return runs
}

function itemOf(
  kind: Kind,
  { title, words }: Headed,
  first: Paragraph,
  number?: string,
): FoundItem {
  const numbered = number === undefined ? readItemNumber(words[0]?.words ?? '') : undefined
  if (numbered)
    return itemOf(
      kind,
      { ...(title !== undefined && { title }), words: withFirst(words, numbered.rest) },
      first,
      numbered.number,
    )
  const opening = words[0]?.words ?? ''
  const deadline = deadlineOpening(
    opening.replace(/^we recommend (?:that|to),? /i, ''),
    undefined,
  )?.words
  const addressees = kind === 'recommendation' ? addresseesIn(opening) : undefined
  return {
    kind,
    words: blocksOf(words),
    ...(title !== undefined && { title }),
    ...(number !== undefined && { number }),
    ...(deadline !== undefined && { deadline }),
    ...(addressees && { for: addressees }),
    recommendations: [],
    place: first.place,
    ...(first.page !== undefined && { page: first.page }),
    again: [],
  }
}

const withFirst = ([first, ...rest]: readonly Paragraph[], words: string): Paragraph[] => [
  { ...first!, words },
  ...rest,
]

/** The first lead is the cause's own; entries under another carry theirs. */
export function addRecommendations(cause: FoundItem, groups: readonly Group[]): void {
  const { recommendations } = cause
  for (const { lead, items } of groups) {
    const isOwn = lead && cause.lead === undefined && recommendations.length === 0
    if (isOwn) Object.assign(cause, leadKeys(lead))
    for (const item of items) recommendations.push(lead && !isOwn ? withLead(item, lead) : item)
  }
}

/** A sentence of its own among the fragments needs no lead. */
export const withLead = (item: FoundItem, lead: Paragraph): FoundItem =>
  isFragment(item) ? { ...item, ...leadKeys(lead) } : item

const isFragment = ({ words }: FoundItem): boolean => {
  const text = printedWords(words)
  return !(/^\p{Lu}/u.test(text) && asks(text))
}

function leadKeys({ words }: Paragraph): Pick<FoundItem, 'lead' | 'deadline'> {
  const deadline = deadlineInLead(words, undefined)?.words
  return {
    lead: withoutColon(words),
    ...(deadline !== undefined && { deadline }),
  }
}

/** Paragraphs and nested lists. */
export function blocksOf(paragraphs: readonly Paragraph[]): Block[] {
  const blocks: Block[] = []
  const lists: { level: number; list: List }[] = []
  // An entry that is an item of its own is no list.
  const [first, ...rest] = paragraphs
  const own = first?.kind === 'entry' ? [{ ...first, kind: 'prose' as const }, ...rest] : paragraphs
  for (const paragraph of own) {
    const words = paragraphOf(paragraph.words)
    if (paragraph.kind !== 'entry') {
      lists.length = 0
      blocks.push(words)
      continue
    }
    const level = levelOf(paragraph)
    while (lists.length > 0 && lists.at(-1)!.level > level) lists.pop()
    if (lists.at(-1)?.level !== level) {
      const list = listFor(paragraph)
      const within = lists.at(-1)?.list.children.at(-1)
      if (within) within.children.push(list)
      else blocks.push(list)
      lists.push({ level, list })
    }
    lists.at(-1)!.list.children.push({ type: 'listItem', children: [words] })
  }
  return blocks
}

const paragraphOf = (value: string): TreeParagraph => ({
  type: 'paragraph',
  children: [{ type: 'text', value }],
})

function listFor({ mark }: Paragraph): List {
  const number = /^\(?(\d{1,2})[.)]$/.exec(mark ?? '')?.[1]
  return { type: 'list', ordered: number !== undefined, start: Number(number ?? 1), children: [] }
}

/** A list whose marks were lost: what goes on with a line that ends in a colon. */
function fragmentsAsEntries(content: readonly Paragraph[]): Paragraph[] {
  let isOpen = false
  return content.map(paragraph => {
    const { words, kind } = paragraph
    isOpen = words.endsWith(':') || (isOpen && /^\p{Ll}/u.test(words))
    const isFragment = isOpen && kind === 'prose' && /^\p{Ll}/u.test(words)
    return isFragment ? { ...paragraph, kind: 'entry' as const } : paragraph
  })
}

/** A table that was used for a list: of each row, the longest cell. */
function rowsAsEntries(content: readonly Paragraph[]): Paragraph[] {
  const rows = new Map<string, Paragraph>()
  for (const paragraph of content) {
    if (!paragraph.cell) continue
    const key = rowOf(paragraph)
    const known = rows.get(key)
    if (!known || paragraph.words.length > known.words.length) rows.set(key, paragraph)
  }
  return content.flatMap(paragraph => {
    if (!paragraph.cell) return [paragraph]
    if (rows.get(rowOf(paragraph)) !== paragraph || paragraph.words.split(' ').length < 3) return []
    return [{ ...paragraph, kind: 'entry' as const }]
  })
}

const rowOf = ({ copy, cell }: Paragraph): string => `${copy}:${cell!.table}:${cell!.row}`
