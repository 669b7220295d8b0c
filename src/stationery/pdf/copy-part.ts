import { zlibSync } from 'fflate'
import { cleanContent } from './clean-content.ts'
import type { Category, Used } from './clean-content.ts'
import { checkColours } from './colours.ts'
import { filtersOf, inflate, unexpectedFilter } from './decode.ts'
import { StationeryFault, broken, tooMuch } from './fault.ts'
import type { Tell } from './fault.ts'
import { checkFont, fontNameOf } from './fonts.ts'
import { multiply, toMatrix } from './matrix.ts'
import type { Matrix } from './matrix.ts'
import type { PdfFile } from './read-file.ts'
import { PdfName, PdfRef, PdfStream, PdfText, Shared, isDict, nameOf } from './values.ts'
import type { PdfDict, PdfValue } from './values.ts'

/** A picture as it lies on its page. */
export type Placed = { width: number; height: number; matrix: Matrix }

/** Copies the parts of one file for another one; what is used twice is copied once. */
export type Copier = {
  file: PdfFile
  copied: Map<number, Shared>
  tell: Tell
  fonts: Set<string>
  pictures: Placed[]
  hasTransparency: boolean
  /** How often other drawings are drawn for one to be drawn once. */
  weights: Map<PdfValue, number>
  depth: number
  count: number
  /** Bytes of instructions. */
  drawn: number
}

export const copierOf = (file: PdfFile): Copier => ({
  ...{ file, copied: new Map(), tell: () => {}, fonts: new Set(), pictures: [] },
  ...{ hasTransparency: false, weights: new Map(), depth: 0, count: 0, drawn: 0 },
})

/**
 * Left behind wherever they stand: what tells of the author and the program (Metadata, PieceInfo,
 * LastModified), what acts (A, AA, AF), tags of another document, and what PDF/A-2 forbids and no
 * drawing needs (6.2.4 to 6.2.8, 6.2.11.4.2).
 */
const LEFT_BEHIND = new Set(
  (
    'Metadata PieceInfo LastModified A AA AF OC StructParent StructParents Parent P Thumb Alternates OPI ' +
    'CIDSet CharSet Interpolate TR TR2 HT HTP Measure PtData Length'
  ).split(' '),
)

const MOST_PARTS = 10_000
const DEEPEST = 40
const MOST_DRAWN = 10_000_000
/** A few drawings that draw one another ten times each would keep a reader for years. */
const HEAVIEST = 1_000_000

/** The instructions of a page, form, pattern or glyph, with the resources that they use. */
export function copyContent(
  copier: Copier,
  bytes: Uint8Array,
  resources: PdfDict | undefined,
  matrix: Matrix,
): { bytes: Uint8Array; resources: PdfDict; weight: number } {
  copier.drawn += bytes.length
  if (copier.drawn > MOST_DRAWN) throw tooMuch('drawing of more than 10 MB', 'a plainer one')
  if (copier.depth++ > DEEPEST) throw tooMuch('drawing within drawings without end', 'a plain one')
  const content = cleanContent(bytes, copier.tell)
  const kept = new Map<Category, PdfDict>()
  let weight = 1
  for (const use of content.used) {
    const { category, name } = use
    const named = copier.file.dict(resources?.get(category))?.get(name)
    if (named === undefined) {
      copier.tell(missingPart(name))
      continue
    }
    const group = kept.get(category) ?? new Map<string, PdfValue>()
    kept.set(category, group)
    const placed = multiply(use.matrix, matrix)
    if (category === 'XObject') notePicture(copier, named, placed)
    const copy = group.get(name) ?? copyNamed(copier, use, named, placed, resources)
    group.set(name, copy)
    weight += copier.weights.get(copy instanceof Shared ? copy.value : copy) ?? 0
    if (weight > HEAVIEST) throw tooMuch('drawing of more than a million parts', 'a plain one')
  }
  copier.depth--
  return { bytes: content.bytes, resources: kept, weight }
}

const missingPart = (name: string) =>
  new StationeryFault(
    `Unexpected use of ${name}, which is not in the file, expected all that is shown`,
    'Open it to see whether it is whole, and export it again',
  )

