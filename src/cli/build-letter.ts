import { loadWording } from '../wording/load.ts'
import { composeLetter } from '../wording/compose-letter.ts'
import { charactersWithoutFont, fontFilesFor } from '../render/fonts.ts'
import type { Look } from '../document/look.ts'
import type { DocumentTree, Language } from '../document/tree.ts'
import { textsIn, wordsAround } from '../document/words.ts'
import type { Reading } from '../model/reading.ts'
import type { InspectionResponse } from '../model/response.ts'
import type { Place, Problem } from '../problem.ts'
import type { Renderer } from '../render/renderer.ts'
import type { WorkspaceFiles } from '../source/workspace-files.ts'
import type { WordingSet } from '../wording/wording.ts'

export type Format = 'docx' | 'pdf' | 'html'
export const FORMATS: readonly Format[] = ['docx', 'pdf', 'html']
export type Renderers = Record<Format, Renderer>

/** One letter in one format: made, and not yet in place. */
export type Built = { name: string; format: Format; bytes: Uint8Array; seconds: number }

/** A letter ready to be drawn. */
export type Composed = { tree: DocumentTree; look: Look; suffix: string }

/** The letter of each language as a tree, with what stands in the way of drawing it. */
export async function composeLetters(
  reading: Reading,
  files: WorkspaceFiles,
): Promise<{ letters: Composed[]; problems: Problem[] }> {
  const { settings, responses } = reading
  const problems: Problem[] = []
  const sets: WordingSet[] = []
  for (const { language, office } of responses) {
    const folders = { templates: settings.folders.templates, office: office.key }
    const loaded = await loadWording(files, folders, language)
    problems.push(...loaded.problems)
    sets.push(loaded.set)
  }
  const letters: Composed[] = []
  for (const [n, response] of responses.entries()) {
    const composed = composeLetter(response, sets[n]!, translationsOf(response, sets))
    problems.push(...composed.problems)
    const look = await lookOf(response, files, reading, problems)
    if (!composed.value || !look) continue
    problems.push(...characterProblems(composed.value, look, reading))
    letters.push({ tree: composed.value, look, suffix: suffixOf(response.language, response) })
  }
  return { letters, problems }
}

/** Draws a letter in every format, side by side where the renderers let it. */
export function drawLetter(
  { tree, look, suffix }: Composed,
  renderers: Renderers,
): Promise<Built[]> {
  return Promise.all(
    FORMATS.map(async (format): Promise<Built> => {
      const start = performance.now()
      const bytes = await renderers[format](tree, look)
      const seconds = (performance.now() - start) / 1000
      return { name: `letter${suffix}.${format}`, format, bytes, seconds }
    }),
  )
}

const suffixOf = (language: Language, { languages }: InspectionResponse): string =>
  languages.length > 1 ? `.${language}` : ''

function translationsOf(
  response: InspectionResponse,
  sets: readonly WordingSet[],
): DocumentTree['translations'] {
  return sets
    .filter(({ language }) => language !== response.language)
    .map(set => ({
      language: set.language,
      file: `letter.${set.language}.html`,
      label: set.templates.get('translation')?.run({}).trim() ?? set.language,
    }))
}

async function lookOf(
  { office }: InspectionResponse,
  files: WorkspaceFiles,
  reading: Reading,
  problems: Problem[],
): Promise<Look | undefined> {
  const { font_files, ...choice } = office.letterhead.look
  const own = new Map<string, Uint8Array>()
  for (const path of Object.values(font_files ?? {})) {
    const { bytes } = await files.read(path)
    if (bytes) own.set(path, bytes)
  }
  const { files: fontFiles, faults } = fontFilesFor(office.letterhead.look, path => own.get(path))
  for (const { at, message, hint } of faults)
    problems.push({
      rule: 'font',
      severity: 'error',
      message,
      place: reading.officePlace(['letterhead', ...at]),
      ...(hint !== undefined && { hint }),
    })
  return fontFiles && { ...choice, fontFiles }
}

/** A character that no font holds would be left out of the PDF: the text that has it is named. */
function characterProblems(tree: DocumentTree, { fontFiles }: Look, reading: Reading): Problem[] {
  const problems: Problem[] = []
  const told = new Set<string>()
  const look = (words: string, place: () => Place) => {
    for (const { character, code, instead } of charactersWithoutFont(words, fontFiles)) {
      const where = place()
      const key = `${where.file}:${where.start.line}:${code}`
      if (told.has(key)) continue
      told.add(key)
      problems.push(missingCharacter(character, code, instead, where))
    }
  }
  for (const { value, at } of textsIn(tree.children)) look(value, () => reading.place(at ?? []))
  for (const words of wordsAround(tree)) look(words, () => reading.place([]))
  return problems
}

function missingCharacter(
  character: string,
  code: string,
  instead: string | undefined,
  place: Place,
): Problem {
  const hint =
    instead === undefined
      ? 'Type words in its place.'
      : instead.trim() === ''
        ? 'Take it out: it shows nothing.'
        : `Type ${instead} in its place.`
  return {
    rule: 'character',
    severity: 'error',
    message: `Unexpected character "${character}" (${code}), expected one that the letter's font holds`,
    hint,
    place,
  }
}
