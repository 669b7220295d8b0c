import { files as starter } from 'section55:starter'
import { readInspectionResponse } from '../model/read-workspace.ts'
import type { Reading } from '../model/reading.ts'
import type { WorkspaceFiles } from '../source/workspace-files.ts'
import type { Io } from './io.ts'
import type { readFolders } from './read-found.ts'
import { workspaceFiles } from './workspace-files.ts'

export type Folders = Awaited<ReturnType<typeof readFolders>>

/** The letter that shows every kind of item and text once, as an office would answer it. */
export async function readSpecimen(
  office: string,
  root: string,
  folders: Folders,
  io: Io,
): Promise<{ files: WorkspaceFiles; reading: Reading }> {
  const files = withSpecimen(workspaceFiles(root), office, folders, io)
  const options = { today: io.today, environment: io.env }
  return { files, reading: await readInspectionResponse(files, SPECIMEN, options) }
}

/** The response that the specimen is made of stands in no folder: it is read as if it did. */
const SPECIMEN = 'specimen-of-the-letterhead'

function withSpecimen(
  files: WorkspaceFiles,
  office: string,
  { responses }: Folders,
  { today }: Io,
): WorkspaceFiles {
  const path = `${responses}/${SPECIMEN}/response.yaml`
  const text = starter['specimen.yaml']!.replace('OFFICE', JSON.stringify(office)).replace(
    'TODAY',
    today,
  )
  const bytes = new TextEncoder().encode(text)
  return {
    ...files,
    read: asked => (asked === path ? Promise.resolve({ bytes }) : files.read(asked)),
    exists: asked => (asked === path ? Promise.resolve(true) : files.exists(asked)),
  }
}
