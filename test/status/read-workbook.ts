import { DOMParser } from '@xmldom/xmldom'
import type { Element } from '@xmldom/xmldom'
import { strFromU8, unzipSync } from 'fflate'
import { letterOf } from '../../src/status/formats/xlsx/dress-workbook.ts'

export type ReadCell = {
  value: string | number
  isText: boolean
  format?: string
  isWrapped: boolean
  fill?: string
}
export type ReadSheet = {
  headers: string[]
  /** By header. */
  rows: Record<string, ReadCell>[]
  heights: number[]
  xml: string
}

/** Every part of a workbook; one that is not well-formed fails. */
export function partsOf(bytes: Uint8Array): Record<string, string> {
  const parts = Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part)]),
  )
  for (const part of Object.values(parts)) parse(part)
  return parts
}

const parse = (xml: string): Element =>
  new DOMParser({
    onError: (_level, message) => {
      throw new Error(message)
    },
  }).parseFromString(xml, 'text/xml').documentElement!

const all = (element: Element, name: string): Element[] => [...element.getElementsByTagName(name)]

/** A sheet as Excel understands it, from the relationships on. */
export function readWorkbook(bytes: Uint8Array): Record<string, ReadSheet> {
  const parts = partsOf(bytes)
  const strings = all(parse(parts['xl/sharedStrings.xml']!), 'si').map(string =>
    unescape(string.textContent ?? ''),
  )
  const styles = readStyles(parts['xl/styles.xml']!)
  const targets = new Map(
    all(parse(parts['xl/_rels/workbook.xml.rels']!), 'Relationship').map(one => [
      one.getAttribute('Id'),
      one.getAttribute('Target'),
    ]),
  )
  const sheets = all(parse(parts['xl/workbook.xml']!), 'sheet').map(sheet => {
    const xml = parts[`xl/${targets.get(sheet.getAttribute('r:id'))}`]!
    return [sheet.getAttribute('name')!, readSheet(xml, strings, styles)] as const
  })
  return Object.fromEntries(sheets)
}

/** ECMA-376, 22.9.2.19 (ST_Xstring). */
const unescape = (text: string): string =>
  text.replace(/_x([\da-f]{4})_/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))

type Style = Pick<ReadCell, 'format' | 'isWrapped' | 'fill'>

function readStyles(xml: string): Style[] {
  const root = parse(xml)
  const formats = new Map(
    all(root, 'numFmt').map(one => [one.getAttribute('numFmtId'), one.getAttribute('formatCode')]),
  )
  const fills = all(root, 'fill').map(fill => all(fill, 'fgColor')[0]?.getAttribute('rgb'))
  return all(all(root, 'cellXfs')[0]!, 'xf').map(xf => {
    const format = formats.get(xf.getAttribute('numFmtId'))
    const fill = fills[Number(xf.getAttribute('fillId') ?? 0)]
    return {
      ...(format && { format }),
      ...(fill && { fill }),
      isWrapped: all(xf, 'alignment')[0]?.getAttribute('wrapText') === '1',
    }
  })
}

function readSheet(xml: string, strings: string[], styles: Style[]): ReadSheet {
  const [head = new Map<string, ReadCell>(), ...rows] = all(parse(xml), 'row').map(row =>
    readRow(row, strings, styles),
  )
  const headers = [...head.values()].map(({ value }) => String(value))
  return {
    headers,
    rows: rows.map(row =>
      Object.fromEntries(
        headers.flatMap((header, index) => {
          const cell = row.get(letterOf(index + 1))
          return cell ? [[header, cell]] : []
        }),
      ),
    ),
    heights: all(parse(xml), 'row').map(row => Number(row.getAttribute('ht'))),
    xml,
  }
}

function readRow(row: Element, strings: string[], styles: Style[]): Map<string, ReadCell> {
  const cells = new Map<string, ReadCell>()
  for (const cell of all(row, 'c')) {
    const written = all(cell, 'v')[0]?.textContent
    if (written === undefined || written === null) continue
    const isText = cell.getAttribute('t') === 's'
    cells.set(cell.getAttribute('r')!.replace(/\d+/, ''), {
      value: isText ? strings[Number(written)]! : Number(written),
      isText,
      ...styles[Number(cell.getAttribute('s') ?? 0)]!,
    })
  }
  return cells
}

/** As a reader sees one row: values by header. */
export const valuesOf = (row: Record<string, ReadCell>): Record<string, string | number> =>
  Object.fromEntries(Object.entries(row).map(([header, { value }]) => [header, value]))
