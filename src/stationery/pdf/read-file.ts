import { decodeStream } from './decode.ts'
import type { Room } from './decode.ts'
import { StationeryFault, broken, tooMuch } from './fault.ts'
import { Keyword, Lexer, budgetFor, latin1 } from './lexer.ts'
import type { Budget } from './lexer.ts'
import { PdfRef, PdfStream, isDict, nameOf } from './values.ts'
import type { PdfDict, PdfValue } from './values.ts'

/** A PDF whose objects are read when they are asked for. */
export type PdfFile = {
  trailer: PdfDict
  /** Where the newest table of offsets begins, and one more than the highest number of an object. */
  startxref: number
  size: number
  /** What a reference leads to; anything else is itself. */
  resolve: (value: PdfValue | undefined) => PdfValue | undefined
  dict: (value: PdfValue | undefined) => PdfDict | undefined
  decode: (stream: PdfStream) => Uint8Array
  room: Room
}

type Entry = { offset: number } | { container: number; index: number }
type Offsets = Map<number, Entry>

const MOST_UNPACKED = 100_000_000
const MOST_OBJECTS = 500_000

/**
 * Reads by the table of offsets (ISO 32000-1, 7.5). Work and memory are bounded by the size of the
 * file, whatever stands in it; what is broken is not guessed at.
 */
export function readPdfFile(bytes: Uint8Array): PdfFile {
  const budget = budgetFor(bytes.length)
  const room: Room = { left: MOST_UNPACKED }
  const objects = new Map<number, PdfValue>()
  const containers = new Map<number, PdfValue[]>()
  const reading = new Set<number>()

  const resolve = (value: PdfValue | undefined): PdfValue | undefined => {
    let found = value
    for (let step = 0; found instanceof PdfRef; step++) {
      if (step > 10) throw broken()
      found = objectOf(found.object)
    }
    return found
  }
  const decode = (stream: PdfStream) => decodeStream(stream, resolve, room)

  const objectOf = (object: number): PdfValue | undefined => {
    if (objects.has(object)) return objects.get(object)
    const entry = offsets.get(object)
    if (!entry) return null
    // Its length may stand in another object, and no more.
    if (reading.has(object) || reading.size > 20) throw broken()
    reading.add(object)
    const value = 'offset' in entry ? objectAt(entry.offset, object) : containedIn(entry)
    reading.delete(object)
    objects.set(object, value)
    return value
  }

  const objectAt = (offset: number, expected?: number): PdfValue => {
    const lexer = new Lexer(bytes, offset, budget)
    const [number, generation] = [lexer.value(), lexer.value()]
    if (typeof generation !== 'number' || !lexer.isKeyword('obj')) throw broken()
    if (expected !== undefined && number !== expected) throw broken()
    const value = lexer.value()
    if (!isDict(value) || !lexer.isKeyword('stream')) return value
    return new PdfStream(value, streamAt(lexer.at, value))
  }

  const streamAt = (at: number, dict: PdfDict): Uint8Array => {
    const start = at + (bytes[at] === 0x0d ? 1 : 0) + 1
    const length = resolve(dict.get('Length'))
    if (typeof length !== 'number' || length < 0 || start + length > bytes.length) throw broken()
    if (!/^\s*endstream/.test(latin1(bytes, start + length, start + length + 20))) throw broken()
    return bytes.subarray(start, start + length)
  }

  const containedIn = ({ container, index }: { container: number; index: number }): PdfValue => {
    const values = containers.get(container) ?? unpack(objectOf(container))
    containers.set(container, values)
    const value = values[index]
    if (value === undefined) throw broken()
    return value
  }

  /** The objects that are packed into a stream of objects (7.5.7). */
  const unpack = (stream: PdfValue | undefined): PdfValue[] => {
    if (!(stream instanceof PdfStream)) throw broken()
    const [count, first] = [resolve(stream.dict.get('N')), resolve(stream.dict.get('First'))]
    if (typeof count !== 'number' || typeof first !== 'number' || count > MOST_OBJECTS)
      throw broken()
    const unpacked = decode(stream)
    // Of the values of the whole file.
    const within: Budget = { ...budgetFor(unpacked.length), values: budget.values }
    const head = new Lexer(unpacked, 0, within)
    const starts: number[] = []
    for (let index = 0; index < count; index++) {
      head.value()
      starts.push(first + Number(head.value()))
    }
    const values = starts.map(start => new Lexer(unpacked, start, within).value())
    budget.values = within.values
    return values
  }

  const startxref = lastOffset(bytes)
  const offsets: Offsets = new Map()
  const trailer = readOffsets(startxref, offsets, { bytes, budget, objectAt, decode })
  if (trailer.has('Encrypt')) throw LOCKED
  const size = Math.max(0, ...offsets.keys()) + 1
  const dict = (value: PdfValue | undefined) => {
    const found = resolve(value)
    return isDict(found) ? found : found instanceof PdfStream ? found.dict : undefined
  }
  return { trailer, startxref, size, resolve, dict, decode, room }
}

