import { join } from 'node:path'
import { longDate } from '../calendar.ts'
import { addToHistory, type Added } from '../edit/add-to-history.ts'
import { countUses } from '../edit/find-in-file.ts'
import type { LoggedEntry } from '../edit/history-entry.ts'
import type { HistorySource } from '../model/history.ts'
import type { Reading } from '../model/reading.ts'
import type { Day, Entry } from '../model/response.ts'
import { isError } from '../problem.ts'
import { printable } from '../reporters/printable.ts'
import { findNode } from '../source/find-node.ts'
import { Loader } from '../source/load-source.ts'
import type { SourceMap, SourceNode } from '../source/source-node.ts'
import type { WorkspaceFiles } from '../source/workspace-files.ts'
import { makeEdited } from './edited-file.ts'
import { findItem } from './find-item.ts'
import { findNamed, isComplaint } from './find-named.ts'
import type { FoundResponse } from './find-responses.ts'
import { complain, showPath, type Complaint, type Io } from './io.ts'
import type { CommonOptions } from './options.ts'
import { putEdited } from './put-edited.ts'
import { readFound } from './read-found.ts'
import { readEntry, readTypedHistory } from './read-log-entry.ts'
import { logAsJson, sayLogged } from './say-log.ts'
import { workspaceFiles } from './workspace-files.ts'

export type LogOptions = CommonOptions & {
  status?: string
  text?: string
  textCy?: string
  source: HistorySource
  date?: Day
  /** Shows what would be written, and writes nothing. */
  isTried: boolean
  /** An item in braces may be rewritten. */
  isConfirmed: boolean
}

/** An entry that has its place in a file. */
export type Logged = {
  found: FoundResponse
  reading: Reading
  entry: Entry
  /** The item as its file has it before. */
  target: SourceMap
  logged: LoggedEntry
  added: Added
  isWritten: boolean
  /** It stands in braces, and was not to be rewritten. */
  isHeld: boolean
}

/** Adds a dated entry to the history of an item; nothing else in its file changes. */
export async function log(
  name: string,
  typedItem: string,
  options: LogOptions,
  io: Io,
): Promise<number> {
  const found = await findNamed(name, io)
  if (isComplaint(found)) return complain(io, [found])
  const files = workspaceFiles(found.root)
  const reading = await readFound(found, files, io, 'checked')
  // Messages are in English, and name a section as status does.
  const response =
    reading.responses.find(({ language }) => language === 'en-GB') ?? reading.responses[0]
  if (!response) return sayUnread(reading, found, io)
  const entry = findItem(response, typedItem)
  if ('message' in entry) return complain(io, [entry])
  const logged = readEntry(options, response.languages, reading.settings, io)
  if ('message' in logged) return complain(io, [logged])
  const placed = await putInto({ found, entry, logged }, files, io)
  if ('message' in placed) return complain(io, [placed])
  const { target, added } = placed
  const isHeld = added.wasInBraces && !options.isConfirmed
  const isWritten = !options.isTried && !isHeld
  const done: Logged = { found, reading, entry, target, logged, added, isWritten, isHeld }
  const refused = isWritten ? await write(done, files, io) : undefined
  if (refused) return complain(io, [refused])
  if (options.isJson) io.write(logAsJson(done, io))
  else sayLogged(done, options, io)
  return isHeld && !options.isTried ? 1 : 0
}

/** The first of what keeps the response from being read. */
export function sayUnread({ problems }: Reading, { root }: FoundResponse, io: Io): 1 {
  const first = problems.find(isError)
  if (!first) return 1
  const { place, message, hint } = first
  complain(io, [
    {
      message: `${printable(showPath(join(root, place.file), io))}:${place.start.line}: ${printable(message)}`,
      hint: printable(hint ?? 'Nothing was written: s55 check says more.'),
    },
  ])
  return 1
}

type Placed = Pick<Logged, 'target' | 'added'>

async function putInto(
  { found, entry, logged }: Pick<Logged, 'found' | 'entry' | 'logged'>,
  files: WorkspaceFiles,
  io: Io,
): Promise<Placed | Complaint> {
  const { node: root } = await new Loader(files).load(`${found.folder}/response.yaml`)
  const target = root && findNode(root, entry.item.at).node
  if (target?.kind !== 'map') throw new Error(`an item has no place in ${found.folder}`)
  const where = (node: SourceNode) =>
    `${printable(showPath(join(found.root, node.file.path), io))}:${node.file.point(node.start).line}`
  if (isShared(root!, target))
    return {
      message: `${where(target)}: Unexpected item that stands in several places by one name, expected it once`,
      hint: 'Nothing was written. Write it out where it is named, and call s55 log again.',
    }
  const refusal = refuseSecondStatus(target, entry, logged, where)
  if (refusal) return refusal
  const added = addToHistory(target, logged)
  if (added) return { target, added }
  return {
    message: `${where(target)}: Unexpected writing of this item, expected one that an entry can be put into`,
    hint: 'Nothing was written. Write the entry below `history:` by hand: what stands there has a name (&), or marks that would be lost.',
  }
}

function isShared(root: SourceNode, target: SourceMap): boolean {
  const history = target.entries.get('history')?.value
  return [target, history].some(
    node => node !== undefined && node.kind !== 'scalar' && countUses(root, node) > 1,
  )
}

/** The same source cannot say two things on one day: `history-contradicts-itself`. */
function refuseSecondStatus(
  target: SourceMap,
  { item }: Entry,
  { date, source, status }: LoggedEntry,
  where: (node: SourceNode) => string,
): Complaint | undefined {
  if (status === undefined) return undefined
  const other = readTypedHistory(target).find(
    entry =>
      entry.date === date &&
      entry.source === source &&
      entry.status !== undefined &&
      entry.status !== status,
  )
  if (!other) return undefined
  const said = item.withheld ? 'the one there' : `"${printable(other.status!)}"`
  return {
    message: `${where(other.node)}: Unexpected second status of ${longDate(date)}, expected ${said} as the ${source} said on that day`,
    hint: 'Nothing was written. Change that entry, or give another --date.',
  }
}

async function write(
  { found: { root }, target: { file }, added: { after } }: Logged,
  files: WorkspaceFiles,
  io: Io,
): Promise<Complaint | undefined> {
  const edited = await makeEdited({ root, path: file.path, before: file.text, after }, files, io)
  return 'message' in edited ? edited : putEdited([edited], 's55 log', io)
}
