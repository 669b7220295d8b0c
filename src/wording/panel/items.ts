import type { Block, Inline, Paragraph } from '../../document/tree.ts'
import { lineOf } from '../../document/words.ts'
import type { Item, ItemKind, JointAnswer, Section, Text } from '../../model/response.ts'
import type { ItemStanding, Standing } from '../../status/standing.ts'
import { composeAnsweredUnder, composePosition } from '../answers.ts'
import {
  countedTargets,
  isNamedInHeading,
  itemLabel,
  jointHeading,
  listElsewhere,
} from '../labels.ts'
import { keptWithNext, paragraph, typed, withLabel } from '../letter.ts'
import type { Letter } from '../letter.ts'
import { DEEPEST_SECTION, heading, leadOf, sectionHeading, wordsOf } from '../sections.ts'
import { capitalise } from '../vocabulary.ts'
import type { Values } from '../values.ts'
import type { Updates } from './paper.ts'
import { isOneSentence, shorten, withSign } from './shorten.ts'

/** What a drawn section is made from. */
export type DrawnParts = {
  letter: Letter
  standing: Standing
  /** By their ids. */
  items: ReadonlyMap<string, ItemStanding>
  updates: Updates
  isInFull: boolean
  /** Whether some update was cut, which the section says at its end. */
  cut: { isAny: boolean }
}

/** Sections of the response with what the report says in them, and each item with where it stands. */
export function composeFindings(parts: DrawnParts, sections: readonly Section[]): Block[] {
  const shown = sections.filter(hasWords)
  // One area needs no heading beside that of the section that is drawn from it.
  const [only, second] = shown
  if (only && !second && !only.sections.some(hasWords)) return composeOwn(parts, only, 2)
  return composeAreas(parts, shown, 2)
}

const hasWords = ({ introduction, items, sections }: Section): boolean =>
  introduction !== undefined || items.length > 0 || sections.some(hasWords)

function composeAreas(parts: DrawnParts, sections: readonly Section[], depth: number): Block[] {
  return sections
    .filter(hasWords)
    .flatMap(section => [
      sectionHeading(parts.letter, section, depth),
      ...composeOwn(parts, section, depth + 1),
      ...composeAreas(parts, section.sections, Math.min(depth + 1, DEEPEST_SECTION)),
    ])
}

/** The introduction and the items of a section, without those of the sections in it. */
function composeOwn(parts: DrawnParts, { introduction, items }: Section, depth: number): Block[] {
  const texts = (introduction?.blocks ?? []).flatMap(block =>
    // Grades and counts stand above already.
    block.type === 'text' ? finished(block.text) : [],
  )
  return [...texts, ...composeEntries(parts, items, depth)]
}

/** A text that still holds a placeholder is none yet: a paper has no gaps. */
const finished = (text: Text | undefined): Block[] =>
  text === undefined || text.placeholder !== undefined ? [] : text.blocks

/** Items that nothing is told of but their words are named in one sentence, the others one by one. */
function composeEntries(
  parts: DrawnParts,
  entries: readonly (Item | JointAnswer)[],
  depth: number,
): Block[] {
  const blocks: Block[] = []
  for (let n = 0; n < entries.length;) {
    const entry = entries[n]!
    const bare = bareFrom(parts, entries, n)
    if (bare.length > 0) blocks.push(...composeBare(parts, bare))
    else if (entry.kind === 'answers')
      blocks.push(...composeJoint(parts, entry, depth, entries.slice(0, n)))
    else if (isProse(parts, entry)) blocks.push(...composeProse(parts, entry))
    else blocks.push(...composeItem(parts, entry, depth))
    n += Math.max(1, bare.length)
  }
  return blocks
}

/** The items from there on that are of one kind, and of which there is nothing to tell. */
function bareFrom(
  parts: DrawnParts,
  entries: readonly (Item | JointAnswer)[],
  start: number,
): Item[] {
  const items: Item[] = []
  for (const entry of entries.slice(start)) {
    if (entry.kind === 'answers' || !isBare(parts, entry)) break
    if (items[0] && items[0].kind !== entry.kind) break
    items.push(entry)
  }
  return items
}

const QUOTED: readonly ItemKind[] = ['area_for_improvement', 'recommendation', 'practice']

function isBare(parts: DrawnParts, item: Item): boolean {
  const { kind, title, number, lead, words } = item
  if (!QUOTED.includes(kind) || (title ?? number ?? lead ?? item.for)) return false
  const [only, second] = words.blocks
  if (only?.type !== 'paragraph' || second || !isOneSentence(lineOf([only]))) return false
  return isUntold(parts, item) && finished(item.comment).length === 0
}

