import { broken, tooMuch } from './fault.ts'
import { PdfName, PdfRef, PdfText } from './values.ts'
import type { PdfDict, PdfValue } from './values.ts'

/** A word that is no value: `obj`, `stream`, an operator of a page. */
export class Keyword {
  constructor(readonly word: string) {}
}

/** What is read twice counts twice: the work that a file can ask for is bounded, and the memory. */
export type Budget = { bytes: number; values: number }

const MOST_VALUES = 1_000_000

/** Of what is as long as this, and is read a few times at most. */
export const budgetFor = (length: number): Budget => ({
  bytes: 4 * length + 1_000_000,
  values: MOST_VALUES,
})

/** Deeper than any program nests its values. */
const DEEPEST = 100

const codes = (characters: string) => new Set([...characters].map(c => c.charCodeAt(0)))
const SPACES = codes('\0\t\n\f\r ')
const DELIMITERS = codes('()<>[]{}/%')
const [SLASH, PERCENT, OPEN, CLOSE, LESS, GREATER, BACKSLASH] = [...'/%()<>\\'].map(c =>
  c.charCodeAt(0),
) as [number, number, number, number, number, number, number]
const [ARRAY, ARRAY_END] = [0x5b, 0x5d]

/** Reads values one after another (ISO 32000-1, 7.2 and 7.3). `references`: in files, not in pages. */
export class Lexer {
  constructor(
    readonly bytes: Uint8Array,
    public at = 0,
    private readonly budget: Budget = { bytes: bytes.length + 1, values: Infinity },
    private readonly references = true,
  ) {}

  /** Undefined at the end of the bytes. */
  next(depth = 0): PdfValue | Keyword | undefined {
    const from = this.at
    try {
      return this.read(depth)
    } finally {
      if (depth === 0) this.spend(this.at - from)
    }
  }

  /** A value, and no word of another kind. */
  value(depth = 0): PdfValue {
    const value = this.next(depth)
    if (value === undefined || value instanceof Keyword) throw broken()
    return value
  }

  isKeyword(word: string): boolean {
    const at = this.at
    const found = this.next()
    if (found instanceof Keyword && found.word === word) return true
    this.at = at
    return false
  }

  skipSpace(): void {
    const { bytes } = this
    for (; this.at < bytes.length; this.at++) {
      const code = bytes[this.at]!
      if (code === PERCENT) while (this.at < bytes.length && !isLineEnd(bytes[this.at])) this.at++
      else if (!SPACES.has(code)) return
    }
  }

  private spend(work: number): void {
    this.budget.bytes -= work
    if (this.budget.bytes < 0) throw tooMuch('PDF that never comes to an end', 'one that does')
  }

  private read(depth: number): PdfValue | Keyword | undefined {
    if (depth > DEEPEST) throw tooMuch('PDF with values within values without end', 'a plain one')
    if (--this.budget.values < 0) throw tooMuch('PDF of more than a million parts', 'fewer')
    this.skipSpace()
    const { bytes } = this
    const code = bytes[this.at]
    if (code === undefined) return undefined
    if (code === SLASH) return this.name()
    if (code === OPEN) return this.text()
    if (code === LESS) return bytes[this.at + 1] === LESS ? this.dict(depth) : this.hexText()
    if (code === ARRAY) return this.array(depth)
    const word = this.word()
    if (/^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(word)) return this.number(Number(word))
    if (word === 'true' || word === 'false') return word === 'true'
    if (word === 'null') return null
    return new Keyword(word)
  }

  private word(): string {
    const from = this.at
    while (this.at < this.bytes.length && isRegular(this.bytes[this.at]!)) this.at++
    // A delimiter out of its place is a word by itself.
    if (this.at === from) this.at++
    if (this.at - from > 128) throw broken()
    return latin1(this.bytes, from, this.at)
  }

  private number(value: number): PdfValue {
    if (!this.references || !Number.isInteger(value) || value < 0) return value
    const ahead = latin1(this.bytes, this.at, this.at + 24)
    const rest = /^[\0\t\n\f\r ]+\d+[\0\t\n\f\r ]+R(?![A-Za-z0-9])/.exec(ahead)?.[0]
    if (rest === undefined) return value
    this.at += rest.length
    return new PdfRef(value)
  }

  private name(): PdfName {
    const from = ++this.at
    while (this.at < this.bytes.length && isRegular(this.bytes[this.at]!)) this.at++
    const typed = latin1(this.bytes, from, Math.min(this.at, from + 500))
    return new PdfName(typed.replace(/#([0-9a-f]{2})/gi, (_, hex: string) => fromHex(hex)))
  }

  private text(): PdfText {
    const from = ++this.at
    const { bytes } = this
    for (let open = 1; ; this.at++) {
      const code = bytes[this.at]
      if (code === undefined) throw broken()
      if (code === BACKSLASH) this.at++
      else if (code === OPEN) open++
      else if (code === CLOSE && --open === 0) break
    }
    const typed = latin1(bytes, from, this.at++)
    return new PdfText(typed.replace(ESCAPES, (_, escape: string) => unescape(escape)))
  }

  private hexText(): PdfText {
    const end = this.bytes.indexOf(GREATER, this.at)
    if (end === -1) {
      this.at = this.bytes.length
      throw broken()
    }
    const hex = latin1(this.bytes, this.at + 1, end).replace(/[^0-9a-f]/gi, '')
    this.at = end + 1
    return new PdfText(
      Buffer.from(hex.length % 2 === 0 ? hex : `${hex}0`, 'hex').toString('latin1'),
    )
  }

  private array(depth: number): PdfValue[] {
    this.at++
    const values: PdfValue[] = []
    for (;;) {
      this.skipSpace()
      if (this.bytes[this.at] === ARRAY_END) break
      values.push(this.value(depth + 1))
    }
    this.at++
    return values
  }

  private dict(depth: number): PdfDict {
    this.at += 2
    const dict: PdfDict = new Map()
    for (;;) {
      this.skipSpace()
      if (this.bytes[this.at] === GREATER && this.bytes[this.at + 1] === GREATER) break
      const key = this.value(depth + 1)
      if (!(key instanceof PdfName)) throw broken()
      dict.set(key.name, this.value(depth + 1))
    }
    this.at += 2
    return dict
  }
}

const isLineEnd = (code: number | undefined) => code === 0x0a || code === 0x0d
const isRegular = (code: number) => !SPACES.has(code) && !DELIMITERS.has(code)

export const latin1 = (bytes: Uint8Array, from = 0, to = bytes.length): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1', from, to)

const fromHex = (hex: string) => String.fromCharCode(Number.parseInt(hex, 16))

const ESCAPES = /\\(\r\n|[0-7]{1,3}|[^])/g
const LETTERS: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

function unescape(escape: string): string {
  if (/^[0-7]/.test(escape)) return String.fromCharCode(Number.parseInt(escape, 8) & 0xff)
  if (/^[\r\n]/.test(escape)) return ''
  return LETTERS[escape] ?? escape
}
