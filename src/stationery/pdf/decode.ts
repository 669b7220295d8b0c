import { inflateSync, constants } from 'node:zlib'
import { StationeryFault, broken, tooMuch } from './fault.ts'
import { latin1 } from './lexer.ts'
import { isDict, nameOf } from './values.ts'
import type { PdfDict, PdfValue } from './values.ts'

type Resolve = (value: PdfValue | undefined) => PdfValue | undefined

/** What all streams of a file may come to, unpacked. Bytes. */
export type Room = { left: number }

/** The filters of a stream, in their order, with what each is told (ISO 32000-1, 7.4). */
export function filtersOf(
  dict: PdfDict,
  resolve: Resolve,
): { filter: string; parameters: PdfDict | undefined }[] {
  const listed = (value: PdfValue | undefined) =>
    value === undefined || value === null ? [] : Array.isArray(value) ? value : [value]
  const parameters = listed(resolve(dict.get('DecodeParms') ?? dict.get('DP')))
  return listed(resolve(dict.get('Filter') ?? dict.get('F'))).map((filter, index) => {
    const told = resolve(parameters[index])
    return { filter: nameOf(resolve(filter)) ?? '', parameters: isDict(told) ? told : undefined }
  })
}

/** The bytes that a stream of instructions or objects stands for. */
export function decodeStream(
  { dict, bytes }: { dict: PdfDict; bytes: Uint8Array },
  resolve: Resolve,
  room: Room,
): Uint8Array {
  let decoded = bytes
  const filters = filtersOf(dict, resolve)
  if (filters.length > 4) throw broken()
  for (const { filter, parameters } of filters) {
    decoded = decode(filter, decoded, room)
    decoded = withoutPredictor(decoded, parameters)
  }
  return decoded
}

function decode(filter: string, bytes: Uint8Array, room: Room): Uint8Array {
  switch (filter) {
    case 'FlateDecode':
    case 'Fl':
      return inflate(bytes, room)
    case 'ASCIIHexDecode':
    case 'AHx':
      return Buffer.from(
        latin1(bytes)
          .split('>')[0]!
          .replace(/[^0-9a-f]/gi, ''),
        'hex',
      )
    case 'ASCII85Decode':
    case 'A85':
      return fromAscii85(latin1(bytes), room)
    default:
      throw unexpectedFilter(filter)
  }
}

/** ISO 19005-2, 6.1.7.2: no LZW, no encryption; and what nobody can read is not copied. */
export const unexpectedFilter = (filter: string) =>
  new StationeryFault(
    `Unexpected compression ${filter || 'without a name'}, expected one that archives may keep`,
    'Export it again as PDF/A, or in the version 1.5 of PDF or later',
  )

const TOO_LARGE = tooMuch('PDF that unpacks to more than 100 MB', 'a smaller one')

export function inflate(bytes: Uint8Array, room: Room): Uint8Array {
  try {
    const finishFlush = constants.Z_SYNC_FLUSH
    const made = inflateSync(bytes, { maxOutputLength: Math.max(1, room.left), finishFlush })
    room.left -= made.length
    return made
  } catch (error) {
    const isLarge = error instanceof RangeError
    throw isLarge ? TOO_LARGE : broken()
  }
}

function fromAscii85(typed: string, room: Room): Uint8Array {
  const digits = typed.split('~>')[0]!.replace(/\s/g, '').replace(/z/g, '!!!!!')
  room.left -= digits.length
  if (room.left < 0) throw TOO_LARGE
  const made = Buffer.alloc(Math.ceil(digits.length / 5) * 4)
  for (let at = 0; at < digits.length; at += 5) {
    let value = 0
    for (let digit = at; digit < at + 5; digit++)
      value = value * 85 + (digit < digits.length ? digits.charCodeAt(digit) - 33 : 84)
    made.writeUInt32BE(value % 2 ** 32 || 0, (at / 5) * 4)
  }
  return made.subarray(0, Math.floor((digits.length * 4) / 5))
}

/** PNG's predictors, which tables of offsets are packed with (ISO 32000-1, 7.4.4.4). */
function withoutPredictor(bytes: Uint8Array, parameters: PdfDict | undefined): Uint8Array {
  const number = (key: string, otherwise: number) => {
    const value = parameters?.get(key)
    return typeof value === 'number' ? value : otherwise
  }
  if (number('Predictor', 1) === 1) return bytes
  const bits = number('Colors', 1) * number('BitsPerComponent', 8)
  const step = Math.max(1, bits >> 3)
  const width = (bits * number('Columns', 1) + 7) >> 3
  if (number('Predictor', 1) < 10 || !(width > 0 && width < 1_000_000)) throw broken()
  const rows = Math.floor(bytes.length / (width + 1))
  const made = new Uint8Array(rows * width)
  for (let row = 0; row < rows; row++) {
    const kind = bytes[row * (width + 1)]!
    for (let column = 0; column < width; column++) {
      const at = row * width + column
      const left = column >= step ? made[at - step]! : 0
      const up = row > 0 ? made[at - width]! : 0
      const corner = row > 0 && column >= step ? made[at - width - step]! : 0
      const said = bytes[row * (width + 1) + 1 + column]!
      made[at] = said + foretold(kind, left, up, corner)
    }
  }
  return made
}

function foretold(kind: number, left: number, up: number, corner: number): number {
  if (kind === 0) return 0
  if (kind === 1) return left
  if (kind === 2) return up
  if (kind === 3) return (left + up) >> 1
  if (kind !== 4) throw broken()
  const guess = left + up - corner
  const [a, b, c] = [left, up, corner].map(value => Math.abs(guess - value)) as [
    number,
    number,
    number,
  ]
  return a <= b && a <= c ? left : b <= c ? up : corner
}
