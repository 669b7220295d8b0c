import { charactersWithoutFont } from '../render/fonts.ts'
import { characterWithoutFont, sayMissingCharacter } from '../check/rules/character-without-font.ts'
import type { LaidOut } from '../document/laid-out.ts'
import type { Look } from '../document/look.ts'
import type { DocumentTree } from '../document/tree.ts'
import { textsIn, wordsAround } from '../document/words.ts'
import type { Reading } from '../model/reading.ts'
import type { Path, Place, Problem } from '../problem.ts'
import { composeData, writeData } from '../published/compose-data.ts'
import type { Attachment } from '../render/pdf/attach.ts'
import { composeTrees, letterName } from './compose-trees.ts'
import type { ComposedTree } from './compose-trees.ts'
import type { WorkspaceFiles } from '../source/workspace-files.ts'

export type Format = 'docx' | 'pdf' | 'html'
export const FORMATS: readonly Format[] = ['docx', 'pdf', 'html']
export type Renderers = Record<Format, LetterRenderer>
/** That of the PDF takes files along, and knows where the parts of the letter came to stand. */
type LetterRenderer = (
  tree: DocumentTree,
  look: Look,
  options: { attachments: readonly Attachment[] },
) => Promise<Uint8Array | Drawn>
type Drawn = { bytes: Uint8Array; laidOut: LaidOut }

/** One letter in one format, or as data: made, and not yet in place. */
export type Built<F extends string = Format | 'json'> = {
  name: string
  format: F
  bytes: Uint8Array
  seconds: number
  laidOut?: LaidOut
}

/** A letter ready to be drawn, and to be written as data. */
export type Composed = ComposedTree & Drawable
/** `name`: of its files, without their endings. `attachments`: what travels in the PDF. */
export type Drawable = {
  name: string
  tree: DocumentTree
  look: Look
  attachments?: readonly Attachment[]
}

/** The letter of each language as a tree, with what stands in the way of drawing it. */
export async function composeLetters(
  reading: Reading,
  files: WorkspaceFiles,
  drawnWith: Pick<Look, 'fontFiles' | 'stationery'>,
): Promise<{ letters: Composed[]; problems: Problem[] }> {
  const { trees, problems } = await composeTrees(reading, files)
  const letters = trees.map(({ response, set, tree }): Composed => {
    const { font, colour, margins } = response.office.letterhead.look
    const look: Look = { font, colour, margins, ...drawnWith }
    problems.push(...findMissingCharacters(tree, look, at => reading.place(at)))
    return { response, set, tree, look, name: letterName(response) }
  })
  return { letters, problems }
}

/** Draws a letter in every format that is asked for, side by side where the renderers let it. */
export function drawLetter(
  { name, tree, look, attachments = [] }: Drawable,
  renderers: Renderers,
  formats = FORMATS,
): Promise<Built<Format>[]> {
  return Promise.all(
    formats.map(async (format): Promise<Built<Format>> => {
      const start = performance.now()
      const made = await renderers[format](tree, look, { attachments })
      const seconds = (performance.now() - start) / 1000
      const drawn = made instanceof Uint8Array ? { bytes: made } : made
      return { name: `${name}.${format}`, format, seconds, ...drawn }
    }),
  )
}

/** What the letter prints as the YAML that makes it again, to travel in its PDF. */
export async function attachSource({ response, set, tree }: Composed): Promise<Attachment> {
  // Writing YAML is for this alone.
  const { publishedYaml } = await import('../published/published-yaml.ts')
  return {
    name: 'response.yaml',
    mediaType: 'application/yaml',
    description: tree.description,
    bytes: new TextEncoder().encode(publishedYaml(response, set, tree)),
    relationship: 'Source',
    ...(tree.date !== undefined && { date: tree.date }),
  }
}

/** Writes a letter as data. */
export function writeLetterData({ name, response, set, tree }: Composed): Built<'json'> {
  const start = performance.now()
  const bytes = writeData(composeData(response, set, tree.title))
  const seconds = (performance.now() - start) / 1000
  return { name: `${name}.json`, format: 'json', bytes, seconds }
}

/** A character that no font holds would be left out of the PDF: the text that has it is named. */
export function findMissingCharacters(
  tree: DocumentTree,
  { fontFiles }: Look,
  placeOf: (at: Path) => Place,
): Problem[] {
  const problems: Problem[] = []
  const told = new Set<string>()
  const look = (words: string, place: () => Place) => {
    for (const missing of charactersWithoutFont(words, fontFiles)) {
      const where = place()
      const key = `${where.file}:${where.start.line}:${missing.code}`
      if (told.has(key)) continue
      told.add(key)
      const said = sayMissingCharacter(missing)
      problems.push({ rule: characterWithoutFont.id, severity: 'error', ...said, place: where })
    }
  }
  for (const { value, at } of textsIn(tree.children)) look(value, () => placeOf(at ?? []))
  for (const words of wordsAround(tree)) look(words, () => placeOf([]))
  return problems
}
