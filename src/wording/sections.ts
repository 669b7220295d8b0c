import type { Block, Heading, Inline, ListItem } from '../document/tree.ts'
import type { Item, ItemKind, JointAnswer, Section, Value } from '../model/response.ts'
import { composeAnswers, composeAnsweredUnder, composeJointTexts } from './answers.ts'
import { hasDetail } from './detail.ts'
import {
  countedTargets,
  isNamedInHeading,
  itemLabel,
  jointHeading,
  listElsewhere,
} from './labels.ts'
import { keptWithNext, paragraph, plain, typed } from './letter.ts'
import type { Letter } from './letter.ts'
import { composeLetterText } from './letter-text.ts'
import { capitalise } from './vocabulary.ts'

/** Pillars stand at 2 and areas at 3; what nests deeper stands beside its parent. */
export const DEEPEST_SECTION = 3

export function composeSections(letter: Letter, sections: readonly Section[], depth = 2): Block[] {
  return sections.flatMap(section => composeSection(letter, section, depth))
}

function composeSection(letter: Letter, section: Section, depth: number): Block[] {
  return [
    sectionHeading(letter, section, depth),
    ...(section.question ? [paragraph(typed(section.question), 'question')] : []),
    ...composeLetterText(letter, section.introduction),
    ...composeItems(letter, section.items, depth + 1),
    ...composeSections(letter, section.sections, Math.min(depth + 1, DEEPEST_SECTION)),
  ]
}

/** Its title, with its grade where it has one. */
export const sectionHeading = (
  { wording }: Letter,
  { id, title, grade }: Section,
  depth: number,
): Heading =>
  heading(
    depth,
    wording.inlines('section-heading', {
      title: typed(title),
      grade: grade && wording.vocabulary.word(grade),
    }),
    id,
  )

export const heading = (depth: number, children: Inline[], id?: string): Heading => ({
  type: 'heading',
  depth: Math.min(depth, 5) as Heading['depth'],
  ...(id !== undefined && { id }),
  children,
})

/** The items of one list, those of a kind that follow each other under one heading. */
function composeItems(
  letter: Letter,
  entries: readonly (Item | JointAnswer)[],
  depth: number,
): Block[] {
  const counts = countKinds(entries)
  const blocks: Block[] = []
  let n = 0
  while (n < entries.length) {
    const entry = entries[n]!
    const next = entries[n + 1]
    if (entry.kind === 'answers') {
      blocks.push(...composeJoint(letter, entry, depth))
      n += 1
    } else if (entry.kind === 'cause_of_concern') {
      const following = next?.kind === 'answers' ? next : undefined
      const cause = composeCause(letter, entry, following, depth)
      blocks.push(...cause.blocks)
      n += cause.isJointTaken ? 2 : 1
    } else {
      const length = groupLength(entries, n)
      const group = entries.slice(n, n + length)
      const isWhole = countKinds(group).get(entry.kind) === counts.get(entry.kind)
      blocks.push(...composeGroup(letter, group, depth, { isCounted: isWhole }))
      n += length
    }
  }
  return blocks
}

/** How many items of each kind a list holds, those of its causes of concern among them. */
function countKinds(entries: readonly (Item | JointAnswer)[]): Map<ItemKind, number> {
  const counts = new Map<ItemKind, number>()
  for (const entry of entries) {
    const items = entry.kind === 'answers' ? [] : [entry, ...entry.recommendations]
    for (const { kind } of items) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  }
  return counts
}

/**
 * How many entries belong to the group that begins there: items of one kind, the joint answers between
 * them, and those to them alone behind them.
 */
function groupLength(entries: readonly (Item | JointAnswer)[], start: number): number {
  const { kind } = entries[start]!
  const group = new Set<Item>()
  let end = start
  for (let n = start; n < entries.length; n++) {
    const entry = entries[n]!
    if (entry.kind === 'answers') {
      if (countedTargets(entry).every(item => group.has(item))) end = n + 1
    } else if (entry.kind === kind) {
      group.add(entry)
      end = n + 1
    } else break
  }
  return end - start
}

