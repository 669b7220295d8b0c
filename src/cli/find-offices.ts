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