function copyNamed(
  copier: Copier,
  { category }: Used,
  value: PdfValue,
  matrix: Matrix,
  resources: PdfDict | undefined,
): PdfValue {
  return once(copier, value, found => {
    switch (category) {
      case 'Font':
        return copyFont(copier, found, resources)
      case 'XObject':
        return copyXObject(copier, found, matrix, resources)
      case 'ExtGState':
        return copyState(copier, found, matrix, resources)
      case 'ColorSpace':
        checkColours(copier.file, found, copier.tell)
        return copyValue(copier, found)
      case 'Pattern':
        return copyPattern(copier, found, matrix, resources)
      case 'Shading':
        return copyShading(copier, found)
      default:
        return null
    }
  })
}

/** What stands in an object of its own is copied to one of its own. */
function once(
  copier: Copier,
  value: PdfValue,
  copy: (found: PdfValue) => PdfValue,
  mayLoop = false,
): PdfValue {
  const found = copier.file.resolve(value) ?? null
  if (!(value instanceof PdfRef))
    return found instanceof PdfStream ? new Shared(copy(found)) : copy(found)
  const before = copier.copied.get(value.object)
  // A drawing is no part of itself.
  if (before?.value === null && !mayLoop) throw broken()
  if (before) return before
  if (copier.count++ > MOST_PARTS) throw tooMuch('page of more than 10,000 parts', 'a letterhead')
  const shared = new Shared()
  copier.copied.set(value.object, shared)
  shared.value = copy(found)
  return shared
}

function copyValue(copier: Copier, value: PdfValue, depth = 0): PdfValue {
  if (depth > DEEPEST + 20) throw tooMuch('parts within parts without end', 'a plain page')
  if (value instanceof PdfRef)
    return once(copier, value, found => copyValue(copier, found, depth + 1), true)
  if (value instanceof PdfText && value.text.length > 32_767) throw broken()
  if (value instanceof PdfStream) {
    checkStream(copier, value)
    return new PdfStream(copyDict(copier, value.dict, depth), value.bytes)
  }
  if (Array.isArray(value)) return value.map(one => copyValue(copier, one, depth + 1))
  return isDict(value) ? copyDict(copier, value, depth) : value
}

function copyDict(copier: Copier, dict: PdfDict, depth = 0): PdfDict {
  const copy: PdfDict = new Map()
  for (const [key, value] of dict)
    if (!LEFT_BEHIND.has(key)) copy.set(key, copyValue(copier, value, depth + 1))
  return copy
}

const KEPT_FILTERS =
  /^(?:FlateDecode|DCTDecode|CCITTFaxDecode|JBIG2Decode|ASCIIHexDecode|ASCII85Decode|RunLengthDecode)$/

function checkStream({ file, tell }: Copier, { dict, bytes }: PdfStream): void {
  if (dict.has('F') || dict.has('FFilter'))
    tell(
      new StationeryFault(
        'Unexpected content in another file, expected all that is shown in this one',
        'Embed linked pictures, and export it again',
      ),
    )
  const filters = filtersOf(dict, file.resolve)
  const [first] = filters
  for (const { filter } of filters) {
    if (filter === 'JPXDecode')
      tell(
        new StationeryFault(
          'Unexpected picture as JPEG 2000, expected JPEG or PNG',
          'Export it with pictures compressed as JPEG',
        ),
      )
    else if (!KEPT_FILTERS.test(filter)) tell(unexpectedFilter(filter))
  }
  // A few bytes may stand for a thousand times as many: what is large is unpacked, to see.
  if (first?.filter === 'FlateDecode' && bytes.length > 50_000) inflate(bytes, file.room)
  if (filters.length > 1 && filters.slice(1).some(({ filter }) => filter === 'FlateDecode'))
    tell(unexpectedFilter('twice over'))
}

function copyFont(copier: Copier, value: PdfValue, resources: PdfDict | undefined): PdfValue {
  const { file } = copier
  if (!isDict(value)) throw broken()
  checkFont(file, value, copier.tell)
  copier.fonts.add(fontNameOf(value))
  const kind = nameOf(file.resolve(value.get('Subtype')))
  if (kind === 'Type3') return copyDrawnFont(copier, value, resources)
  const copy = copyDict(copier, value)
  const descendants = file.resolve(value.get('DescendantFonts'))
  if (Array.isArray(descendants)) {
    const descendant = copyDict(copier, file.dict(descendants[0]) ?? new Map<string, PdfValue>())
    // It is the standard's default, and must be said (ISO 19005-2, 6.2.11.3.2).
    if (nameOf(descendant.get('Subtype')) === 'CIDFontType2' && !descendant.has('CIDToGIDMap'))
      descendant.set('CIDToGIDMap', new PdfName('Identity'))
    copy.set('DescendantFonts', [new Shared(descendant)])
  }
  return copy
}

