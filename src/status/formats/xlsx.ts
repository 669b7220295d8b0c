import writeExcelFile from 'write-excel-file/universal'
import { longDate } from '../../calendar.ts'
import { itemsInOrder } from '../make-overview.ts'
import type { Overview } from '../standing.ts'
import { ITEM_COLUMNS, PRINTED_ITEM_COLUMNS } from './columns.ts'
import { makeAbout } from './xlsx/about.ts'
import { dressWorkbook } from './xlsx/dress-workbook.ts'
import { makeTableSheet, type Sheet } from './xlsx/make-sheet.ts'
import { PRINTED_RESPONSE_COLUMNS, RESPONSE_COLUMNS } from './xlsx/response-columns.ts'
import { settleTimes } from './xlsx/settle-times.ts'

/** A workbook for Excel: the items, overdue ones first; the responses, worst first; and what the words mean. */
export async function writeXlsx(overview: Overview): Promise<Uint8Array> {
  const day = longDate(overview.today)
  const colours = new Map(
    overview.statuses.flatMap(({ word, colour }) => (colour === undefined ? [] : [[word, colour]])),
  )
  const sheets: Sheet[] = [
    makeTableSheet({
      name: 'Items',
      columns: ITEM_COLUMNS,
      printed: PRINTED_ITEM_COLUMNS.length,
      rows: itemsInOrder(overview),
      alarming: row => (row.item?.overdue ? ['Days overdue'] : []),
      colours,
    }),
    makeTableSheet({
      name: 'Responses',
      columns: RESPONSE_COLUMNS,
      printed: PRINTED_RESPONSE_COLUMNS.length,
      rows: overview.responses,
      alarming: ({ stage, clock, overdue }) => [
        ...(stage === 'unreadable' ? ['Stage'] : []),
        ...(clock?.state === 'late' ? ['Days left', 'The 56 days'] : []),
        ...(overdue > 0 ? ['Overdue items'] : []),
      ],
    }),
    makeAbout(overview),
  ]
  const written = writeExcelFile(
    sheets.map(sheet => sheet.content),
    {
      features: [
        dressWorkbook({ sheets, title: `Where the responses stand on ${day}`, ...overview }),
      ],
    },
  )
  const bytes = new Uint8Array(await (await written.toBlob()).arrayBuffer())
  return settleTimes(bytes)
}
