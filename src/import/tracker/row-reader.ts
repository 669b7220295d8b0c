import { wordsOf } from '../../document/words.ts'
import type { ItemKind } from '../../model/response.ts'
import type { Place } from '../../problem.ts'
import type { Doubt, FoundAnswers, FoundItem, FoundSection, Passed } from '../found-report.ts'
import { cellBlocks } from './cell-blocks.ts'
import { isWordsKey, type TrackerKey, type WordsKey } from './headers.ts'
import { isPlaceholder, readKind, readNumber } from './kinds.ts'
import { shorten, type MappedColumn, type SheetMapping } from './map-columns.ts'
import { asNote, readAnswers, type Cells } from './read-answers.ts'
import type { Row, Sheet } from './table.ts'

/** Columns whose merged cells hold for every row that they reach into. */
const SPREAD = new Set<TrackerKey>([
  ...(['kind', 'section', 'cause_of_concern', 'owner', 'report', 'published', 'deadline'] as const),
  ...(['inspectorate_ref', 'for', 'target', 'status'] as const),
])

/** A recommendation, and the reference of the cause of concern that it stands below. */
type Linked = { item: FoundItem; section: FoundSection; reference: string; row: string }

/** Makes of the rows of all sheets the items of one report. */
export class RowReader {
  readonly sections: FoundSection[] = []
  readonly doubts: Doubt[] = []
  readonly passed: Passed[] = []
  /** Rows whose kind nothing tells. */
  kindless = 0
  readonly remarks: string[] = []
  /** How many rows name a report of this title; or were published on a day. */
  readonly reports = new Map<string, number>()
  readonly published = new Map<string, number>()
  readonly strangeStatuses = new Map<string, number>()
  #ids = new Set<string>()
  #sectionsByTitle = new Map<string, FoundSection>()
  #causes = new Map<string, FoundItem[]>()
  #causesInWords = new Map<FoundSection, Map<string, FoundItem>>()
  /** Causes of concern that stand beside their recommendations, and have had no row of their own. */
  #besides = new Set<FoundItem>()
  #linked: Linked[] = []

  constructor(
    readonly path: string,
    readonly hasSeveralSheets: boolean,
    readonly statuses: readonly string[],
  ) {}

  readSheet({ name, rows }: Sheet, mapping: SheetMapping, title: string): void {
    const headers = rows.find(({ number }) => number === mapping.headerRow)
    let last: FoundItem | undefined
    for (const row of rows) {
      if (row.number <= mapping.headerRow || isSameRow(row, headers)) continue
      last = this.#readRow(row, mapping, name, title, last) ?? last
    }
  }

