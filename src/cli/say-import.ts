import { longDate } from '../calendar.ts'
import type { Doubt, FoundItem, FoundReport, FoundSection, Words } from '../import/found-report.ts'
import { foundItems } from '../import/found-report.ts'
import { countFound } from '../import/understand/named-counts.ts'
import { printedWords } from '../import/printed-words.ts'
import { NAMES } from '../model/item-names.ts'
import type { ItemKind } from '../model/response.ts'
import { listWords } from '../model/validate/did-you-mean.ts'
import type { Paint } from '../reporters/colours.ts'
import { disarm, printable } from '../reporters/printable.ts'
import { wrap } from '../reporters/wrap.ts'

/** How the account is shown. `nameFile`: as the officer typed the file that a place is in. */
export type ImportLook = { columns: number; paint: Paint; nameFile: (file: string) => string }

const KINDS: readonly ItemKind[] = [
  'cause_of_concern',
  'recommendation',
  'area_for_improvement',
  'observation',
  'practice',
]

/** What was found, section by section, and what of the report was not taken. */
export function sayFound(report: FoundReport, look: ImportLook): string {
  const { paint } = look
  const { title, kind, published, sections, passed, doubts } = report
  const isTracker = [...foundItems(sections)].some(({ answers }) => answers !== undefined)
  const named = [
    title ?? (isTracker ? 'What the tracker has' : 'A report without a title'),
    ...(kind ? [`(${kind})`] : []),
  ].join(' ')
  const head = [
    ...wrap(named, look.columns).map(line => paint(line, 'bold')),
    ...(published === undefined ? [] : [`Published on ${longDate(published)}`]),
    '',
  ]
  const all = [...foundItems(sections)]
  const offered = all.filter(({ suggestedBy }) => suggestedBy)
  return told([
    ...head,
    ...sections.flatMap(section => saySection(section, 1, look)),
    '',
    ...wrap(`In all: ${sayCounts(all)}.`, look.columns),
    ...sayEarlier(all, look),
    ...sayNamedCounts(report, look),
    ...sayPassages(
      `${countOf(offered.length, 'observation')} made from prose that no heading marks: keep or delete`,
      offered.map(({ suggestedBy }) => suggestedBy!),
      look,
    ),
    ...sayPassages(
      `${countOf(passed.length, 'passage')} that may ask for something, not taken`,
      passed,
      look,
    ),
    ...sayDoubts(doubts, look),
  ])
}

const told = (lines: readonly string[]): string =>
  disarm(lines.map(line => `${line.trimEnd()}\n`).join(''))

function saySection(
  { title, question, grade, items, sections }: FoundSection,
  depth: number,
  look: ImportLook,
): string[] {
  const name = title ?? question ?? 'Without a heading'
  const lines = indented(grade === undefined ? name : `${name}: ${grade}`, depth, look.columns)
  const own = items.flatMap(item => [item, ...item.recommendations])
  const counts = own.length > 0 ? indented(sayCounts(own), depth + 1, look.columns) : []
  return [
    ...lines,
    ...counts.map(line => look.paint(line, 'related')),
    ...sections.flatMap(section => saySection(section, depth + 1, look)),
  ]
}

function indented(words: string, depth: number, columns: number): string[] {
  const indent = '  '.repeat(depth)
  return wrap(printable(words), columns - indent.length).map(line => indent + line)
}

/** "1 cause of concern, 7 recommendations and 2 areas for improvement" */
export function sayCounts(items: readonly FoundItem[]): string {
  const counts = KINDS.flatMap(kind => {
    const count = items.filter(item => item.kind === kind).length
    return count === 0 ? [] : [`${count} ${NAMES[kind][count === 1 ? 0 : 1]}`]
  })
  return counts.length === 0 ? 'no items' : listWords(counts, 'and')
}

/** The numbers of the report's own prose beside what was found. */
function sayNamedCounts({ counts, sections }: FoundReport, look: ImportLook): string[] {
  return counts.filter(isFirst).flatMap(one => {
    const wrong = counts.filter(
      ({ words, kind, count }) => words === one.words && !countFound(sections, kind).has(count),
    )
    const found = wrong.map(({ kind }) => {
      const all = [...foundItems(sections)].filter(item => item.kind === kind)
      return all.length === 0 ? `no ${NAMES[kind][0]}` : sayCounts(all)
    })
    const verdict = wrong.length === 0 ? 'as found' : `found: ${listWords(found, 'and')}`
    return sayPassage(one, look, words => `“${words}” (${verdict})`)
  })
}

