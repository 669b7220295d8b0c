import { NAMES } from '../../../model/item-names.ts'
import type { ItemKind } from '../../../model/response.ts'
import { itemsInOrder, type PlacedItem } from '../../make-overview.ts'
import { SOURCES } from '../../say.ts'
import type { ItemElsewhere, ItemStanding, Overview, Standing } from '../../standing.ts'
import { capitalise, count, figure, percentOf, quiet, show, showDay, showStart } from './markup.ts'
import { anchorOf } from './responses.ts'
import { idOf, shapeOf, shapeOfWord, type Look } from './shapes.ts'
import { row, table } from './table.ts'

/** How items are put together, and what is told of each group. */
type Group = { look: Look; heading: string; caption: string; last: string }

const GROUPS: readonly Group[] = [
  {
    look: 'overdue',
    heading: 'Overdue',
    caption: 'Open items past their day, longest overdue first',
    last: 'Missing',
  },
  {
    look: 'open',
    heading: 'Open, not overdue',
    caption: 'Open items whose day is still to come, or that have none, by their day',
    last: 'Missing',
  },
  {
    look: 'done',
    heading: 'Done',
    caption: 'Items that the force says are done, and the inspectorate has not closed',
    last: 'Missing',
  },
  {
    look: 'no action',
    heading: 'No action',
    caption: 'Items that are not accepted, not applicable or already met',
    last: 'Missing',
  },
  {
    look: 'closed',
    heading: 'Closed',
    caption: 'Items that the inspectorate has closed, and what shows it',
    last: 'What closed it',
  },
  {
    look: 'raised again',
    heading: 'Raised again',
    caption: 'Items that a later report raises again, and that are followed there',
    last: 'Followed under',
  },
  {
    look: 'not ours',
    heading: 'Not ours',
    caption: 'Items that are addressed to others alone',
    last: 'Missing',
  },
  {
    look: 'practice',
    heading: 'Promising practice',
    caption: 'Promising and innovative practice, which needs no answer',
    last: 'Missing',
  },
]

const columnsOf = (last: string): string[] => [
  'Item',
  'Report and section',
  'Due',
  'Lead',
  'Status',
  'Last word',
  last,
]

const tableOf = (look: Look): string => `items ${idOf(look)}-items`

/** The tables of items, for the style sheet to label their cards. */
export const ITEM_TABLES = GROUPS.map(({ look, last }) => ({
  name: `${idOf(look)}-items`,
  columns: columnsOf(last),
}))
export const COUNT_TABLE = 'counts'
export const STATE_COLUMNS = ['Where it stands', 'Items']
export const WORD_COLUMNS = ['The force’s word', 'Items']

const lookOf = ({ state, overdue }: ItemStanding): Look => (overdue ? 'overdue' : state)

/** Every item, overdue ones first; what asks for nothing more comes last. */
export function showItems(overview: Overview): string {
  const indexes = new Map(overview.responses.map((standing, index) => [standing, index]))
  const items = itemsInOrder(overview)
  const groups = new Map<Look, PlacedItem[]>(GROUPS.map(({ look }) => [look, []]))
  for (const placed of items) groups.get(lookOf(placed.item))!.push(placed)
  const show = (placed: PlacedItem): string =>
    showItem(placed, indexes.get(placed.standing)!, overview)
  return `<section id="items" aria-labelledby="items-heading">
<h2 id="items-heading">Items</h2>
${
  items.length === 0
    ? '<p>There is no item.</p>'
    : `${showCounts(overview)}
<div id="filters" data-kinds="${KINDS.map(kind => capitalise(NAMES[kind][1])).join('|')}"></div>
${GROUPS.map(group => showGroup(group, groups.get(group.look)!.map(show)))
  .filter(html => html !== '')
  .join('\n')}`
}
</section>`
}

function showGroup({ look, heading, caption, last }: Group, rows: readonly string[]): string {
  if (rows.length === 0) return ''
  const id = `items-${idOf(look)}`
  return `<section class="group" id="${id}" aria-labelledby="${id}-heading">
<h3 id="${id}-heading">${shapeOf(look)} ${heading} <span class="count">${figure(rows.length)}</span></h3>
${table({ caption, columns: columnsOf(last), name: tableOf(look) }, rows)}
</section>`
}

/** How many items stand where: the same as the tables below, in two pictures. */
function showCounts({ totals, statuses, responses }: Overview): string {
  const { counts, overdue } = totals
  const of: Record<Look, number> = { ...counts, overdue, open: counts.open - overdue }
  const all = responses.reduce((sum, { items }) => sum + items.length, 0)
  const states = GROUPS.filter(({ look }) => of[look] > 0).map(({ look, heading }) =>
    showCount(`${shapeOf(look)} ${heading}`, of[look], all, `is-${idOf(look)}`),
  )
  const isUsed = statuses.some(({ items }) => items > 0)
  const words = (isUsed ? statuses : []).map(({ word, means, items }, index) =>
    showCount(
      `${shapeOfWord(word, statuses)} <span class="label">${show(word)}</span>${means === undefined ? '' : quiet(show(means))}`,
      items,
      all,
      `w${index}`,
      `data-word="${index}"`,
    ),
  )
  const own = (caption: string, columns: string[], rows: string[]): string =>
    rows.length === 0 ? '' : `<div>${table({ caption, columns, name: COUNT_TABLE }, rows)}</div>`
  return `<div class="pair">
${own(`${count(all, 'item')} by where they stand`, STATE_COLUMNS, states)}
${own('Items by the word that the force uses', WORD_COLUMNS, words)}
</div>`
}

