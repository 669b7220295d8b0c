import type { CellObject, SheetData } from 'write-excel-file/universal'
import type { ItemState, Overview, Stage } from '../../standing.ts'
import { ITEM_COLUMNS, PRINTED_ITEM_COLUMNS, toCellText, type Column } from '../columns.ts'
import {
  countLines,
  FONT,
  LINE_HEIGHT,
  makeDay,
  makeText,
  toCellObject,
  type Sheet,
} from './make-sheet.ts'
import { PRINTED_RESPONSE_COLUMNS, RESPONSE_COLUMNS } from './response-columns.ts'

const WIDTHS = [30, 100] as const

const STAGES: Record<Stage, string> = {
  unreadable: 'Its file is broken, and nothing else is known: s55 check says where',
  'awaiting the force': 'The chief officer is asked, and comments are still to come',
  drafting: 'The office has something to write or to mend',
  ready: 'A draft in which check finds no error',
  final: 'It may go out, and is not published',
  published: 'It is published',
}

const STATES: Record<ItemState, string> = {
  open: 'There is something to do',
  done: 'The force says that it is done; the inspectorate has not closed it',
  'no action': 'Not accepted, not applicable or already met, with the reason',
  closed: 'Closed by the inspectorate',
  'raised again': 'Followed under a later report',
  'not ours': 'Addressed to others alone',
  practice: 'Promising or innovative practice, which needs nothing',
}

type Line = readonly [term: string, meaning: string | number]

/** What the sheets say, in words, and their figures summed. */
export function makeAbout({ today, totals, statuses }: Overview): Sheet {
  const data: SheetData = [
    heading('Where the responses stand', 14),
    [makeText('On'), alignLeft(makeDay(today))],
    line(
      'What this is',
      "Made from the responses' own files by s55 status. What is changed here changes nothing there: the next one is made anew.",
    ),
    line(
      'Long texts',
      'A row shows the first lines of a long text; the cell holds the whole of it.',
    ),
    line(
      'On paper',
      `The columns up to “${PRINTED_ITEM_COLUMNS.at(-1)!.header}” of the items and “${PRINTED_RESPONSE_COLUMNS.at(-1)!.header}” of the responses are printed. For others: Page Layout, Print Area.`,
    ),
    ...block('Together', [
      ['Responses', totals.responses],
      ['Within the 56 days', totals.running],
      ['Late', totals.late],
      ['Unreadable', totals.unreadable],
      ['Items answered', totals.answered],
      ['Answers due', totals.due],
      ['Errors', totals.errors],
      ['Overdue items', totals.overdue],
    ]),
    ...block(
      'Items by their state',
      Object.entries(totals.counts).map(([state, count]) => [state, count]),
    ),
    ...block('State of an item', Object.entries(STATES)),
    ...block('Stage of a response', Object.entries(STAGES)),
    ...block(
      "The force's words for where an item stands",
      statuses.map(({ word, means, done }) => [
        word,
        [means, done ? 'counts as done' : undefined].filter(part => part).join('; '),
      ]),
    ),
    ...block('Columns of the items', meanings(ITEM_COLUMNS)),
    ...block('Columns of the responses', meanings(RESPONSE_COLUMNS)),
  ]
  return {
    name: 'About',
    size: { columns: WIDTHS.length, rows: data.length },
    printed: WIDTHS.length,
    content: {
      sheet: 'About',
      data,
      columns: WIDTHS.map(width => ({ width })),
      orientation: 'landscape',
      zoomScale: 1,
    },
  }
}

const meanings = <Row>(columns: readonly Column<Row>[]): Line[] =>
  columns.flatMap(({ header, means }) => (means === undefined ? [] : [[header, means]]))

function block(title: string, lines: readonly Line[]): SheetData {
  return lines.length === 0 ? [] : [[], heading(title, 12), ...lines.map(one => line(...one))]
}

const heading = (value: string, fontSize: number): CellObject[] => [
  { ...FONT, fontSize, fontWeight: 'bold', value, height: fontSize * 1.6 },
]

function line(term: string, meaning: string | number): CellObject[] {
  const words = toCellText(term)
  const told = typeof meaning === 'number' ? meaning : toCellText(meaning)
  const lines = Math.max(countLines(words, WIDTHS[0]), countLines(String(told), WIDTHS[1]))
  return [
    { ...toCellObject(makeText(words)), height: lines * LINE_HEIGHT + 2 },
    typeof told === 'number' ? alignLeft(told) : toCellObject(makeText(told)),
  ]
}

/** Figures stand by their terms, not at the far end of a wide column. */
const alignLeft = (cell: string | number | CellObject): CellObject => ({
  ...toCellObject(cell),
  align: 'left',
  alignVertical: 'top',
})
