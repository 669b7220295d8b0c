import type { Look } from '../document/look.ts'
import type { DocumentTree } from '../document/tree.ts'
import { walk } from '../document/words.ts'
import { openDocx } from './open-docx.ts'
import { openHtml } from './open-html.ts'
import { openPdf } from './open-pdf.ts'
import { CannotOpen, type Opened } from './opened.ts'
import { brokenOf, nameOf, type Format, type Statement } from './statement.ts'
import { sayInks, sayOfficeColour } from './statements/colours.ts'
import {
  FAULT_OF_OURS,
  sayDeclarations,
  sayLandmarks,
  sayLanguages,
  sayTitle,
} from './statements/document.ts'
import { sayAskedFor, sayEmbedded } from './statements/fonts.ts'
import { sayBookmarks, sayHeadings } from './statements/headings.ts'
import { sayLinks } from './statements/links.ts'
import { sayPictures } from './statements/pictures.ts'
import { sayTables } from './statements/tables.ts'

/**
 * Opens the files of a letter as those do who get them, and says whether everybody can read them. The tree
 * says only what they should be named, in which language, and which files lie beside them.
 */
export async function verifyLetter(
  files: Record<Format, Uint8Array>,
  look: Look,
  tree: DocumentTree,
): Promise<Statement[]> {
  const unread: Statement[] = []
  const open = async <T>(format: Format, read: () => T | Promise<T>): Promise<T[]> => {
    try {
      return [await read()]
    } catch (error) {
      if (!(error instanceof CannotOpen)) throw error
      const says = `Unexpected bytes of ${nameOf[format]}, expected a file that can be opened`
      unread.push(brokenOf('document', format, says, FAULT_OF_OURS))
      return []
    }
  }
  const word = await open('docx', () => openDocx(files.docx))
  const pdf = await open('pdf', () => openPdf(files.pdf))
  const page = await open('html', () => openHtml(files.html, filesBeside(tree)))
  const all: Opened[] = [...word, ...pdf, ...page]
  const hasOwn = ({ format }: Opened): boolean =>
    format !== 'html' && look.stationery[format] !== undefined
  return [
    ...unread,
    ...sayTitle(all, tree.title),
    ...pdf.flatMap(sayDeclarations),
    ...page.flatMap(sayLandmarks),
    ...sayLanguages(all, tree.language),
    ...sayHeadings(all, hasOwn),
    ...pdf.flatMap(sayBookmarks),
    ...sayPictures(all, hasOwn),
    ...sayLinks(all),
    ...sayTables(all, hasOwn),
    ...pdf.flatMap(sayEmbedded),
    ...sayAskedFor([...word, ...page], look),
    ...sayOfficeColour(look.colour),
    ...sayInks(all),
  ]
}

const filesBeside = ({ translations, data, children }: DocumentTree): string[] => [
  ...translations.map(({ file }) => file),
  ...(data ? [data.file] : []),
  ...[...walk(children)].flatMap(node =>
    node.type === 'link' && node.url.startsWith('./') ? [node.url.slice(2)] : [],
  ),
]