const showCount = (
  name: string,
  value: number,
  all: number,
  className: string,
  attributes = '',
): string =>
  row(
    name,
    [
      `<span class="share"><svg class="count-bar ${className}" aria-hidden="true" width="100%" height="12"><rect class="fill" x="0.5" y="0.5" width="${percentOf(value, all)}" height="11"/></svg> ${figure(value)}</span>`,
    ],
    attributes,
  )

const KINDS = Object.keys(NAMES) as ItemKind[]

/** What the filter goes by: the response, the kind and the word, by their places. */
function showItem({ standing, item }: PlacedItem, index: number, overview: Overview): string {
  const { statuses, responses } = overview
  const isAlone = responses.length === 1
  const most = isAlone ? Infinity : 280
  const word = statuses.findIndex(status => status.word === item.status)
  return row(
    showName(item, most),
    [
      showPlace(standing, item, index, isAlone),
      showDue(item),
      show(item.owner ?? ''),
      showStatus(item, statuses),
      showLast(item, most),
      showRest(item),
    ],
    `data-of="${index} ${KINDS.indexOf(item.kind)} ${word}"`,
  )
}

function showName(item: ItemStanding, most: number): string {
  const { label, title, words, reference, withheld, raised_before: before } = item
  return [
    `<b>${show(label)}</b>`,
    ...(title === undefined ? [] : [`<p class="headline">${show(title)}</p>`]),
    `<p>${showStart(words, most)}</p>`,
    // As `s55 log` takes it.
    quiet(`<code>${show(reference)}</code>`),
    ...(withheld ? [quiet('Withheld: what is answered to it is not shown')] : []),
    ...(before.length > 0 ? [quiet(`Raised before: ${before.map(showElsewhere).join('; ')}`)] : []),
  ].join('')
}

const showElsewhere = ({ label, title, published }: ItemElsewhere): string =>
  `${show(label)}, ${show(title)}${published === undefined ? '' : `, ${showDay(published)}`}`

function showPlace(
  { title }: Standing,
  { section, grade }: ItemStanding,
  index: number,
  isAlone: boolean,
): string {
  const path = `${show(section.join(' › '))}${grade === undefined ? '' : `: ${show(grade)}`}`
  return isAlone ? path : `<a href="#${anchorOf(index)}">${show(title)}</a>${quiet(path)}`
}

function showDue({ deadline, target, overdue }: ItemStanding): string {
  const lines = [
    ...(overdue ? [`<p class="late">${count(overdue.days, 'day')} overdue</p>`] : []),
    ...(deadline ? [`<p>${tellDeadline(deadline)}</p>`] : []),
    ...(target === undefined ? [] : [`<p>The force’s own date: ${showDay(target)}</p>`]),
  ]
  return lines.join('')
}

function tellDeadline({ words, day, of }: NonNullable<ItemStanding['deadline']>): string {
  const typed = show(words)
  const told = day === undefined ? typed : `${showDay(day)} <span class="quiet">${typed}</span>`
  return of === 'plan' ? `Plan: ${told}` : told
}

function showStatus(item: ItemStanding, statuses: Overview['statuses']): string {
  const look = lookOf(item)
  const { status, body_status, inspectorate_status, inspectorate_ref, position } = item
  return [
    `<p class="word">${shapeOf(look)} ${STATE_WORDS[look]}</p>`,
    ...(status === undefined
      ? []
      : [`<p class="word">${shapeOfWord(status, statuses)} ${show(status)}</p>`]),
    ...(position === undefined ? [] : [quiet(capitalise(show(position)))]),
    ...(body_status === undefined ? [] : [quiet(`The body: ${show(body_status)}`)]),
    ...(inspectorate_status === undefined
      ? []
      : [
          quiet(
            `The inspectorate: ${show(inspectorate_status)}${inspectorate_ref === undefined ? '' : ` (${show(inspectorate_ref)})`}`,
          ),
        ]),
  ].join('')
}

const STATE_WORDS: Record<Look, string> = {
  overdue: 'Overdue',
  open: 'Open',
  done: 'Done',
  'no action': 'No action',
  closed: 'Closed',
  'raised again': 'Raised again',
  'not ours': 'Not ours',
  practice: 'Practice',
}

function showLast({ last }: ItemStanding, most: number): string {
  if (!last) return ''
  const { date, source, status, text } = last
  const who = `${showDay(date)}, ${SOURCES[source]}${status === undefined ? '' : `: ${show(status)}`}`
  return `${quiet(who)}${text === undefined ? '' : `<p>${showStart(text, most)}</p>`}`
}

/** What is missing; of an item that is closed or followed elsewhere, where that is to be seen. */
function showRest({ state, missing, proof, raised_again: again }: ItemStanding): string {
  const lines = [
    ...(proof ? tellProof(proof) : []),
    ...(state === 'raised again' ? again.map(showElsewhere) : []),
    ...missing.map(show),
  ]
  return lines.map(line => `<p>${capitalise(line)}</p>`).join('')
}

function tellProof({ date, text, ref }: NonNullable<ItemStanding['proof']>): string[] {
  return [
    ...(date === undefined ? [] : [showDay(date)]),
    ...(text === undefined ? [] : [show(text)]),
    ...(ref === undefined ? [] : [`Register: ${show(ref)}`]),
  ]
}
