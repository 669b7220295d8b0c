import type { ItemKind } from '../../model/response.ts'

/** A heading under which items stand. Without a kind, its items say of which kind they are. */
export type ItemHeading = {
  kind?: ItemKind
  isPlural: boolean
  number?: string
  /** Words of the item itself, on the heading's own line. */
  rest?: string
  /** What it is about, on the heading's own line: "Cause of concern: responding to the public". */
  topic?: string
  /** Of a report before this one. */
  isEarlier?: true
}

const KINDS: readonly [RegExp, ItemKind][] = [
  [/^(?:accelerated )?causes? of concern$/, 'cause_of_concern'],
  [/^areas? for improvement$|^afis?$/, 'area_for_improvement'],
  [/^recommendations?$/, 'recommendation'],
  [/^(?:promising|innovative|notable|good|positive|effective) practices?$/, 'practice'],
]
const NAME =
  '(?:accelerated )?causes? of concern|areas? for improvement|afis?|recommendations?|(?:areas? of |examples? of )?(?:promising|innovative|notable|good|positive|effective) practices?'
const NUMBER = '(?:no\\.? ?)?(\\d{1,3}(?:\\.\\d{1,3})*|[A-Z]{1,2}\\d{1,3}(?:\\.\\d{1,3})*)'
/** "6.", "6.2", "Section 6:", before a heading's words. */
const ORDER =
  '(?:(?:(?:section|part|chapter|annex|appendix) )?[a-z\\d]{1,3}(?:\\.\\d{1,2})*[.:–—-]* )?'
const ITEM_HEADING = new RegExp(
  `^${ORDER}(?:our |new |key |national |specific |further |summary of (?:our |the )?|list of |table of )?(${NAME})(?: ${NUMBER})?` +
    `(?: (?:for|to) (?:the )?(?:force|forces|chief constables?|constabulary|[a-z]+ (?:police|constabulary)))?(?: \\(afis?\\))?\\s*[:–—-]?$`,
  'i',
)
const WITH_REST = new RegExp(
  `^(?:(\\d{1,2}(?:\\.\\d{1,3})+)\\.? )?((?:accelerated )?cause of concern|area for improvement|recommendation)(?: ${NUMBER})?\\s*(?:[:–—]|\\.(?=\\s+[a-z]))\\s+(.+)$`,
  'i',
)
const SEVERAL = new RegExp(
  `^${ORDER}(?:our |key |summary of (?:our |the )?|list of )?(?:${NAME})(?:,| and) (?:(?:${NAME})(?:,| and) )*(?:${NAME})\\s*:?$`,
  'i',
)

const EARLIER =
  /^(?:.{3,90}[:–—-] )?(?:progress (?:against|on|with) (?:the |our )?)?recommendations? (?:from|of|made in) (?:the |our )?(?:(?:19|20)\d\d |previous |last |first |earlier )?(?:inspection|report|visit)\b.{0,60}$/i

/** Most paragraphs name nothing of the kind. */
const NAMED = /\b(?:concern|recommendation|improvement|afi|practice)/i

/** "Areas for improvement", "Recommendation 3", "Recommendation 3: By March 2026, …". */
export function readItemHeading(words: string): ItemHeading | undefined {
  if (!NAMED.test(words)) return undefined
  const rest = WITH_REST.exec(words)
  if (rest) {
    const [, before, name = '', own, said = ''] = rest
    const words = said.replace(/\s*:$/, '')
    const isTopic = !isStatement(words) && !/[.;)]$/.test(words)
    const kind = kindOf(name)
    const number = own ?? before
    const numbered = { ...(kind && { kind }), isPlural: false, ...(number && { number }) }
    return isTopic ? { ...numbered, topic: words } : { ...numbered, rest: said }
  }
  if (words.length > 120) return undefined
  if (SEVERAL.test(words)) return { isPlural: true }
  if (EARLIER.test(words)) return { kind: 'recommendation', isPlural: true, isEarlier: true }
  const found = ITEM_HEADING.exec(words)
  if (!found) return undefined
  const [, name = '', number] = found
  const kind = kindOf(name)
  const isPlural = /^(?:(?:accelerated )?causes|areas for|afis|recommendations|.*practices$)/i.test(
    name,
  )
  // "Recommendations 12" is a line of the contents.
  if (isPlural && number !== undefined) return undefined
  return { ...(kind && { kind }), isPlural, ...(number && { number }) }
}

const kindOf = (name: string): ItemKind | undefined => {
  const words = name.toLowerCase().replace(/^(?:areas? of |examples? of )/, '')
  return KINDS.find(([pattern]) => pattern.test(words))?.[1]
}

