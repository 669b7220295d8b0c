import { findWrongCitations } from '../citations.ts'
import type { Path } from '../../problem.ts'
import type { Finding, Rule } from '../rule.ts'
import { textsOf, valuesOf } from '../texts.ts'

/** The plain values that the office words; the others are the report's. */
const OWN: (string | number)[] = ['subject', 'reason', 'public']

export const wrongCitation: Rule = {
  id: 'wrong-citation',
  severity: 'warning',
  title: 'Section 55 and its 56 days are cited as they stand',
  source: 'Police Act 1996, section 55(4) to (6)',
  statutory: true,
  *check(response) {
    if (!response.has_duty) return
    for (const { text, item } of textsOf(response)) {
      // The report's own words are quoted as they are.
      if (item && 'words' in item && item.words === text) continue
      yield* tell(text, item)
    }
    for (const { item, ...value } of valuesOf(response)) {
      const isOwn = item?.kind === 'answers' || value.at.slice(-2).some(key => OWN.includes(key))
      if (isOwn) yield* tell(value, item)
    }
  },
}

type Typed = { at: Path; value: string }

function* tell({ at, value }: Typed, item: { id: string } | undefined): Generator<Finding> {
  for (const { offset, words, message, hint } of findWrongCitations(value, item === undefined))
    yield {
      at,
      within: { offset, length: words.length },
      ...(item && { item: item.id }),
      message,
      hint,
    }
}
