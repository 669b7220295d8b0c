import type { Block, Heading, Inline, ListItem } from '../document/tree.ts'
import type { Item, JointAnswer, Section, Value } from '../model/response.ts'
import {
  composeAnswers,
  composeAnsweredUnder,
  composeComment,
  composeUpdate,
  hasDetail,
} from './answers.ts'
import { countedTargets, itemLabel, jointHeading } from './labels.ts'
import { paragraph, plain, typed } from './letter.ts'
import type { Letter } from './letter.ts'
import { composeLetterText } from './letter-text.ts'
import { capitalise } from './vocabulary.ts'

/** Pillars stand at 2 and areas at 3; what nests deeper stands beside its parent. */
const DEEPEST_SECTION = 3

export function composeSections(letter: Letter, sections: readonly Section[], depth = 2): Block[] {
  return sections.flatMap(section => composeSection(letter, section, depth))
}

function composeSection(letter: Letter, section: Section, depth: number): Block[] {
  const { wording } = letter
  const title = wording.inlines('section-heading', {
    title: typed(section.title),
    grade: section.grade && wording.vocabulary.word(section.grade),
  })
  return [
    heading(depth, title, section.id),
    ...(section.question ? [paragraph(typed(section.question), 'question')] : []),
    ...composeLetterText(letter, section.introduction),
    ...composeItems(letter, section.items, depth + 1),
    ...composeSections(letter, section.sections, Math.min(depth + 1, DEEPEST_SECTION)),
  ]
}

const heading = (depth: number, children: Inline[], id?: string): Heading => ({
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
      blocks.push(...composeGroup(letter, entries.slice(n, n + length), depth))
      n += length
    }
  }
  return blocks
}

