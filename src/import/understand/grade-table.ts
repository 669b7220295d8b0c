import { readGradeLine } from './formulae.ts'
import type { Paragraph } from './paragraph.ts'

/** The grade of an area, and the cell that names it. */
export type TableGrade = { area: Paragraph; grade: string }

/** What tables say of areas and their grades: a grade in the row of an area, or at the head of its column. */
export function readGradeTables(paragraphs: readonly Paragraph[]): TableGrade[] {
  return tablesOf(paragraphs)
    .filter(({ length }) => length <= MOST_CELLS)
    .flatMap(cells => {
      const byColumn = gradesAtHead(cells)
      return byColumn ? underGrades(cells, byColumn) : besideGrades(cells)
    })
    .slice(0, MOST_AREAS)
}

function tablesOf(paragraphs: readonly Paragraph[]): Paragraph[][] {
  const tables = new Map<string, Paragraph[]>()
  for (const paragraph of paragraphs) {
    if (!paragraph.cell) continue
    const key = `${paragraph.copy}:${paragraph.cell.table}`
    const cells = tables.get(key) ?? []
    cells.push(paragraph)
    tables.set(key, cells)
  }
  return [...tables.values()]
}

/** A force has some ten areas; a larger table is of something else. */
const MOST_CELLS = 1000
const MOST_AREAS = 100

const FEWEST = 3

/** The columns whose first row is a grade, where most are. */
function gradesAtHead(cells: readonly Paragraph[]): Map<number, string> | undefined {
  const columns = new Map<number, string>()
  for (const { words, cell } of cells) {
    const grade = cell!.row === 1 ? readGradeLine(words) : undefined
    if (grade !== undefined) columns.set(cell!.column, grade)
  }
  return columns.size >= FEWEST ? columns : undefined
}

const underGrades = (cells: readonly Paragraph[], columns: Map<number, string>): TableGrade[] =>
  cells.flatMap(area => {
    const { row, column } = area.cell!
    const grade = row > 1 ? columns.get(column) : undefined
    return grade === undefined ? [] : [{ area, grade }]
  })

function besideGrades(cells: readonly Paragraph[]): TableGrade[] {
  return cells.flatMap(one => {
    const grade = readGradeLine(one.words)
    if (grade === undefined) return []
    const area = cells.find(
      ({ cell, words }) =>
        cell!.row === one.cell!.row &&
        cell!.column < one.cell!.column &&
        readGradeLine(words) === undefined,
    )
    return area ? [{ area, grade }] : []
  })
}
