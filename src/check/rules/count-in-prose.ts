import type { InspectionResponse, Item, ItemKind } from '../../model/response.ts'
import { itemsOf, sectionsOf } from '../../model/response.ts'
import { namedNumbersIn, type NamedNumber } from '../../model/named-counts.ts'
import { countItems } from '../names.ts'
import type { Finding, Rule } from '../rule.ts'
import { proseOf, sentencesOf } from '../texts.ts'

const KINDS: readonly ItemKind[] = ['recommendation', 'area_for_improvement', 'cause_of_concern']
// Others make recommendations as well.
const BY_OTHERS =
  /\b(?:audit\w*|IOPC|Ombudsman|coroners?|Ofsted|College|Home Office|Home Affairs|panel|I|we|my office|our office) (?:has |have |also )?(?:ma[dk]e|makes|issued?|published?|raised?|identif(?:y|ied))\b/i

export const countInProse: Rule = {
  id: 'count-in-prose',
  // Not the error of `expects`: what a sentence counts is for a person to judge.
  severity: 'warning',
  title: 'Counts in the letter agree with its items',
  source: 'Practice: committees complain of counts that differ from page to page',
  *check(response) {
    if (response.report.covered_by) return
    let counts: Counts | undefined
    for (const { text } of proseOf(response)) {
      if (!/recommendation|area|AFI|cause/i.test(text.value)) continue
      for (const { offset, words } of sentencesOf(text.value)) {
        const found = BY_OTHERS.test(words) ? [] : namedNumbersIn(words)
        if (found.length === 0) continue
        counts ??= countAll(response)
        for (const named of found) {
          const within = { offset: offset + named.offset, length: named.words.length }
          const finding = judge(named, counts)
          if (finding) yield { at: text.at, within, ...finding }
        }
      }
    }
  },
}

/** By kind: how many there are in all, and in each part of the response that a sentence may mean. */
type Counts = Map<ItemKind, { all: number; parts: Set<number> }>

function countAll({ report, sections }: InspectionResponse): Counts {
  const lists: Item[][] = [
    ...[...sectionsOf(sections)].map(section => [...itemsOf([section])]),
    ...[...itemsOf(sections)].map(({ recommendations }) => recommendations),
  ]
  const all = [...itemsOf(sections)]
  return new Map(
    KINDS.map(kind => {
      const count = (items: readonly Item[]) => items.filter(item => item.kind === kind).length
      const expected = report.expects.filter(one => one.kind === kind).map(one => one.count)
      return [kind, { all: count(all), parts: new Set([...lists.map(count), ...expected]) }]
    }),
  )
}

function judge(
  { kind, count, words }: NamedNumber,
  counts: Counts,
): Omit<Finding, 'at'> | undefined {
  const { all, parts } = counts.get(kind)!
  // "One recommendation" may be any of them; without any, the items are still to be typed.
  if (count < 2 || all === 0 || count === all || parts.has(count)) return undefined
  return {
    message: `Unexpected "${words.replace(/\s+/g, ' ')}", expected ${countItems(all, kind)}, as many as stand in this response`,
    hint: '`- counts: true`, in place of a text, writes the counts from the items themselves.',
  }
}
