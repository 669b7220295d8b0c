import { readdir, rm } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { isError, type Problem } from '../problem.ts'
import { drawLetter, type Renderers } from './build-letter.ts'
import { composePapers } from './build-paper.ts'
import { confess } from './confess.ts'
import { startDocxThread } from './docx-thread.ts'
import { findPapers, type FoundPaper } from './find-papers.ts'
import { paperGatherer, reportOnPaper, type GatheredPaper } from './gather-paper.ts'
import { hintAbout } from './hint-about.ts'
import { complain, showPath, type Io } from './io.ts'
import type { CommonOptions } from './options.ts'
import { readWantedEngine } from './pdf-engine.ts'
import { putFiles, type NewFile } from './put-files.ts'
import { renderersWith } from './renderers.ts'
import { sayFiles } from './say-built.ts'
import { clearProgress, showProgress } from './show-progress.ts'
import { tellFramed } from './tell-framed.ts'
import { rememberShared, workspaceFiles } from './workspace-files.ts'

export type PanelOptions = CommonOptions & {
  /** Stands for the workspace's output folder. As typed: from the current folder. */
  out?: string
  /** A second copy, for members of the panel alone, has what is restricted. */
  isRestrictedWanted: boolean
}

/** How one paper fared. */
type Result = {
  found: FoundPaper
  kind?: 'report' | 'progress'
  outcome: 'built' | 'refused' | 'unwritten' | 'fault'
  /** What was put in place; an appendix that was copied took no time to draw. */
  built: { path: string; format: string; size: number; seconds?: number }[]
  problems: Problem[]
  warnings: Problem[]
}

/** Builds the papers for the Police and Crime Panel. One that fails does not stop the others. */
export async function panel(paths: string[], options: PanelOptions, io: Io): Promise<number> {
  const wanted = readWantedEngine(io)
  const docx = startDocxThread()
  try {
    const { papers, complaints } = await findPapers(paths, io)
    if (complaints.length > 0) return complain(io, complaints)
    const start = performance.now()
    const renderers = renderersWith(docx, wanted, because => {
      if (!options.isJson && !options.isQuiet)
        io.error(`The PDF is drawn by WebAssembly, which is slower: ${because}.\n`)
    })
    const gather = paperGatherer(filesOnce(), io)
    const results: Result[] = []
    for (const [n, found] of papers.entries()) {
      showProgress(io, options, found.name, n, papers.length)
      const result = await buildOne(found, gather, renderers, options, io).catch(
        (error: unknown): Result => {
          confess(io, error, `, with ${found.name}`)
          io.error(
            'Nothing was built of it: what lies in its folder, if anything, is from before.\n\n',
          )
          return { ...nothing(found), outcome: 'fault' }
        },
      )
      clearProgress(io, options, papers.length)
      if (!options.isJson && result.outcome === 'built') io.write(sayPaper(result, options.isQuiet))
      results.push(result)
    }
    const seconds = (performance.now() - start) / 1000
    if (options.isJson) io.write(`${JSON.stringify(results.map(toJson), null, 2)}\n`)
    else if (!options.isQuiet) io.error(saySummary(results, seconds))
    return exitCodeOf(results)
  } finally {
    await docx.stop()
  }
}

function exitCodeOf(results: readonly Result[]): number {
  const has = (outcome: Result['outcome']) => results.some(result => result.outcome === outcome)
  return has('fault') ? 3 : has('unwritten') ? 2 : has('refused') ? 1 : 0
}

/** The files of each workspace: papers share their responses, and all of them the office. */
function filesOnce(): (root: string) => ReturnType<typeof workspaceFiles> {
  const known = new Map<string, ReturnType<typeof workspaceFiles>>()
  return root => {
    const files =
      known.get(root) ?? rememberShared(workspaceFiles(root), path => /office\.yaml$/.test(path))
    known.set(root, files)
    return files
  }
}

