import type { Feature } from 'write-excel-file/universal'
import { longDate } from '../../../calendar.ts'
import { escapeMarkup } from '../../../document/escape-markup.ts'
import type { Day } from '../../../model/response.ts'
import { FONT, LINE_HEIGHT, type Sheet } from './make-sheet.ts'
import { themeXml } from './theme.ts'

type Workbook = { sheets: readonly Sheet[]; title: string; today: Day }

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const OFFICE_DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const CONTENT = 'application/vnd.openxmlformats'

/** What the library does not write: tables with their filters, how it prints, its look at large, its title. */
export function dressWorkbook(workbook: Workbook): Feature<Blob> {
  const { sheets } = workbook
  const tables = sheets.flatMap(({ table }, index) => (table ? [index + 1] : []))
  return {
    files: {
      transform: {
        '[Content_Types].xml': {
          insert: () =>
            [
              ...tables.map(id =>
                partType(`xl/tables/table${id}.xml`, 'officedocument.spreadsheetml.table'),
              ),
              partType('xl/theme/theme1.xml', 'officedocument.theme'),
              partType('docProps/core.xml', 'package.core-properties'),
              partType('docProps/app.xml', 'officedocument.extended-properties'),
            ].join(''),
        },
        '_rels/.rels': {
          insert: () =>
            relationship(
              'rId-core',
              `${PACKAGE}/relationships/metadata/core-properties`,
              'docProps/core.xml',
            ) +
            relationship(
              'rId-app',
              `${OFFICE_DOCUMENT}/relationships/extended-properties`,
              'docProps/app.xml',
            ),
        },
        'xl/_rels/workbook.xml.rels': {
          insert: () =>
            relationship('rId-theme', `${OFFICE_DOCUMENT}/relationships/theme`, 'theme/theme1.xml'),
        },
        'xl/styles.xml': { transform: dressStyles },
        'xl/workbook.xml': {
          transform: xml => replaceOnce(xml, '<definedNames/>', definedNames(sheets)),
        },
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, _options, { sheetIndex }) =>
            dressSheet(xml, sheets[sheetIndex]!, workbook),
        },
        'xl/worksheets/_rels/sheet{id}.xml.rels': {
          insert: (_options, { sheetIndex }) =>
            sheets[sheetIndex]?.table &&
            relationship(
              'rId-table-1',
              `${OFFICE_DOCUMENT}/relationships/table`,
              `../tables/table${sheetIndex + 1}.xml`,
            ),
        },
      },
      write: {
        files: () => ({
          ...Object.fromEntries(
            tables.map(id => [`xl/tables/table${id}.xml`, tableXml(id, sheets[id - 1]!)]),
          ),
          'xl/theme/theme1.xml': themeXml(FONT.fontFamily),
          'docProps/core.xml': corePropertiesXml(workbook),
          'docProps/app.xml': `${DECLARATION}<Properties xmlns="${OFFICE_DOCUMENT}/extended-properties"><Application>Section 55</Application></Properties>`,
        }),
      },
    },
  }
}

const partType = (path: string, type: string): string =>
  `<Override PartName="/${path}" ContentType="${CONTENT}-${type}+xml"/>`

const relationship = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`

/** What the library writes is known: where it no longer does, the workbook would be spoilt in silence. */
function replaceOnce(xml: string, what: string | RegExp, by: string): string {
  const replaced = xml.replace(what, () => by)
  if (replaced === xml) throw new Error(`The workbook's parts have no ${String(what)}`)
  return replaced
}

/** Plain cells, which are nearly all, name no style: they have the look of "Normal". */
function dressStyles(xml: string): string {
  const font = `<font><sz val="${FONT.fontSize}"/><name val="${FONT.fontFamily}"/><family val="2"/></font>`
  const plain = (attributes: string): string =>
    `<xf numFmtId="0" fontId="0" fillId="0" borderId="0"${attributes} applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>`
  const changes: [what: string | RegExp, by: string][] = [
    [/<font>.*?<\/font>/, font],
    ['<cellXfs ', `<cellStyleXfs count="1">${plain('')}</cellStyleXfs><cellXfs `],
    ['<xf ></xf>', plain(' xfId="0"')],
    [
      '</cellXfs>',
      '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
    ],
  ]
  return changes.reduce(
    (changed, [what, by]) => replaceOnce(changed, what, by),
    xml.replace(/<font>(.*?)<\/font>/g, orderFont),
  )
}

