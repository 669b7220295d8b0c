import type { Block, Heading, Inline } from '../../document/tree.ts'
import { itemsOf } from '../../model/response.ts'
import type { Item } from '../../model/response.ts'
import type { Progress, StandingItems } from '../../status/make-progress.ts'
import type { ItemStanding, ItemState } from '../../status/standing.ts'
import { listElsewhere } from '../labels.ts'
import { lines, paragraph, plain, typed } from '../letter.ts'
import type { Letter } from '../letter.ts'
import type { Values } from '../values.ts'
import { capitalise } from '../vocabulary.ts'
import type { Vocabulary } from '../vocabulary.ts'
import { fromResponse } from './from-response.ts'
import { updatesOf, type Drawn, type PaperParts } from './paper.ts'
import { shortenLine } from './shorten.ts'

/** A section of the paper that is not numbered yet. */
export type ComposedSection = { title: Inline[]; blocks: Block[] }

/** What a progress paper tells after the office's own words: where all items stand, the open ones, and what was closed. */
export function composeProgress(
  parts: PaperParts,
  progress: Progress,
  drawn: ReadonlyMap<string, Drawn>,
): ComposedSection[] {
  const { wording } = parts
  const section = (name: string, blocks: Block[]): ComposedSection => ({
    title: wording.inlines(name),
    blocks,
  })
  const by = (standings: readonly StandingItems[], compose: ComposeItems): Block[] =>
    standings.flatMap(({ standing, items }) => {
      const found = drawn.get(standing.name)!
      const known = new Map([...itemsOf(found.response.sections)].map(item => [item.id, item]))
      const letter = parts.letterOf(found.response)
      const shown: Shown = { ...parts, ...found, letter, itemOf: id => known.get(id) }
      return fromResponse(standing.name, `${standing.name}-`, compose(shown, items))
    })
  const { open, done, closed } = progress
  return [
    section('panel-progress-heading', composeFigures(parts, progress)),
    section(
      'panel-open-heading',
      open.length > 0 ? by(open, composeOpen) : wording.blocks('panel-none-open'),
    ),
    ...(done.length > 0
      ? [
          section('panel-done-heading', [
            ...wording.blocks('panel-done-note'),
            ...by(done, composeDone),
          ]),
        ]
      : []),
    section('panel-closed-heading', [
      ...(closed.length > 0 ? by(closed, composeClosed) : wording.blocks('panel-none-closed')),
      ...composeUndated(parts, progress),
    ]),
  ]
}

type Shown = PaperParts & Drawn & { letter: Letter; itemOf: (id: string) => Item | undefined }
type ComposeItems = (shown: Shown, items: readonly ItemStanding[]) => Block[]

const STATES = [
  ['open', 'open'],
  ['done', 'done'],
  ['no_action', 'no action'],
  ['raised_again', 'raised again'],
  ['closed', 'closed'],
] as const satisfies [string, ItemState][]

/** A table of kinds by where they stand, and one by the words of the scale. */
function composeFigures({ wording, today }: PaperParts, progress: Progress): Block[] {
  const { vocabulary } = wording
  const { responses, kinds, all, overdue, counts, statuses, without_status, withheld } = progress
  const row = (own: {
    all: number
    overdue: number
    counts: Record<ItemState, number>
  }): Values => ({
    all: own.all,
    overdue: own.overdue,
    ...Object.fromEntries(STATES.map(([name, state]) => [name, own.counts[state]])),
  })
  const has = Object.fromEntries(STATES.map(([name, state]) => [`has_${name}`, counts[state] > 0]))
  const opening = wording.blocks('panel-progress', {
    today: vocabulary.date(today),
    items: vocabulary.counted(all, 'item'),
    one: all === 1,
    reports: vocabulary.count(responses),
    one_report: responses === 1,
    none: all === 0,
  })
  if (all === 0) return opening
  const hasStatuses = statuses.length + without_status > 0
  return [
    ...opening,
    ...wording.blocks('panel-progress-kinds', {
      ...has,
      has_overdue: overdue > 0,
      rows: kinds.map(({ kind, ...own }) => ({
        kind: capitalise(vocabulary.kind(kind, own.all)),
        ...row(own),
      })),
      several: kinds.length > 1,
      total: row({ all, overdue, counts }),
    }),
    ...(hasStatuses
      ? wording.blocks('panel-progress-statuses', {
          rows: statuses.map(({ word, items }) => ({
            word: capitalise(vocabulary.word(word)),
            items,
          })),
          without_status: without_status > 0 ? without_status : undefined,
          withheld: withheld > 0 ? withheld : undefined,
        })
      : []),
  ]
}

function composeOpen(shown: Shown, items: readonly ItemStanding[]): Block[] {
  const { letter } = shown
  const rows = items.map(item => ({
    item: composeName(shown, item),
    owner: item.withheld ? undefined : item.owner,
    dates: composeDates(letter, item),
    status: composeStatus(letter, item),
    last: composeLast(shown, item),
  }))
  const values = {
    rows,
    has_owner: rows.some(({ owner }) => owner !== undefined),
    has_dates: rows.some(({ dates }) => dates.length > 0),
    has_last: rows.some(({ last }) => last.length > 0),
  }
  return [
    composeReport(shown),
    ...composeReportLine(shown, items),
    ...letter.wording.blocks('panel-open-table', values),
  ]
}

