import type { Reading } from '../model/reading.ts'
import type { Problem } from '../problem.ts'
import type { WorkspaceFiles } from '../source/workspace-files.ts'

/**
 * What is wrong with the sentences that an office words itself: they are filled as a letter would fill
 * them. Where there are none, in a letter in English, nothing is loaded.
 */
export async function findWordingProblems(
  reading: Reading,
  files: WorkspaceFiles,
): Promise<Problem[]> {
  const { responses, settings, problems } = reading
  if (responses.length === 0 || problems.some(({ severity }) => severity === 'error')) return []
  if (!(await hasOwnWording(reading, files, settings.folders.templates))) return []
  const { composeTrees } = await import('./compose-trees.ts')
  return (await composeTrees(reading, files)).problems
}

async function hasOwnWording(
  { responses }: Reading,
  files: WorkspaceFiles,
  templates: string,
): Promise<boolean> {
  if (responses.some(({ language }) => language !== 'en-GB')) return true
  for (const office of new Set(responses.map(response => response.office.key)))
    for (const folder of [`${templates}/${office}/wording`, `${templates}/wording`])
      if ((await files.list(folder)).length > 0) return true
  return false
}
