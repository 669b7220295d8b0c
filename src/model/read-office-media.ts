import type { Media } from '../document/tree.ts'
import type { Path, Place } from '../problem.ts'
import type { Loader } from '../source/load-source.ts'
import { hintOf, resolvePath, sayRefusal } from '../source/relative-path.ts'
import type { FileRead } from '../source/workspace-files.ts'
import type { LookChoice } from './office.ts'
import { checkPicture, readPicture } from './picture.ts'
import type { ReadOptions, UnsetSignature } from './reading.ts'
import { BUILT_IN_FONTS, type Signer } from './read-office.ts'
import type { OfficeFile } from './schema/office-file.ts'
import { listWords } from './validate/did-you-mean.ts'

export type OfficeMedia = {
  logo?: Media
  signature?: Media
  font_files?: NonNullable<LookChoice['font_files']>
  stationery: LookChoice['stationery']
  unsetSignatures: UnsetSignature[]
}

/** Stands for a picture that was looked at, and will not be shown. */
const UNDRAWN = { kind: 'svg', width: 0, height: 0, png: new Uint8Array() } as const

const REFUSED: Media = { ...UNDRAWN, bytes: new Uint8Array() }

/** Pictures and fonts of an office, and what its letterhead asks that is not to be had. */
export async function readOfficeMedia(
  folder: string,
  file: OfficeFile,
  signer: Signer | undefined,
  loader: Loader,
  place: (at: Path, part?: 'key' | 'value') => Place,
  { environment = {}, pictures = 'drawn' }: Omit<ReadOptions, 'today'>,
): Promise<OfficeMedia> {
  const { letterhead = {} } = file
  const unsetSignatures: UnsetSignature[] = []
  const refuse = (at: Path, rule: string, message: string, hint?: string) => {
    loader.problems.push({
      rule,
      severity: 'error',
      message,
      ...(hint !== undefined && { hint }),
      place: place(at),
    })
  }

  const picture = async (typed: string, at: Path): Promise<Media | undefined> => {
    const resolved = resolvePath(folder, typed)
    if (resolved.refusal)
      return void refuse(at, 'missing-file', sayRefusal(resolved.refusal), hintOf(resolved.refusal))
    loader.noteFile(resolved.path)
    return draw(resolved.path, await loader.workspace.read(resolved.path), at)
  }
  const draw = async (path: string, read: FileRead, at: Path): Promise<Media | undefined> => {
    if (!read.bytes) return void refuse(at, 'missing-file', sayUnread(path, read.refusal))
    if (pictures === 'checked') {
      const refusal = await checkPicture(path, read.bytes)
      if (!refusal) return { ...UNDRAWN, bytes: read.bytes }
      return void refuse(at, 'picture', refusal.refusal, refusal.hint)
    }
    const drawn = await readPicture(path, read.bytes)
    if ('media' in drawn) return drawn.media
    return void refuse(at, 'picture', drawn.refusal, drawn.hint)
  }

  const signature = async (): Promise<Media | undefined> => {
    const typed = signer?.person.signature
    if (!signer || typed === undefined) return undefined
    const at: Path = [signer.list, signer.index, 'signature']
    const variables = [...typed.matchAll(/\$\{(\w+)\}/g)].map(match => match[1]!)
    const unset = variables.find(name => !environment[name])
    if (unset !== undefined) {
      const name = typeof signer.person.name === 'string' ? signer.person.name : ''
      unsetSignatures.push({ at, variable: unset, name })
      return undefined
    }
    // One that was refused is told of: it is not missing as well.
    if (variables.length === 0) return (await picture(typed, at)) ?? REFUSED
    const path = typed.replace(/\$\{(\w+)\}/g, (_, name: string) => environment[name]!)
    // The path may tell of a private folder: the message names the variable alone.
    const read = await loader.workspace.readOutside(path)
    if (read.bytes) return (await draw(typed, read, at)) ?? REFUSED
    refuse(
      at,
      'missing-file',
      sayUnread(`that ${typed} names`, read.refusal).replace('in the workspace', 'there'),
    )
    return REFUSED
  }

  /** Of a file that is read when a letter is drawn. */
  const pathOf = async (typed: string | undefined, at: Path): Promise<string | undefined> => {
    if (typed === undefined) return undefined
    const resolved = resolvePath(folder, typed)
    if (resolved.refusal)
      return void refuse(at, 'missing-file', sayRefusal(resolved.refusal), hintOf(resolved.refusal))
    const { path } = resolved
    loader.noteFile(path)
    if (await loader.workspace.exists(path)) return path
    return void refuse(at, 'missing-file', sayUnread(path, 'missing'))
  }

  const fontFiles = async (): Promise<OfficeMedia['font_files']> => {
    const given = letterhead.font_files
    const font = letterhead.font ?? 'Arial'
    const isBuiltIn = BUILT_IN_FONTS.some(name => name.toLowerCase() === font.trim().toLowerCase())
    if (!given) {
      if (!isBuiltIn) {
        refuse(
          ['letterhead', 'font'],
          'unexpected-value',
          `Unexpected font ${font} without its files, expected ${listWords(BUILT_IN_FONTS)}`,
          'Name the files of any other font under font_files',
        )
      }
      return undefined
    }
    const face = (key: 'regular' | 'bold' | 'italic' | 'bold_italic') =>
      pathOf(given[key], ['letterhead', 'font_files', key])
    const regular = await face('regular')
    const bold = await face('bold')
    const italic = await face('italic')
    const bold_italic = await face('bold_italic')
    return regular && bold && italic && bold_italic
      ? { regular, bold, italic, bold_italic }
      : undefined
  }

  const logo = letterhead.logo && (await picture(letterhead.logo, ['letterhead', 'logo']))
  const signed = await signature()
  const font_files = await fontFiles()
  const docx = await pathOf(letterhead.docx, ['letterhead', 'docx'])
  const pdf = await pathOf(letterhead.pdf, ['letterhead', 'pdf'])
  return {
    ...(logo && { logo }),
    ...(signed && { signature: signed }),
    ...(font_files && { font_files }),
    stationery: { ...(docx !== undefined && { docx }), ...(pdf !== undefined && { pdf }) },
    unsetSignatures,
  }
}

export const sayUnread = (path: string, refusal: FileRead['refusal']): string => {
  switch (refusal) {
    case 'outside':
      return sayRefusal('outside')
    case 'folder':
      return `Unexpected folder ${path}, expected a file`
    case 'huge':
      return `Unexpected size of file ${path}, expected at most 50 MB`
    case 'unreadable':
      return `Unexpected file ${path} that cannot be read, expected one that can`
    default:
      return `Missing file ${path}, expected it in the workspace`
  }
}
