import { shorten, type SheetMapping } from './map-columns.ts'

const WIDTH = 80
const LONGEST_HEADER = 26

/** How the columns of each sheet are understood, as lines for a terminal: header, key, example. */
export function showMapping(mappings: readonly SheetMapping[]): string[] {
  const all = mappings.flatMap(({ columns }) => columns)
  const width = Math.min(LONGEST_HEADER, Math.max(6, ...all.map(({ header }) => header.length)))
  const keys = all.map(({ key }) => (key ?? KEPT).length)
  const keyWidth = Math.max(...keys, 0)
  const room = WIDTH - 2 - width - 2 - keyWidth - 2
  return mappings.flatMap(({ sheet, headerRow, columns }) => [
    `“${shorten(sheet, 50)}”, headers in row ${headerRow}:`,
    ...columns.flatMap(({ header, key, example, yieldsTo }) => {
      const left = `  ${shorten(header, width).padEnd(width)}  ${(key ?? KEPT).padEnd(keyWidth)}`
      const words =
        example === undefined ? '' : `“${shorten(example.replace(/\s+/g, ' '), room - 2)}”`
      const line = `${left}  ${words}`.trimEnd()
      return yieldsTo === undefined
        ? [line]
        : [
            line,
            `  ${' '.repeat(width)}  (the same as ${shorten(yieldsTo, 30)}, which comes first)`,
          ]
    }),
  ])
}

/** Of a column without a key. */
const KEPT = 'notes (kept)'
