import { StationeryFault, broken, tooMuch } from './fault.ts'
import type { Tell } from './fault.ts'
import { unexpectedFilter } from './decode.ts'
import { Keyword, Lexer, latin1 } from './lexer.ts'
import { IDENTITY, multiply, toMatrix } from './matrix.ts'
import type { Matrix } from './matrix.ts'
import { PdfName, isDict, nameOf } from './values.ts'
import type { PdfDict, PdfValue } from './values.ts'

/** What the instructions of a page, or of a part of one, take from the resources by name. */
export type Category =
  'Font' | 'XObject' | 'ExtGState' | 'ColorSpace' | 'Pattern' | 'Shading' | 'Properties'
export type Used = {
  category: Category
  name: string
  /** Where the coordinates of the part are when it is used. */
  matrix: Matrix
}
export type Content = { bytes: Uint8Array; used: Used[] }

/** ISO 19005-2, 6.1.13. */
const DEEPEST_STATE = 28
const MOST_USES = 100_000

/** ISO 32000-1, annex A: others are forbidden (ISO 19005-2, 6.2.2). */
const OPERATORS = new Set(
  (
    "b B b* B* BI BT c cm CS cs d d0 d1 Do ET f F f* G g gs h i j J K k l m M n q Q re RG rg ri s S SC sc SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y ' " +
    '"'
  ).split(' '),
)
/** Their tags are those of another document: the letter tags the whole as decoration. */
const TAGS = new Set(['BMC', 'BDC', 'EMC', 'MP', 'DP', 'BX', 'EX'])

export const CMYK = new StationeryFault(
  'Unexpected colours for print (CMYK), expected RGB or grey',
  'Export it with its colours converted to sRGB: in InDesign under Output, in Word they are already',
)

/** The instructions without tags, and what they use; what no archive may keep is told. */
export function cleanContent(bytes: Uint8Array, tell: Tell): Content {
  const lexer = new Lexer(bytes, 0, undefined, false)
  const kept: Uint8Array[] = []
  const used: Used[] = []
  const states: Matrix[] = []
  let matrix = IDENTITY
  let operands: PdfValue[] = []
  /** Behind the last instruction, and behind the last tag. */
  let [done, keptFrom] = [0, 0]
  const use = (category: Category, name: string | undefined) => {
    if (name !== undefined && used.push({ category, name, matrix }) > MOST_USES)
      throw tooMuch('page of more than 100,000 parts', 'a letterhead')
  }
  for (;;) {
    const value = lexer.next()
    if (value === undefined) break
    if (!(value instanceof Keyword)) {
      if (operands.push(value) > 500) throw broken()
      continue
    }
    const { word } = value
    const last = nameOf(operands.at(-1))
    if (TAGS.has(word)) {
      if (word === 'BDC' && nameOf(operands[0]) === 'OC') tell(LAYERS)
      kept.push(bytes.subarray(keptFrom, done), SPACE)
      keptFrom = lexer.at
    } else {
      if (!OPERATORS.has(word)) tell(unknownOperator(word))
      if (word === 'k' || word === 'K') tell(CMYK)
      if (word === 'BI') skipPicture(lexer, use, tell)
      if (word === 'q') states.push(matrix)
      if (word === 'Q') {
        const restored = states.pop()
        if (!restored) throw broken()
        matrix = restored
      }
      if (states.length > DEEPEST_STATE) tell(TOO_DEEP)
      const moved = word === 'cm' && toMatrix(operands)
      if (moved) matrix = multiply(moved, matrix)
      if (word === 'Do') use('XObject', last)
      if (word === 'Tf') use('Font', nameOf(operands[0]))
      if (word === 'gs') use('ExtGState', last)
      if (word === 'sh') use('Shading', last)
      if (word === 'scn' || word === 'SCN') use('Pattern', last)
      if (word === 'cs' || word === 'CS') useColours(last, use, tell)
    }
    operands = []
    done = lexer.at
  }
  // What the part left open is closed: the letter goes on behind it.
  kept.push(bytes.subarray(keptFrom, done), SPACE, Buffer.from('Q\n'.repeat(states.length)))
  return { bytes: Buffer.concat(kept), used }
}

const SPACE = Buffer.from('\n')

const LAYERS = new StationeryFault(
  'Unexpected layers that can be hidden, expected one that is always shown',
  'Export it without layers: in InDesign, without Create Acrobat Layers',
)
const TOO_DEEP = new StationeryFault(
  'Unexpected drawing nested deeper than archives allow, expected a plainer one',
  'Export it again as PDF/A',
)
const unknownOperator = (word: string) =>
  new StationeryFault(
    `Unexpected instruction ${JSON.stringify(word.slice(0, 20))} on the page, expected those of the standard`,
    'Export it again as PDF/A',
  )

type Use = (category: Category, name: string | undefined) => void

const DEVICE = new Set(['DeviceGray', 'DeviceRGB', 'Pattern', 'G', 'RGB'])

function useColours(name: string | undefined, use: Use, tell: Tell): void {
  if (name === 'DeviceCMYK' || name === 'CMYK') return tell(CMYK)
  if (name !== undefined && !DEVICE.has(name)) use('ColorSpace', name)
}

/** A picture among the instructions (ISO 32000-1, 8.9.7). */
function skipPicture(lexer: Lexer, use: Use, tell: Tell): void {
  const dict: PdfDict = new Map()
  for (;;) {
    const key = lexer.next()
    if (key instanceof Keyword && key.word === 'ID') break
    if (!(key instanceof PdfName)) throw broken()
    dict.set(key.name, lexer.value())
  }
  const colours = dict.get('CS') ?? dict.get('ColorSpace')
  const named = Array.isArray(colours) ? nameOf(colours[1]) : nameOf(colours)
  useColours(named, use, tell)
  const filters = [dict.get('F') ?? dict.get('Filter') ?? []].flat().map(nameOf)
  const lzw = filters.find(filter => filter?.startsWith('LZW'))
  if (lzw !== undefined || isDict(dict.get('F'))) tell(unexpectedFilter('LZW'))
  const { bytes } = lexer
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = data.indexOf('EI', lexer.at)
  while (end !== -1 && !/^\s?EI(?:\s|$)/.test(latin1(data, end - 1, end + 3)))
    end = data.indexOf('EI', end + 1)
  if (end === -1) throw broken()
  lexer.at = end + 2
}
