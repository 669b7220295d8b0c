import { isAll, isAnswer, type JointInputs } from './read-items.ts'
import type { References } from './references.ts'
import { didYouMean } from './validate/did-you-mean.ts'
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
        : [...new Set(named(typed, entry, references) ?? openAbove(section.items.slice(0, index)))]
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

/** More references than these that name nothing are no references. */
const MOST_UNKNOWN = 3

/** Nothing, where all is meant, or nobody can say what. */
const named = (
  typed: string | string[],
  { at: joint }: JointAnswer,
  references: References,
): Item[] | undefined => {
  if (isAll(typed)) return []
  const isList = Array.isArray(typed)
  const names = isList ? typed : splitReferences(typed)
  if (names.filter(name => !references.knows(name)).length > MOST_UNKNOWN) {
    const expected = "expected all, or the items' references, such as [R10, A2]"
    references.context.refuse(
      [...joint, 'answers'],
      'reference',
      `Unexpected words behind answers, ${expected}`,
      { hint: 'The text of the answer stands in `update` or `comment`' },
    )
    return undefined
  }
  const items = names.flatMap((reference, index) => {
    const at = isList ? [...joint, 'answers', index] : [...joint, 'answers']
    const item = references.resolve(reference, at, isList ? [] : ['all'])
    return item ? [item] : []
  })
  const [only, second] = names
  const isMeantAll = !isList && second === undefined && items.length === 0
  return isMeantAll && didYouMean(only ?? '', ['all']) ? undefined : items
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
