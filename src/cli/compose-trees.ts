import type { DocumentTree } from '../document/tree.ts'
import type { Reading } from '../model/reading.ts'
import type { InspectionResponse } from '../model/response.ts'
import type { Problem } from '../problem.ts'
import type { WorkspaceFiles } from '../source/workspace-files.ts'
import { composeLetter } from '../wording/compose-letter.ts'
import { loadWording } from '../wording/load.ts'
import type { WordingSet } from '../wording/wording.ts'

export type ComposedTree = { response: InspectionResponse; set: WordingSet; tree: DocumentTree }

/** The letter of each language as a tree, with what is wrong with the wording. */
export async function composeTrees(
  reading: Reading,
  files: WorkspaceFiles,
): Promise<{ trees: ComposedTree[]; problems: Problem[] }> {
  const { settings, responses } = reading
  const problems: Problem[] = []
  const sets: WordingSet[] = []
  for (const { language, office } of responses) {
    const folders = { templates: settings.folders.templates, office: office.key }
    const loaded = await loadWording(files, folders, language)
    problems.push(...loaded.problems)
    sets.push(loaded.set)
  }
  const trees: ComposedTree[] = []
  for (const [n, response] of responses.entries()) {
    const set = sets[n]!
    const data = `${letterName(response)}.json`
    const composed = composeLetter(response, set, translationsOf(response, sets), data)
    problems.push(...composed.problems)
    if (composed.value) trees.push({ response, set, tree: composed.value })
  }
  return { trees, problems }
}

/** What a letter's files are called, without their endings. */
export const letterName = ({ language, languages }: InspectionResponse): string =>
  languages.length > 1 ? `letter.${language}` : 'letter'

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