function composeDone(shown: Shown, items: readonly ItemStanding[]): Block[] {
  const { letter } = shown
  const rows = items.map(item => ({
    item: composeName(shown, item),
    status: composeStatus(letter, item),
    last: composeLast(shown, item),
  }))
  const has_last = rows.some(({ last }) => last.length > 0)
  return [composeReport(shown), ...letter.wording.blocks('panel-done-table', { rows, has_last })]
}

function composeClosed(shown: Shown, items: readonly ItemStanding[]): Block[] {
  const { letter } = shown
  const { vocabulary } = letter.wording
  return [
    composeReport(shown),
    ...letter.wording.blocks('panel-closed-table', {
      rows: items.map(item => {
        const { date, ref, text } = item.proof ?? {}
        const isTold = !item.withheld && text !== undefined && hasHistory(shown)
        return {
          item: composeName(shown, item),
          closed: date && vocabulary.date(date),
          ref,
          text: isTold ? composeInShort(letter, text) : undefined,
        }
      }),
    }),
  ]
}

const composeReport = ({ response }: Shown): Heading => ({
  type: 'heading',
  depth: 2,
  children: [plain(response.report.title)],
})

/** Who published the report and when, and how many of its items are open: of withheld ones the number is told, as in the counts. */
function composeReportLine({ letter }: Shown, items: readonly ItemStanding[]): Block[] {
  const { wording } = letter
  const overdue = items.filter(item => item.overdue).length
  const line = wording.inlines('panel-progress-report', {
    open: capitalise(wording.vocabulary.counted(items.length, 'item')),
    overdue: overdue > 0 ? wording.vocabulary.count(overdue) : undefined,
    one_overdue: overdue === 1,
    all_overdue: overdue === items.length,
  })
  return line.length > 0 ? [{ ...paragraph(line, 'detail'), keepWithNext: true }] : []
}

/** Its label, with its section, its headline or the beginning of its words, and of a withheld item what the public reads. */
function composeName({ letter, itemOf }: Shown, standing: ItemStanding): Inline[] {
  const item = itemOf(standing.id)
  const label = item ? listElsewhere(letter, [item]) : [plain(standing.label)]
  const said = item?.title
    ? typed(item.title)
    : item && composeInShort(letter, unlisted(standing.words), item)
  const shown = item?.withheld?.public ? typed(item.withheld.public) : undefined
  return lines([
    [{ type: 'strong', children: label }],
    ...(said ? [said] : []),
    ...(shown ? [[{ type: 'emphasis', children: shown } as const]] : []),
  ])
}

function composeInShort({ wording }: Letter, words: string, item?: Item): Inline[] {
  const { words: shown, isCut } = shortenLine(words)
  return [
    { type: 'text', value: shown, ...(item && { at: item.words.at }) },
    ...(isCut ? [plain('\u00a0'), ...wording.inlines('panel-shortened')] : []),
  ]
}

function composeDates({ wording }: Letter, item: ItemStanding): Inline[] {
  if (item.withheld) return []
  const { deadline, target } = item
  const { vocabulary } = wording
  if (!deadline && !target) return []
  return wording.inlines('panel-item-dates', {
    deadline: deadline?.words,
    day: deadline?.day && vocabulary.date(deadline.day),
    plan: deadline?.of === 'plan',
    target: target && vocabulary.date(target),
  })
}

/** The word, and what is overdue in words: never by a colour alone. */
function composeStatus({ wording }: Letter, item: ItemStanding): Inline[] {
  const { vocabulary } = wording
  const { status, withheld } = item
  const overdue = withheld ? undefined : item.overdue
  return wording.inlines('panel-item-status', {
    withheld,
    status: withheld || status === undefined ? undefined : capitalise(vocabulary.word(status)),
    overdue: overdue && countDays(vocabulary, overdue.days),
  })
}

/** Without the mark, and the "and", by which a list of the report goes on. */
const unlisted = (words: string): string => words.replace(/[;,]\s*(?:and|or)?$/, '')

const countDays = (vocabulary: Vocabulary, days: number): Values => ({
  count: vocabulary.count(days),
  one: days === 1,
})

/** The last word of its history. */
function composeLast(shown: Shown, { last, withheld }: ItemStanding): Inline[] {
  if (!last || withheld || !hasHistory(shown)) return []
  const { letter } = shown
  return letter.wording.inlines('panel-item-last', {
    date: letter.wording.vocabulary.date(last.date),
    by_force: last.source === 'force',
    by_body: last.source === 'body',
    by_inspectorate: last.source === 'inspectorate',
    text: last.text && composeInShort(letter, last.text),
    status: last.text ? undefined : last.status,
  })
}

/** What a draft's history says is not the Panel's to read. */
const hasHistory = ({ response }: Shown): boolean => updatesOf(response, false) !== 'left out'

function composeUndated(
  { wording }: PaperParts,
  { closed_without_a_day: count }: Progress,
): Block[] {
  if (count === 0) return []
  const items = capitalise(wording.vocabulary.counted(count, 'item'))
  return wording.blocks('panel-closed-without-a-day', { items, one: count === 1 })
}
