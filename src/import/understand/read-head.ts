import type { FoundReport, FoundSection, Words } from '../found-report.ts'
import { readDay } from '../../model/day.ts'
import { SCALES } from '../../model/read-report.ts'
import { endsWithDay, isFurniture, readItemHeading, readPublished } from './formulae.ts'
import { wordsOf } from './find-sections.ts'
import type { Paragraph } from './paragraph.ts'

type Head = Pick<
  FoundReport,
  'title' | 'inspectorates' | 'kind' | 'published' | 'otherDays' | 'scale'
>

/** So much of a report is its head: what its cover, its first page or the head of a letter says. */
const HEAD = 40

/** What the report says of itself. */
export function readHead(
  paragraphs: readonly Paragraph[],
  sections: readonly FoundSection[],
  { title, kind }: Pick<Head, 'title' | 'kind'>,
): Head {
  const head = paragraphs.slice(0, HEAD)
  const scale = scaleOf(sections, title)
  return {
    ...(title !== undefined && { title }),
    inspectorates: inspectoratesIn(head.length < paragraphs.length ? head : paragraphs, paragraphs),
    ...(kind && { kind }),
    ...readDays(paragraphs),
    ...(scale && { scale }),
  }
}

const ABOUT =
  /\b(?:PEEL|inspections?|assessments?|revisits?|cause of concern|causes of concern|thematic|review|follow-up|child protection|custody|report on|spotlight)\b/i
const LONGEST_TITLE = 200

/** The first heading of the first level; or the first short line that speaks of an inspection. */
export function findTitle(paragraphs: readonly Paragraph[]): string | undefined {
  const top = paragraphs.filter(
    one => one.kind === 'heading' && one.level === 1 && isTitleLike(one),
  )
  const early: Paragraph[] = []
  for (const one of paragraphs) {
    if (early.length === HEAD) break
    if (isTitleLike(one)) early.push(one)
  }
  const about = [...top, ...early].find(({ words }) => isAbout(words))
  // A page of a report may have the name of a pillar for its heading.
  const isWhole = top[0] !== undefined && top[0].words.split(' ').length > LONGEST_PILLAR
  const title = isWhole
    ? (top.find(({ words }) => isAbout(words)) ?? top[0])
    : (about ?? top[0] ?? early.find(({ words }) => OF_POLICE.test(words) && !/[.?!]$/.test(words)))
  return title?.words.replace(/^(?:re|subject)\s*:\s*/i, '')
}

const isTitleLike = ({ words, kind }: Paragraph): boolean => {
  if ((kind !== 'heading' && kind !== 'prose') || words.length > LONGEST_TITLE) return false
  if (isFurniture(words)) return false
  const heading = readItemHeading(words)
  return !heading || heading.topic !== undefined
}

/** A line below the title, which says whose report it is. */
const BY_WHOM = /^(?:an? |the )?(?:joint )?(?:inspection|review|report)?\s*\bby\b/i
const OF_POLICE = /\b(?:polic(?:e|ing)|forces?|constabulary)\b/i
const LONGEST_PILLAR = 3

const isAbout = (words: string): boolean =>
  ABOUT.test(words) && !/[.;]$/.test(words) && !BY_WHOM.test(words)

/** What kind of report it is, by its title and the beginning of a letter. */
export function kindOf(title: string, paragraphs: readonly Paragraph[]): FoundReport['kind'] {
  const head = paragraphs.slice(0, HEAD)
  const first = head.map(({ words }) => words.slice(0, 300)).join('\n')
  const isLetter = /^dear\b/im.test(first)
  if (
    /\baccelerated\b/i.test(title) ||
    (isLetter && /\baccelerated causes? of concern\b/i.test(first))
  )
    return 'accelerated'
  if (
    /\b(?:revisit|re[-‑]?inspection|post-inspection review|follow-up|closure|closed|progress (?:report|letter|update)|assessment of progress|default (?:phase|level) of monitoring)\b/i.test(
      title,
    )
  )
    return 'revisit'
  if (/\bchild protection\b/i.test(title)) return 'child-protection'
  if (/\bcustody\b/i.test(title)) return 'custody'
  if (/\bPEEL\b/.test(title)) return 'peel'
  if (
    /\b(?:thematic|national|all forces|joint (?:case )?inspection|spotlight|how (?:well|effectively) (?:the )?(?:police|forces))\b/i.test(
      title,
    )
  )
    return 'thematic'
  return undefined
}

