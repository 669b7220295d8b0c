import { CMYK } from './clean-content.ts'
import { StationeryFault, broken } from './fault.ts'
import type { Tell } from './fault.ts'
import { latin1 } from './lexer.ts'
import type { PdfFile } from './read-file.ts'
import { PdfStream, nameOf } from './values.ts'
import type { PdfValue } from './values.ts'

const PLAIN = new Set([
  'DeviceRGB',
  'DeviceGray',
  'RGB',
  'G',
  'CalRGB',
  'CalGray',
  'Lab',
  'Pattern',
])

/** RGB or grey: what a screen shows, and the profile of the letter explains (ISO 19005-2, 6.2.4). */
export function checkColours(
  file: PdfFile,
  value: PdfValue | undefined,
  tell: Tell,
  depth = 0,
): void {
  const colours = file.resolve(value)
  if (depth > 5 || colours === null || colours === undefined) throw broken()
  const [family, first] = Array.isArray(colours) ? colours : [colours]
  const name = nameOf(file.resolve(family)) ?? ''
  if (name === 'DeviceCMYK' || name === 'CMYK') return tell(CMYK)
  if (name === 'Separation') return tell(spot(nameOf(file.resolve(first)) ?? ''))
  if (name === 'DeviceN') return tell(spot(nameOf([file.resolve(first)].flat()[0]) ?? ''))
  if (name === 'ICCBased') checkProfile(file, file.resolve(first), tell)
  else if (name === 'Indexed' || name === 'I') checkColours(file, first, tell, depth + 1)
  else if (name === 'Pattern' && first !== undefined) checkColours(file, first, tell, depth + 1)
  else if (!PLAIN.has(name)) throw broken()
}

const spot = (name: string) =>
  new StationeryFault(
    `Unexpected spot colour ${name || 'of several inks'}, expected RGB or grey`,
    'Turn spot colours into process colours, and export it with its colours converted to sRGB',
  )

/** By its head (ICC.1:2010, 7.2). */
function checkProfile(file: PdfFile, stream: PdfValue | undefined, tell: Tell): void {
  if (!(stream instanceof PdfStream)) throw broken()
  const components = file.resolve(stream.dict.get('N'))
  if (components === 4) return tell(CMYK)
  const head = latin1(file.decode(stream), 0, 40)
  const space = head.slice(16, 20)
  const isFit =
    (components === 3 && (space === 'RGB ' || space === 'Lab ')) ||
    (components === 1 && space === 'GRAY')
  const isKnown = /^(?:prtr|mntr|scnr|spac)$/.test(head.slice(12, 16)) && head.charCodeAt(8) < 5
  if (!isFit || !isKnown || head.slice(36, 40) !== 'acsp')
    tell(
      new StationeryFault(
        'Unexpected colour profile, expected one of RGB or grey',
        'Export it with its colours converted to sRGB',
      ),
    )
}
