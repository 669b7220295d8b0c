import type { Inline } from '../document/tree.ts'
import type { Item, JointAnswer } from '../model/response.ts'
import { listed, typed } from './letter.ts'
import type { Letter } from './letter.ts'
import { capitalise } from './vocabulary.ts'

/** "Recommendation 12", by the report's own number; else "Recommendation 3 of 7". */
export function itemLabel({ wording }: Letter, item: Item): Inline[] {
  const { index, of } = item.position_in_group
  return wording.inlines('item-label', {
    kind: capitalise(wording.vocabulary.kind(item.kind, 1)),
    number: item.number,
    several: of > 1,
    index,
    count: of,
  })
}

/** Away from its section an item is named with that section, unless the report's number says which it is. */
function labelElsewhere(letter: Letter, item: Item): Inline[] {
  const label = itemLabel(letter, item)
  const place = letter.names.placeOf(item)
  if (!place || letter.names.isNumbered(item)) return label
  const { section, cause } = place
  return letter.wording.inlines('item-elsewhere', {
    label,
    section,
    cause: cause && itemLabel(letter, cause),
  })
}

export const listElsewhere = (letter: Letter, items: readonly Item[]): Inline[] =>
  listed(
    letter,
    items.map(item => labelElsewhere(letter, item)),
  )

/** Whether a joint answer is the body's: a draft's that is not there yet is the chief officer's to give. */
export const isBodys = ({ update, comment, targets }: JointAnswer): boolean =>
  update === undefined &&
  (comment !== undefined || (targets.length > 0 && targets.every(item => item.comment_due)))

/** The heading of a joint answer: its own title, else what it answers and whose answer it is. */
export function jointHeading(letter: Letter, joint: JointAnswer, isBelowItems: boolean): Inline[] {
  if (joint.title) return typed(joint.title)
  const items = jointItems(letter, joint, isBelowItems)
  const name = isBodys(joint) ? 'body-joint-heading' : 'chief-officer-joint-heading'
  return letter.wording.inlines(name, { items })
}

/**
 * What a joint answer answers, as a cause's reader counts it: not the cause itself where it answers
 * all its recommendations.
 */
export function countedTargets(joint: JointAnswer): Item[] {
  const targets = new Set(joint.targets)
  return joint.targets.filter(
    item =>
      item.recommendations.length === 0 || !item.recommendations.every(each => targets.has(each)),
  )
}

/** More than so many are counted rather than named. */
const NAMED = 3

/** Whether a heading that stands away from the items names each of them. */
export const isNamedInHeading = (joint: JointAnswer): boolean =>
  joint.title === undefined && countedTargets(joint).length <= NAMED

function jointItems(letter: Letter, joint: JointAnswer, isBelowItems: boolean): Inline[] {
  const { wording } = letter
  const items = countedTargets(joint)
  if (!isBelowItems && isNamedInHeading(joint)) return listElsewhere(letter, items)
  const kinds = new Set(items.map(item => item.kind))
  const [only] = kinds
  const kind = kinds.size === 1 && only ? only : 'item'
  return wording.inlines('joint-items', {
    one: items.length === 1,
    count: wording.vocabulary.count(items.length),
    kind: wording.vocabulary.kind(kind, 1),
    kinds: wording.vocabulary.kind(kind, items.length),
  })
}
