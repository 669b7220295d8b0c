import type { ItemKind } from './response.ts'

/** A number of items that a sentence names: "three recommendations". */
export type NamedNumber = { kind: ItemKind; count: number; offset: number; words: string }

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

/** What a sentence counts, unless it counts a part of them, or those of others. */
export function namedNumbersIn(sentence: string): NamedNumber[] {
  const found = [...sentence.matchAll(COUNT)]
  if (found.length === 0 || OF_OTHERS.test(sentence)) return []
  return found.map(({ 0: words, 1: number = '', 2: name = '', index }) => {
    const at = NUMBERS.indexOf(number.toLowerCase())
    const kind = KINDS.find(([pattern]) => pattern.test(name))![1]
    return { kind, count: at < 0 ? Number(number) : at + 1, offset: index, words }
  })
}