/** "4 of them were answered in northshire-peel-2025." */
function sayEarlier(items: readonly FoundItem[], { columns }: ImportLook): string[] {
  const counts = new Map<string, number>()
  for (const { earlier } of items)
    if (earlier) counts.set(earlier.response, (counts.get(earlier.response) ?? 0) + 1)
  return [...counts].flatMap(([response, count]) =>
    wrap(`${count} of them ${count === 1 ? 'was' : 'were'} answered in ${response}.`, columns),
  )
}

/** A sentence may name several, and is shown once. */
const isFirst = ({ words }: Words, index: number, all: readonly Words[]): boolean =>
  all.findIndex(other => other.words === words) === index

function sayPassages(heading: string, passages: readonly Words[], look: ImportLook): string[] {
  if (passages.length === 0) return []
  return [
    '',
    ...wrap(`${heading}:`, look.columns).map(line => look.paint(line, 'note')),
    ...passages.slice(0, MOST).flatMap(one => sayPassage(one, look)),
    ...sayMore(passages.length),
  ]
}

/** No report has as many; of what is none, nobody reads more. */
const MOST = 500

const sayMore = (count: number): string[] =>
  count > MOST ? [`  … and ${count - MOST} more, which --json lists`] : []

const SHOWN = 160

function sayPassage(
  one: Words,
  look: ImportLook,
  dress = (shown: string): string => shown,
): string[] {
  const where = placeOf(one, look)
  const words = printable(one.words)
  const shown = words.length > SHOWN ? `${words.slice(0, SHOWN - 1).trimEnd()}…` : words
  return [
    look.paint(`  ${where}`, 'dim'),
    ...wrap(dress(shown), look.columns - 4).map(line => `    ${line}`),
  ]
}

function sayDoubts(doubts: readonly Doubt[], look: ImportLook): string[] {
  if (doubts.length === 0) return []
  return [
    '',
    look.paint(`Not understood here (${doubts.length}):`, 'error'),
    ...doubts
      .slice(0, MOST)
      .flatMap(one => [
        ...sayPassage(one, look),
        ...wrap(one.message, look.columns - 4).map(line => `    ${look.paint(line, 'error')}`),
        ...wrap(one.hint, look.columns - 4).map(line => `    ${look.paint(line, 'dim')}`),
      ]),
    ...sayMore(doubts.length),
  ]
}

/** "report.pdf, page 12", "report.txt:52" */
const placeOf = ({ place, page }: Words, { nameFile }: ImportLook): string =>
  page === undefined
    ? `${nameFile(place.file)}:${place.start.line}`
    : `${nameFile(place.file)}, page ${page}`

const countOf = (count: number, thing: string): string =>
  `${count} ${thing}${count === 1 ? '' : 's'}`

/** For programs: the same. */
export function foundAsData(report: FoundReport, nameFile: ImportLook['nameFile']): object {
  const at = ({ words, place, page }: Words) => ({
    file: nameFile(place.file),
    line: place.start.line,
    ...(page !== undefined && { page }),
    words,
  })
  const itemData = (item: FoundItem): object => ({
    kind: item.kind,
    number: item.number ?? null,
    title: item.title ?? null,
    deadline: item.deadline ?? null,
    ...at({ ...item, words: printedWords(item.words) }),
    earlier: item.earlier ?? null,
    suggested_by: item.suggestedBy ? at(item.suggestedBy) : null,
    also: item.again.map(({ place, page }) => ({
      file: nameFile(place.file),
      line: place.start.line,
      ...(page !== undefined && { page }),
    })),
    recommendations: item.recommendations.map(itemData),
  })
  const sectionData = ({ title, question, grade, items, sections }: FoundSection): object => ({
    title: title ?? null,
    question: question ?? null,
    grade: grade ?? null,
    items: items.map(itemData),
    sections: sections.map(sectionData),
  })
  const all = [...foundItems(report.sections)]
  return {
    title: report.title ?? null,
    kind: report.kind ?? null,
    published: report.published ?? null,
    counts: Object.fromEntries(
      KINDS.map(kind => [kind, all.filter(one => one.kind === kind).length]),
    ),
    counts_in_prose: report.counts.map(one => ({ ...at(one), kind: one.kind, count: one.count })),
    sections: report.sections.map(sectionData),
    passed: report.passed.map(one => ({ ...at(one), why: one.why })),
    doubts: report.doubts.map(one => ({ ...at(one), message: one.message, hint: one.hint })),
  }
}
