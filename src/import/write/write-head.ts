import { posix } from 'node:path'
import { foundItems, type FoundReport, type NamedCount } from '../found-report.ts'
import type { ItemKind } from '../../model/response.ts'
import { quote, saySpot, writeRemark } from './remarks.ts'
import { indentBy, oneLine, writeList, writeValue } from '../../edit/yaml-value.ts'

export const COUNTED: Record<ItemKind, string> = {
  cause_of_concern: 'causes of concern',
  recommendation: 'recommendations',
  area_for_improvement: 'areas for improvement',
  observation: 'observations',
  practice: 'practices',
}

/** The line by which an editor knows what may stand in a file. `schemas`: the folder that holds them. */
export const writeModeline = (
  folder: string,
  schemas: string | undefined,
  name: string,
): string[] =>
  schemas === undefined
    ? []
    : [
        `# yaml-language-server: $schema=${posix.relative(folder, `${schemas}/${name}.schema.json`)}`,
      ]

export function writeReport(report: FoundReport, copies: readonly string[]): string[] {
  const { title, inspectorates, kind, published, url, scale } = report
  return [
    'report:',
    ...indentBy(2, [
      title === undefined ? 'title: TODO, as printed on the report' : `title: ${writeValue(title)}`,
      ...writeInspectorates(inspectorates),
      ...(kind === undefined
        ? ['# peel, thematic, custody, child-protection, revisit, accelerated or other', 'kind:']
        : [`kind: ${kind}`]),
      '# The exact day, as 2019-09-27: day 1 of the 56.',
      ...(published === undefined ? writeUnknownDay(report) : [`published: ${published}`]),
      url === undefined ? '# url: https://…' : `url: ${writeValue(url)}`,
      ...(scale === undefined
        ? [
            '# The scale of its grades, where it has any: peel-2014, peel-2021, or a list, best first.',
            '# scale: peel-2021',
          ]
        : [`scale: ${scale}`]),
      ...(copies.length === 0
        ? []
        : [
            '# The report as it was saved: quotations are checked against it.',
            copies.length === 1 ? `copy: ${writeValue(copies[0]!)}` : writeList('copy', copies),
          ]),
      ...writeCounts(report),
    ]),
  ]
}

function writeInspectorates(inspectorates: readonly string[]): string[] {
  const [first, second] = inspectorates
  if (first === undefined)
    return [
      '# The report does not say it. Or a list of all its authors: [HMICFRS, HM Inspectorate of Prisons]',
      'inspectorate: HMICFRS',
    ]
  return [
    second === undefined
      ? `inspectorate: ${writeValue(first)}`
      : writeList('inspectorate', inspectorates),
  ]
}

function writeUnknownDay({ otherDays }: FoundReport): string[] {
  const days = otherDays.map(day => `${quote(day.words)} (${saySpot(day)})`)
  const which = days.length === 1 ? 'which may be another day' : 'which may be other days'
  return [
    ...writeRemark(
      days.length === 0
        ? 'Not in what was imported: look on the web page of the report.'
        : `Not in what was imported, which says ${days.slice(0, 5).join(' and ')}, ${which}.`,
    ),
    'published: TODO',
  ]
}

/** What the report counts and was found is held to; what was not is told. */
function writeCounts({ counts, sections }: FoundReport): string[] {
  const found = new Map<ItemKind, number>()
  for (const { kind } of foundItems(sections)) found.set(kind, (found.get(kind) ?? 0) + 1)
  const lines: string[] = []
  const held: string[] = []
  for (const [kind, key] of Object.entries(COUNTED) as [ItemKind, string][]) {
    const all = counts.filter(one => one.kind === kind && one.section === undefined)
    const number = found.get(kind) ?? 0
    const [first] = all
    if (first === undefined) continue
    if (all.every(({ count }) => count === number)) held.push(`  ${key}: ${number}`)
    else
      for (const one of all.filter(({ count }) => count !== number))
        lines.push(...writeRemark(`${sayCount(one)} Found: ${number}. Look for what is left out.`))
  }
  if (held.length > 0)
    lines.push(
      "# The report's own counts, which are compared with the items below.",
      'expects:',
      ...held,
    )
  return lines
}

const sayCount = (count: NamedCount): string =>
  `It counts ${count.count} ${COUNTED[count.kind]}: ${quote(count.words)} (${saySpot(count)}).`

/** Where the words came from and what to do with the file. */
export function writeOpening(source: string): string[] {
  const from = oneLine(source)
  return [
    ...writeRemark(
      `Made by s55 import from ${from}: what the report says, and a place for each answer. Remarks say where in it each part stands.`,
    ),
    ...writeRemark(
      'Fill in what is empty, and let `s55 check` list what is still missing; `s55 build` shows a draft of the letter. When the report is corrected, import it again: what you typed stays.',
    ),
  ]
}

export const LETTER = `letter:
  # The day on the letter: set it when it is signed.
  date:
  # our_ref: …
  to: [home-secretary, home-office]
  copies: [HMICFRS]

# What the body says on the report as a whole, section 55(5). Paragraphs are parted by an empty line.
comments: |

chief_officer:
  # The day you asked for comments, the day before which you asked for them, and the day they came.
  invited:
  due:
  received:
  # The chief officer's words before the items.
  introduction: |

# Your response to the chief officer's comments, section 55(5), where you have one.
# reply: |`.split('\n')