async function buildOne(
  found: FoundPaper,
  gather: (found: FoundPaper) => Promise<GatheredPaper>,
  renderers: Renderers,
  options: PanelOptions,
  io: Io,
): Promise<Result> {
  const gathered = await gather(found)
  const { paper } = gathered
  const folder = outputOf(found, gathered, options, io)
  const kind = paper?.kind
  const base = { ...nothing(found), ...(kind && { kind }) }
  const refuse = async (all: readonly Problem[]): Promise<Result> => {
    if (!options.isJson) {
      await tell(found, gathered, all, options, io)
      io.error(sayKept(folder, io))
    }
    return { ...base, problems: [...all], outcome: 'refused' }
  }
  if (!paper || gathered.problems.some(isError)) return refuse(gathered.problems)
  const world = { today: io.today, isRestrictedWanted: options.isRestrictedWanted }
  const { papers, problems } = await composePapers(
    { ...gathered, paper },
    workspaceFiles(found.root),
    world,
  )
  if (problems.some(isError)) return refuse([...problems, ...gathered.problems])
  const warnings = [...problems, ...gathered.problems]

  // All formats of all copies are made before the first of them is put in place.
  const built: (NewFile & { format: string; seconds?: number })[] = []
  try {
    for (const copy of papers) {
      const at = (name: string) => join(folder, copy.folder, name)
      for (const { name, format, bytes, seconds } of await drawLetter(copy, renderers))
        built.push({ path: at(name), format, bytes, seconds })
      for (const { name, bytes } of copy.attachments)
        built.push({ path: at(name), format: name.split('.').at(-1)!, bytes })
    }
    await putFiles(folder, built, path => showPath(path, io))
    await removeStale(built)
  } catch (error) {
    const hint = hintAbout(error)
    if (hint === undefined) throw error
    io.error(`${(error as Error).message}\n  ${hint}\n${sayKept(folder, io)}`)
    return { ...base, outcome: 'unwritten' }
  }
  if (!options.isJson && !options.isQuiet) await tell(found, gathered, warnings, options, io)
  return {
    ...base,
    warnings,
    outcome: 'built',
    built: built.map(({ path, format, bytes, seconds }) => ({
      path: showPath(path, io),
      format,
      size: bytes.length,
      ...(seconds !== undefined && { seconds }),
    })),
  }
}

const nothing = (found: FoundPaper): Omit<Result, 'outcome'> => ({
  found,
  built: [],
  problems: [],
  warnings: [],
})

function outputOf(
  { root, name }: FoundPaper,
  { reading }: GatheredPaper,
  { out }: PanelOptions,
  io: Io,
): string {
  const whole =
    out === undefined ? join(root, reading.settings.folders.output) : resolve(io.cwd, out)
  return join(whole, name)
}

/** An appendix of before that is one no longer, or is restricted now, does not stay beside the copy. */
async function removeStale(built: readonly NewFile[]): Promise<void> {
  const fresh = new Set(built.map(({ path }) => path))
  for (const folder of new Set(built.map(({ path }) => dirname(path))))
    for (const name of await readdir(folder)) {
      const isAppendix = /^appendix-[a-z]{1,3}\.[a-z]+$/.test(name)
      const path = join(folder, name)
      if (isAppendix && !fresh.has(path)) await rm(path, { force: true })
    }
}

const tell = (
  found: FoundPaper,
  gathered: GatheredPaper,
  problems: readonly Problem[],
  options: PanelOptions,
  io: Io,
): Promise<void> => tellFramed(reportOnPaper(found, gathered, problems, io), options, io)

const sayKept = (folder: string, io: Io): string =>
  `Nothing was built: what lies in ${showPath(folder, io)}, if anything, is from before.\n\n`

const sayPaper = ({ found, kind, built }: Result, isQuiet: boolean): string =>
  [...(isQuiet ? [] : [`${found.name} (${kind})\n`]), ...sayFiles(built)].join('')

function saySummary(results: readonly Result[], seconds: number): string {
  const failed = results.filter(({ outcome }) => outcome !== 'built')
  const papers = (count: number) => `${count} ${count === 1 ? 'paper' : 'papers'}`
  const names = failed.map(({ found }) => found.name).join(', ')
  return [
    `${papers(results.length - failed.length)} built in ${seconds.toFixed(1)} s`,
    ...(failed.length > 0 ? [`, ${papers(failed.length)} not built: ${names}`] : []),
    '.\n',
  ].join('')
}

/** The results for programs. */
const toJson = ({ found, kind, outcome, built, problems, warnings }: Result) => ({
  name: found.name,
  kind,
  outcome,
  files: built.map(({ path, format, size, seconds }) => ({ path, format, bytes: size, seconds })),
  problems,
  warnings,
})
