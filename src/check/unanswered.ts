import type { Item, ItemKind, JointAnswer, Section } from '../model/response.ts'
import { entriesOf } from '../model/response.ts'
import { countItems, inSection, nameItem, nameItems } from './names.ts'
import type { Finding, Rule } from './rule.ts'
import { answersTo, isWritten } from './texts.ts'

/** Items whose answer is missing, told at one place: their own, or an answer that has no text. */
type Silence = { section: Section; items: [Item, ...Item[]]; joint?: JointAnswer }

type Options = Pick<Rule, 'title' | 'source'> & { statutory?: true }

/** A rule for the items of one kind, so that an office can treat the kinds differently. */
export function unanswered(kind: ItemKind, id: string, options: Options): Rule {
  return {
    id,
    severity: 'error',
    ...options,
    completeness: true,
    *check({ report, sections }) {
      // Another response answers the same findings.
      if (report.covered_by) return
      for (const silence of silencesOf(sections))
        if (silence.items[0].kind === kind) yield tell(silence)
    },
  }
}

function tell({ section, items, joint }: Silence): Finding {
  const [item] = items
  const where = inSection(section)
  if (joint)
    return {
      at: [...joint.at, 'answers'],
      part: 'key',
      item: joint.id,
      message: `Missing text of the answer to ${nameItems(items)}${where}, expected an update or a comment`,
    }
  const below = items.length - 1
  const what = below === 0 ? '' : ` and its ${countItems(below, 'recommendation')}`
  return {
    at: [...item.at, item.kind],
    part: 'key',
    item: item.id,
    message: `Missing answer to ${nameItem(item)}${what}${where}, expected an update or a comment`,
    ...hintFor(item),
  }
}

function hintFor({ position, withheld }: Item): Pick<Finding, 'hint'> {
  if (position === 'accepted')
    return {
      hint: '`position: accepted` alone is no answer: the Act asks for the action taken or proposed.',
    }
  return withheld
    ? { hint: 'What is withheld is answered too, if not in public. A placeholder is no answer.' }
    : {}
}

function* silencesOf(sections: readonly Section[]): Generator<Silence> {
  const told = new Set<Item>()
  const joints = new Map<string, Item[]>()
  for (const { item, section } of entriesOf(sections)) {
    if (told.has(item) || !isSilent(item)) continue
    const joint = item.answered_by.find(answer => !isWritten(answer.update ?? answer.comment))
    if (joint) {
      // Told once for all items of a kind, when the first of them is met.
      const key = `${joint.id} ${item.kind}`
      const known = joints.get(key)
      if (known) continue
      const items = joint.targets.filter(other => other.kind === item.kind && isSilent(other))
      joints.set(key, items)
      if (isSome(items)) yield { section, items, joint }
      continue
    }
    if (item.kind === 'cause_of_concern' && item.recommendations.length > 0) {
      // With an answer to some of its recommendations, only the others are missing.
      if (item.recommendations.some(isAnswerBegun)) continue
      const below = item.recommendations.filter(isSilent)
      for (const recommendation of below) told.add(recommendation)
      yield { section, items: [item, ...below] }
      continue
    }
    yield { section, items: [item] }
  }
}

/** An answer is due, and nothing stands there that another rule would report. */
function isSilent(item: Item): boolean {
  return item.answer_due && !item.answered && !item.comment_due && !isAnswerBegun(item)
}

/** Answered, or begun: a placeholder, or a position that lacks its reason. */
function isAnswerBegun(item: Item): boolean {
  if (item.answered || lacksReason(item)) return true
  return answersTo(item).some(({ placeholder }) => placeholder !== undefined)
}

/** All positions but the first are explained: Police Act 1996, section 55(5B)(b). */
export function lacksReason(item: Item): boolean {
  const { position, reason } = item
  return position !== undefined && position !== 'accepted' && !reason?.value.trim()
}

function isSome(items: Item[]): items is [Item, ...Item[]] {
  return items.length > 0
}