function composeCause(
  letter: Letter,
  cause: Item,
  following: JointAnswer | undefined,
  depth: number,
): { blocks: Block[]; isJointTaken: boolean } {
  const { recommendations } = cause
  const isJointTaken =
    following !== undefined &&
    recommendations.length > 0 &&
    isSame(countedTargets(following), recommendations)
  const blocks: Block[] = [
    heading(depth, itemLabel(letter, cause), cause.id),
    ...composeWords(letter, cause, {
      after: recommendations.length === 0 ? cause.lead : undefined,
    }),
    ...composeAnswers(letter, cause, cause.lead?.value, isJointTaken ? following : undefined),
  ]
  if (recommendations.length > 0) {
    const entries = isJointTaken ? [...recommendations, following] : recommendations
    blocks.push(...composeGroup(letter, entries, depth, { lead: cause.lead }))
  }
  return { blocks, isJointTaken }
}

const isSame = (some: readonly Item[], others: readonly Item[]): boolean =>
  some.length === others.length && some.every((item, n) => item === others[n])

/**
 * Items of one kind: a heading, the lead that opens them or a sentence that counts them, then each.
 * `isCounted`: they are all of their kind in this area, as the sentence says.
 */
function composeGroup(
  letter: Letter,
  entries: readonly (Item | JointAnswer)[],
  depth: number,
  { lead, isCounted = false }: { lead?: Value | undefined; isCounted?: boolean },
): Block[] {
  const { wording } = letter
  const items = entries.filter(entry => entry.kind !== 'answers')
  const first = items[0]!
  const isSingle = items.length === 1
  const kinds = wording.vocabulary.kind(first.kind, items.length)
  const title = isSingle ? itemLabel(letter, first) : [plain(capitalise(kinds))]
  const blocks: Block[] = [heading(depth, title, isSingle ? first.id : undefined)]

  const runs = runsOf(entries, lead?.value)
  const opening = leadOf(letter, lead)
  const isLeadAlone = !isSingle && runs[0]?.items.length === 1
  if (lead && isLeadAlone)
    blocks.push({ type: 'blockquote', voice: 'report', keepWithNext: true, children: opening })
  if (!lead && isCounted && !isSingle) {
    const count = wording.vocabulary.count(items.length)
    blocks.push(
      ...keptWithNext(
        wording.blocks('lead-in', { count, count_capital: capitalise(count), kinds }, depth),
      ),
    )
  }
  for (const [n, run] of runs.entries()) {
    const [only] = run.items
    if (run.items.length === 0 && run.joint) {
      blocks.push(...composeJoint(letter, run.joint, depth + 1))
    } else if (run.items.length === 1 && only) {
      if (!isSingle) blocks.push(heading(depth + 1, itemLabel(letter, only), only.id))
      blocks.push(...composeSingle(letter, only, run, depth + 1, lead, isSingle))
    } else {
      const children: Block[] = [
        ...(n === 0 ? keptWithNext(opening) : []),
        composeRunList(letter, run.items),
      ]
      blocks.push({ type: 'blockquote', voice: 'report', children })
      blocks.push(
        ...(run.joint
          ? composeJoint(letter, run.joint, depth + 1, true)
          : composeAnsweredUnder(letter, run.items[0]!.answered_by)),
      )
    }
  }
  return blocks
}

/**
 * Items that one joint answer answers and that have nothing of their own stand together as a list;
 * every other item stands alone. `joint`: the answer, where it follows at once and answers just these.
 */
type Run = { items: Item[]; joint?: JointAnswer }

