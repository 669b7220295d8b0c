import { longDate } from '../../calendar.ts'
import { cellsOf, startOf } from '../../reporters/cells.ts'
import { painter, type Paint, type Style } from '../../reporters/colours.ts'
import { disarm, printable, quotePath } from '../../reporters/printable.ts'
import { countOf } from '../../reporters/summary.ts'
import { wrap } from '../../reporters/wrap.ts'
import { isSoon } from '../make-overview.ts'
import {
  explainLetters,
  sayAnswered,
  sayDays,
  sayDeadline,
  sayStatus,
  SOURCES,
  STATES,
} from '../say.ts'
import type { ItemStanding, Overview, Standing } from '../standing.ts'

export type TextOptions = {
  /** Of a line; without an end where nobody looks at a terminal. */
  columns: number
  hasColours: boolean
  /** Without the last lines, which sum up. */
  isQuiet: boolean
}

/** A line for each response where there is room, and two where there is not. */
export function writeText(overview: Overview, options: TextOptions): string {
  const paint = painter(options.hasColours)
  const rows = overview.responses.map(rowOf)
  const widths = HEADINGS.map((heading, n) =>
    Math.max(cellsOf(heading), ...rows.map(({ cells }) => cellsOf(cells[n]!))),
  )
  const isTable = widths.reduce((sum, width) => sum + width + 2, -2) <= options.columns
  const lines = isTable
    ? [paint(toLine(HEADINGS, widths), 'bold'), ...rows.map(row => tableLine(row, widths, paint))]
    : rows.flatMap(row => recordLines(row, options.columns, paint))
  const sums = options.isQuiet ? [] : ['', ...sayTotals(overview, options.columns)]
  return disarm([...lines, ...sums].map(line => `${line.trimEnd()}\n`).join(''))
}

const HEADINGS = ['RESPONSE', '56 DAYS', 'STAGE', 'ANSWERED', 'ERRORS', 'OVERDUE', 'NEXT']
type Row = { standing: Standing; cells: string[]; style: Style | undefined }

function rowOf(standing: Standing): Row {
  const { name, stage, answered, errors, overdue, next } = standing
  const cells = [
    printable(name),
    sayDays(standing),
    stage,
    answered.map(sayAnswered).join(' '),
    String(errors),
    String(overdue),
    next ? `${next.day} ${printable(next.what)}` : '',
  ]
  return { standing, cells, style: styleOf(standing) }
}

function styleOf(standing: Standing): Style | undefined {
  const { stage, clock } = standing
  if (stage === 'unreadable' || clock?.state === 'late') return 'error'
  return isSoon(standing) ? 'warning' : undefined
}

const toLine = (cells: readonly string[], widths: readonly number[]): string =>
  cells.map((cell, n) => cell + ' '.repeat(widths[n]! - cellsOf(cell))).join('  ')

function tableLine({ cells, style }: Row, widths: readonly number[], paint: Paint): string {
  const line = toLine(cells, widths)
  if (!style) return line
  const start = widths[0]! + 2
  const end = start + widths[1]!
  return line.slice(0, start) + paint(line.slice(start, end), style) + line.slice(end)
}

function recordLines({ standing, cells, style }: Row, columns: number, paint: Paint): string[] {
  const [name = '', days = '', stage = '', answered = ''] = cells
  const { errors, overdue, next } = standing
  const facts = [
    ...(answered === '' ? [] : [`${answered} answered`]),
    ...(errors > 0 ? [countOf(errors, 'error')] : []),
    ...(overdue > 0 ? [`${overdue} overdue`] : []),
    ...(next ? [`next: ${longDate(next.day)}, ${lowered(printable(next.what))}`] : []),
  ]
  const about = `${days}, ${stage}`
  const head =
    cellsOf(name) + 2 + about.length <= columns
      ? [`${paint(name, 'bold')}  ${style ? paint(days, style) : days}, ${stage}`]
      : [paint(name, 'bold'), `  ${style ? paint(days, style) : days}, ${stage}`]
  return [...head, ...indented(facts.join('; '), 4, columns)]
}

