import type { InspectionResponse, Item, ItemKind } from '../../model/response.ts'
import { itemsOf, sectionsOf } from '../../model/response.ts'
import { countItems } from '../names.ts'
import type { Finding, Rule } from '../rule.ts'
import { proseOf, sentencesOf } from '../texts.ts'

const NUMBERS =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  )
const KINDS: readonly [RegExp, ItemKind][] = [
  [/^rec/i, 'recommendation'],
  [/^a/i, 'area_for_improvement'],
  [/^c/i, 'cause_of_concern'],
]
const COUNT = new RegExp(
  `(?<![\\w.,/–-])(${NUMBERS.join('|')}|\\d{1,3})\\s+(recommendations?|areas?\\s+for\\s+improvement|AFIs?|causes?\\s+(?:of|for)\\s+concerns?)\\b`,
  'gi',
)
// A part of them, those of another time, or those of other forces.
const OF_OTHERS =
  /\b(?:(?:one|two|three|four|five|six|some|most|many|all but \w+) of (?:the|these|those|which|them|our)|previous(?:ly)?|last|earlier|since|former|another|remain\w*|outstanding|open|national(?:ly)?|forces|further|more|other|additional|at least|first|complet\w*|implement\w*|discharg\w*|clos\w*|addressed|respectively|main|key|relat\w+|regarding|concerning|about|specific|recommendations? on|under|(?:in|of|from) (?:19|20)\d\d)\b/i
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
        const found = [...words.matchAll(COUNT)]
        if (found.length === 0 || OF_OTHERS.test(words) || BY_OTHERS.test(words)) continue
        counts ??= countAll(response)
        for (const match of found) {
          const within = { offset: offset + match.index, length: match[0].length }
          const finding = judge(match, counts)
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
    KINDS.map(([, kind]) => {
      const count = (items: readonly Item[]) => items.filter(item => item.kind === kind).length
      const expected = report.expects.filter(one => one.kind === kind).map(one => one.count)
      return [kind, { all: count(all), parts: new Set([...lists.map(count), ...expected]) }]
    }),
  )
}

function judge(
  [typed, number, name]: RegExpMatchArray,
  counts: Counts,
): Omit<Finding, 'at'> | undefined {
  const kind = KINDS.find(([pattern]) => pattern.test(name!))![1]
  const { all, parts } = counts.get(kind)!
  const index = NUMBERS.indexOf(number!.toLowerCase())
  const count = index < 0 ? Number(number) : index + 1
  // "One recommendation" may be any of them; without any, the items are still to be typed.
  if (count < 2 || all === 0 || count === all || parts.has(count)) return undefined
  return {
    message: `Unexpected "${typed.replace(/\s+/g, ' ')}", expected ${countItems(all, kind)}, as many as stand in this response`,
    hint: '`- counts: true`, in place of a text, writes the counts from the items themselves.',
  }
}
