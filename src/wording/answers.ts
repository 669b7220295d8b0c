import type { Block, Inline } from '../document/tree.ts'
import type { Item, JointAnswer, Text } from '../model/response.ts'
import { jointHeading } from './labels.ts'
import { gap, listed, paragraph, plain, typed, withLabel } from './letter.ts'
import type { Letter } from './letter.ts'
import { composeText } from './letter-text.ts'

/** What follows the report's words of an item. `leads`: the lead they stand under. */
export function composeAnswers(letter: Letter, item: Item, lead: string | undefined): Block[] {
  if (item.withheld) return composeWithheld(letter, item)
  return [
    ...composePosition(letter, item),
    ...composeUpdate(letter, item.update),
    ...composeComment(letter, item.comment),
    ...composeAwaited(letter, item),
    ...composeAnsweredUnder(letter, item.answered_by),
    ...composeDetail(letter, item, lead),
  ]
}

export function composeUpdate(letter: Letter, update: Text | undefined): Block[] {
  if (!update) return []
  const label = letter.wording.inlines('chief-officer-label')
  return withLabel(label, composeText(letter, update, 'gap-update'))
}

export function composeComment(letter: Letter, comment: Text | undefined): Block[] {
  if (!comment) return []
  const label = letter.wording.inlines('body-label')
  return withLabel(label, composeText(letter, comment, 'gap-comment'))
}

/** The gaps of a draft: an answer that is due and not there. */
function composeAwaited(letter: Letter, item: Item): Block[] {
  const { wording } = letter
  const blocks: Block[] = []
  // A cause of concern that has no answer of its own waits for those of its recommendations.
  const isUpdateAwaited =
    item.answer_due && !item.answered && !item.comment_due && item.recommendations.length === 0
  if (isUpdateAwaited && !item.update && !item.comment && !item.position)
    blocks.push(
      ...withLabel(wording.inlines('chief-officer-label'), [
        paragraph([gap(letter, 'gap-update')]),
      ]),
    )
  if (item.comment_due && !item.comment)
    blocks.push(
      ...withLabel(wording.inlines('body-label'), [paragraph([gap(letter, 'gap-comment')])]),
    )
  return blocks
}

function composePosition(letter: Letter, item: Item): Block[] {
  if (!item.position) return []
  const needsReason = item.position !== 'accepted' && !item.reason
  const reason = item.reason ? typed(item.reason) : needsReason ? [gap(letter, 'gap-reason')] : []
  const position = letter.wording.vocabulary.word(item.position)
  return letter.wording.blocks('position', { position, reason })
}

function composeWithheld(letter: Letter, item: Item): Block[] {
  const sentence = item.withheld?.public
  return [paragraph(sentence ? typed(sentence) : [gap(letter, 'gap-withheld')])]
}

/** "Answered under …", linked to the heading of each joint answer. */
export function composeAnsweredUnder(letter: Letter, joints: readonly JointAnswer[]): Block[] {
  if (joints.length === 0) return []
  const links = joints.map((joint): Inline[] => [
    {
      type: 'link',
      url: `#${joint.id}`,
      children: withoutPlace(jointHeading(letter, joint, false)),
    },
  ])
  return letter.wording.blocks('answered-under', { places: listed(letter, links) })
}

/** The words of a heading where they are said again: typed there, and only there. */
function withoutPlace(nodes: readonly Inline[]): Inline[] {
  return nodes.map((node): Inline => {
    if (node.type === 'text') return plain(node.value)
    return node.type === 'break' ? node : { ...node, children: withoutPlace(node.children) }
  })
}

/** The line about an item: its deadline where the report's words do not say it, status, lead, target. */
function composeDetail(letter: Letter, item: Item, lead: string | undefined): Block[] {
  if (!hasDetail(item, lead)) return []
  const { vocabulary } = letter.wording
  const isSaid = isDeadlineSaid(item, lead)
  const children = letter.wording.inlines('item-detail', {
    deadline: isSaid ? undefined : item.deadline?.words,
    day: isSaid || !item.deadline?.day ? undefined : vocabulary.date(item.deadline.day),
    status: item.status && vocabulary.word(item.status),
    owner: item.owner,
    target: item.target && vocabulary.date(item.target),
    evidence: listed(
      letter,
      item.evidence.map(evidence => evidenceOf(evidence.value)),
    ),
  })
  return [paragraph(children, 'detail')]
}

const isLink = (value: string): boolean => /^https?:\/\/\S+$/i.test(value)

const evidenceOf = (value: string): Inline[] =>
  isLink(value) ? [{ type: 'link', url: value, children: [plain(value)] }] : [plain(value)]

/** Whether a line about the item is printed. */
export const hasDetail = (item: Item, lead: string | undefined): boolean =>
  item.status !== undefined ||
  item.owner !== undefined ||
  item.target !== undefined ||
  item.evidence.length > 0 ||
  !isDeadlineSaid(item, lead)

function isDeadlineSaid(item: Item, lead: string | undefined): boolean {
  if (!item.deadline) return true
  const said = `${lead ?? ''} ${item.title?.value ?? ''} ${item.words.value}`
  return simple(said).includes(simple(item.deadline.words))
}

const simple = (words: string): string => words.toLowerCase().replace(/\s+/g, ' ').trim()
