import type { ItemKind } from '../../model/response.ts'
import type { CopyLine } from '../../source/report-copy/copy-line.ts'
import { LIST_MARK } from '../../source/report-copy/copy-line.ts'

/** What the report asks, by its headings and its words. */
export type ReportItem = { kind: ItemKind; words: string; line: CopyLine }

type Paragraph = { words: string; first: CopyLine; isListed: boolean; isHeading: boolean }

const HEADINGS: readonly [RegExp, ItemKind][] = [
  [/^areas? for improvement(?: \d+)?:?$/i, 'area_for_improvement'],
  [/^(?:accelerated )?causes? of concern(?: \d+)?:?$/i, 'cause_of_concern'],
  [/^recommendations?(?: \d+)?:?$/i, 'recommendation'],
]
/** "…, we recommend that within six months the force should:" */
const LEAD =
  /\b(?:recommend\b.*\bshould|(?:force|constabulary|constables?) should)\b[^.;]*:[\s–—-]*$/i
const ASKS = /\b(?:should|must)\b/i
const ASKED =
  /^(?:(?:by|within) [^.]{3,60}, )?(?:all |the |every )?(?:chief |police )?(?:force|forces|constabulary|constables?|[a-z]+ (?:police|constabulary))\b.{0,80}?\b(?:should|must|needs? to)\b/i
const SHORTCOMING = /\bshortcoming that we expect\b/i
/** Sentences of the report's own that follow its lists. */
const AFTER_LIST = /^we set out our detailed findings/i

/** Likely ones only: what stands in prose is missed rather than taken for one. */
export function* itemsOfReport(lines: readonly CopyLine[]): Generator<ReportItem> {
  let kind: ItemKind | undefined
  let isInList = false
  for (const paragraph of paragraphsOf(lines)) {
    const { words, first, isListed } = paragraph
    const heading = HEADINGS.find(([pattern]) => pattern.test(words))
    if (heading) {
      ;[kind, isInList] = [heading[1], false]
      continue
    }
    if (SHORTCOMING.test(words))
      yield { kind: 'observation', words: shortcomingIn(words), line: first }
    if (paragraph.isHeading || AFTER_LIST.test(words)) kind = undefined
    if (kind !== 'cause_of_concern' && kind !== undefined && LEAD.test(words)) {
      isInList = true
      continue
    }
    if (isListed && kind !== undefined && kind !== 'cause_of_concern') {
      isInList = true
      yield { kind, words, line: first }
      continue
    }
    if (isInList) [kind, isInList] = [undefined, false]
    if (kind === undefined) continue
    if (kind === 'cause_of_concern') {
      yield { kind, words, line: first }
      kind = undefined
    } else if (ASKS.test(words) && ASKED.test(words)) yield { kind, words, line: first }
  }
}

/** Lines that carry each other on, in one. */
function* paragraphsOf(lines: readonly CopyLine[]): Generator<Paragraph> {
  let own: CopyLine[] = []
  for (const line of lines) {
    const isApart = line.isFirst || isItemHeading(line) || own.some(isItemHeading)
    if (isApart && own.length > 0) {
      yield toParagraph(own)
      own = []
    }
    own.push(line)
  }
  if (own.length > 0) yield toParagraph(own)
}

const isItemHeading = ({ words }: CopyLine) =>
  words.length < 50 && HEADINGS.some(([pattern]) => pattern.test(words.trim()))

function toParagraph(lines: readonly CopyLine[]): Paragraph {
  const first = lines[0]!
  const all = lines
    .map(({ words }) => words.trim())
    .join(' ')
    .replace(/(\p{Ll})- (?=\p{Ll})/gu, '$1-')
  const isMarked = LIST_MARK.test(all)
  const words = all.replace(LIST_MARK, '')
  const isListed = first.kind === 'list item' || (first.kind === undefined && isMarked)
  const isShort = words.length < 90 && !/[.;:,]$/.test(words)
  const isHeading = first.kind === 'heading' || (!isListed && isShort)
  return { words, first, isListed, isHeading }
}

/** Its sentence with the one before, which says of what. */
function shortcomingIn(words: string): string {
  const sentences = words.split(/(?<=[.!?]) +/)
  const at = sentences.findIndex(sentence => SHORTCOMING.test(sentence))
  return sentences.slice(Math.max(0, at - 1), at + 1).join(' ')
}
