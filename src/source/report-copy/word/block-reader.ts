import { attributeOf, childOf, valueOf } from '../../../office-file/xml.ts'
import type { XmlElement, XmlPart } from '../../../office-file/xml.ts'
import type { CopyLine } from '../copy-line.ts'
import { readNumbering, type Mark, type Numbering } from './numbering.ts'
import { readable, readRuns, type Runs } from './read-runs.ts'
import { paragraphMarks, readStyles, runMarks, type Marks, type Styles } from './styles.ts'

/** Where a block stands. */
type Around = { cell?: CopyLine['cell']; box?: number; isNote?: true }

/** A paragraph that stands for a heading is no longer. */
const LONGEST_HEADING = 120

/** Takes the blocks of a Word document as they come, and makes of each paragraph with words a line. */
export class BlockReader {
  readonly lines: CopyLine[] = []
  readonly #styles: Styles
  readonly #numbering: Numbering
  #tables = 0
  #boxes = 0
  /** The paragraph before, in the same place, is in this box. */
  #openBox: number | undefined
  #notes: Runs['notes'] = []
  /** Words of a paragraph whose end is struck out: the next one carries them on. */
  #carried = ''

  constructor(
    readonly path: string,
    readonly partOf: (kind: string) => XmlPart | undefined,
  ) {
    this.#styles = readStyles(partOf('styles'))
    this.#numbering = readNumbering(partOf('numbering'), this.#styles)
  }

  readBlocks(part: XmlPart, { children }: XmlElement, around: Around = {}): void {
    for (const child of children) {
      const { name } = child
      if (name === 'w:p') this.#readParagraph(part, child, around)
      else if (name === 'w:tbl') this.#readTable(part, child, around)
      else if (name === 'mc:AlternateContent') this.readBlocks(part, readable(child), around)
      else if (looksThrough.has(name)) this.readBlocks(part, child, around)
    }
  }

  /** Footnotes and endnotes, in the order in which the text refers to them. */
  readNotes(): void {
    const parts = { footnotes: this.partOf('footnotes'), endnotes: this.partOf('endnotes') }
    const elements = new Map<string, XmlElement>()
    for (const kind of ['footnotes', 'endnotes'] as const)
      for (const note of parts[kind]?.root.children ?? [])
        elements.set(`${kind} ${attributeOf(note, 'w:id') ?? ''}`, note)
    // A note may refer to others, which come behind; each is read once.
    for (const { kind, id } of this.#notes) {
      const [part, note] = [parts[kind], elements.get(`${kind} ${id}`)]
      if (!part || !note || !elements.delete(`${kind} ${id}`)) continue
      this.#openBox = undefined
      this.readBlocks(part, note, { isNote: true })
    }
  }

  #readParagraph(part: XmlPart, paragraph: XmlElement, around: Around): void {
    const properties = childOf(paragraph, 'w:pPr')
    const styleId = valueOf(childOf(properties, 'w:pStyle')) ?? this.#styles.defaultParagraph
    const style = this.#styles.get(styleId)
    const direct = paragraphMarks(properties)
    const marks: Marks = { ...style, ...direct, list: { ...style.list, ...direct.list } }
    const { words, isBold, boxes, notes } = readRuns(part, paragraph, this.#styles, style)
    this.#notes.push(...notes)
    const all = this.#carried + words
    const ending = childOf(properties, 'w:rPr')
    const isCarriedOn = childOf(ending, 'w:del') ?? childOf(ending, 'w:moveFrom')
    this.#carried = isCarriedOn ? all : ''
    if (!isCarriedOn) {
      const isShown = all.trim() !== '' || runMarks(ending).isHidden !== true
      const mark = all.trim() === '' ? undefined : this.#markOf(marks, styleId ?? '')
      if (isShown) this.#boxIn(marks, around)
      // What a table of contents says is said by the headings.
      if (!/^toc \d$/.test(style.name)) this.#addLine(all, marks, mark, isBold, around)
    }
    for (const content of boxes) {
      const [open, box] = [this.#openBox, ++this.#boxes]
      this.readBlocks(part, content, { ...around, box })
      this.#openBox = open
    }
  }

  #markOf({ list }: Marks, styleId: string): Mark {
    if (list?.id === undefined) return undefined
    return this.#numbering.markOf(list.id, list.level, styleId)
  }

