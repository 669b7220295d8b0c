import type { Block, Inline } from '../document/tree.ts'
import type { Item, JointAnswer, Text } from '../model/response.ts'
import type { Path } from '../problem.ts'
import { composeDetail } from './detail.ts'
import { isBodys, jointHeading } from './labels.ts'
import { gap, gapParagraph, listed, paragraph, plain, typed, withLabel } from './letter.ts'
import type { Letter } from './letter.ts'
import { composeText } from './letter-text.ts'

/**
 * What follows the report's words of an item. `lead`: the lead they stand under. `joint`: the joint answer
 * that follows at once; `isOwn`: to this item alone and without a heading, it is as good as its own.
 */
export function composeAnswers(
  letter: Letter,
  item: Item,
  lead: string | undefined,
  joint?: JointAnswer,
  isOwn = false,
): Block[] {
  const { withheld, update, comment, answered_by } = item
  if (withheld)
    return withheld.public
      ? [paragraph(typed(withheld.public))]
      : gapParagraph(letter, 'gap-withheld', [...item.at, 'withheld'])
  const elsewhere = answered_by.filter(other => other !== joint)
  return [
    ...composePosition(letter, item),
    ...composeUpdate(letter, update),
    ...composeComment(letter, comment),
    ...(joint && isOwn ? composeJointTexts(letter, joint) : []),
    ...composeAwaited(letter, item),
    ...composeAnsweredUnder(letter, elsewhere, isOwn || (update ?? comment) !== undefined),
    ...composeDetail(letter, item, lead),
  ]
}

/** The texts of a joint answer, each behind its label. `said`: its heading says whose the first is. */
export function composeJointTexts(letter: Letter, joint: JointAnswer, said = false): Block[] {
  const { update, comment } = joint
  if (!update && !comment)
    return isBodys(joint)
      ? composeGap(letter, 'comment', joint.at, said)
      : composeGap(letter, 'update', joint.at, said)
  return [
    ...composeUpdate(letter, update, said),
    ...composeComment(letter, comment, said && update === undefined),
  ]
}

function composeUpdate(letter: Letter, update: Text | undefined, said = false): Block[] {
  if (!update) return []
  const blocks = composeText(letter, update, 'gap-update')
  return said ? blocks : withLabel(letter.wording.inlines('chief-officer-label'), blocks)
}

function composeComment(letter: Letter, comment: Text | undefined, said = false): Block[] {
  if (!comment) return []
  const blocks = composeText(letter, comment, 'gap-comment')
  return said ? blocks : withLabel(letter.wording.inlines('body-label'), blocks)
}

const LABELS = { update: 'chief-officer-label', comment: 'body-label' }

function composeGap(letter: Letter, key: keyof typeof LABELS, of: Path, said = false): Block[] {
  const blocks = gapParagraph(letter, `gap-${key}`, [...of, key])
  return said ? blocks : withLabel(letter.wording.inlines(LABELS[key]), blocks)
}

/** The gaps of a draft: an answer that is due and not begun. */
function composeAwaited(letter: Letter, item: Item): Block[] {
  if (letter.response.report.covered_by) return []
  const { update, comment, position, answered_by, recommendations } = item
  const isBegun =
    item.answered ||
    (update ?? comment) !== undefined ||
    answered_by.length > 0 ||
    // Its reason is awaited, which stands for the answer.
    (position !== undefined && position !== 'accepted')
  // A cause of concern that has no answer of its own waits for those of its recommendations.
  const isUpdateAwaited =
    item.answer_due && !item.comment_due && !isBegun && recommendations.length === 0
  const isCommentAwaited =
    item.comment_due && !comment && !answered_by.some(joint => joint.comment ?? !joint.update)
  return [
    ...(isUpdateAwaited ? composeGap(letter, 'update', item.at) : []),
    ...(isCommentAwaited ? composeGap(letter, 'comment', item.at) : []),
  ]
}

export function composePosition(letter: Letter, item: Item): Block[] {
  if (!item.position) return []
  const isReasonAwaited = item.position !== 'accepted' && !item.reason
  const reason = item.reason
    ? typed(item.reason)
    : isReasonAwaited
      ? gap(letter, 'gap-reason', [...item.at, 'reason'])
      : []
  const position = letter.wording.vocabulary.word(item.position)
  return letter.wording.blocks('position', { position, reason })
}

/** "Answered under …", linked to the heading of each joint answer. `also`: besides an answer here. */
export function composeAnsweredUnder(
  letter: Letter,
  joints: readonly JointAnswer[],
  also = false,
): Block[] {
  if (joints.length === 0) return []
  const links = joints.map((joint): Inline[] => [
    {
      type: 'link',
      url: `#${joint.id}`,
      children: withoutPlace(jointHeading(letter, joint, false)),
    },
  ])
  return letter.wording.blocks('answered-under', { places: listed(letter, links), also })
}

/** The words of a heading where they are said again: typed there, and only there. */
function withoutPlace(nodes: readonly Inline[]): Inline[] {
  return nodes.map((node): Inline => {
    if (node.type === 'text') return plain(node.value)
    return node.type === 'break' ? node : { ...node, children: withoutPlace(node.children) }
  })
}