const AUTHOR = /Inspectorate|HMI|HMCPSI|Care Quality|CQC|Ofsted/i
const INSPECTORATES: readonly [RegExp, string][] = [
  [/\bHMICFRS\b|\bInspectorate of Constabulary and Fire\b/i, 'HMICFRS'],
  [/\bHMIC\b|\bInspectorate of Constabulary\b(?! and Fire)/i, 'HMIC'],
  [/\bHMI Prisons\b|\bHMIP\b|\bInspectorate of Prisons\b/i, 'HM Inspectorate of Prisons'],
  [/\bHMI Probation\b|\bInspectorate of Probation\b/i, 'HM Inspectorate of Probation'],
  [
    /\bHMCPSI\b|\bCrown Prosecution Service Inspectorate\b/i,
    'HM Crown Prosecution Service Inspectorate',
  ],
  [/\bCare Quality Commission\b|\bCQC\b/, 'Care Quality Commission'],
  [/\bOfsted\b/, 'Ofsted'],
]

/** Its authors: HMICFRS wherever it is named, others where the head names them. */
function inspectoratesIn(head: readonly Paragraph[], all: readonly Paragraph[]): string[] {
  const named = (some: readonly Paragraph[]) => {
    const among = some.filter(({ words }) => AUTHOR.test(words))
    return INSPECTORATES.filter(([pattern]) => among.some(({ words }) => pattern.test(words))).map(
      ([, name]) => name,
    )
  }
  const first = named(head)
  const own = first.length > 0 ? first : named(all).slice(0, 1)
  // It took its present name in July 2017; what is older was published by HMIC, whatever its website says today.
  const isOld =
    own.includes('HMIC') && head.some(({ words }) => /^(?:©.*\b|.{0,30}\b)201[0-6]$/.test(words))
  return own.filter(name => name !== (isOld ? 'HMICFRS' : own.includes('HMICFRS') ? 'HMIC' : ''))
}

/** The first paragraphs of each file. */
const headsOf = (paragraphs: readonly Paragraph[]): Paragraph[] => {
  const counts = new Map<number, number>()
  return paragraphs.filter(({ copy }) => {
    const count = (counts.get(copy) ?? 0) + 1
    counts.set(copy, count)
    return count <= HEAD
  })
}

/** The day that it says it was published on, and the others near its head that may be taken for it. */
function readDays(paragraphs: readonly Paragraph[]): Pick<Head, 'published' | 'otherDays'> {
  const otherDays: Words[] = []
  let published: string | undefined
  for (const paragraph of headsOf(paragraphs)) {
    const { words } = paragraph
    const day = readDay(readPublished(words) ?? '')
    if (day !== undefined) published ??= day
    else if (endsWithDay(words)) otherDays.push(wordsOf(paragraph))
  }
  return { ...(published !== undefined && { published }), otherDays }
}

/** Only the newer scale has the grade adequate; it is used since 2021/22. */
function scaleOf(sections: readonly FoundSection[], title = ''): Head['scale'] {
  const grades = [...gradesOf(sections)]
  if (grades.length === 0) return undefined
  if (grades.includes('adequate')) return 'peel-2021'
  if (!grades.every(grade => grade === 'ungraded' || SCALES['peel-2014'].includes(grade)))
    return undefined
  const year = Number(/\b(20\d\d)\b/.exec(title)?.[1])
  if (year >= 2014 && year < 2020) return 'peel-2014'
  return year > 2020 ? 'peel-2021' : undefined
}

function* gradesOf(sections: readonly FoundSection[]): Generator<string> {
  for (const { grade, sections: inner } of sections) {
    if (grade !== undefined) yield grade
    yield* gradesOf(inner)
  }
}