const LOCKED = new StationeryFault(
  'Unexpected PDF that is locked, expected one without a password or restrictions',
  'Export it again without security settings',
)

function lastOffset(bytes: Uint8Array): number {
  const tail = latin1(bytes, Math.max(0, bytes.length - 2048))
  const found = [...tail.matchAll(/startxref\s+(\d+)\s+%%EOF/g)].at(-1)?.[1]
  if (found === undefined) throw broken()
  return Number(found)
}

type Source = {
  bytes: Uint8Array
  budget: Budget
  objectAt: (offset: number) => PdfValue
  decode: (stream: PdfStream) => Uint8Array
}

/** The newest entry of an object counts. Gives the newest trailer. */
function readOffsets(newest: number, offsets: Offsets, source: Source): PdfDict {
  const seen = new Set<number>()
  const toRead = [newest]
  let trailer: PdfDict | undefined
  while (toRead.length > 0) {
    const at = toRead.shift()!
    if (seen.has(at) || seen.size > 100) throw broken()
    seen.add(at)
    const lexer = new Lexer(source.bytes, at, source.budget)
    const found = lexer.isKeyword('xref')
      ? readTable(lexer, offsets)
      : readPackedTable(source.objectAt(at), offsets, source)
    trailer ??= found
    // Of a file for older readers as well, what the newer ones know stands in a table of its own.
    for (const key of ['XRefStm', 'Prev']) {
      const next = found.get(key)
      if (typeof next === 'number') toRead.push(next)
    }
  }
  if (!trailer) throw broken()
  return trailer
}

function readTable(lexer: Lexer, offsets: Offsets): PdfDict {
  while (!lexer.isKeyword('trailer')) {
    const [first, count] = [lexer.value(), lexer.value()]
    if (typeof first !== 'number' || typeof count !== 'number') throw broken()
    for (let object = first; object < first + count; object++) {
      const [offset, , kind] = [lexer.value(), lexer.value(), lexer.next()]
      if (typeof offset !== 'number' || !(kind instanceof Keyword)) throw broken()
      if (kind.word === 'n') note(offsets, object, { offset })
    }
  }
  const trailer = lexer.value()
  if (!isDict(trailer)) throw broken()
  return trailer
}

/** A table as a stream (7.5.8). */
function readPackedTable(stream: PdfValue, offsets: Offsets, { decode }: Source): PdfDict {
  if (!(stream instanceof PdfStream) || nameOf(stream.dict.get('Type')) !== 'XRef') throw broken()
  const { dict } = stream
  const numbers = (key: string, otherwise: PdfValue[]) => {
    const value = dict.get(key) ?? otherwise
    if (!Array.isArray(value) || !value.every(one => typeof one === 'number')) throw broken()
    return value
  }
  const [kindWidth = 0, width = 0, lastWidth = 0] = numbers('W', [])
  const step = kindWidth + width + lastWidth
  if (step <= 0 || step > 24) throw broken()
  const table = decode(stream)
  let at = 0
  const take = (bytes: number) => {
    let value = 0
    for (let byte = 0; byte < bytes; byte++) value = value * 256 + table[at++]!
    return value
  }
  const index = numbers('Index', [0, dict.get('Size') ?? 0])
  for (let pair = 0; pair + 1 < index.length; pair += 2) {
    const [first = 0, count = 0] = [index[pair], index[pair + 1]]
    for (let object = first; object < first + count && at + step <= table.length; object++) {
      const kind = kindWidth === 0 ? 1 : take(kindWidth)
      const [where, last] = [take(width), take(lastWidth)]
      if (kind === 1) note(offsets, object, { offset: where })
      if (kind === 2) note(offsets, object, { container: where, index: last })
    }
  }
  return dict
}

function note(offsets: Offsets, object: number, entry: Entry): void {
  if (offsets.size > MOST_OBJECTS) throw tooMuch('PDF of more than 500,000 parts', 'fewer')
  if (!offsets.has(object)) offsets.set(object, entry)
}