/** A font whose letters are drawn like pages (ISO 32000-1, 9.6.5). */
function copyDrawnFont(copier: Copier, font: PdfDict, outer: PdfDict | undefined): PdfValue {
  const { file } = copier
  const resources = file.dict(font.get('Resources')) ?? outer
  const drawn: PdfDict = new Map()
  const kept: PdfDict = new Map()
  for (const [glyph, value] of file.dict(font.get('CharProcs')) ?? []) {
    const stream = file.resolve(value)
    if (!(stream instanceof PdfStream)) throw broken()
    const content = copyContent(copier, file.decode(stream), resources, UNPLACED)
    for (const [category, group] of content.resources)
      kept.set(
        category,
        new Map([...((kept.get(category) as PdfDict) ?? []), ...(group as PdfDict)]),
      )
    drawn.set(glyph, new Shared(packed(new Map(), content.bytes)))
  }
  const copy = copyDict(copier, without(font, ['CharProcs', 'Resources']))
  return copy.set('CharProcs', drawn).set('Resources', kept)
}

const UNPLACED: Matrix = [0, 0, 0, 0, 0, 0]

const without = (dict: PdfDict, keys: string[]): PdfDict =>
  new Map([...dict].filter(([key]) => !keys.includes(key)))

function copyXObject(
  copier: Copier,
  value: PdfValue,
  matrix: Matrix,
  outer: PdfDict | undefined,
): PdfValue {
  if (!(value instanceof PdfStream)) throw broken()
  const kind = nameOf(copier.file.resolve(value.dict.get('Subtype')))
  if (kind === 'Image') return copyImage(copier, value)
  if (kind !== 'Form' || value.dict.has('PS') || value.dict.has('Ref')) {
    copier.tell(
      new StationeryFault(
        'Unexpected part written for printers (PostScript) or in another file, expected a drawing',
        'Export it again as PDF/A',
      ),
    )
    return null
  }
  if (value.dict.has('OC')) copier.tell(HIDDEN)
  return copyForm(copier, value, matrix, outer)
}

const HIDDEN = new StationeryFault(
  'Unexpected layers that can be hidden, expected one that is always shown',
  'Export it without layers: in InDesign, without Create Acrobat Layers',
)

function copyForm(
  copier: Copier,
  { dict, bytes }: PdfStream,
  matrix: Matrix,
  outer: PdfDict | undefined,
): PdfStream {
  const { file } = copier
  const own = toMatrix([file.resolve(dict.get('Matrix'))].flat())
  const placed = own ? multiply(own, matrix) : matrix
  const resources = file.dict(dict.get('Resources')) ?? outer
  const content = copyContent(copier, file.decode(new PdfStream(dict, bytes)), resources, placed)
  const copy = copyDict(
    copier,
    without(dict, ['Resources', 'Group', 'Filter', 'DecodeParms', 'Name', 'PS', 'Ref']),
  )
  const group = file.dict(dict.get('Group'))
  if (group) copy.set('Group', copyGroup(copier, group))
  const form = packed(copy.set('Resources', content.resources), content.bytes)
  copier.weights.set(form, content.weight)
  return form
}

/** The same bytes with every version of Node, which its own packing does not promise. */
export const packed = (dict: PdfDict, bytes: Uint8Array) =>
  new PdfStream(dict.set('Filter', new PdfName('FlateDecode')), zlibSync(bytes))

export function copyGroup(copier: Copier, group: PdfDict): PdfDict {
  if (group.has('CS')) checkColours(copier.file, group.get('CS'), copier.tell)
  copier.hasTransparency = true
  return copyDict(copier, group)
}

/** More pixels would be larger than any page. Bytes, unpacked. */
const LARGEST_PICTURE = 100_000_000

