import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { Look } from '../../src/document/look.ts'
import type { DocumentTree } from '../../src/document/tree.ts'
import type { Format, Statement } from '../../src/verify/statement.ts'
import { verifyLetter } from '../../src/verify/verify-letter.ts'
import { specimenLook, specimenTree } from '../specimen-tree.ts'
import { renderers } from '../words.ts'

export type Files = Record<Format, Uint8Array>

export async function draw(tree: DocumentTree, look: Look): Promise<Files> {
  const [docx, pdf, html] = await Promise.all([
    renderers.docx(tree, look),
    renderers.pdf(tree, look),
    renderers.html(tree, look),
  ])
  return { docx, pdf, html }
}

let drawn: Promise<Files> | undefined
const specimen = (): Promise<Files> => (drawn ??= draw(specimenTree(), specimenLook()))

/** Changes some text that must be there: a test of what is not there any more would prove nothing. */
function change(text: string, from: string | RegExp, to: string): string {
  const changed = text.replace(from, to)
  if (changed === text) throw new Error(`Missing ${String(from)}, expected it`)
  return changed
}

/** The specimen with a file spoilt. */
export async function withWord(path: string, from: string | RegExp, to: string): Promise<Files> {
  const files = await specimen()
  const parts = unzipSync(files.docx)
  parts[path] = strToU8(change(strFromU8(parts[path]!), from, to))
  return { ...files, docx: zipSync(parts) }
}

/** A Word file with a part of another in place of its own. */
export function mergeParts(docx: Uint8Array, other: Uint8Array, path: string): Uint8Array {
  return zipSync({ ...unzipSync(docx), [path]: unzipSync(other)[path]! })
}

export async function withPage(from: string | RegExp, to: string): Promise<Files> {
  const files = await specimen()
  const html = strToU8(change(strFromU8(files.html), from, to))
  return { ...files, html }
}

/** Of equal length, so that every object stays where the file's table says. */
export async function withPdf(from: string | RegExp, to: string): Promise<Files> {
  const files = await specimen()
  const pdf = Buffer.from(change(Buffer.from(files.pdf).toString('latin1'), from, to), 'latin1')
  if (pdf.length !== files.pdf.length) throw new Error('Unexpected length, expected the same')
  return { ...files, pdf: new Uint8Array(pdf) }
}

export async function withFile(format: Format, bytes: Uint8Array): Promise<Files> {
  return { ...(await specimen()), [format]: bytes }
}

/** What is not kept. */
export async function brokenIn(files: Files, look = specimenLook()): Promise<Statement[]> {
  const statements = await verifyLetter(files, look, specimenTree())
  return statements.filter(({ isKept }) => !isKept)
}
