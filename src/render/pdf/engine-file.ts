export const unknown = (what: string) =>
  new Error(`Unexpected ${what} in the PDF, expected the engine's`)

/** Where the objects of a file of the engine lie (ISO 32000-1, 7.5.4). */
export type Offsets = {
  /** Where the table begins, the trailer behind it, and the file's last lines. */
  at: number
  trailer: number
  startxref: number
  /** By number of object. */
  offsets: number[]
  root: number
  lineEnd: string
}

/** Bytes of a line of the table. */
export const ENTRY = 20

export const entryOf = (offset: number, { lineEnd }: Offsets): string =>
  `${String(offset).padStart(10, '0')} 00000 n${lineEnd}`

export function readOffsets(file: Buffer): Offsets {
  const startxref = file.lastIndexOf('startxref')
  const at = numberIn(file.toString('latin1', startxref), /^startxref\n(\d+)\n%%EOF\s*$/)
  const head = file.toString('latin1', at, at + 40)
  const size = numberIn(head, /^xref\n0 (\d+)\n/)
  const first = at + head.indexOf('\n', 5) + 1
  const trailer = first + size * ENTRY
  const tail = file.toString('latin1', trailer, startxref)
  if (!tail.startsWith('trailer\n') || tail.includes('/Prev') || tail.includes('/Encrypt')) {
    throw unknown('trailer')
  }
  if (numberIn(tail, /\/Size (\d+)\n/) !== size) throw unknown('number of objects')
  const lines = file.toString('latin1', first, trailer)
  const lineEnd = lines.slice(-2)
  const offsets: number[] = []
  for (let i = 0; i < lines.length; i += ENTRY) {
    const line = lines.slice(i, i + ENTRY)
    if (!/^\d{10} \d{5} [nf]\s{2}$/.test(line)) throw unknown('table of offsets')
    offsets.push(Number(line.slice(0, 10)))
  }
  return { at, trailer, startxref, offsets, root: numberIn(tail, /\/Root (\d+) 0 R\n/), lineEnd }
}

export function numberIn(text: string, pattern: RegExp): number {
  const found = pattern.exec(text)?.[1]
  if (found === undefined) throw unknown('end')
  return Number(found)
}

export function offsetOf({ offsets }: Offsets, object: number): number {
  const offset = offsets[object]
  if (!offset) throw unknown('reference')
  return offset
}

/** The bytes of an object, one a character, to its end. */
export function objectAt(file: Buffer, table: Offsets, object: number): string {
  const offset = offsetOf(table, object)
  const end = table.offsets[object + 1] ?? table.at
  const text = file.toString('latin1', offset, end)
  if (!text.startsWith(`${object} 0 obj\n`) || !text.endsWith('\nendobj\n\n')) {
    throw unknown('object')
  }
  return text
}