/** An observation in prose is told in prose, and what the body says of it goes on with it. */
const isProse = (parts: DrawnParts, item: Item): boolean =>
  item.kind === 'observation' && item.number === undefined && !item.title && isUntold(parts, item)

/** There is neither an answer of the force to show, nor a date or status. */
function isUntold(parts: DrawnParts, item: Item): boolean {
  const isAnswerAwaited = parts.updates !== 'left out' && item.answer_due && !item.comment
  return (
    !item.withheld &&
    !isAnswerAwaited &&
    jointsOf(parts, item).length === 0 &&
    composeDetail(parts, item).length === 0
  )
}

/** Longer than so many, or more characters than that, they are easier to read as a list. */
const IN_A_SENTENCE = { items: 3, characters: 420 }

function composeBare({ letter }: DrawnParts, items: readonly Item[]): Block[] {
  const { wording } = letter
  const runs = items.map(({ words }) => unstopped(words.blocks))
  const { vocabulary } = wording
  const characters = lineOf(runs.flat()).length
  const isListed =
    items.length > 1 &&
    (items.length > IN_A_SENTENCE.items || characters > IN_A_SENTENCE.characters)
  const values = {
    one: items.length === 1,
    kind: vocabulary.kind(items[0]!.kind, 1),
    kinds_capital: capitalise(vocabulary.kind(items[0]!.kind, 2)),
    items: isListed ? [] : runs,
  }
  const sentence = wording.blocks('panel-highlighted', values)
  if (!isListed) return sentence
  const list: Block = {
    type: 'list',
    ordered: false,
    start: 1,
    children: items.map(({ words }) => ({ type: 'listItem', children: words.blocks })),
  }
  return [...keptWithNext(sentence), { type: 'blockquote', voice: 'report', children: [list] }]
}

/** The words of a paragraph without its full stop, or the mark that closes an entry of a list. */
function unstopped([only]: readonly Block[]): Inline[] {
  const children = only?.type === 'paragraph' ? only.children : []
  const last = children.at(-1)
  if (last?.type !== 'text') return children
  const value = last.value.replace(/[\s.;,]+(?:and\s*)?$/, '')
  return [...children.slice(0, -1), { ...last, value }]
}

const composeProse = (_: DrawnParts, { words, comment }: Item): Block[] => [
  ...finished(words),
  ...finished(comment),
]

function composeItem(parts: DrawnParts, item: Item, depth: number): Block[] {
  const { letter } = parts
  const { kind, lead, recommendations } = item
  const isCause = kind === 'cause_of_concern'
  const above = isCause ? undefined : lead
  return [
    heading(depth, itemLabel(letter, item), item.id),
    {
      type: 'blockquote',
      voice: 'report',
      children: [...keptWithNext(leadOf(letter, above)), ...composeWords(parts, item)],
    },
    ...composeAddressees(letter, item),
    ...composeAnswers(parts, item),
    ...(isCause && lead && recommendations.length > 0
      ? [
          {
            type: 'blockquote',
            voice: 'report',
            keepWithNext: true,
            children: leadOf(letter, lead),
          } as const,
        ]
      : []),
    ...composeEntries(parts, recommendations, depth + 1),
  ]
}

/** In short, a headline says what its paragraph does. */
const composeWords = ({ isInFull }: DrawnParts, item: Item): Block[] =>
  wordsOf(item).slice(0, isInFull || !item.title ? undefined : 1)

function composeAddressees({ wording }: Letter, item: Item): Paragraph[] {
  if (!item.for) return []
  const addressees = wording.vocabulary.list(item.for)
  const for_others = item.kind !== 'practice' && !item.answer_due && !item.answered
  return [paragraph(wording.inlines('addressed-to', { addressees, for_others }), 'detail')]
}

/** Where it stands, then what the force and the body say of it. Of a withheld item: what the public reads. */
function composeAnswers(parts: DrawnParts, item: Item): Block[] {
  const { letter, updates } = parts
  if (item.withheld) return item.withheld.public ? [paragraph(typed(item.withheld.public))] : []
  const isForces = updates !== 'left out'
  const update = isForces ? composeUpdate(parts, item.update) : []
  const comment = composeComment(parts, item.comment)
  const joints = jointsOf(parts, item)
  const isAnswered = parts.items.get(item.id)?.answered ?? item.answered
  const isAwaited = isForces && item.answer_due && !isAnswered && update.length === 0
  return [
    ...composeDetail(parts, item),
    ...(isForces ? composePosition(letter, item) : []),
    ...update,
    ...(isAwaited ? letter.wording.blocks('panel-awaited') : []),
    ...comment,
    ...composeAnsweredUnder(letter, joints, update.length + comment.length > 0),
  ]
}

