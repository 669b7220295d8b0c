import { lastDayToPublish } from '../calendar.ts'
import { joinRuns } from '../document/lines.ts'
import type { Block, Inline, Paragraph, ParagraphRole } from '../document/tree.ts'
import type { Office } from '../model/office.ts'
import type { InspectionResponse, Value } from '../model/response.ts'
import type { Path } from '../problem.ts'
import type { ItemNames } from './item-names.ts'
import type { Values } from './values.ts'
import { capitalise } from './vocabulary.ts'
import type { Vocabulary } from './vocabulary.ts'
import type { Wording } from './wording.ts'

/** What every part of the letter is made from. */
export type Letter = { response: InspectionResponse; wording: Wording; names: ItemNames }

/** What every template is given. templates/wording/README.md lists it. */
export function commonValues(response: InspectionResponse, words: Vocabulary): Values {
  const { office, report, chief_officer, letter, status } = response
  return {
    section_55: report.is_section_55,
    draft: status === 'draft',
    ...officeValues(office, words),
    chief_officer: {
      title: chief_officer.title,
      title_possessive: words.possessive(chief_officer.title),
      name: chief_officer.name,
    },
    report: {
      title: report.title,
      inspectorate: words.list(report.inspectorates),
      published: report.published && words.date(report.published),
    },
    letter: { date: letter.date && words.date(letter.date) },
  }
}

/** Who speaks, to whom, and for which force. */
export function officeValues(office: Office, words: Vocabulary): Values {
  const { subject, possessive } = words.words.voices[office.body.voice]
  return {
    office: { office: office.office, short: office.short, website: office.website },
    body: {
      title: office.body.title,
      title_possessive: words.possessive(office.body.title),
      short: office.body.short,
      short_possessive: words.possessive(office.body.short),
      // "Mayor of Northshire" says it already.
      area: isNamedIn(office.body.area, office.body.title) ? undefined : office.body.area,
    },
    voice: {
      subject,
      subject_capital: capitalise(subject),
      possessive,
      board: office.body.voice === 'the Board',
      we: office.body.voice === 'we',
    },
    force: office.force,
    panel: office.panel,
  }
}

const isNamedIn = (name: string, words: string): boolean =>
  words.toLowerCase().includes(name.toLowerCase())

/** Day 56: the day of publication is day 1 (section 55(5A): "beginning with the day on which …"). */
export function isWithin56Days({ report, publication, letter }: InspectionResponse): boolean {
  const day = publication.published ?? letter.date
  return (
    report.is_section_55 &&
    report.published !== undefined &&
    day !== undefined &&
    day <= lastDayToPublish(report.published)
  )
}

/** A plain value of the response as a run of words that knows where it was typed. */
export const typed = (value: Value): Inline[] => [
  { type: 'text', value: value.value.replace(/\s+/g, ' '), at: value.at },
]

export const plain = (value: string): Inline => ({ type: 'text', value })

export const paragraph = (children: Inline[], role?: ParagraphRole): Paragraph => ({
  type: 'paragraph',
  ...(role && { role }),
  children,
})

/** What a draft lacks at a path, in its place. A final letter has no gaps: what it lacks was excused. */
export function gap({ response, wording }: Letter, name: string, at: Path): Inline[] {
  const children = response.status === 'draft' ? wording.inlines(name) : []
  return children.length > 0 ? [{ type: 'gap', at, children }] : []
}

/** The same as a paragraph of its own. */
export function gapParagraph(
  letter: Letter,
  name: string,
  at: Path,
  role?: ParagraphRole,
): Paragraph[] {
  const children = gap(letter, name, at)
  return children.length > 0 ? [paragraph(children, role)] : []
}

/** Runs of words, a line each. */
export const lines = (runs: readonly Inline[][]): Inline[] => joinRuns(runs, { type: 'break' })

/** Runs of words as a list within a sentence: "a, b and c". */
export const listed = ({ wording }: Letter, runs: readonly Inline[][]): Inline[] =>
  runs.flatMap((run, n): Inline[] =>
    n === 0 ? run : [plain(wording.vocabulary.before(n, runs.length)), ...run],
  )

/** Sentences that open what follows. */
export const keptWithNext = (blocks: readonly Block[]): Block[] =>
  blocks.map(block => (block.type === 'paragraph' ? { ...block, keepWithNext: true } : block))

/** A label before a text: run in where the text begins with a paragraph, else on a line of its own. */
export function withLabel(label: Inline[], blocks: readonly Block[]): Block[] {
  const [first, ...rest] = blocks
  if (first === undefined || label.length === 0) return [...blocks]
  const strong: Inline = { type: 'strong', children: label }
  if (first.type === 'paragraph' && first.role === undefined)
    return [{ ...first, children: [strong, plain(' '), ...first.children] }, ...rest]
  return [{ ...paragraph([strong], 'label'), keepWithNext: true }, ...blocks]
}
