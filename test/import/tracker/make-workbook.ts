import { strToU8, zipSync } from 'fflate'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'

/** `style`: 1 a day, 2 a month, 3 two decimals, 4 a percentage. */
export type CellValue =
  | string
  | number
  | boolean
  | undefined
  | { number: number; style: number }
  | { formula: string; value: string }
  | { error: string }
export type SheetFile = {
  name: string
  /** Rows from the first. */
  rows: CellValue[][]
  state?: 'hidden' | 'veryHidden'
  hiddenRows?: number[]
  /** As "2:3". */
  hiddenColumns?: string
  merged?: string[]
}
export type WorkbookFile = {
  sheets: SheetFile[]
  isFrom1904?: boolean
  prefix?: string
  parts?: Record<string, string | Uint8Array>
}

const escape = (words: string) =>
  words.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/\r/g, '_x000D_')
export const columnName = (column: number): string =>
  (column > 26 ? columnName(Math.floor((column - 1) / 26)) : '') +
  String.fromCharCode(65 + ((column - 1) % 26))

/** A workbook of our own making, as Excel would save it. */
export function aWorkbook({
  sheets,
  isFrom1904 = false,
  prefix = '',
  parts = {},
}: WorkbookFile): Uint8Array {
  const x = prefix === '' ? '' : `${prefix}:`
  const strings: string[] = []
  const cellOf = (value: CellValue, at: string): string => {
    const cell = (type: string, inner: string) => `<${x}c r="${at}"${type}>${inner}</${x}c>`
    const v = (inner: string | number) => `<${x}v>${inner}</${x}v>`
    if (value === undefined) return ''
    if (typeof value === 'number') return cell('', v(value))
    if (typeof value === 'boolean') return cell(' t="b"', v(Number(value)))
    if (typeof value === 'object') {
      if ('number' in value) return cell(` s="${value.style}"`, v(value.number))
      if ('formula' in value)
        return cell(' t="str"', `<${x}f>${escape(value.formula)}</${x}f>${v(escape(value.value))}`)
      return cell(' t="e"', v(value.error))
    }
    return cell(' t="s"', v(strings.push(value) - 1))
  }
  const sheetOf = ({ rows, hiddenRows = [], hiddenColumns, merged = [] }: SheetFile): string => {
    const [min, max] = hiddenColumns?.split(':') ?? []
    const columns =
      min === undefined
        ? ''
        : `<${x}cols><${x}col min="${min}" max="${max}" hidden="1"/></${x}cols>`
    const data = rows
      .map(
        (cells, at) =>
          `<${x}row r="${at + 1}"${hiddenRows.includes(at + 1) ? ' hidden="1"' : ''}>${cells.map((value, column) => cellOf(value, `${columnName(column + 1)}${at + 1}`)).join('')}</${x}row>`,
      )
      .join('')
    const merges = merged.map(reference => `<${x}mergeCell ref="${reference}"/>`).join('')
    return `<${x}worksheet xmlns${prefix && `:${prefix}`}="${MAIN}">${columns}<${x}sheetData>${data}</${x}sheetData>${merges && `<${x}mergeCells>${merges}</${x}mergeCells>`}</${x}worksheet>`
  }
  const written = sheets.map(sheetOf)
  const link = (id: string, kind: string, target: string) =>
    `<Relationship Id="${id}" Type="${R}/${kind}" Target="${target}"/>`
  const all: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"/>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships">${link('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `<${x}workbook xmlns${prefix && `:${prefix}`}="${MAIN}" xmlns:r="${R}"><${x}workbookPr${isFrom1904 ? ' date1904="1"' : ''}/><${x}sheets>${sheets.map(({ name, state }, at) => `<${x}sheet name="${escape(name)}" sheetId="${at + 1}"${state ? ` state="${state}"` : ''} r:id="rId${at + 1}"/>`).join('')}</${x}sheets></${x}workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships">${sheets.map((_, at) => link(`rId${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`)).join('')}${link('rId90', 'sharedStrings', 'sharedStrings.xml')}${link('rId91', 'styles', '/xl/styles.xml')}</Relationships>`,
    'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${strings.map(words => `<si><r><t xml:space="preserve">${escape(words)}</t></r><rPh sb="0" eb="1"><t>no</t></rPh></si>`).join('')}</sst>`,
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><numFmts><numFmt numFmtId="164" formatCode="[$-809]dd\\ mmmm\\ yyyy;@"/><numFmt numFmtId="165" formatCode="mmm\\-yy"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="2"/><xf numFmtId="9"/></cellXfs></styleSheet>`,
    ...Object.fromEntries(written.map((xml, at) => [`xl/worksheets/sheet${at + 1}.xml`, xml])),
    ...parts,
  }
  return zipSync(
    Object.fromEntries(
      Object.entries(all).map(([path, part]) => [
        path,
        typeof part === 'string' ? strToU8(part) : part,
      ]),
    ),
  )
}
