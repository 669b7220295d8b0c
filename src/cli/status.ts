import { makeOverview } from '../status/make-overview.ts'
import type { Overview, Standing } from '../status/standing.ts'
import { checkResponses } from './check-responses.ts'
import { findRelated } from './find-related.ts'
import { findResponses, type FoundResponse } from './find-responses.ts'
import { complain, type Io } from './io.ts'
import type { CommonOptions } from './options.ts'
import { readWorkspaceSettings } from '../model/read-workspace.ts'
import { workspaceFiles } from './workspace-files.ts'

export async function status(paths: string[], _options: CommonOptions, io: Io): Promise<number> {
  const { responses, complaints } = await findResponses(paths, io)
  if (complaints.length > 0) return complain(io, complaints)
  const overview = await readOverview(responses, io)
  io.write(JSON.stringify(overview, null, 2))
  return 0
}

/** Where responses stand, read side by side: what each was read from is let go at once. */
export async function readOverview(responses: readonly FoundResponse[], io: Io): Promise<Overview> {
  const options = { gaps: 'error', only: [], hasNotes: false, isStanding: true } as const
  const read = async (some: readonly FoundResponse[]): Promise<Standing[]> => {
    const standings: Standing[] = []
    for await (const { standing } of checkResponses(some, options, io))
      if (standing) standings.push(standing)
    return standings
  }
  const standings = await read(responses)
  // An item that another response raises again is followed there.
  const others = await read(await findRelated(responses, standings, io))
  const [first] = responses
  const settings = first && (await readWorkspaceSettings(workspaceFiles(first.root))).settings
  return makeOverview(standings, settings?.statuses ?? [], io.today, others)
}