/** The joint answers of an item of which something is shown. */
const jointsOf = (parts: DrawnParts, { answered_by }: Item): JointAnswer[] =>
  answered_by.filter(joint => composeJointTexts(parts, joint).length > 0)

function composeUpdate(parts: DrawnParts, text: Text | undefined): Block[] {
  const blocks = finished(text)
  if (blocks.length === 0) return []
  const { letter, isInFull, updates, cut } = parts
  const { wording } = letter
  const short = isInFull ? { blocks, isCut: false } : shorten(blocks)
  if (short.isCut) cut.isAny = true
  const label = wording.inlines('panel-update-label', { draft: updates === 'draft' })
  const sign = short.isCut ? wording.inlines('panel-shortened') : []
  return withLabel(label, sign.length > 0 ? withSign(short.blocks, sign) : short.blocks)
}

const composeComment = ({ letter }: DrawnParts, text: Text | undefined): Block[] =>
  withLabel(letter.wording.inlines('body-label'), finished(text))

function composeJointTexts(parts: DrawnParts, { update, comment }: JointAnswer): Block[] {
  return [
    ...(parts.updates === 'left out' ? [] : composeUpdate(parts, update)),
    ...composeComment(parts, comment),
  ]
}

/** Once, below the items that it answers. `above`: what stands above it in its list. */
function composeJoint(
  parts: DrawnParts,
  joint: JointAnswer,
  depth: number,
  above: readonly (Item | JointAnswer)[],
): Block[] {
  const texts = composeJointTexts(parts, joint)
  if (texts.length === 0) return []
  const { letter } = parts
  const targets = countedTargets(joint)
  const isBelowItems = targets.every(item => above.includes(item))
  const isTold = isBelowItems || isNamedInHeading(joint)
  const items = isTold ? [] : listElsewhere(letter, targets)
  const line = items.length > 0 ? letter.wording.inlines('in-answer-to', { items }) : []
  return [
    heading(depth, jointHeading(letter, joint, isBelowItems), joint.id),
    ...(line.length > 0 ? [paragraph(line, 'detail')] : []),
    ...texts,
  ]
}

/** The line about an item: status, deadline, the force's own date, what is overdue, what closed it. */
function composeDetail(parts: DrawnParts, item: Item): Paragraph[] {
  const standing = parts.items.get(item.id)
  if (!standing || item.withheld) return []
  const { wording } = parts.letter
  const { vocabulary } = wording
  const { status, deadline, target, overdue, state } = standing
  const isClosed = state === 'closed'
  const values: Values = {
    status: isClosed ? undefined : status && unmarked(vocabulary.word(status)),
    deadline: deadline && unmarked(deadline.words),
    day: deadline?.day && dayBeside(deadline.words, vocabulary.date(deadline.day)),
    plan: deadline?.of === 'plan',
    target: target && vocabulary.date(target),
    overdue: overdue && {
      count: vocabulary.count(overdue.days),
      one: overdue.days === 1,
      // Where there is one date alone, it is clear which.
      target: overdue.of === 'target' && deadline?.day !== undefined,
    },
    closed: isClosed ? closingOf(parts, standing) : undefined,
    raised_again: raisedAgain(standing),
  }
  const isNothing = Object.entries(values).every(([key, value]) => key === 'plan' || !value)
  if (isNothing) return []
  const children = wording.inlines('panel-item-detail', values)
  return children.length > 0 ? [paragraph(children, 'detail')] : []
}

/** What the inspectorate's entry says is part of the history, which a draft's readers do not see. */
function closingOf({ letter, updates }: DrawnParts, { proof = {} }: ItemStanding): Values {
  return {
    date: proof.date && letter.wording.vocabulary.date(proof.date),
    ref: proof.ref,
    text: updates === 'left out' ? undefined : proof.text && unmarked(proof.text),
  }
}

const raisedAgain = ({ raised_again: [first] }: ItemStanding): Values | undefined =>
  first && { label: first.label, title: first.title }

/** Nothing, where the words name the day themselves: "by 31 March 2026". */
export const dayBeside = (words: string, day: string): string | undefined =>
  words.replace(/\s/g, ' ').includes(day.replace(/\s/g, ' ')) ? undefined : day

/** The full stop is the template's. */
const unmarked = (words: string): string => words.replace(/\s*\.$/, '')
