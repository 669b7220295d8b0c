import { readInspectionResponse, readWorkspaceSettings } from '../model/read-workspace.ts'
import type { Reading } from '../model/reading.ts'
import type { Problem } from '../problem.ts'
import type { Settings } from '../model/settings.ts'
import type { WorkspaceFiles } from '../source/workspace-files.ts'
import type { FoundResponse } from './find-responses.ts'
import type { Io } from './io.ts'
import { workspaceFiles } from './workspace-files.ts'

export function openWorkspace(root: string): WorkspaceFiles {
  return workspaceFiles(root)
}

/** Where a workspace keeps things. What is wrong with its settings is told with its responses. */
export async function readFolders(
  root: string,
): Promise<Settings['folders'] & { problem?: Problem }> {
  const { settings, problems } = await readWorkspaceSettings(openWorkspace(root))
  const problem = problems.find(({ severity }) => severity === 'error')
  return { ...settings.folders, ...(problem && { problem }) }
}

export function readFound(
  { root, name }: FoundResponse,
  { today, env }: Pick<Io, 'today' | 'env'>,
  /** Drawing a logo takes longer than all the rest of a check. */
  pictures: 'drawn' | 'checked' = 'drawn',
): Promise<Reading> {
  return readInspectionResponse(openWorkspace(root), name, { today, environment: env, pictures })
}
