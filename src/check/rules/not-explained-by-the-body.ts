import type { Entry, InspectionResponse, Item } from '../../model/response.ts'
import { entriesOf } from '../../model/response.ts'
import { listWords } from '../../model/validate/did-you-mean.ts'
import { countItems, inSection, nameItems } from '../names.ts'
import type { Rule } from '../rule.ts'
import { hasWords, isWritten } from '../texts.ts'
import { lacksReason } from '../unanswered.ts'

/** Of so many lists they are named, where all are told at once. */
const NAMED = 3

export const notExplainedByTheBody: Rule = {
  id: 'not-explained-by-the-body',
  severity: 'warning',
  title: 'The body itself explains what it does about each recommendation',
  source: 'Police Act 1996, section 55(5B)',
  statutory: true,
  *check(response) {
    if (!response.has_duty) return
    const open = unexplained(response)
    const { title } = response.office.body
    const [first, second] = open
    if (!first) return
    // One finding for the letter in any case; without general comments, those are missing as well.
    const isCommented = hasWords(response.comments)
    yield {
      at: isCommented ? ['comments'] : [...first.item.at, first.item.kind],
      part: 'key',
      ...(!isCommented && !second && { item: first.item.id }),
      message: `Missing explanation of ${countItems(open.length, 'recommendation')} by the ${title}, expected the action taken or proposed${second ? ' on each' : ''}, or why there is none: ${nameSome(open)}`,
      hint: isCommented
        ? `Only these general comments can count as that. Where they say it of each, waive this with that reason; else give each ${HOW}`
        : `Give ${second ? 'each' : 'it'} ${HOW}`,
    }
  },
}

const HOW =
  'a `comment`, a joint answer with a `comment`, or an entry of `actions` that `answers` it.'

/** Answered recommendations that nothing but the general comments can explain. */
function unexplained({ sections, actions }: InspectionResponse): Entry[] {
  const acted = new Set(actions.flatMap(({ answers }) => answers))
  const isExplained = (item: Item): boolean =>
    acted.has(item) ||
    isWritten(item.comment) ||
    item.answered_by.some(({ comment }) => isWritten(comment)) ||
    // Section 55(5B)(b): why no action is taken.
    (item.position !== undefined && item.position !== 'accepted' && !lacksReason(item))
  return [...entriesOf(sections)].filter(({ item, cause }) => {
    if (item.kind !== 'recommendation' || !item.answer_due) return false
    // What is unanswered is told as that; what is withheld is not looked into.
    if (!item.answered || item.comment_due || item.withheld) return false
    // What the body says of a cause of concern is said of what it is to lead to.
    return !isExplained(item) && !(cause && isExplained(cause))
  })
}

/** "the seven recommendations in "Investigating crime", recommendation 2 of 3 in "Custody" and 4 others" */
function nameSome(entries: readonly Entry[]): string {
  const groups = new Map<string, Entry[]>()
  for (const entry of entries) {
    const list = JSON.stringify(entry.item.at.slice(0, -1))
    groups.set(list, [...(groups.get(list) ?? []), entry])
  }
  const named = [...groups.values()].slice(0, NAMED)
  const names = named.map(
    ([first, ...more]) =>
      nameItems([first!, ...more].map(({ item }) => item)) + inSection(first!.section),
  )
  const others = entries.length - named.flat().length
  if (others > 0) names.push(others === 1 ? 'one other' : `${others} others`)
  return listWords(names, 'and')
}