/** How many entries belong to the group that begins there: items of one kind and the joint answers to them alone. */
function groupLength(entries: readonly (Item | JointAnswer)[], start: number): number {
  const { kind } = entries[start]!
  const group = new Set<Item>()
  let end = start
  for (let n = start; n < entries.length; n++) {
    const entry = entries[n]!
    if (entry.kind === 'answers') {
      if (!countedTargets(entry).every(item => group.has(item))) break
      end = n + 1
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
  const own = isJointTaken
    ? { ...cause, answered_by: cause.answered_by.filter(joint => joint !== following) }
    : cause
  const blocks: Block[] = [
    heading(depth, itemLabel(letter, cause), cause.id),
    ...composeWords(letter, cause),
    ...composeAnswers(letter, own, cause.lead?.value),
  ]
  if (recommendations.length > 0) {
    const entries = isJointTaken ? [...recommendations, following] : recommendations
    blocks.push(...composeGroup(letter, entries, depth, cause.lead))
  }
  return { blocks, isJointTaken }
}

const isSame = (some: readonly Item[], others: readonly Item[]): boolean =>
  some.length === others.length && some.every((item, n) => item === others[n])

/** Items of one kind: a heading, the lead that opens them or a sentence that counts them, then each. */
function composeGroup(
  letter: Letter,
  entries: readonly (Item | JointAnswer)[],
  depth: number,
  lead?: Value,
): Block[] {
  const { wording } = letter
  const items = entries.filter(entry => entry.kind !== 'answers')
  const first = items[0]!
  const isSingle = items.length === 1
  const kinds = wording.vocabulary.kind(first.kind, items.length)
  const title = isSingle ? itemLabel(letter, first) : [plain(capitalise(kinds))]
  const blocks: Block[] = [heading(depth, title, isSingle ? first.id : undefined)]

  const opening = lead ? wording.inlines('lead', { lead: typed(lead) }) : undefined
  const runs = runsOf(entries, lead?.value)
  const isLeadInList = opening !== undefined && runs[0] !== undefined && runs[0].items.length > 1
  if (opening && !isLeadInList)
    blocks.push({
      type: 'blockquote',
      voice: 'report',
      keepWithNext: true,
      children: [paragraph(opening)],
    })
  if (!opening && !isSingle) {
    const count = wording.vocabulary.count(items.length)
    blocks.push(
      ...wording
        .blocks('lead-in', { count, count_capital: capitalise(count), kinds }, depth)
        .map((block): Block =>
          block.type === 'paragraph' ? { ...block, keepWithNext: true } : block,
        ),
    )
  }
  for (const [n, run] of runs.entries()) {
    const [only] = run.items
    if (run.items.length === 0 && run.joint) {
      blocks.push(...composeJoint(letter, run.joint, depth + 1))
    } else if (run.items.length === 1 && only) {
      if (!isSingle) blocks.push(heading(depth + 1, itemLabel(letter, only), only.id))
      blocks.push(...composeSingle(letter, only, run, depth + 1, lead?.value))
    } else {
      const children: Block[] = [
        ...(n === 0 && opening ? [{ ...paragraph(opening), keepWithNext: true }] : []),
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

function composeRunList({ wording }: Letter, items: readonly Item[]): Block {
  return {
    type: 'list',
    ordered: false,
    start: 1,
    children: items.map((item): ListItem => {
      const number = item.number
      const label: Inline[] =
        number === undefined
          ? []
          : [
              {
                type: 'strong',
                children: wording.inlines('item-label', {
                  kind: capitalise(wording.vocabulary.kind(item.kind, 1)),
                  number,
                  several: true,
                  index: item.position_in_group.index,
                  count: item.position_in_group.of,
                }),
              },
            ]
      const words = wordsOf(item)
      return { type: 'listItem', children: label.length > 0 ? [paragraph(label), ...words] : words }
    }),
  }
}

/** An item with its answer; a joint answer to it alone is as good as its own. */
function composeSingle(
  letter: Letter,
  item: Item,
  run: Run,
  depth: number,
  lead: string | undefined,
): Block[] {
  const { joint } = run
  const isOwn = joint !== undefined && !joint.title
  const shown = joint
    ? { ...item, answered_by: item.answered_by.filter(other => other !== joint) }
    : item
  return [
    ...composeWords(letter, item),
    ...composeAnswers(letter, shown, lead),
    ...(isOwn
      ? [...composeUpdate(letter, joint.update), ...composeComment(letter, joint.comment)]
      : []),
    ...(joint && !isOwn ? composeJoint(letter, joint, depth) : []),
  ]
}

/** The report's words as a quotation, its headline first, and to whom they are addressed. */
function composeWords(letter: Letter, item: Item): Block[] {
  const quotation: Block = { type: 'blockquote', voice: 'report', children: wordsOf(item) }
  if (!item.for) return [quotation]
  const addressees = letter.wording.vocabulary.list(item.for)
  return [quotation, paragraph(letter.wording.inlines('addressed-to', { addressees }), 'detail')]
}

function wordsOf(item: Item): Block[] {
  if (!item.title) return item.words.blocks
  const headline: Inline = { type: 'strong', children: typed(item.title) }
  return [paragraph([headline]), ...item.words.blocks]
}

/** A joint answer under a heading that says what it answers. */
function composeJoint(
  letter: Letter,
  joint: JointAnswer,
  depth: number,
  isBelowItems = false,
): Block[] {
  const saysWhose = !joint.title
  const isUpdateSaid = saysWhose && joint.update !== undefined
  const isCommentSaid = saysWhose && joint.update === undefined
  return [
    heading(depth, jointHeading(letter, joint, isBelowItems), joint.id),
    ...(isUpdateSaid && joint.update?.placeholder === undefined
      ? (joint.update?.blocks ?? [])
      : composeUpdate(letter, joint.update)),
    ...(isCommentSaid && joint.comment?.placeholder === undefined
      ? (joint.comment?.blocks ?? [])
      : composeComment(letter, joint.comment)),
  ]
}
