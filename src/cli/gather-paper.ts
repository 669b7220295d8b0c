import { join } from 'node:path'
import { checkPaper, type DrawnReadings } from '../check/check-paper.ts'
import { inOrder } from '../model/order.ts'
import type { Paper, PaperReading } from '../model/panel.ts'
import { readPaper } from '../model/read-panel.ts'
import type { Reading } from '../model/reading.ts'
import { isError, type Problem } from '../problem.ts'
import type { Report } from '../reporters/reporter.ts'
import { countSeverities } from '../reporters/summary.ts'
import type { WorkspaceFiles } from '../source/workspace-files.ts'
import { linkStandings } from '../status/link-standings.ts'
import { overviewOf } from '../status/make-overview.ts'
import { makeProgress, type Progress } from '../status/make-progress.ts'
import { makeStanding } from '../status/make-standing.ts'
import type { Standing } from '../status/standing.ts'
import type { Drawn } from '../wording/panel/paper.ts'
import type { FoundPaper } from './find-papers.ts'
import { findRelated } from './find-related.ts'
import type { FoundResponse } from './find-responses.ts'
import { showPath, type Io } from './io.ts'
import { readFound } from './read-found.ts'

/** A paper with all that it draws on. */
export type GatheredPaper = {
  reading: PaperReading
  readings: DrawnReadings
  /** Absent where something is wrong with the paper itself. */
  paper?: Paper
  drawn: ReadonlyMap<string, Drawn>
  /** Of a progress paper. */
  progress?: Progress
  /** Errors, with which nothing is built, and warnings; in the order of the files. */
  problems: Problem[]
}

type World = Pick<Io, 'today' | 'env' | 'cwd'>
type ReadAndStood = { reading: Reading; standing: Standing }

/** Reads papers, and each response that they draw on once. */
export function paperGatherer(
  files: (root: string) => WorkspaceFiles,
  io: World,
): (found: FoundPaper) => Promise<GatheredPaper> {
  const known = new Map<string, Promise<ReadAndStood>>()
  const readOne = (found: FoundResponse): Promise<ReadAndStood> => {
    const key = `${found.root}\n${found.name}`
    const one = known.get(key) ?? readAndStand(found, files(found.root), io)
    known.set(key, one)
    return one
  }
  return async found => {
    const reading = await readPaper(files(found.root), found.file)
    const { responses: folder } = reading.settings.folders
    const named = reading.responses.map(name => ({ ...found, name, folder: `${folder}/${name}` }))
    const own = await readEach(named, readOne)
    // An item that another response raises again is followed there.
    const related = await findRelated(
      named,
      own.map(({ standing }) => standing),
      io,
    )
    const read = [...own, ...(await readEach(related, readOne))]
    const linked = linkStandings(
      read.map(({ standing }) => standing),
      io.today,
    )
    const all = new Map(
      named.map(({ name }, n) => [name, { reading: own[n]!.reading, standing: linked[n]! }]),
    )
    return gather(reading, all, io)
  }
}

/** One after the other: they share their files. */
async function readEach(
  founds: readonly FoundResponse[],
  read: (found: FoundResponse) => Promise<ReadAndStood>,
): Promise<ReadAndStood[]> {
  const all: ReadAndStood[] = []
  for (const found of founds) all.push(await read(found))
  return all
}

async function readAndStand(
  found: FoundResponse,
  files: WorkspaceFiles,
  io: World,
): Promise<ReadAndStood> {
  const reading = await readFound(found, files, io, 'checked')
  const file = showPath(join(found.root, found.folder, 'response.yaml'), io)
  // A paper tells nothing of what check finds.
  return { reading, standing: makeStanding(reading, { ...found, ...io, file, errors: 0 }) }
}

function gather(
  reading: PaperReading,
  all: ReadonlyMap<string, ReadAndStood>,
  { today }: World,
): GatheredPaper {
  const { paper, settings } = reading
  const drawnOn = new Set(
    (paper?.sections ?? []).flatMap(section => ('response' in section ? [section.response] : [])),
  )
  const about = [...all].filter(
    ([name, found]) =>
      paper?.responses?.includes(name) ??
      (reading.isAboutEvery &&
        isOfOffice(found.reading, paper?.office.key, settings.folders.templates)),
  )
  const used = [...all].filter(([name]) => drawnOn.has(name) || about.some(([one]) => one === name))
  const readings: DrawnReadings = new Map(used.map(([name, { reading }]) => [name, reading]))
  const drawn = new Map<string, Drawn>()
  for (const [name, { reading, standing }] of used) {
    const response =
      reading.responses.find(({ language }) => language === paper?.language) ?? reading.responses[0]
    if (response) drawn.set(name, { response, standing })
  }
  const broken = used.flatMap(([, { reading }]) => errorsOf(reading))
  const checked = paper ? checkPaper({ ...reading, paper }, readings) : []
  const files = [...reading.files, ...used.flatMap(([, { reading }]) => reading.files)]
  const overview = overviewOf(
    about.map(([, { standing }]) => standing),
    settings.statuses,
    today,
  )
  return {
    reading,
    readings,
    ...(paper && { paper }),
    drawn,
    ...(paper?.kind === 'progress' && { progress: makeProgress(overview, paper.since) }),
    problems: inOrder([...reading.problems, ...broken, ...checked], [...new Set(files)]),
  }
}

/** One that is broken may still say whose it is; where it does not, it may be this office's. */
function isOfOffice(
  { responses: [response], officePlace }: Reading,
  key: string | undefined,
  templates: string,
): boolean {
  if (response) return response.office.key === key
  const { file } = officePlace([])
  return !file.startsWith(`${templates}/`) || file === `${templates}/${key}/office.yaml`
}

/** What of a response cannot be read. The office's picture of a signature is nothing to a paper. */
function errorsOf({ problems, officePlace, responses }: Reading): Problem[] {
  const errors = problems.filter(isError)
  const own = errors.filter(({ place }) => place.file !== officePlace([]).file)
  return responses.length === 0 && own.length === 0 ? errors : own
}

/** What is told of a paper, with the lines of every file that it is made of. */
export function reportOnPaper(
  { root, name }: FoundPaper,
  { reading, readings }: Pick<GatheredPaper, 'reading' | 'readings'>,
  problems: readonly Problem[],
  io: Pick<Io, 'cwd'>,
): Report {
  const all = [reading, ...readings.values()]
  return {
    problems,
    waived: [],
    sources: new Map(all.flatMap(({ sources }) => [...sources])),
    isPrivate: (file, line) => all.some(one => one.isPrivate(file, line)),
    showPath: file => showPath(join(root, file), io),
    summary: { name, ...countSeverities(problems), answered: 0, due: 0, excused: 0 },
  }
}
