import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { FontFiles } from '../../document/look.ts'

/**
 * Families of the same widths as the ones every office has, under the Open Font Licence: the PDF
 * breaks its lines where Word does.
 */
const TWINS: Record<string, string> = {
  Arial: 'Arimo',
  Calibri: 'Carlito',
  'Times New Roman': 'Tinos',
}

export const twinOf = (font: string): string | undefined =>
  Object.hasOwn(TWINS, font) ? TWINS[font] : undefined

export const isTwin = (family: string): boolean => Object.values(TWINS).includes(family)

const FACES = ['400Regular', '700Bold', '400Regular_Italic', '700Bold_Italic']

export const twinFaces = (family: string): Uint8Array[] =>
  FACES.map(face => packagedFont(family.toLowerCase(), family.replaceAll(' ', ''), face))

/** In the order they are asked: a letter that the faces lack looks best in Arimo, Carlito's hyphens too. */
export function symbolsBeside(family: string): FontFiles['symbols'] {
  const symbols = [
    symbol('Arimo', 'arimo'),
    symbol('Noto Sans Symbols 2', 'noto-sans-symbols-2'),
    symbol('Noto Sans Symbols', 'noto-sans-symbols'),
    symbol('Noto Sans Math', 'noto-sans-math'),
  ]
  return symbols.filter(each => each.family !== family)
}

/** Read when it is asked for: a letter of plain words never does. */
function symbol(family: string, folder: string): FontFiles['symbols'][number] {
  const bytes = lazily(() => packagedFont(folder, family.replaceAll(' ', ''), '400Regular'))
  return {
    family,
    get bytes() {
      return bytes()
    },
  }
}

export function lazily<T>(make: () => T): () => T {
  let made: { value: T } | undefined
  return () => (made ??= { value: make() }).value
}

function packagedFont(folder: string, name: string, face: string): Uint8Array {
  const { resolve } = createRequire(import.meta.url)
  return readFileSync(resolve(`@expo-google-fonts/${folder}/${face}/${name}_${face}.ttf`))
}