  /** Puts recommendations below their causes of concern, wherever in the tracker these stand. */
  link(): void {
    for (const { item, section, reference, row } of this.#linked) {
      const causes = this.#causes.get(reference.toLowerCase()) ?? []
      const [cause] = causes
      if (cause && causes.length === 1) {
        cause.recommendations.push(item)
        section.items = section.items.filter(one => one !== item)
        continue
      }
      this.#doubt(
        item.place,
        wordsOf(item.words),
        cause
          ? `Unexpected second cause of concern “${reference}”, expected one for the recommendation of ${row}`
          : `Missing cause of concern “${reference}”, expected it for the recommendation of ${row}`,
        'Give each cause of concern a row of its own and a reference that only its recommendations repeat',
      )
    }
  }

  #readRow(
    row: Row,
    { columns }: SheetMapping,
    sheet: string,
    sheetTitle: string,
    last: FoundItem | undefined,
  ): FoundItem | undefined {
    const named = `row ${row.number}${this.hasSeveralSheets ? ` of “${sheet}”` : ''}`
    const shown = [...row.cells.values()].join(' | ').replace(/\s+/g, ' ')
    const place = this.#placeOf(row, columns)
    if (row.isBand) {
      this.#pass(place, shown, 'it is a heading over the rows below it')
      return undefined
    }
    const cells = cellsOf(row, columns)
    const filled = columns.filter(
      (column): column is MappedColumn & { key: WordsKey } =>
        isWordsKey(column.key) &&
        row.cells.has(column.column) &&
        cells.of(column.key) !== undefined,
    )
    const others = filled.filter(({ key }) => key !== 'cause_of_concern')
    const [own] = others.length > 0 ? others : filled
    if (!own) return this.#readWordless(row, columns, cells, last, place, shown, named)
    if (others.length > 1) {
      this.#doubt(
        place,
        shown,
        `Unexpected words in ${others.length} columns of ${named}, ${others.map(({ header }) => `“${header}”`).join(' and ')}, expected the item in one`,
        'Give each item a row of its own, or map one of them as notes',
      )
      return undefined
    }
    const kind = kindOf(own.key, cells, columns)
    if (kind === undefined) {
      this.kindless += 1
      const told = cells.of('kind')
      this.#doubt(
        place,
        shown,
        `${told === undefined ? 'Missing kind' : `Unexpected kind “${shorten(told, 40)}”`} in ${named}, expected recommendation, area for improvement, cause of concern, observation or practice`,
        `Say what it is in a column “Type”; or, where all are one kind: --map "${own.header}=recommendation"`,
      )
      return undefined
    }
    this.#count(this.reports, cells.of('report'))
    this.#count(this.published, cells.of('published'))
    return this.#addItem(kind, own, cells, sheetTitle, place, named)
  }

  #addItem(
    kind: ItemKind,
    own: MappedColumn & { key: WordsKey },
    cells: Cells,
    sheetTitle: string,
    place: Place,
    named: string,
  ): FoundItem {
    const { answers, item: facts, strangeStatus } = readAnswers(cells, this.statuses)
    this.#count(this.strangeStatuses, strangeStatus)
    const section = this.#sectionOf(cells.of('section') ?? sheetTitle, place)
    const numbered = readNumber(cells.of('number') ?? '')
    const reference = cells.of('id')
    const item: FoundItem = {
      kind,
      words: cellBlocks(cells.of(own.key) ?? ''),
      ...(cells.of('title') !== undefined && { title: cells.of('title')!.replace(/\n/g, ' ') }),
      ...(numbered.number !== '' && { number: numbered.number.replace(/\n/g, ' ') }),
      ...facts,
      recommendations: [],
      place,
      again: [],
    }
    const all = [...(answers.notes ?? [])]
    const cause = own.key === 'cause_of_concern' ? undefined : cells.of('cause_of_concern')
    const below =
      kind === 'recommendation' ? this.#causeOf(cause, cells, section, place) : undefined
    if (cause !== undefined && below === undefined)
      all.push(asNote(cells.header('cause_of_concern'), cause))
    const id = this.#claimId(reference, named)
    if (id !== reference && reference !== undefined) all.push(asNote(cells.header('id'), reference))
    const kept: FoundAnswers = {
      ...(id !== undefined && { id }),
      ...answers,
      ...(all.length > 0 && { notes: all }),
    }
    if (Object.keys(kept).length > 0) item.answers = kept
    if (kind === 'cause_of_concern') {
      const causes = this.#causesIn(section)
      const words = bare(cells.of(own.key) ?? '')
      const known = causes.get(words)
      // It stood beside its recommendations before, and now has a row of its own.
      const isRow = known && this.#besides.delete(known)
      const cause = isRow
        ? Object.assign(known, item, { recommendations: known.recommendations })
        : item
      causes.set(words, cause)
      this.#register(cause, numbered.number, reference)
      if (isRow) return cause
    }
    if (typeof below === 'object') below.recommendations.push(item)
    else {
      section.items.push(item)
      if (below !== undefined) this.#linked.push({ item, section, reference: below, row: named })
    }
    return item
  }

  /** A cause of concern in a column beside the recommendation, or the reference of one. */
  #causeOf(
    cause: string | undefined,
    cells: Cells,
    section: FoundSection,
    place: Place,
  ): FoundItem | string | undefined {
    if (cause !== undefined) {
      const numbered = readNumber(cause)
      if (numbered.kind === 'cause_of_concern' || /^\d{1,3}$/.test(cause))
        return `coc ${numbered.number}`
      // One word says that there is one, or not, and not which.
      if (/\s/.test(cause)) return this.#causeInWords(cause, section, place)
    }
    for (const key of ['number', 'id'] as const) {
      const written = cells.of(key)
      if (written === undefined) continue
      const { kind, number, cause: above } = readNumber(written)
      if (above !== undefined) return `coc ${above}`
      if (kind === 'cause_of_concern') return `coc ${number}`
      // Causes and recommendations may each be counted from 1: a figure alone says nothing.
      if (/\p{L}/u.test(written) && this.#causes.has(written.toLowerCase())) return written
    }
    return undefined
  }

  #causesIn(section: FoundSection): Map<string, FoundItem> {
    const known = this.#causesInWords.get(section) ?? new Map<string, FoundItem>()
    this.#causesInWords.set(section, known)
    return known
  }

  #causeInWords(words: string, section: FoundSection, place: Place): FoundItem {
    const causes = this.#causesIn(section)
    const found = causes.get(bare(words))
    if (found) return found
    const item: FoundItem = {
      kind: 'cause_of_concern',
      words: cellBlocks(words),
      recommendations: [],
      place,
      again: [],
    }
    causes.set(bare(words), item)
    this.#besides.add(item)
    section.items.push(item)
    return item
  }

  #register(item: FoundItem, number: string, reference: string | undefined): void {
    const { kind, number: inReference } = readNumber(reference ?? '')
    const figures = [number, kind === 'cause_of_concern' ? inReference : '']
    const names = [
      ...figures.filter(figure => figure !== '').map(figure => `coc ${figure}`),
      ...[number, reference ?? ''].filter(name => name !== ''),
    ].map(name => name.toLowerCase())
    for (const name of new Set(names))
      this.#causes.set(name, [...(this.#causes.get(name) ?? []), item])
  }

  /** A row below a merged cell goes on with the item above; others hold none. */
  #readWordless(
    row: Row,
    columns: readonly MappedColumn[],
    cells: Cells,
    last: FoundItem | undefined,
    place: Place,
    shown: string,
    named: string,
  ): undefined {
    const isBelow = columns.some(({ key, column }) => isWordsKey(key) && row.above?.has(column))
    if (isBelow && last) {
      const { answers } = readAnswers(cells, this.statuses)
      last.answers = joinAnswers(last.answers ?? {}, answers)
      return undefined
    }
    const said = (['update', 'comment'] as const).filter(key => cells.of(key) !== undefined)
    if (said.length > 0)
      this.#doubt(
        place,
        shown,
        `Missing words of the report in ${named}, expected them beside its ${said.join(' and ')}`,
        'Put what it says into the row of its item',
      )
    else this.#pass(place, shown, 'it has no words of the report')
    return undefined
  }

  #sectionOf(title: string, place: Place): FoundSection {
    const words = title.replace(/\s+/g, ' ')
    const known = this.#sectionsByTitle.get(bare(words))
    if (known) return known
    const section: FoundSection = { title: words, place, items: [], sections: [] }
    this.#sectionsByTitle.set(bare(words), section)
    this.sections.push(section)
    return section
  }

  /** A name that stays: without spaces, and no other item's. */
  #claimId(reference: string | undefined, named: string): string | undefined {
    const id = reference
      ?.replace(/[^\p{L}\p{N}._]+/gu, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 60)
    if (id === undefined || id === '') return undefined
    if (this.#ids.has(id.toLowerCase())) {
      this.remarks.push(
        `The reference “${shorten(reference ?? '', 40)}” stands a second time in ${named}; there it is kept as a note`,
      )
      return undefined
    }
    this.#ids.add(id.toLowerCase())
    return id
  }

  #count(in_: Map<string, number>, words: string | undefined): void {
    if (words !== undefined) in_.set(words, (in_.get(words) ?? 0) + 1)
  }

  #placeOf({ number, cells }: Row, columns: readonly MappedColumn[]): Place {
    const column = columns.find(({ key, column }) => isWordsKey(key) && cells.has(column))?.column
    const start = { line: number, column: column ?? 1 }
    return { file: this.path, start, end: { line: number, column: start.column + 1 } }
  }

  #doubt(place: Place, words: string, message: string, hint: string): void {
    this.doubts.push({ place, words: shorten(words, 200), message, hint })
  }

  #pass(place: Place, words: string, why: string): void {
    this.passed.push({ place, words: shorten(words, 200), why })
  }
}