function runsOf(entries: readonly (Item | JointAnswer)[], lead: string | undefined): Run[] {
  const runs: Run[] = []
  for (const entry of entries) {
    const last = runs.at(-1)
    if (entry.kind === 'answers') {
      if (last && !last.joint && isSame(countedTargets(entry), last.items)) last.joint = entry
      else runs.push({ items: [], joint: entry })
      continue
    }
    const joint = soleJoint(entry, lead)
    const before = last?.items.at(-1)
    if (joint && last && !last.joint && before && soleJoint(before, lead) === joint)
      last.items.push(entry)
    else runs.push({ items: [entry] })
  }
  return runs
}

/** The one joint answer that is all there is to print of an item's answer. */
function soleJoint(item: Item, lead: string | undefined): JointAnswer | undefined {
  const hasOwn =
    item.update ??
    item.comment ??
    item.position ??
    item.withheld ??
    (item.for || item.comment_due || hasDetail(item, lead) ? true : undefined)
  return hasOwn === undefined && item.answered_by.length === 1 ? item.answered_by[0] : undefined
}

/** Only a number of the report's is told in a list: a place among its items can be counted. */
function composeRunList(letter: Letter, items: readonly Item[]): Block {
  return {
    type: 'list',
    ordered: false,
    start: 1,
    children: items.map((item): ListItem => {
      const label: Inline = { type: 'strong', children: itemLabel(letter, item) }
      const labels = item.number === undefined ? [] : [paragraph([label])]
      return {
        type: 'listItem',
        children: [...labels, ...leadOf(letter, item.lead), ...wordsOf(item)],
      }
    }),
  }
}

/** An item with its answer; a joint answer to it alone is as good as its own. */
function composeSingle(
  letter: Letter,
  item: Item,
  { joint }: Run,
  depth: number,
  lead: Value | undefined,
  isAlone: boolean,
): Block[] {
  const isOwn = joint !== undefined && !joint.title && !item.withheld
  return [
    ...composeWords(letter, item, { before: item.lead ?? (isAlone ? lead : undefined) }),
    ...composeAnswers(letter, item, lead?.value, joint, isOwn),
    ...(joint && !isOwn ? composeJoint(letter, joint, depth, true) : []),
  ]
}

/** The report's words as a quotation, with its lead where that opens them alone, and to whom they are addressed. */
function composeWords(
  letter: Letter,
  item: Item,
  { before, after }: { before?: Value | undefined; after?: Value | undefined },
): Block[] {
  const { wording } = letter
  const quotation: Block = {
    type: 'blockquote',
    voice: 'report',
    children: [...keptWithNext(leadOf(letter, before)), ...wordsOf(item), ...leadOf(letter, after)],
  }
  if (!item.for) return [quotation]
  const addressed = wording.inlines('addressed-to', {
    addressees: wording.vocabulary.list(item.for),
    for_others:
      item.kind !== 'practice' &&
      !item.answer_due &&
      !item.answered &&
      item.answered_by.length === 0,
  })
  return [quotation, paragraph(addressed, 'detail')]
}

export const leadOf = ({ wording }: Letter, lead: Value | undefined): Block[] =>
  lead ? [paragraph(wording.inlines('lead', { lead: typed(lead) }))] : []

export function wordsOf(item: Item): Block[] {
  if (!item.title) return item.words.blocks
  const headline: Inline = { type: 'strong', children: typed(item.title) }
  return [paragraph([headline]), ...item.words.blocks]
}

/** A joint answer under a heading that says what it answers, or a line that does where the heading cannot. */
function composeJoint(
  letter: Letter,
  joint: JointAnswer,
  depth: number,
  isBelowItems = false,
): Block[] {
  const isTold = isBelowItems || isNamedInHeading(joint) || joint.targets.length === 0
  const items = isTold ? [] : listElsewhere(letter, countedTargets(joint))
  const line = isTold ? [] : letter.wording.inlines('in-answer-to', { items })
  return [
    heading(depth, jointHeading(letter, joint, isBelowItems), joint.id),
    ...(line.length > 0 ? [paragraph(line, 'detail')] : []),
    ...composeJointTexts(letter, joint, joint.title === undefined),
  ]
}