const GRADES = 'outstanding|good|adequate|requires improvement|inadequate'
const GRADE_LINE = new RegExp(
  `^(?:(?:overall |current )?(?:grade|judge?ment|graded|rating)[:–— -]+)?(${GRADES}|ungraded|not graded|no grade(?: given)?)\\.?$`,
  'i',
)
const GRADED = /\b(?:outstanding|good|adequate|inadequate|requir)/i
const GRADE_SENTENCE = new RegExp(
  `^(?!.*\\b(?:last year|previous|was\\b.*\\bin (?:our )?20\\d\\d)\\b)(?:the (?:force|constabulary)|[a-z’& -]{3,50} (?:police|constabulary|service)) (?:(?:is|was|are|has been) (?:judged (?:to be )?|assessed as )?(outstanding|good|adequate|inadequate|requiring improvement) (?:at|in)|(requires improvement) (?:at|in))\\b.{3,140}$` +
    `|^The extent to which .{10,140}?(?: is:?)? (${GRADES})\\.?$`,
  'i',
)

/** A grade that stands alone on its line. */
export function readGradeLine(words: string): string | undefined {
  const grade = words.length < 60 ? GRADE_LINE.exec(words)?.[1]?.toLowerCase() : undefined
  return grade === undefined ? undefined : /^(?:not|no) /.test(grade) ? 'ungraded' : grade
}

/** "Northshire Police is adequate at preventing crime." */
export function readGradeSentence(words: string): string | undefined {
  if (!GRADED.test(words)) return undefined
  const found = words.length < 400 ? GRADE_SENTENCE.exec(words) : undefined
  const grade = (found?.[1] ?? found?.[2] ?? found?.[3])?.toLowerCase()
  return grade === 'requiring improvement' ? 'requires improvement' : grade
}

const QUESTION =
  /^(?:[Oo]verview [–—-] )?(?:(?:[Qq]uestion |[Qq])?(\d{1,2})[.):]?\s+)?((?:How|To what extent|Does|Do|Is|Are|What)\b.{10,220}\?)$/

/** "2. How effective is the force at investigating crime?" */
export function readQuestion(words: string): { question: string; number?: string } | undefined {
  const found = QUESTION.exec(words)
  return found ? { question: found[2]!, ...(found[1] && { number: found[1] }) } : undefined
}

/** "…, we recommend that within six months the force should:" */
export const isLead = (words: string): boolean => words.length < 400 && LEAD.test(words)
const LEAD =
  /\b(?:should|must|needs? to)(?: (?:also|now|immediately|urgently))?(?:,[^:.;]{0,80})?(?: (?:make sure|ensure)(?: that)?(?:,[^:.;]{0,80})?)?\s*:[\s–—-]*$/i

/** "We made the following recommendations, in which we said that the force should:" */
export const isRecommendingLead = (words: string): boolean =>
  isLead(words) && /\bwe (?:also |therefore |now )?recommend\b|\brecommendations?\b/i.test(words)

/** "We made the following recommendations:", of which each is a sentence of its own. */
export const opensRecommendations = (words: string): boolean =>
  /\bwe (?:have )?(?:made|make) the following recommendations?\s*:$/i.test(words)

/** "Our cause of concern had eight recommendations:" counts what follows, and is none of it. */
export const countsWhatFollows = (words: string): boolean =>
  /\brecommendations?\s*:$/i.test(words) && !isLead(words)

/** A sentence of the report that asks somebody to do something. */
export const asks = (words: string): boolean => ASKS.test(words)
const ASKS = /\b(?:should|must|needs? to|(?:is|are) required to)\b/i

/** Without any of these words nothing is asked, and most of a report has none: it is not looked at in sentences. */
export const mayAsk = (words: string): boolean =>
  /should|must|need|recommend|shortcoming|expect|required/i.test(words)

/** Whom it asks: the force, or others whom reports address. */
export const isAsked = (words: string): boolean => ASKED.test(words)
const ASKED =
  /^(?:(?:by|within) [^.:]{3,60}, |immediately,? |with immediate effect,? )?(?:we recommend (?:that )?)?(?:all |the |every |each )?(?:chief |police )?(?:force|forces|constabulary|constables?|officers|partners|it|[a-z]+(?: [a-z&]+)? (?:police|constabulary)|home office|college of policing|npcc|national police chiefs’ council)\b(?:(?! that | which |noted)[^.;:]){0,80}?\b(?:should|must|needs? to)\b(?! be noted)/i

/** The number before an item's words: "6.4 The force should …". */
export function readItemNumber(words: string): { number: string; rest: string } | undefined {
  const found = ITEM_NUMBER.exec(words)
  return found ? { number: found[1]!, rest: found[2]! } : undefined
}
const ITEM_NUMBER = /^([A-Z]?\d{1,2}\.\d{1,3}|[A-Z]{1,2}\d{1,3})[.):]?\s+(\p{Lu}.*)$/su

