/** What is asked of one TrueType or OpenType file. */
export type FontFace = {
  /** The family in the file (name 1), without the words for its style that some families put there. */
  family: string
  /** 400 is regular, 700 bold. */
  weight: number
  isItalic: boolean
  has: (codePoint: number) => boolean
}

/** Thrown with what is there and what would do, for the officer who named the file. */
export class NotAFont extends Error {}

const OTHER_FORMATS: Record<string, string> = {
  wOFF: 'web font (WOFF)',
  wOF2: 'web font (WOFF2)',
  ttcf: 'collection of fonts',
}

export function readFace(bytes: Uint8Array): FontFace {
  try {
    return readTables(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  } catch (error) {
    // A DataView throws a RangeError behind its end.
    if (error instanceof RangeError) throw refused('font file that is cut short')
    throw error
  }
}

const refused = (found: string) =>
  new NotAFont(`Unexpected ${found}, expected a static TrueType or OpenType font (.ttf, .otf)`)

type Tables = Map<string, DataView>

function readTables(file: DataView): FontFace {
  if (file.byteLength < 12) throw refused(file.byteLength ? 'file of another kind' : 'empty file')
  const magic = tag(file, 0)
  const other = OTHER_FORMATS[magic]
  if (other) throw refused(other)
  if (magic !== '\0\x01\0\0' && magic !== 'OTTO' && magic !== 'true') {
    throw refused('file of another kind')
  }
  const tables: Tables = new Map()
  for (let i = 0, at = 12; i < file.getUint16(4); i++, at += 16) {
    const start = file.byteOffset + file.getUint32(at + 8)
    tables.set(tag(file, at), new DataView(file.buffer, start, file.getUint32(at + 12)))
    if (start + file.getUint32(at + 12) > file.byteOffset + file.byteLength) {
      throw refused('font file that is cut short')
    }
  }
  if (tables.has('fvar')) throw refused('variable font')
  if (!tables.has('glyf') && !tables.has('CFF ')) throw refused('font without outlines')
  const os2 = table(tables, 'OS/2')
  return {
    family: withoutStyle(familyName(table(tables, 'name'))),
    weight: os2.getUint16(4),
    isItalic: (os2.getUint16(62) & 1) === 1,
    has: characterMap(table(tables, 'cmap')),
  }
}

const tag = (view: DataView, at: number) =>
  String.fromCharCode(...[0, 1, 2, 3].map(i => view.getUint8(at + i)))

function table(tables: Tables, name: string): DataView {
  const found = tables.get(name)
  if (!found) throw refused(`font without its ${name.trim()} table`)
  return found
}

const decoders = { utf16: new TextDecoder('utf-16be'), latin1: new TextDecoder('latin1') }

/** Name 1 of the Windows or Unicode records (UTF-16), else of the Macintosh ones. */
function familyName(name: DataView): string {
  const strings = name.getUint16(4)
  let found = ''
  for (let i = 0, at = 6; i < name.getUint16(2); i++, at += 12) {
    if (name.getUint16(at + 6) !== 1) continue
    const isMacintosh = name.getUint16(at) === 1
    if (isMacintosh && found) continue
    const start = name.byteOffset + strings + name.getUint16(at + 10)
    const bytes = new Uint8Array(name.buffer, start, name.getUint16(at + 8))
    found = (isMacintosh ? decoders.latin1 : decoders.utf16).decode(bytes)
    if (!isMacintosh) break
  }
  if (!found) throw refused('font without a name')
  return found
}

const STYLE =
  /[ _-]+(?:(?:extra|ext|ex|x|semi|sem|sm|demi|dem|ultra)[ _-]?)?(?:normal|italic|oblique|slanted|thin|th|hairline|light|lt|regular|medium|med|md|bold|bd|demi|extb|black|blk|bk|heavy|narrow|condensed|cond|cn|cd|compressed|expanded|exp)$/i

/** The engine that draws the PDF knows a family by its name without these words: "Foo Light" is Foo. */
function withoutStyle(family: string): string {
  const shorter = family.trim().replace(STYLE, '')
  return shorter === family || !shorter ? family.trim() : withoutStyle(shorter)
}

/** The best of the Unicode tables: the full one (format 12), else the one of the first plane (format 4). */
function characterMap(cmap: DataView): (codePoint: number) => boolean {
  const subtables: { format: number; at: number }[] = []
  for (let i = 0, at = 4; i < cmap.getUint16(2); i++, at += 8) {
    const platform = cmap.getUint16(at)
    const encoding = cmap.getUint16(at + 2)
    const isUnicode = platform === 0 || (platform === 3 && (encoding === 1 || encoding === 10))
    const start = cmap.getUint32(at + 4)
    if (isUnicode) subtables.push({ format: cmap.getUint16(start), at: start })
  }
  const full = subtables.find(({ format }) => format === 12)
  if (full) return segmentedCoverage(cmap, full.at)
  const plane = subtables.find(({ format }) => format === 4)
  if (plane) return segmentMapping(cmap, plane.at)
  throw refused('symbol font without Unicode characters')
}

function segmentedCoverage(cmap: DataView, at: number): (codePoint: number) => boolean {
  const count = cmap.getUint32(at + 12)
  return codePoint => {
    let low = 0
    let high = count - 1
    while (low <= high) {
      const middle = (low + high) >> 1
      const group = at + 16 + middle * 12
      const start = cmap.getUint32(group)
      if (codePoint < start) high = middle - 1
      else if (codePoint > cmap.getUint32(group + 4)) low = middle + 1
      else return cmap.getUint32(group + 8) + codePoint - start !== 0
    }
    return false
  }
}

function segmentMapping(cmap: DataView, at: number): (codePoint: number) => boolean {
  const doubled = cmap.getUint16(at + 6)
  const ends = at + 14
  const starts = ends + doubled + 2
  const deltas = starts + doubled
  const offsets = deltas + doubled
  return codePoint => {
    if (codePoint > 0xffff) return false
    for (let i = 0; i < doubled; i += 2) {
      if (cmap.getUint16(ends + i) < codePoint) continue
      const start = cmap.getUint16(starts + i)
      if (start > codePoint) return false
      const offset = cmap.getUint16(offsets + i)
      const delta = cmap.getUint16(deltas + i)
      const glyph =
        offset === 0
          ? codePoint + delta
          : cmap.getUint16(offsets + i + offset + 2 * (codePoint - start))
      return (glyph & 0xffff) !== 0
    }
    return false
  }
}
