/**
 * A part of the page of which only its end tells what it is. A page is read without building a tree, so each
 * line keeps the area that it stands in, and the areas sum up what they hold.
 */
export type Area = Sums & {
  kind: 'main' | 'article' | 'landmark' | 'form' | 'consent' | 'closed' | 'button' | 'box' | 'table'
  outer: Area | undefined
  id: string | undefined
  /** Of a table: it lays the page out. */
  isLayout?: boolean
}

type Sums = {
  /** Of its words, and of those that are links. */
  characters: number
  linked: number
  saysCookie: boolean
  holdsTitle: boolean
  holdsMain: boolean
}

export const makeArea = (kind: Area['kind'], outer: Area | undefined, id?: string): Area => ({
  kind,
  outer,
  id,
  characters: 0,
  linked: 0,
  saysCookie: false,
  holdsTitle: false,
  holdsMain: false,
})

/** When it ends, what it holds is held by the one around it too. */
export function addToOuter({ outer, ...area }: Area): void {
  if (!outer) return
  outer.characters += area.characters
  outer.linked += area.linked
  outer.saysCookie ||= area.saysCookie
  outer.holdsTitle ||= area.holdsTitle
  outer.holdsMain ||= area.holdsMain
}

export function* areasFrom(area: Area | undefined): Generator<Area> {
  for (let one = area; one; one = one.outer) yield one
}

/** A banner of cookies says little. */
const CONSENT_LIMIT = 5000
const BUTTON_LIMIT = 300

/** Whether what an area holds is none of the report. `total`: the characters of the whole page. */
export function isApart(area: Area, total: number, controlled: ReadonlySet<string>): boolean {
  const isMost = area.characters * 2 > total && area.linked * 2 < area.characters
  switch (area.kind) {
    case 'landmark':
      return !area.holdsMain && !isMost
    case 'form':
      // Some systems wrap the whole page in one form.
      return !area.holdsMain && !area.holdsTitle && !isMost
    case 'consent':
      return (
        area.saysCookie && !area.holdsMain && !area.holdsTitle && area.characters < CONSENT_LIMIT
      )
    case 'closed':
      // What a heading or a button opens is text of the report, open or not.
      return area.id === undefined || !controlled.has(area.id)
    case 'button':
      return area.characters < BUTTON_LIMIT
    case 'main':
    case 'article':
    case 'box':
    case 'table':
      return false
  }
}

/** A part with a border or a shade that is not a part of the page's own frame. */
export const isBox = (area: Area, total: number): boolean =>
  (area.kind === 'box' || (area.kind === 'table' && (area as Table).columns === 1)) &&
  !area.holdsMain &&
  !area.holdsTitle &&
  area.characters * 5 < total * 2

export type Table = Area & {
  number: number
  row: number
  column: number
  /** How many columns it has. */
  columns: number
  /** Tables that lay a page out hold headings, or other tables. */
  isLayout: boolean
  /** For each column, the row before which a cell from above ends. */
  until: number[]
}

/** No table of a report has as many columns; no cell goes over as many rows. */
const SPAN_LIMIT = 100
const ROW_SPAN_LIMIT = 65_534

export const makeTable = (number: number, outer: Area | undefined, isLayout: boolean): Table => ({
  ...makeArea('table', outer),
  number,
  row: 0,
  column: 0,
  columns: 0,
  isLayout,
  until: [],
})

export function addRow(table: Table): void {
  table.row += 1
  table.column = 0
}

/** The place of the next cell of the row. */
export function addCell(table: Table, over: number, down: number): { row: number; column: number } {
  if (table.row === 0) addRow(table)
  const { row, until } = table
  let column = table.column + 1
  while (column < SPAN_LIMIT && (until[column] ?? 0) > row) column += 1
  const end = Math.min(column + Math.max(over, 1) - 1, SPAN_LIMIT)
  // As in HTML, 0 is to the end of the table.
  const rows = down === 0 ? ROW_SPAN_LIMIT : Math.min(down, ROW_SPAN_LIMIT)
  if (rows > 1) for (let one = column; one <= end; one++) until[one] = row + rows
  table.column = end
  table.columns = Math.max(table.columns, end)
  return { row, column }
}
