import { inflateSync } from 'node:zlib'
import { drawnBox, type Box } from './drawn-box.ts'
import {
  ENTRY,
  entryOf,
  numberIn,
  objectAt,
  offsetOf,
  readOffsets,
  unknown,
  type Offsets,
} from './engine-file.ts'

/**
 * A picture on one page says where it is (ISO 32000-1, 14.8.5.4.3). The native engine writes this into
 * PDF/UA-1; that of WebAssembly, which cannot be told a standard, does not.
 */
export function boxFigures(pdf: Uint8Array): Uint8Array {
  const file = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength)
  const table = readOffsets(file)
  const changed = new Map<number, string>()
  for (const figure of figuresIn(file, table)) changed.set(figure, boxed(figure, file, table))
  return changed.size === 0 ? pdf : withObjects(file, table, changed)
}

const FIGURE = '<<\n  /Type /StructElem\n  /S /Figure\n'

function* figuresIn(file: Buffer, table: Offsets): Generator<number> {
  for (let at = file.indexOf(FIGURE); at !== -1; at = file.indexOf(FIGURE, at + 1)) {
    const head = file.toString('latin1', at - ' 0 obj\n'.length - 10, at)
    const object = numberIn(head, /(\d+) 0 obj\n$/)
    if (offsetOf(table, object) !== at - `${object} 0 obj\n`.length) throw unknown('figure')
    yield object
  }
}

function boxed(object: number, file: Buffer, table: Offsets): string {
  const figure = objectAt(file, table, object)
  const marks = /\n {2}\/K \[(\d+(?: \d+)*)\]\n/.exec(figure)?.[1]
  if (marks === undefined || figure.includes('/BBox')) throw unknown('figure')
  const page = objectAt(file, table, numberIn(figure, /\n {2}\/Pg (\d+) 0 R\n/))
  const content = contentOf(numberIn(page, /\n {2}\/Contents (\d+) 0 R\n/), file, table)
  const box = drawnBox(content, new Set(marks.split(' ').map(Number)))
  if (!box) throw unknown('figure')
  const entry = `    /BBox [${box.map(sayNumber).join(' ')}]\n`
  const ofLayout = /\n {2}\/A \[<<\n {4}\/O \/Layout\n(?: {4}\/\w+ \/\w+\n)*/
  if (ofLayout.test(figure)) return figure.replace(ofLayout, found => found + entry)
  if (figure.includes('\n  /A ')) throw unknown('figure')
  return figure.replace('\n  /K ', `\n  /A [<<\n    /O /Layout\n${entry}  >>]\n  /K `)
}

const sayNumber = (value: Box[number]): string => String(Number(value.toFixed(4)))

function contentOf(object: number, file: Buffer, table: Offsets): string {
  const text = objectAt(file, table, object)
  const [, length = '', start = ''] =
    /^(?=\d+ 0 obj\n<<\n {2}\/Length (\d+)\n)(\d+ 0 obj\n<<[^>]*\/Filter \/FlateDecode\n>>\nstream\n)/.exec(
      text,
    ) ?? []
  if (start === '') throw unknown('content of a page')
  const packed = Buffer.from(text.slice(start.length, start.length + Number(length)), 'latin1')
  return inflateSync(packed).toString('latin1')
}

/** The file with some of its objects written anew; all behind them move. */
function withObjects(file: Buffer, table: Offsets, changed: Map<number, string>): Uint8Array {
  const parts: Buffer[] = []
  let from = 0
  let moved = 0
  const entries = [file.subarray(table.trailer - table.offsets.length * ENTRY).subarray(0, ENTRY)]
  for (const [object, offset] of table.offsets.entries()) {
    if (object === 0) continue
    entries.push(Buffer.from(entryOf(offset + moved, table), 'latin1'))
    const text = changed.get(object)
    if (text === undefined) continue
    const before = objectAt(file, table, object)
    parts.push(file.subarray(from, offset), Buffer.from(text, 'latin1'))
    from = offset + before.length
    moved += text.length - before.length
  }
  const head = file.subarray(table.at, table.trailer - table.offsets.length * ENTRY)
  const trailer = file.subarray(table.trailer, table.startxref)
  const end = Buffer.from(`startxref\n${table.at + moved}\n%%EOF`, 'latin1')
  const made = Buffer.concat([
    ...parts,
    file.subarray(from, table.at),
    head,
    ...entries,
    trailer,
    end,
  ])
  return new Uint8Array(made.buffer, made.byteOffset, made.byteLength)
}
