import type { FontFiles } from '../document/look.ts'
import type { OfficeReading } from '../model/reading.ts'
import { isError, type Problem } from '../problem.ts'
import { charactersWithoutFont, fontFilesFor } from '../render/fonts.ts'
import type { WorkspaceFiles } from '../source/workspace-files.ts'
import type { FindMissingCharacters } from '../check/rule.ts'

export type LetterFonts = {
  /** Nothing where the office's own are of no use. */
  fonts?: FontFiles
  problems: Problem[]
  findMissingCharacters: FindMissingCharacters
}

/** The fonts of a response's letters. Those that come with the product are read when they are asked. */
export async function readLetterFonts(
  reading: OfficeReading,
  files: WorkspaceFiles,
): Promise<LetterFonts> {
  const [response] = reading.responses
  if (!response) return { problems: [], findMissingCharacters: () => [] }
  const { look } = response.office.letterhead
  const own = new Map<string, Uint8Array>()
  for (const path of Object.values(look.font_files ?? {})) {
    const { bytes } = await files.read(path)
    if (bytes) own.set(path, bytes)
  }
  // A font that is neither built in nor given was told of when the office was read.
  const isTold = reading.problems.some(isError)
  const { files: fonts, faults } = fontFilesFor(look, path => own.get(path))
  const problems = (isTold ? [] : faults).map(({ at, message, hint }): Problem => ({
    rule: 'font',
    severity: 'error',
    message,
    place: reading.officePlace(['letterhead', ...at]),
    ...(hint !== undefined && { hint }),
  }))
  return {
    ...(fonts && { fonts }),
    problems,
    findMissingCharacters: text => (fonts ? charactersWithoutFont(text, fonts) : []),
  }
}
