import { PdfName, PdfRef, PdfStream, PdfText, Shared } from './values.ts'
import type { PdfDict, PdfValue } from './values.ts'

/** The number that an object has or gets in the file that is written. */
export type NumberOf = (object: PdfRef | Shared) => number

/** A value as it stands in a file (ISO 32000-1, 7.3), a byte a character. */
export function writeValue(value: PdfValue, numberOf: NumberOf): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'number') return writeNumber(value)
  if (value instanceof PdfName) return writeName(value.name)
  if (value instanceof PdfText) return `<${Buffer.from(value.text, 'latin1').toString('hex')}>`
  if (value instanceof PdfRef || value instanceof Shared) return `${numberOf(value)} 0 R`
  if (value instanceof PdfStream)
    throw new Error('Unexpected stream in a value, expected an object')
  if (Array.isArray(value)) return `[${value.map(one => writeValue(one, numberOf)).join(' ')}]`
  return writeDict(value, numberOf)
}

const writeDict = (dict: PdfDict, numberOf: NumberOf) =>
  `<<${[...dict].map(([key, value]) => `${writeName(key)} ${writeValue(value, numberOf)}`).join('\n')}>>`

/** No exponents, and no more decimals than a reader heeds. */
const writeNumber = (value: number): string =>
  Number.isInteger(value) ? value.toFixed(0) : value.toFixed(5).replace(/\.?0+$/, '')

const writeName = (name: string) =>
  `/${name.replace(/[^!-~]|[()<>[\]{}/%#]/g, c => `#${c.charCodeAt(0).toString(16).padStart(2, '0')}`)}`

/** An object with its number, to its end. */
export function writeObject(number: number, value: PdfValue, numberOf: NumberOf): Buffer {
  const begin = `${number} 0 obj\n`
  if (!(value instanceof PdfStream)) {
    return Buffer.from(`${begin}${writeValue(value, numberOf)}\nendobj\n`, 'latin1')
  }
  const dict = new Map(value.dict).set('Length', value.bytes.length)
  return Buffer.concat([
    Buffer.from(`${begin}${writeDict(dict, numberOf)}\nstream\n`, 'latin1'),
    value.bytes,
    Buffer.from('\nendstream\nendobj\n', 'latin1'),
  ])
}
