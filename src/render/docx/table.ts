import {
  AlignmentType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx'
import type * as tree from '../../document/tree.ts'
import { tableMeasures } from '../column-widths.ts'
import { staysWhole } from '../keep.ts'
import { sizes } from '../sizes.ts'
import { inlines } from './inlines.ts'
import { listIndent } from './lists.ts'
import type { Place } from './place.ts'
import { quotationIndent } from './styles.ts'
import { twips } from '../units.ts'

type Column = { width: number; align: tree.Table['align'][number] | undefined }
/** Whatever is neither a block, nor inline, nor part of a list. */
type Part = Exclude<tree.Node, tree.Block | tree.Inline | tree.ListItem>
type Shown = { tableRow: TableRow; tableCell: TableCell }
type At = {
  tableRow: {
    place: Place
    columns: Column[]
    isHeader: boolean
    keepNext: boolean
    isSmall: boolean
  }
  tableCell: {
    place: Place
    column: Column
    isHeader: boolean
    keepNext: boolean
    isSmall: boolean
  }
}

const show: {
  [T in Part['type']]: (node: Extract<Part, { type: T }>, at: At[T]) => Shown[T]
} = {
  tableRow: ({ children }, { place, columns, isHeader, keepNext, isSmall }) =>
    new TableRow({
      cantSplit: true,
      // Only when true: for false docx writes an element that some readers take for true.
      ...(isHeader && { tableHeader: true }),
      children: columns.map((column, index) =>
        show.tableCell(children[index] ?? { type: 'tableCell', children: [] }, {
          place,
          column,
          isHeader,
          keepNext,
          isSmall,
        }),
      ),
    }),
  tableCell: ({ children }, { place, column: { width, align }, isHeader, keepNext, isSmall }) =>
    new TableCell({
      width: { size: width, type: WidthType.DXA },
      children: [
        new Paragraph({
          style: `${isSmall ? 'Small' : ''}${isHeader ? 'TableHeading' : 'TableText'}`,
          ...(keepNext && { keepNext }),
          ...(align &&
            align !== 'left' && {
              alignment: AlignmentType[align === 'center' ? 'CENTER' : 'RIGHT'],
            }),
          children: inlines(children, place.letter),
        }),
      ],
    }),
}

export function table(node: tree.Table, place: Place): Table {
  const left =
    place.list !== undefined
      ? listIndent(place.quotation, place.list.level)
      : place.quotation !== undefined
        ? quotationIndent[place.quotation]
        : 0
  const room = twips(place.letter.measure) - left
  const { size, widths: parts } = tableMeasures(node, room / 20)
  const widths = parts.map(part => Math.floor(part * room))
  const total = widths.reduce((sum, width) => sum + width)
  const isWhole = staysWhole(node)
  const columns = widths.map((width, index) => ({ width, align: node.align[index] }))
  return new Table({
    style: 'LetterTable',
    layout: TableLayoutType.FIXED,
    width: { size: total, type: WidthType.DXA },
    columnWidths: widths,
    tableLook: { firstRow: true, noHBand: true, noVBand: true },
    ...(left > 0 && { indent: { size: left, type: WidthType.DXA } }),
    rows: node.children.map((row, index) =>
      show.tableRow(row, {
        place,
        columns,
        isHeader: index === 0,
        isSmall: size !== sizes.table.size,
        keepNext: isWhole && index < node.children.length - 1,
      }),
    ),
  })
}
