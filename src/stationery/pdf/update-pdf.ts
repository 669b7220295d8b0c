import type { PdfFile } from './read-file.ts'
import { PdfRef, PdfStream, Shared, isDict } from './values.ts'
import type { PdfValue } from './values.ts'
import { writeObject, writeValue } from './write-values.ts'

/**
 * The file with some of its objects written anew behind its end, and whatever new ones these use: an
 * incremental update (ISO 32000-1, 7.5.6). All that was there stays as it is, byte for byte.
 */
export function updatePdf(
  pdf: Uint8Array,
  { trailer, startxref, size }: PdfFile,
  changed: Map<number, PdfValue>,
): Uint8Array {
  const added = new Map<Shared, number>()
  for (const value of changed.values()) numberShared(value, added, size)
  const numberOf = (object: PdfRef | Shared) =>
    object instanceof PdfRef ? object.object : added.get(object)!
  const objects = [
    ...changed,
    ...[...added].map(([shared, number]) => [number, shared.value] as const),
  ].sort(([one], [other]) => one - other)

  const parts: Uint8Array[] = [pdf, Buffer.from('\n')]
  const offsets = new Map<number, number>()
  let at = pdf.length + 1
  for (const [number, value] of objects) {
    const written = writeObject(number, value, numberOf)
    offsets.set(number, at)
    parts.push(written)
    at += written.length
  }
  const newTrailer = new Map(trailer).set('Size', size + added.size).set('Prev', startxref)
  const end = `trailer\n${writeValue(newTrailer, numberOf)}\nstartxref\n${at}\n%%EOF\n`
  parts.push(Buffer.from(`xref\n${writeOffsets(offsets)}${end}`, 'latin1'))
  const made = Buffer.concat(parts)
  return new Uint8Array(made.buffer, made.byteOffset, made.byteLength)
}

/** In the order in which they are met. */
function numberShared(value: PdfValue, added: Map<Shared, number>, size: number): void {
  if (value instanceof Shared) {
    if (added.has(value)) return
    added.set(value, size + added.size)
    numberShared(value.value, added, size)
  } else {
    const inside = value instanceof PdfStream ? value.dict : value
    const values = isDict(inside) ? inside.values() : Array.isArray(inside) ? inside : []
    for (const one of values) numberShared(one, added, size)
  }
}

/** In sections of numbers that follow one another (7.5.4). */
function writeOffsets(offsets: Map<number, number>): string {
  const sections: { first: number; lines: string[] }[] = []
  for (const [number, offset] of offsets) {
    const line = `${String(offset).padStart(10, '0')} 00000 n \n`
    const section = sections.at(-1)
    if (section && section.first + section.lines.length === number) section.lines.push(line)
    else sections.push({ first: number, lines: [line] })
  }
  return sections.map(({ first, lines }) => `${first} ${lines.length}\n${lines.join('')}`).join('')
}