const indented = (words: string, spaces: number, columns: number): string[] =>
  words === ''
    ? []
    : (columns === Infinity ? [words] : wrap(words, columns - spaces)).map(
        line => ' '.repeat(spaces) + line,
      )

const lowered = (words: string): string =>
  /^[A-Z][a-z]/.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words

function sayTotals({ responses, totals }: Overview, columns: number): string[] {
  const { late, running, unreadable, answered, due, overdue, errors, counts } = totals
  const kinds = new Set(responses.flatMap(({ answered }) => answered.map(({ kind }) => kind)))
  const facts = [
    countOf(totals.responses, 'response'),
    ...(unreadable > 0 ? [`${unreadable} unreadable`] : []),
    ...(late > 0 ? [`${late} late`] : []),
    ...(running > 0 ? [`${running} within the 56 days`] : []),
    `${answered} of ${due} answered`,
    `${countOf(counts.open, 'item')} open`,
    `${overdue} overdue`,
    ...(errors > 0 ? [countOf(errors, 'error')] : []),
  ]
  const width = Math.min(columns, 80)
  return [
    ...wrap(`${facts.join(', ')}.`, width),
    ...(kinds.size > 0 ? wrap(`Answered: ${explainLetters(kinds)}.`, width) : []),
  ]
}

/** One response, item by item, in the order of its report. */
export function writeTextOfOne({ responses }: Overview, options: TextOptions): string {
  const paint = painter(options.hasColours)
  const columns = Math.min(options.columns, 100)
  const lines = responses.flatMap(standing => [
    ...headOf(standing, columns, paint),
    ...itemsBySection(standing, columns, paint),
  ])
  return disarm(lines.map(line => `${line.trimEnd()}\n`).join(''))
}

function headOf(standing: Standing, columns: number, paint: Paint): string[] {
  const { name, title, inspectorates, published, clock, stage, errors, overdue, counts } = standing
  const { answered, next, sent, response_published, covered_by, file } = standing
  const done = answered.reduce((sum, { answered }) => sum + answered, 0)
  const due = answered.reduce((sum, each) => sum + each.due, 0)
  const style = styleOf(standing)
  const days = sayDays(standing)
  const facts = [
    `${printable(title)}${inspectorates.length > 0 ? ` (${inspectorates.map(printable).join(', ')})` : ''}`,
    [
      ...(published === undefined ? [] : [`Published ${longDate(published)}`]),
      days + (clock?.last_day ? `, last day ${longDate(clock.last_day)}` : ''),
      ...(covered_by === undefined ? [] : [`answered in ${printable(covered_by)}`]),
    ].join('; '),
    [
      stage,
      ...(response_published === undefined
        ? []
        : [`response published ${longDate(response_published)}`]),
      ...(sent === undefined ? [] : [`copies sent ${longDate(sent)}`]),
      ...(response_published !== undefined && sent === undefined ? ['copies not sent'] : []),
    ].join('; '),
    [
      ...(due > 0 ? [`${done} of ${due} answered`] : []),
      ...(counts.open > 0 ? [`${counts.open} open`] : []),
      ...(overdue > 0 ? [`${overdue} overdue`] : []),
      ...(next ? [`next: ${longDate(next.day)}, ${lowered(printable(next.what))}`] : []),
    ].join('; '),
    errors > 0
      ? `${countOf(errors, 'error')}: s55 check ${quotePath(printable(file))} says where`
      : '',
  ]
  const [first = '', ...rest] = facts.filter(Boolean).flatMap(fact => wrap(fact, columns))
  const painted = rest.map(line =>
    style ? line.replace(days, found => paint(found, style)) : line,
  )
  return [paint(printable(name), 'bold'), first, ...painted]
}