function copyImage(copier: Copier, stream: PdfStream): PdfStream {
  const { file, tell } = copier
  const { dict } = stream
  const number = (key: string) => Number(file.resolve(dict.get(key)) ?? 0)
  if (number('Width') * number('Height') * 4 > LARGEST_PICTURE)
    throw tooMuch(`picture of ${number('Width')} by ${number('Height')} pixels`, 'a smaller one')
  if (dict.has('ColorSpace')) checkColours(file, dict.get('ColorSpace'), tell)
  if (dict.has('OC')) tell(HIDDEN)
  checkStream(copier, stream)
  const copy = copyDict(copier, without(dict, ['SMask', 'Mask', 'Name']))
  for (const key of ['SMask', 'Mask']) {
    const mask = dict.get(key)
    const found = file.resolve(mask)
    if (mask === undefined) continue
    if (found instanceof PdfStream)
      copy.set(
        key,
        once(copier, mask, () => copyImage(copier, withoutMasks(found))),
      )
    else copy.set(key, copyValue(copier, mask))
    if (key === 'SMask') copier.hasTransparency = true
  }
  return new PdfStream(copy, stream.bytes)
}

const withoutMasks = ({ dict, bytes }: PdfStream) =>
  new PdfStream(without(dict, ['SMask', 'Mask']), bytes)

function notePicture({ file, pictures }: Copier, value: PdfValue, matrix: Matrix): void {
  const stream = file.resolve(value)
  if (
    !(stream instanceof PdfStream) ||
    nameOf(file.resolve(stream.dict.get('Subtype'))) !== 'Image'
  )
    return
  const [width, height] = ['Width', 'Height'].map(key => Number(file.resolve(stream.dict.get(key))))
  pictures.push({ width: width ?? 0, height: height ?? 0, matrix })
}

const BLEND_MODES = new Set(
  (
    'Normal Compatible Multiply Screen Overlay Darken Lighten ColorDodge ColorBurn HardLight SoftLight ' +
    'Difference Exclusion Hue Saturation Color Luminosity'
  ).split(' '),
)

function copyState(
  copier: Copier,
  value: PdfValue,
  matrix: Matrix,
  outer: PdfDict | undefined,
): PdfValue {
  const { file } = copier
  if (!isDict(value)) throw broken()
  const copy = copyDict(copier, without(value, ['SMask', 'Font', 'BM']))
  const font = file.resolve(value.get('Font'))
  if (Array.isArray(font) && font[0] !== undefined)
    copy.set('Font', [once(copier, font[0], found => copyFont(copier, found, outer)), font[1] ?? 1])
  const blend = [file.resolve(value.get('BM'))]
    .flat()
    .map(nameOf)
    .find(name => BLEND_MODES.has(name ?? ''))
  if (blend !== undefined) copy.set('BM', new PdfName(blend))
  for (const key of ['ca', 'CA'])
    if (copy.has(key) && copy.get(key) !== 1) copier.hasTransparency = true
  const mask = file.resolve(value.get('SMask'))
  if (nameOf(mask) === 'None') copy.set('SMask', new PdfName('None'))
  if (isDict(mask)) {
    const group = mask.get('G')
    const drawn = file.resolve(group)
    if (group === undefined || !(drawn instanceof PdfStream)) throw broken()
    const kept = copyDict(copier, without(mask, ['G']))
    copy.set(
      'SMask',
      kept.set(
        'G',
        once(copier, group, () => copyForm(copier, drawn, matrix, outer)),
      ),
    )
    copier.hasTransparency = true
  }
  return copy
}

function copyPattern(
  copier: Copier,
  value: PdfValue,
  matrix: Matrix,
  outer: PdfDict | undefined,
): PdfValue {
  if (value instanceof PdfStream) return copyForm(copier, value, matrix, outer)
  if (!isDict(value)) throw broken()
  const copy = copyDict(copier, without(value, ['Shading', 'ExtGState']))
  const shading = value.get('Shading')
  if (shading !== undefined)
    copy.set(
      'Shading',
      once(copier, shading, found => copyShading(copier, found)),
    )
  const state = value.get('ExtGState')
  if (state !== undefined)
    copy.set(
      'ExtGState',
      once(copier, state, found => copyState(copier, found, matrix, outer)),
    )
  return copy
}

function copyShading(copier: Copier, value: PdfValue): PdfValue {
  const dict = copier.file.dict(value)
  checkColours(copier.file, dict?.get('ColorSpace'), copier.tell)
  return copyValue(copier, value)
}