/** A headline says something of somebody; the name of a topic does not. */
export const isStatement = (words: string): boolean => asks(words) || saysOfSomebody(words)
export const saysOfSomebody = (words: string): boolean => STATEMENT.test(words)
const STATEMENT =
  /^(?:the (?:force|constabulary|service)|[a-z]+(?: [a-z]+){0,2} (?:police|constabulary)|forces|it|there|too many|not all|officers|staff|supervisors|victims)\b(?! (?:and|of|in)\b).{8,}/i

/** Lines of a letter that are no headings. */
export const isOfLetter = (words: string): boolean =>
  /^(?:dear|yours (?:sincerely|faithfully)|to:|from:|by e-?mail|cc:|kind regards|sent by)|^(?:from|to|cc|sent on):?$/i.test(
    words,
  )

const DAY =
  '(\\d{1,2}(?:st|nd|rd|th)? (?:January|February|March|April|May|June|July|August|September|October|November|December),? \\d{4}|\\d{1,2}[/.]\\d{1,2}[/.]\\d{4}|\\d{4}-\\d{2}-\\d{2})'
const PUBLISHED = new RegExp(
  `^(?:this report was |report )?(?:first )?(?:published|publication date|date of publication|date published)(?: on)?[: ]+${DAY}\\b`,
  'i',
)
const MONTH =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December)'
const OTHER_DAY = new RegExp(`^(?:(?:.{0,60}\\b)?${DAY}|${MONTH} \\d{4})$`, 'i')

/** The words of the day in "Published on 16 September 2025". */
export const readPublished = (words: string): string | undefined =>
  words.length < 120 ? PUBLISHED.exec(words)?.[1] : undefined

/** A line that ends with a day: "Last updated 09/09/2019". */
export const endsWithDay = (words: string): boolean => words.length < 90 && OTHER_DAY.test(words)

/** Sentences that end the items of a section. */
export const endsItems = (words: string): boolean => ENDS.test(words)
const ENDS =
  /^(?:we set out our detailed findings|summary for question|questions for [a-z]+$|(?:return|back) to (?:contents|top)|main findings$|detailed findings$)/i

/** What a page has around its report. */
export const isFurniture = (words: string): boolean => words.length < 90 && FURNITURE.test(words)
const FURNITURE =
  /^(?:skip to (?:main )?content|(?:return|back) to (?:contents|top|the top.*)|last (?:updated|modified|reviewed)\b.*|share (?:this|on)\b.*|print this\b.*|contents|table of contents|cookies?\b.*|accept (?:all )?cookies|menu|search|home|get the report|download.*\(?pdf\b.*|page \d+(?: of \d+)?|next|previous|print this document)$/i

/** Lines that are no part of a sentence, however the file sets them. */
export const standsAlone = (words: string): boolean =>
  words.length < 90 &&
  (/^\d{1,2}$/.test(words) ||
    isFurniture(words) ||
    readPublished(words) !== undefined ||
    /^summary for question \d+$/i.test(words) ||
    readGradeLine(words) !== undefined ||
    (isBareItemHeading(words) && /^\p{Lu}/u.test(words)))

const isBareItemHeading = (words: string): boolean => {
  const heading = readItemHeading(words)
  return heading !== undefined && heading.rest === undefined && heading.topic === undefined
}

/** "It is a shortcoming that we expect the force to address." */
export const isShortcoming = (sentence: string): boolean => SHORTCOMING.test(sentence)
const SHORTCOMING =
  /\bshortcomings?\b.{0,80}\bwe (?:would )?(?:expect|want)\b|\bwe expect the (?:force|constabulary) to (?:have )?(?:address|resolve|rectif|deal|put (?:this|it) right)/i

/** Headings that say what kind of thing follows, and of nothing what it is about. */
export const isGeneric = (words: string): boolean => GENERIC.test(words)
const GENERIC =
  /^(?:(?:\d+(?:\.\d+)*|section \d+|part \d+|chapter \d+|annex [a-z\d]+|appendix [a-z\d]+)[.:–—-]*\s*)?(?:contents|(?:executive |overall )?summary|introduction|foreword|overview|background|conclusions?|main findings|(?:our )?(?:key )?findings|detailed findings|(?:summary of )?(?:our )?(?:main |key )?findings|(?:our |overall )?judge?ments?|context|methodology|letter information|the letter|our findings|next steps|progress.*|about (?:us|this|our)\b.*|appendix.*|annex.*|definitions.*)?\d?:?$/i

/** The parts of a text at full stops, each with those behind it left out. */
export const sentencesOf = (words: string): string[] =>
  words.split(/(?<=[.!?][’”"')\]]?) +(?=[\p{Lu}‘“"'(])/u)
