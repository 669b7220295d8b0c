import type { FontFiles } from '../document/look.ts'
import type { LookChoice } from '../model/office.ts'
import { lazily, symbolsBeside, twinFaces, twinOf } from './fonts/packaged.ts'
import { NotAFont, readFace, type FontFace } from './fonts/sfnt.ts'

export { charactersWithoutFont, isPlain, type MissingCharacter } from './fonts/coverage.ts'

type FontChoice = Pick<LookChoice, 'font' | 'font_files'>
type FaceKey = keyof NonNullable<LookChoice['font_files']>

/** What is wrong with the office's choice, and under which key of its letterhead. */
export type FontFault = {
  at: ['font'] | ['font_files', FaceKey]
  message: string
  hint?: string
}

/**
 * The files that draw the PDF. `read` is given the office's own paths. The fonts that come with the
 * product are read when they are first asked for, so that this costs nothing where no PDF is drawn.
 */
export function fontFilesFor(
  choice: FontChoice,
  read: (path: string) => Uint8Array | undefined,
): { files?: FontFiles; faults: FontFault[] } {
  if (choice.font_files) return ownFiles(choice.font_files, read)
  const family = twinOf(choice.font)
  if (family) return { files: twinFiles(family), faults: [] }
  const message = `Missing font_files, expected the four files of ${choice.font}`
  const hint = 'Arial, Calibri and Times New Roman need no files'
  return { faults: [{ at: ['font'], message, hint }] }
}

function twinFiles(family: string): FontFiles {
  const faces = lazily(() => twinFaces(family))
  return {
    family,
    get faces() {
      return faces()
    },
    symbols: symbolsBeside(family),
  }
}

type OwnFace = { key: FaceKey; path: string; bytes: Uint8Array; face: FontFace }

function ownFiles(
  paths: NonNullable<LookChoice['font_files']>,
  read: (path: string) => Uint8Array | undefined,
): { files?: FontFiles; faults: FontFault[] } {
  const faults: FontFault[] = []
  const faces: OwnFace[] = []
  for (const key of ['regular', 'bold', 'italic', 'bold_italic'] as const) {
    const face = ownFace(key, paths[key], read)
    if ('message' in face) faults.push(face)
    else faces.push(face)
  }
  const [regular] = faces
  if (faults.length > 0 || !regular) return { faults }
  for (const face of faces) {
    const message = faultOf(face, regular)
    if (message) faults.push({ at: ['font_files', face.key], message })
  }
  if (faults.length > 0) return { faults }
  const { family } = regular.face
  return {
    files: { family, faces: faces.map(({ bytes }) => bytes), symbols: symbolsBeside(family) },
    faults,
  }
}

function ownFace(
  key: FaceKey,
  path: string,
  read: (path: string) => Uint8Array | undefined,
): OwnFace | FontFault {
  const bytes = read(path)
  if (!bytes) {
    return { at: ['font_files', key], message: `Missing ${path}, expected a font file` }
  }
  try {
    return { key, path, bytes, face: readFace(bytes) }
  } catch (error) {
    if (!(error instanceof NotAFont)) throw error
    return { at: ['font_files', key], message: `${path}: ${error.message}` }
  }
}

/** The engine picks a face by family, weight and slope as the files state them, not by their key. */
function faultOf({ key, path, face }: OwnFace, regular: OwnFace): string | undefined {
  if (face.family.toLowerCase() !== regular.face.family.toLowerCase()) {
    return `${path}: Unexpected family ${face.family}, expected ${regular.face.family}, as of the regular face`
  }
  const wantsItalic = key === 'italic' || key === 'bold_italic'
  if (face.isItalic !== wantsItalic) {
    return wantsItalic
      ? `${path}: Unexpected upright face, expected the italic one`
      : `${path}: Unexpected italic face, expected the upright one`
  }
  const wantsBold = key === 'bold' || key === 'bold_italic'
  const isBold = face.weight >= 600
  if (isBold === wantsBold) return
  return wantsBold
    ? `${path}: Unexpected weight ${face.weight}, expected the bold face (600 or more)`
    : `${path}: Unexpected weight ${face.weight}, expected the regular face (below 600)`
}
