import { didYouMean, listWords } from '../model/validate/did-you-mean.ts'
import type { Complaint } from './io.ts'
import { workspaceFiles } from './workspace-files.ts'

/** The folders of a workspace that hold an office. */
export async function findOffices(
  root: string,
  { templates }: { templates: string },
): Promise<string[]> {
  const files = workspaceFiles(root)
  const offices: string[] = []
  for (const { name, isFolder } of await files.list(templates))
    if (isFolder && (await files.exists(`${templates}/${name}/office.yaml`))) offices.push(name)
  return offices
}

export const missingOffice = ({ templates }: { templates: string }): Complaint => ({
  message: `Missing office, expected a folder in ${templates} with an office.yaml`,
  hint: 's55 init makes a workspace with one to be changed.',
})

/** The one that was named, or the only one there is. */
export async function chooseOffice(
  root: string,
  templates: string,
  named: string | undefined,
): Promise<string | Complaint> {
  const offices = await findOffices(root, { templates })
  if (named !== undefined) {
    if (offices.includes(named)) return named
    const meant = didYouMean(named, offices)
    return {
      message: `Unexpected --office ${named}, expected ${offices.length > 0 ? listWords(offices) : `a folder of ${templates} with an office.yaml`}`,
      ...(meant && { hint: `Did you mean ${meant}?` }),
    }
  }
  const [only, second] = offices
  if (only === undefined) return missingOffice({ templates })
  if (second === undefined) return only
  return {
    message: 'Missing --office, expected the one that answers',
    hint: `There are several: ${listWords(offices)}.`,
  }
}
