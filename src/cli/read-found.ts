import { readInspectionResponse, readWorkspaceSettings } from '../model/read-workspace.ts'
import type { Reading } from '../model/reading.ts'
import { isError, type Problem } from '../problem.ts'
import type { Settings } from '../model/settings.ts'
import type { WorkspaceFiles } from '../source/workspace-files.ts'
import type { FoundResponse } from './find-responses.ts'
import type { Io } from './io.ts'
import { workspaceFiles } from './workspace-files.ts'

/** Where a workspace keeps things, and the words of its scale of statuses. What is wrong with its settings is told with its responses. */
export async function readFolders(
  root: string,
  files = workspaceFiles(root),
): Promise<Settings['folders'] & { statuses: string[]; problem?: Problem }> {
  const { settings, problems } = await readWorkspaceSettings(files)
  const problem = problems.find(isError)
  const statuses = settings.statuses.map(({ word }) => word)
  return { ...settings.folders, statuses, ...(problem && { problem }) }
}

export function readFound(
  { name }: FoundResponse,
  files: WorkspaceFiles,
  { today, env }: Pick<Io, 'today' | 'env'>,
  /** Drawing a logo takes longer than all the rest of a check. */
  pictures: 'drawn' | 'checked' = 'drawn',
): Promise<Reading> {
  return readInspectionResponse(files, name, { today, environment: env, pictures })
}
