import { isAll, isAnswer, type JointInputs } from './read-items.ts'
import type { References } from './references.ts'
import { type Item, itemsOf, type JointAnswer, type Section, sectionsOf } from './response.ts'

/** Links joint answers with the items they answer, then says of every item whether it is answered. */
export function linkAnswers(
  sections: readonly Section[],
  joints: JointInputs,
  references: References,
): void {
  for (const section of sectionsOf(sections)) {
    section.items.forEach((entry, index) => {
      if (entry.kind !== 'answers') return
      const typed = joints.get(entry) ?? []
      const targets = entry.all
        ? openAbove(section.items.slice(0, index))
        : [...new Set(named(typed, entry, references))]
      for (const item of targets) {
        entry.targets.push(item)
        item.answered_by.push(entry)
      }
    })
  }
  for (const item of itemsOf(sections)) {
    item.answered ||= item.answered_by.some(one => isAnswer(one.update) || isAnswer(one.comment))
  }
  for (const item of itemsOf(sections)) {
    const { recommendations } = item
    // What others are to answer leaves nothing open here; where that is all, nothing is answered either.
    item.answered ||=
      recommendations.some(one => one.answered) &&
      recommendations.every(one => one.answered || !one.answer_due)
  }
}

const named = (typed: string | string[], joint: JointAnswer, references: References): Item[] => {
  if (isAll(typed)) return []
  const isList = Array.isArray(typed)
  return (isList ? typed : splitReferences(typed)).flatMap((reference, index) => {
    const at = isList ? [...joint.at, 'answers', index] : [...joint.at, 'answers']
    const item = references.resolve(reference, at)
    return item ? [item] : []
  })
}

/** At commas and spaces; at commas alone where words stand before the numbers: "Recommendation 12". */
const splitReferences = (typed: string): string[] =>
  typed.split(/[a-z]{3,}\.? +\d/i.test(typed) ? /\s*,\s*/ : /[\s,]+/).filter(Boolean)

/** The items that nothing answers yet. A cause of concern is answered through its recommendations. */
const openAbove = (entries: readonly (Item | JointAnswer)[]): Item[] =>
  entries.flatMap(entry => {
    if (entry.kind === 'answers') return []
    const items = entry.recommendations.length > 0 ? entry.recommendations : [entry]
    return items.filter(
      ({ answer_due, answered, answered_by }) =>
        answer_due && !answered && answered_by.length === 0,
    )
  })