function itemsBySection({ items }: Standing, columns: number, paint: Paint): string[] {
  const lines: string[] = []
  let before = ''
  for (const item of items) {
    const section = item.section.map(printable).join(' › ')
    const heading = item.grade === undefined ? section : `${section} (${printable(item.grade)})`
    if (heading !== before) lines.push('', ...wrap(heading, columns).map(l => paint(l, 'bold')))
    before = heading
    lines.push(...itemLines(item, columns, paint))
  }
  return lines
}

const WORDS_SHOWN = 160

function itemLines(item: ItemStanding, columns: number, paint: Paint): string[] {
  const { id, reference, label, state, overdue, missing } = item
  // What it is logged under, where its name is not enough.
  const name = reference === id ? `${label}, ${id}` : label
  const status = printable(sayStatus(item))
  const said = overdue ? `${status}, ${countOf(overdue.days, 'day')} overdue` : status
  const isShort = cellsOf(name) + cellsOf(said) + 6 <= columns
  const painted = overdue ? paint(said, 'error') : said
  const head = isShort
    ? [`  ${printable(name)}${' '.repeat(columns - cellsOf(name) - cellsOf(said) - 2)}${painted}`]
    : [`  ${printable(name)}`, `    ${painted}`]
  return [
    ...head,
    ...indented(shorten(printable(item.title ?? item.words), WORDS_SHOWN), 4, columns),
    ...factsOf(item).flatMap(fact => indented(printable(fact), 4, columns)),
    ...(missing.length > 0 && state !== 'raised again'
      ? indented(`missing: ${missing.map(printable).join(', ')}`, 4, columns).map(line =>
          paint(line, 'warning'),
        )
      : []),
  ]
}

function factsOf(item: ItemStanding): string[] {
  const { state, status, deadline, target, owner, last, proof, position, withheld } = item
  const dates = [
    ...(deadline ? [`deadline: ${sayDeadline(deadline)}`] : []),
    ...(target === undefined ? [] : [`force's own date: ${longDate(target)}`]),
    ...(owner === undefined ? [] : [`owner: ${owner}`]),
  ]
  const views = [
    ...(state === 'done' ? [STATES.done] : []),
    ...(state === 'closed' && status !== undefined ? [`the force: ${status}`] : []),
    ...(item.body_status === undefined ? [] : [`the body: ${item.body_status}`]),
    ...(item.inspectorate_status === undefined
      ? []
      : [`the inspectorate: ${item.inspectorate_status}`]),
    ...(position === undefined ? [] : [`position: ${position}`]),
    ...(withheld ? ['withheld'] : []),
  ]
  const proofs = [
    ...(proof?.date === undefined ? [] : [longDate(proof.date)]),
    ...(proof?.ref === undefined ? [] : [proof.ref]),
    ...(proof?.text === undefined ? [] : [shorten(proof.text, WORDS_SHOWN)]),
  ]
  return [
    dates.join('; '),
    views.join('; '),
    ...(proofs.length > 0 ? [`closed: ${proofs.join(', ')}`] : []),
    ...(last && !isProof(last, proof) ? [sayLast(last)] : []),
    ...item.raised_before.map(({ response, label }) => `raised before: ${label} of ${response}`),
    ...item.raised_again.map(({ response, label }) => `raised again: ${label} of ${response}`),
  ].filter(Boolean)
}

/** What closed the item has a line of its own. */
const isProof = (
  { date, source, text }: NonNullable<ItemStanding['last']>,
  proof: ItemStanding['proof'],
): boolean => source === 'inspectorate' && proof?.date === date && proof.text === text

function sayLast({ date, source, status, text }: NonNullable<ItemStanding['last']>): string {
  const words = [
    ...(status === undefined ? [] : [status]),
    ...(text === undefined ? [] : [shorten(text, WORDS_SHOWN)]),
  ]
  return `last word: ${longDate(date)}, ${SOURCES[source]}${words.length > 0 ? `: ${words.join('. ')}` : ''}`
}

function shorten(words: string, room: number): string {
  if (cellsOf(words) <= room) return words
  return `${startOf(words, room).replace(/\s+\S*$/, '')}…`
}
