import { resolve } from 'node:path'
import { readWorkspaceSettings } from '../model/read-workspace.ts'
import type { Settings } from '../model/settings.ts'
import { writeJson } from '../status/formats/json.ts'
import { writeText, writeTextOfOne, type TextOptions } from '../status/formats/text.ts'
import { makeOverview } from '../status/make-overview.ts'
import type { Overview, Standing } from '../status/standing.ts'
import { checkResponses } from './check-responses.ts'
import { findRelated } from './find-related.ts'
import { findResponses, type FoundResponse } from './find-responses.ts'
import { complain, hasColours, type Complaint, type Io } from './io.ts'
import type { CommonOptions, Output } from './options.ts'
import { putResult } from './put-result.ts'
import type { StatusFormat } from './status-formats.ts'
import { findSamePath, unquoteTyped } from './typed-path.ts'
import { workspaceFiles } from './workspace-files.ts'

export type StatusOptions = CommonOptions & {
  format: StatusFormat
  outputs: readonly Output<StatusFormat>[]
}

/** Tells where responses stand: a line for each, or one of them item by item. */
export async function status(paths: string[], options: StatusOptions, io: Io): Promise<number> {
  const { format, outputs } = options
  if (format === 'xlsx' && io.isTerminal) return complain(io, [NOT_IN_A_TERMINAL])
  const { responses, complaints } = await findResponses(paths, io)
  if (complaints.length > 0) return complain(io, complaints)
  const overview = await readOverview(responses, io)
  const isOne = isOneNamed(paths, responses, io)
  const columns = io.isTerminal ? io.columns : Infinity
  const look = { columns, hasColours: hasColours(io, options.isColourWanted), ...options }
  io.write(await write(format, overview, isOne, look))
  const plain = { ...look, columns: Infinity, hasColours: false }
  const unwritten: Complaint[] = []
  for (const { format, path } of outputs) {
    const result = await write(format, overview, isOne, plain)
    const complaint = await putResult(resolve(io.cwd, path), result, io)
    if (complaint) unwritten.push(complaint)
  }
  if (unwritten.length > 0) return complain(io, unwritten)
  return overview.totals.unreadable > 0 ? 1 : 0
}

const NOT_IN_A_TERMINAL: Complaint = {
  message: 'Unexpected --format xlsx in a terminal, expected a file for it',
  hint: 's55 status --output xlsx=status.xlsx writes one.',
}

/** A response was asked for, and not the workspace that it is in. */
function isOneNamed(
  paths: readonly string[],
  responses: readonly FoundResponse[],
  io: Io,
): boolean {
  const [path, ...others] = paths
  const [response, ...rest] = responses
  if (path === undefined || others.length > 0 || !response || rest.length > 0) return false
  return findSamePath(resolve(io.cwd, unquoteTyped(path))) !== response.root
}

/** Each format is loaded for who asks for it. */
async function write(
  format: StatusFormat,
  overview: Overview,
  isOne: boolean,
  look: TextOptions,
): Promise<string | Uint8Array> {
  switch (format) {
    case 'text':
      return isOne ? writeTextOfOne(overview, look) : writeText(overview, look)
    case 'json':
      return writeJson(overview)
    case 'csv':
      return (await import('../status/formats/csv.ts')).writeCsv(overview)
    case 'xlsx':
      return (await import('../status/formats/xlsx.ts')).writeXlsx(overview)
    case 'ics':
      return (await import('../status/formats/ics.ts')).writeIcs(overview)
    case 'html':
      return (await import('../status/formats/html.ts')).writePage(overview)
  }
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
  return makeOverview(standings, await readScales(responses), io.today, others)
}

/** The words of every workspace, each once: where two have it, as the first does. */
async function readScales(responses: readonly FoundResponse[]): Promise<Settings['statuses']> {
  const scale = new Map<string, Settings['statuses'][number]>()
  for (const root of new Set(responses.map(({ root }) => root))) {
    const { settings } = await readWorkspaceSettings(workspaceFiles(root))
    for (const status of settings.statuses)
      if (!scale.has(status.word)) scale.set(status.word, status)
  }
  return [...scale.values()]
}
