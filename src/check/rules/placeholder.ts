import { placeholderFinder } from '../../model/placeholder.ts'
import type { Item, JointAnswer } from '../../model/response.ts'
import type { Path } from '../../problem.ts'
import type { Finding, Rule } from '../rule.ts'
import { textsOf, valuesOf } from '../texts.ts'

/** Dates whose absence has a rule of its own, whether they are left out or still to come. */
const OWN_RULE = ['report.published', 'letter.date']

export const placeholder: Rule = {
  id: 'placeholder',
  severity: 'error',
  title: 'Texts are finished',
  source: 'Police Act 1996, section 55(5)',
  statutory: true,
  completeness: true,
  *check(context) {
    for (const { text, item } of textsOf(context))
      if (text.placeholder !== undefined) yield tell(text, text.placeholder, item)
    const find = placeholderFinder(context.settings.placeholders)
    for (const { item, ...value } of valuesOf(context)) {
      const found = find(value.value)
      if (found !== undefined) yield tell(value, found, item)
    }
    for (const { at, words } of context.unknownDates) {
      if (OWN_RULE.includes(at.join('.'))) continue
      yield { at, message: `Unexpected placeholder "${words}", expected a date such as 2019-09-27` }
    }
  },
}

function tell(
  { at, value }: { at: Path; value: string },
  found: string,
  item: Item | JointAnswer | undefined,
): Finding {
  const isWithheld = item !== undefined && item.kind !== 'answers' && item.withheld !== undefined
  const offset = value.indexOf(found)
  return {
    at,
    ...(offset >= 0 && { within: { offset, length: found.length } }),
    ...(item && { item: item.id }),
    // What is withheld is not quoted, not even by the words that stand in for it.
    message: isWithheld
      ? 'Unexpected placeholder, expected the finished words'
      : `Unexpected placeholder "${found}", expected the finished words`,
  }
}