function cellsOf({ cells, above }: Row, columns: readonly MappedColumn[]): Cells {
  const byKey = new Map<TrackerKey, MappedColumn>()
  const rest: string[] = []
  for (const column of columns) {
    if (column.key !== undefined && column.key !== 'notes') byKey.set(column.key, column)
    const words = cells.get(column.column)
    const isKept = column.key === undefined || column.key === 'notes'
    if (isKept && words !== undefined && !isPlaceholder(words))
      rest.push(asNote(column.header, words))
  }
  return {
    rest,
    header: key => byKey.get(key)?.header ?? key,
    of(key) {
      const at = byKey.get(key)?.column
      if (at === undefined) return undefined
      const words = cells.get(at) ?? (SPREAD.has(key) ? above?.get(at) : undefined)
      return words === undefined || isPlaceholder(words) ? undefined : words
    },
  }
}

/** By the column of kinds; else by what its number says; else by the header over its words. */
function kindOf(
  key: WordsKey,
  cells: Cells,
  columns: readonly MappedColumn[],
): ItemKind | undefined {
  const told = cells.of('kind')
  const byColumn = told === undefined ? undefined : readKind(told)
  if (byColumn) return byColumn
  if (told !== undefined) return undefined
  for (const numbered of ['number', 'id'] as const) {
    const { kind } = readNumber(cells.of(numbered) ?? '')
    if (kind) return kind
  }
  const hasKinds = columns.some(column => column.key === 'kind')
  return hasKinds || key === 'words' ? undefined : key
}

const bare = (words: string): string =>
  words
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase()

/** Headers that are printed again at the top of a page. */
const isSameRow = ({ cells }: Row, headers: Row | undefined): boolean =>
  headers !== undefined &&
  cells.size === headers.cells.size &&
  [...cells].every(([column, words]) => headers.cells.get(column) === words)

function joinAnswers(one: FoundAnswers, more: FoundAnswers): FoundAnswers {
  const lists = ['update', 'comment', 'evidence', 'notes'] as const
  const joined: FoundAnswers = { ...more, ...one }
  for (const key of lists)
    if (one[key] && more[key]) Object.assign(joined, { [key]: [...one[key], ...more[key]] })
  return joined
}
