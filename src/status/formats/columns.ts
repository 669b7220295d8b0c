import { NAMES } from '../../model/item-names.ts'
import { storable } from '../../reporters/printable.ts'
import { itemsInOrder } from '../make-overview.ts'
import type { ItemElsewhere, ItemStanding, Overview, Standing } from '../standing.ts'

/** A column of a sheet: days are YYYY-MM-DD here, and made into dates where the format has such. */
export type Column<Row> = {
  header: string
  kind: 'text' | 'day' | 'number'
  /** In a workbook, in characters. */
  width: number
  /** What it says, where the header alone leaves a question open. */
  means?: string
  valueOf: (row: Row) => string | number | undefined
}

/** Makes a column of its kind. */
const columnOf =
  (kind: Column<unknown>['kind']) =>
  <Row>(
    header: string,
    width: number,
    valueOf: Column<Row>['valueOf'],
    means?: string,
  ): Column<Row> => ({ header, kind, width, valueOf, ...(means !== undefined && { means }) })

export const text = columnOf('text')
export const day = columnOf('day')
export const number = columnOf('number')

/** Excel's limit, less one for the apostrophe that keeps a text from being a formula. */
const MOST_CHARACTERS = 32_767 - 1

/** A text as a cell holds it: on one line, of whole letters, and no longer than Excel reads. */
export function toCellText(typed: string): string {
  const line = storable(typed.replace(/\s+/g, ' ').trim())
  if (line.length <= MOST_CHARACTERS) return line
  // Half of a letter is none.
  return `${line.slice(0, MOST_CHARACTERS - 1).replace(/[\ud800-\udbff]$/, '')}…`
}

/** A response without items has a row of its own, where none may be lost. */
export type ItemRow = { standing: Standing; item?: ItemStanding }

/** What cannot be read is the worst; what has no items yet has the least to tell. */
export function rowsOf(overview: Overview): ItemRow[] {
  const withoutItems = overview.responses
    .filter(({ items }) => items.length === 0)
    .map(standing => ({ standing }))
  const isUnreadable = ({ standing }: ItemRow): boolean => standing.stage === 'unreadable'
  return [
    ...withoutItems.filter(isUnreadable),
    ...itemsInOrder(overview),
    ...withoutItems.filter(row => !isUnreadable(row)),
  ]
}

/** What is needed on paper. */
export const PRINTED_ITEM_COLUMNS: readonly Column<ItemRow>[] = [
  text('Response', 14, ({ standing }) => standing.name, 'The name of its folder'),
  text('Item', 15, ({ item }) => item?.label, "By the report's number, else by its place"),
  text('Title', 19, ({ item }) => item?.title),
  text('Words of the report', 42, ({ item }) => item?.words),
  text('Grade', 12, ({ item }) => item?.grade, 'Of the section that the item stands in'),
  text('State', 8, ({ item }) => item?.state, 'Whether there is still something to do: see above'),
  day('Deadline', 11, ({ item }) => item?.deadline?.day, "The report's, as a day"),
  day("Force's own date", 11, ({ item }) => item?.target),
  number(
    'Days overdue',
    8,
    ({ item }) => item?.overdue?.days,
    "Of an open item: since its deadline, or since the force's own date where that alone is past",
  ),
  text('Status', 11, ({ item }) => item?.status, "The force's word, by its last entry"),
  text('Owner', 14, ({ item }) => item?.owner),
  day('Last entry on', 11, ({ item }) => item?.last?.date, 'The newest of its history'),
  text('Last entry', 24, ({ item }) => item?.last?.text),
  text('Missing', 16, missingOf, 'What somebody still has to give'),
]

export const ITEM_COLUMNS: readonly Column<ItemRow>[] = [
  ...PRINTED_ITEM_COLUMNS,
  text('Report', 32, ({ standing }) => titleOf(standing)),
  day('Report published', 11, ({ standing }) => standing.published),
  text('Section', 28, ({ item }) => item?.section.join(' / '), 'Sections, outermost first'),
  text('Kind', 20, ({ item }) => item && NAMES[item.kind][0]),
  text('Number in the report', 10, ({ item }) => item?.number),
  text('Cause of concern', 18, causeOf, 'Of a recommendation: the one that it belongs to'),
  text('Reference', 22, ({ item }) => item?.reference, 'What s55 log knows the item by'),
  text('Deadline in words', 20, deadlineInWords, 'As the report puts it'),
  day(
    'Due',
    11,
    ({ item }) => item?.due,
    "The deadline or the force's own date: the one that comes next, else the later",
  ),
  text(
    'Which day is past',
    14,
    ({ item }) => item?.overdue && DAYS[item.overdue.of],
    'Of an overdue item',
  ),
  text('Last entry by', 13, ({ item }) => item?.last?.source),
  text('Status in last entry', 14, ({ item }) => item?.last?.status),
  text("Body's status", 14, ({ item }) => item?.body_status, 'How the body sees it'),
  text("Inspectorate's status", 16, ({ item }) => item?.inspectorate_status),
  text("Inspectorate's number", 14, ({ item }) => item?.inspectorate_ref, 'In its register'),
  text('Position', 15, ({ item }) => item?.position, 'Whether the force accepts it'),
  text(
    'Answered',
    10,
    answeredOf,
    'yes; no, though an answer is due; not due, where none is asked for',
  ),
  day('Closed on', 11, ({ item }) => item?.proof?.date, 'By the inspectorate'),
  text('Proof of closing', 26, proofOf, "The inspectorate's words, and its number"),
  text('Raised before', 26, ({ item }) => sayElsewhere(item?.raised_before), 'In earlier reports'),
  text('Raised again', 26, ({ item }) => sayElsewhere(item?.raised_again), 'In later reports'),
  text(
    'Withheld',
    10,
    ({ item }) => item && (item.withheld ? 'yes' : 'no'),
    'Whether what was done about it stays inside',
  ),
  text('Stage of the response', 14, ({ standing }) => standing.stage),
  text('File', 34, ({ standing, item }) => item?.place.file ?? standing.file),
  number('Line', 7, ({ item }) => item?.place.line),
]

const DAYS = { deadline: 'deadline', target: "force's own date" } as const

/** A response that cannot be read has its name in place of its report's title. */
export const titleOf = ({ stage, title }: Standing): string | undefined =>
  stage === 'unreadable' ? undefined : title

function missingOf({ standing, item }: ItemRow): string | undefined {
  if (item) return item.missing.join('; ')
  return standing.stage === 'unreadable' ? 'a file that can be read' : undefined
}

function causeOf({ standing, item }: ItemRow): string | undefined {
  if (item?.cause === undefined) return undefined
  return standing.items.find(({ id }) => id === item.cause)?.label
}

function deadlineInWords({ item }: ItemRow): string | undefined {
  const deadline = item?.deadline
  return deadline?.of === 'plan' ? `${deadline.words} (for the plan)` : deadline?.words
}

function answeredOf({ item }: ItemRow): string | undefined {
  if (!item) return undefined
  return item.answered ? 'yes' : item.answer_due ? 'no' : 'not due'
}

function proofOf({ item }: ItemRow): string | undefined {
  const { text: words, ref } = item?.proof ?? {}
  return [words, ref].filter(part => part !== undefined).join(' – ')
}

const sayElsewhere = (items: readonly ItemElsewhere[] = []): string =>
  items.map(({ response, label }) => `${response}: ${label}`).join('; ')
