import { StationeryFault } from './fault.ts'
import type { Tell } from './fault.ts'
import { latin1 } from './lexer.ts'
import type { PdfFile } from './read-file.ts'
import { PdfStream, nameOf } from './values.ts'
import type { PdfDict } from './values.ts'

/** The name that people know: subsets have six letters before it (ISO 32000-1, 9.6.4). */
export const fontNameOf = (font: PdfDict): string =>
  (nameOf(font.get('BaseFont')) ?? 'without a name').replace(/^[A-Z]{6}\+/, '')

const NAMED = new Set(['MacRomanEncoding', 'MacExpertEncoding', 'WinAnsiEncoding'])

/** In the file (ISO 19005-2, 6.2.11.4), and its shapes known as letters (6.2.11.7; ISO 14289-1, 7.21.7). */
export function checkFont(file: PdfFile, font: PdfDict, tell: Tell): void {
  const name = fontNameOf(font)
  const kind = nameOf(file.resolve(font.get('Subtype')))
  const letters = file.resolve(font.get('ToUnicode'))
  if (letters instanceof PdfStream) {
    if (isPrivate(latin1(file.decode(letters)))) tell(withoutLetters(name))
  } else if (kind === 'Type0' || !hasKnownLetters(file, font, kind)) tell(withoutLetters(name))
  if (kind === 'Type3') return
  const descendants = file.resolve(font.get('DescendantFonts'))
  const described = kind === 'Type0' && Array.isArray(descendants) ? descendants[0] : font
  const descriptor = file.dict(file.dict(described)?.get('FontDescriptor'))
  const isEmbedded = ['FontFile', 'FontFile2', 'FontFile3'].some(
    key => file.resolve(descriptor?.get(key)) instanceof PdfStream,
  )
  if (!isEmbedded) tell(notEmbedded(name))
}

function hasKnownLetters(file: PdfFile, font: PdfDict, kind: string | undefined): boolean {
  const encoding = file.resolve(font.get('Encoding'))
  if (NAMED.has(nameOf(encoding) ?? '')) return true
  const dict = file.dict(encoding)
  if (!dict) return kind === 'Type1' && !isSymbolic(file, font)
  const differences = file.resolve(dict.get('Differences'))
  const names = Array.isArray(differences) ? differences.map(nameOf).filter(one => one) : []
  return names.every(one => !/^(?:g|glyph|cid|index|c|a)\d+$/i.test(one!))
}

function isSymbolic(file: PdfFile, font: PdfDict): boolean {
  const flags = file.resolve(file.dict(font.get('FontDescriptor'))?.get('Flags'))
  return typeof flags === 'number' && (flags & 4) !== 0
}

/** Letters of Unicode's private areas, as Wingdings has: nobody knows how to read them aloud. */
const isPrivate = (map: string): boolean =>
  [...map.matchAll(/beginbf(char|range)([^]*?)endbf\1/g)].some(([, kind, body = '']) => {
    const codes = [...body.matchAll(/<\s*([0-9a-f\s]+)>/gi)].map(([, hex]) => hex!.toUpperCase())
    const step = kind === 'char' ? 2 : 3
    const isArray = body.includes('[')
    return codes.some(
      (hex, at) =>
        (isArray || at % step === step - 1) &&
        /^(?:E|F[0-8])..../.test(`${hex}..`) &&
        hex.length === 4,
    )
  })

const notEmbedded = (name: string) =>
  new StationeryFault(
    `Unexpected font ${name} that is not in the file, expected every font embedded`,
    'Export it with its fonts: in Word, Save as PDF, Options, PDF/A compliant; or turn its words into outlines',
  )
const withoutLetters = (name: string) =>
  new StationeryFault(
    `Unexpected font ${name} whose shapes stand for no letters, expected a font that can be read aloud`,
    'Turn the words or symbols in that font into outlines, or export it as PDF/A-2a or PDF/A-2u',
  )