  #boxIn({ isBoxed }: Marks, { box }: Around): void {
    if (isBoxed !== true || box !== undefined) this.#openBox = undefined
    else this.#openBox ??= ++this.#boxes
  }

  #addLine(all: string, marks: Marks, mark: Mark, isBold: boolean, around: Around): void {
    const spoken = mark && mark.words !== '' ? `${mark.words} ${all}` : all
    const words = spoken
      .replace(/\p{Cs}/gu, '')
      .replace(/[\s\p{Cc}]+/gu, ' ')
      .trim()
    if (all.trim() === '' || words === '') return
    const line = this.lines.length + 1
    // A Word document has no lines of its own: its paragraphs with words are counted.
    const start = { line, column: 1 }
    const place = { file: this.path, start, end: { line, column: words.length + 1 } }
    const box = around.box ?? this.#openBox
    this.lines.push({
      words,
      place,
      ...kindOf(words, marks, mark, isBold, around),
      ...(around.cell && { cell: around.cell }),
      ...(box !== undefined && { box }),
      isFirst: true,
    })
  }

  #readTable(part: XmlPart, table: XmlElement, around: Around): void {
    const rows = [...childrenThrough(table, 'w:tr')].filter(isKept)
    const cells = rows.map(row => [...childrenThrough(row, 'w:tc')])
    const isBox = cells.every(({ length }) => length <= 1)
    const number = isBox ? ++this.#boxes : ++this.#tables
    for (const [index, row] of rows.entries()) {
      let column = 1 + spanOf(childOf(row, 'w:trPr'), 'w:gridBefore', 0)
      for (const cell of cells[index] ?? []) {
        const place = { table: number, row: index + 1, column }
        column += spanOf(childOf(cell, 'w:tcPr'), 'w:gridSpan', 1)
        this.#openBox = undefined
        this.readBlocks(part, cell, {
          ...around,
          ...(isBox ? { box: around.box ?? number } : { cell: place }),
        })
      }
    }
    this.#openBox = undefined
  }
}

const looksThrough = new Set([
  ...['w:body', 'w:sdt', 'w:sdtContent', 'w:ins', 'w:moveTo', 'w:customXml', 'w:smartTag'],
])

/** The rows of a table or the cells of a row, through the controls and marks that may stand around them. */
function* childrenThrough({ children }: XmlElement, name: string): Generator<XmlElement> {
  for (const child of children)
    if (child.name === name) yield child
    else if (looksThrough.has(child.name)) yield* childrenThrough(child, name)
}

const isKept = (row: XmlElement): boolean => !childOf(childOf(row, 'w:trPr'), 'w:del')

/** Word has at most 63 columns. */
function spanOf(properties: XmlElement | undefined, name: string, otherwise: number): number {
  const span = Number(valueOf(childOf(properties, name)) ?? otherwise)
  return Number.isInteger(span) && span >= 0 && span <= 63 ? span : otherwise
}

function kindOf(
  words: string,
  { outline = 0 }: Marks,
  mark: Mark,
  isBold: boolean,
  { cell, isNote }: Around,
): Pick<CopyLine, 'kind' | 'level'> {
  if (isNote) return { kind: 'footnote' }
  if (outline > 0) return { kind: 'heading', level: Math.min(outline, 6) }
  if (mark) return { kind: 'list item', level: mark.level }
  if (cell) return { kind: 'cell' }
  const isHeading = isBold && words.length <= LONGEST_HEADING && !/[.,;:]$/.test(words)
  return isHeading ? { kind: 'heading' } : {}
}
