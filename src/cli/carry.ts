import { join } from 'node:path'
import { longDate } from '../calendar.ts'
import type { Reading } from '../model/reading.ts'
import type { InspectionResponse } from '../model/response.ts'
import { linkStandings } from '../status/link-standings.ts'
import { makeStanding } from '../status/make-standing.ts'
import { matchItems, type ItemPair } from '../status/match-items.ts'
import type { ItemStanding, Standing } from '../status/standing.ts'
import type { WorkspaceFiles } from '../source/workspace-files.ts'
import { findItem } from './find-item.ts'
import { findNamed, isComplaint } from './find-named.ts'
import { findRelated } from './find-related.ts'
import type { FoundResponse } from './find-responses.ts'
import { complain, showPath, type Complaint, type Io } from './io.ts'
import { sayUnread } from './log.ts'
import type { CommonOptions } from './options.ts'
import { readFound } from './read-found.ts'
import { carriedAsJson, sayCarried } from './say-carry.ts'
import { workspaceFiles } from './workspace-files.ts'
import { writeCarried } from './write-carried.ts'

export type CarryOptions = CommonOptions & {
  /** The pairs that are shown are written. */
  isConfirmed: boolean
  /** Items of the later response: only their pairs. None for all. */
  only: readonly string[]
}

/** `place`: where it was written, as it is shown. */
export type CarriedPair = ItemPair & { place?: { file: string; line: number } }

/** What of an earlier response is open, and where a later one says the same. */
export type Carried = {
  from: Standing
  to: Standing
  pairs: CarriedPair[]
  /** Of other items than those that were asked for. */
  unasked: number
  /** Open items of the earlier response that are raised again there already. */
  already: ItemStanding[]
  /** Those that nothing there is like. */
  left: ItemStanding[]
}

/** Finds what of an earlier response a later one raises again, and with --yes writes it there. */
export async function carry(
  earlier: string,
  later: string,
  options: CarryOptions,
  io: Io,
): Promise<number> {
  const founds = await findTwo(earlier, later, io)
  if ('message' in founds) return complain(io, [founds])
  const files = workspaceFiles(founds.to.root)
  const readings = {
    from: await readFound(founds.from, files, io, 'checked'),
    to: await readFound(founds.to, files, io, 'checked'),
  }
  const [response] = readings.to.responses
  if (readings.from.responses.length === 0) return sayUnread(readings.from, founds.from, io)
  if (!response) return sayUnread(readings.to, founds.to, io)
  const { from, to } = await standTwo(readings, founds, files, io)
  if (from.published !== undefined && to.published !== undefined && from.published > to.published)
    return complain(io, [sayWrongOrder(from, to)])
  const carried = findCarried(from, to)
  const only = chooseOnly(carried, response, options.only)
  if ('message' in only) return complain(io, [only])
  const isWritten = options.isConfirmed && only.pairs.length > 0
  const written = isWritten
    ? await writeCarried({ ...carried, ...only }, response, founds.to, files, io)
    : only
  if ('message' in written) return complain(io, [written])
  const chosen = { ...carried, ...only, ...written }
  if (options.isJson) io.write(carriedAsJson(chosen, isWritten))
  else sayCarried(chosen, options, io)
  return chosen.pairs.length > 0 && !isWritten ? 1 : 0
}

type Two<T> = { from: T; to: T }

async function findTwo(
  earlier: string,
  later: string,
  io: Io,
): Promise<Two<FoundResponse> | Complaint> {
  const from = await findNamed(earlier, io)
  if (isComplaint(from)) return from
  const to = await findNamed(later, io)
  if (isComplaint(to)) return to
  if (from.root !== to.root)
    return {
      message: `Unexpected ${later} of another workspace, expected one beside ${from.name}`,
      hint: 'What is raised again is named by its folder, and looked for in the same workspace.',
    }
  if (from.name === to.name)
    return { message: `Unexpected ${later} twice, expected an earlier response and a later one` }
  return { from, to }
}

const sayWrongOrder = ({ name, published }: Standing, to: Standing): Complaint => ({
  message: `Unexpected ${name}, whose report is of ${longDate(published!)}, expected one of ${longDate(to.published!)} or earlier`,
  hint: `The earlier response comes first: s55 carry ${to.name} ${name}`,
})

/** As they stand among all that raise items of theirs again. */
async function standTwo(
  { from, to }: Two<Reading>,
  founds: Two<FoundResponse>,
  files: WorkspaceFiles,
  io: Io,
): Promise<Two<Standing>> {
  const stand = (reading: Reading, { root, folder }: FoundResponse) => {
    const file = showPath(join(root, folder, 'response.yaml'), io)
    return makeStanding(reading, { root, file, today: io.today, errors: 0 })
  }
  const standings = [stand(from, founds.from), stand(to, founds.to)]
  for (const other of await findRelated([founds.from, founds.to], standings, io))
    standings.push(stand(await readFound(other, files, io, 'checked'), other))
  const [one, other] = linkStandings(standings, io.today)
  return { from: one!, to: other! }
}

function findCarried(from: Standing, to: Standing): Carried {
  const already = from.items.filter(({ raised_again }) =>
    raised_again.some(({ response }) => response === to.name),
  )
  const open = from.items.filter(({ state }) => state === 'open' || state === 'done')
  const pairs = matchItems(
    open.filter(item => !already.includes(item)),
    to.items.filter(({ kind }) => kind !== 'practice'),
  )
  const matched = new Set(pairs.map(pair => pair.from))
  const left = open.filter(item => !matched.has(item) && !already.includes(item))
  return { from, to, pairs, unasked: 0, already, left }
}

/** Of the pairs, those of some items of the later response. */
function chooseOnly(
  { from, pairs }: Carried,
  response: InspectionResponse,
  only: readonly string[],
): Pick<Carried, 'pairs' | 'unasked'> | Complaint {
  if (only.length === 0) return { pairs, unasked: 0 }
  const ids = new Set<string>()
  for (const typed of only) {
    const entry = findItem(response, typed)
    if ('message' in entry) return entry
    if (!pairs.some(({ to }) => to.id === entry.item.id))
      return {
        message: `Unexpected --only ${typed}, expected an item that is like an open one of ${from.name}`,
        hint: `Where it raises one again in other words, write \`raised_before: [${from.name} R10]\` at it.`,
      }
    ids.add(entry.item.id)
  }
  const asked = pairs.filter(({ to }) => ids.has(to.id))
  return { pairs: asked, unasked: pairs.length - asked.length }
}
