import type { Inline } from '../document/tree.ts'
import { sectionsOf } from '../model/response.ts'
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

/** The heading of a joint answer: its own title, else what it answers and whose answer it is. */
export function jointHeading(letter: Letter, joint: JointAnswer, isBelowItems: boolean): Inline[] {
  if (joint.title) return typed(joint.title)
  const items = jointItems(letter, joint, isBelowItems)
  const name = joint.update ? 'chief-officer-joint-heading' : 'body-joint-heading'
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

function jointItems(letter: Letter, joint: JointAnswer, isBelowItems: boolean): Inline[] {
  const { wording } = letter
  const items = countedTargets(joint)
  if (!isBelowItems && items.length > 0 && items.length <= NAMED)
    return listed(
      letter,
      items.map(item => labelElsewhere(letter, item)),
    )
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

/** Away from its section an item without a number of the report's is named with that section. */
export function labelElsewhere(letter: Letter, item: Item): Inline[] {
  const label = itemLabel(letter, item)
  if (item.number !== undefined) return label
  const section = sectionOf(letter, item)
  return section === undefined
    ? label
    : letter.wording.inlines('item-elsewhere', { label, section })
}

function sectionOf({ response }: Letter, item: Item): string | undefined {
  for (const section of sectionsOf(response.sections))
    for (const each of section.items)
      if (each === item || (each.kind !== 'answers' && each.recommendations.includes(item)))
        return section.title.value
  return undefined
}