/** ECMA-376, 18.8.22: what Excel writes, and the strict readers of its files ask for. */
const FONT_PARTS = ['b', 'i', 'strike', 'u', 'sz', 'color', 'name', 'family', 'scheme']

function orderFont(_font: string, parts: string): string {
  const rank = (part: string): number => FONT_PARTS.indexOf(/\w+/.exec(part)![0])
  const sorted = (parts.match(/<[^>]+>/g) ?? []).sort((one, other) => rank(one) - rank(other))
  return `<font>${sorted.join('')}</font>`
}

/** The part of a sheet that goes on paper, and the row that each page begins with. */
function definedNames(sheets: readonly Sheet[]): string {
  const names = sheets.flatMap(({ name, table, printed, size }, index) => [
    `<definedName name="_xlnm.Print_Area" localSheetId="${index}">${name}!$A$1:$${letterOf(printed)}$${size.rows}</definedName>`,
    ...(table
      ? [
          `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${name}!$1:$1</definedName>`,
        ]
      : []),
  ])
  return `<definedNames>${names.join('')}</definedNames>`
}

/** A, B … Z, AA, AB … of a column's number. */
export function letterOf(column: number): string {
  const before = Math.floor((column - 1) / 26)
  return (before > 0 ? letterOf(before) : '') + String.fromCharCode(65 + ((column - 1) % 26))
}

const rangeOf = ({ size }: Sheet): string => `A1:${letterOf(size.columns)}${size.rows}`

/** What stands before and after the rows, in the order of ECMA-376, 18.3.1.99. */
function dressSheet(xml: string, sheet: Sheet, { today }: Workbook): string {
  const from = xml.indexOf('<sheetData')
  const to = xml.lastIndexOf('<pageMargins')
  const head = replaceOnce(
    xml.slice(0, from),
    '<sheetViews>',
    `<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="${rangeOf(sheet)}"/><sheetViews>`,
  ).replace(/(?=<cols>|$)/, `<sheetFormatPr defaultRowHeight="${LINE_HEIGHT}"/>`)
  const setUp = [
    sheet.table ? '<printOptions gridLines="1"/>' : '',
    '<pageMargins left="0.35" right="0.35" top="0.4" bottom="0.6" header="0.2" footer="0.3"/>',
    '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
    `<headerFooter><oddFooter>&amp;L${sheet.name} on ${longDate(today)}&amp;RPage &amp;P of &amp;N</oddFooter></headerFooter>`,
    // Excel would mark the report's "12" as a figure that somebody typed wrongly.
    sheet.table
      ? `<ignoredErrors><ignoredError sqref="${rangeOf(sheet)}" numberStoredAsText="1"/></ignoredErrors>`
      : '',
  ].join('')
  const table = '<tableParts count="1"><tablePart r:id="rId-table-1"/></tableParts>'
  const tail = replaceOnce(xml.slice(to), /<pageMargins.*?\/><pageSetup.*?\/>/, setUp)
  return (
    head +
    xml.slice(from, to) +
    (sheet.table ? replaceOnce(tail, '</worksheet>', `${table}</worksheet>`) : tail)
  )
}

/** A table says to a screen reader which header a cell is under, and has the filters. */
function tableXml(id: number, sheet: Sheet): string {
  const { name, table = [] } = sheet
  const columns = table.map(
    (header, index) => `<tableColumn id="${index + 1}" name="${escapeMarkup(header)}"/>`,
  )
  const range = rangeOf(sheet)
  return (
    `${DECLARATION}<table xmlns="${MAIN}" id="${id}" name="${name}" displayName="${name}" ref="${range}" totalsRowShown="0">` +
    `<autoFilter ref="${range}"/><tableColumns count="${columns.length}">${columns.join('')}</tableColumns>` +
    '<tableStyleInfo name="TableStyleLight1" showFirstColumn="0" showLastColumn="0" showRowStripes="1" showColumnStripes="0"/></table>'
  )
}

function corePropertiesXml({ title, today }: Workbook): string {
  const time = (name: string): string =>
    `<dcterms:${name} xsi:type="dcterms:W3CDTF">${today}T00:00:00Z</dcterms:${name}>`
  return (
    `${DECLARATION}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties"` +
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"' +
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${escapeMarkup(title)}</dc:title><dc:creator>Section 55</dc:creator>` +
    `${time('created')}${time('modified')}<dc:language>en-GB</dc:language></cp:coreProperties>`
  )
}
