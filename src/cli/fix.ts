import { join, resolve } from 'node:path'
import { Draft, type Mended, type MendedFile } from '../fix/draft.ts'
import { mendPaper } from '../fix/mend-paper.ts'
import { mendResponse, mendSettings } from '../fix/mend-response.ts'
import { listWords } from '../model/validate/did-you-mean.ts'
import type { Problem } from '../problem.ts'
import { printable } from '../reporters/printable.ts'
import { countOf } from '../reporters/summary.ts'
import { wrap } from '../reporters/wrap.ts'
import { papersOf, type FoundPaper } from './find-papers.ts'
import { findResponses, findRoot, type FoundResponse } from './find-responses.ts'
import { complain, hasColours, showPath, type Io } from './io.ts'
import type { CommonOptions } from './options.ts'
import { putEdited } from './put-edited.ts'
import { readFolders } from './read-found.ts'
import { sayDiff } from './say-diff.ts'
import { findSamePath, unquoteTyped } from './typed-path.ts'
import { filesOfWorkspaces, rememberShared, workspaceFiles } from './workspace-files.ts'

export type FixOptions = CommonOptions & {
  /** Else what would be mended is only shown. */
  isWriting: boolean
}

/** Mends what can be mended without a decision, in all files or in none. */
export async function fix(paths: string[], options: FixOptions, io: Io): Promise<number> {
  const workspaces = new Workspaces()
  const foldersOf = (root: string) => workspaces.folders(root)
  const { papers, others } = await splitPaths(paths, io, foldersOf)
  const isEachPaper = paths.length > 0 && others.length === 0
  const { responses, complaints } = isEachPaper
    ? { responses: [], complaints: [] }
    : await findResponses(others, io, foldersOf)
  if (complaints.length > 0) return complain(io, complaints)
  const left = new Map<string, Problem>()
  for (const found of responses)
    for (const problem of await workspaces.mend(found, io))
      left.set(join(found.root, problem.place.file), problem)
  for (const found of papers)
    for (const problem of await workspaces.mendPaper(found))
      left.set(join(found.root, problem.place.file), problem)
  const files = workspaces.mended()
  if (options.isWriting && files.length > 0) {
    const refused = await putEdited(files, 's55 fix', io)
    if (refused) return complain(io, [refused])
  }
  for (const [path, problem] of left) io.error(sayLeft(path, problem, io))
  if (options.isJson) {
    io.write(sayJson(files, left, options, io))
    return 0
  }
  for (const file of files) io.write(sayFile(file, options, io))
  const looked = { responses: responses.length, papers: papers.length }
  if (!options.isQuiet) io.write(`${sayAll(files, looked, paths, options)}\n`)
  return 0
}

/** The papers for the Panel that paths name, or those of a whole workspace that they name; and the other paths. */
async function splitPaths(
  paths: readonly string[],
  { cwd }: Io,
  foldersOf: (root: string) => ReturnType<typeof readFolders>,
): Promise<{ papers: FoundPaper[]; others: string[] }> {
  const papers = new Map<string, FoundPaper>()
  const others: string[] = []
  for (const path of paths.length > 0 ? paths : [undefined]) {
    const whole = findSamePath(resolve(cwd, unquoteTyped(path ?? '')))
    const root = await findRoot(path === undefined ? cwd : whole)
    const { panel } = root === undefined ? { panel: '' } : await foldersOf(root)
    const all = root === undefined ? [] : await papersOf(root, panel)
    const isAll = path === undefined || whole === root
    const isFolder = root !== undefined && whole === join(root, panel)
    const named = all.filter(({ file }) => isAll || isFolder || whole === join(root!, file))
    for (const paper of named) papers.set(`${paper.root}\n${paper.file}`, paper)
    if (path !== undefined && (isAll || named.length === 0)) others.push(path)
  }
  return { papers: [...papers.values()], others }
}

/** `root`: of its workspace. */
type File = MendedFile & { root: string }

/** The workspaces that are mended, as they will be. */
class Workspaces {
  readonly #mended = new Map<string, Mended>()
  readonly #filesOf = filesOfWorkspaces()
  readonly #folders = new Map<string, ReturnType<typeof readFolders>>()

  /** Mended settings may say of other folders where the responses are. */
  folders(root: string): ReturnType<typeof readFolders> {
    const read = async () => {
      const draft = new Draft(workspaceFiles(root), this.#mendedIn(root))
      await mendSettings(draft)
      return readFolders(root, draft)
    }
    const folders = this.#folders.get(root) ?? read()
    this.#folders.set(root, folders)
    return folders
  }

  /** One at a time, and let go once it is mended: a workspace may hold the letters of twenty years. */
  mend(found: FoundResponse, { today, env }: Io): Promise<Problem[]> {
    const files = rememberShared(this.#filesOf(found), () => true)
    const draft = new Draft(files, this.#mendedIn(found.root))
    return mendResponse(draft, found.name, { today, environment: env })
  }

  mendPaper({ root, file }: FoundPaper): Promise<Problem[]> {
    return mendPaper(new Draft(workspaceFiles(root), this.#mendedIn(root)), file)
  }

  mended(): File[] {
    return [...this.#mended].flatMap(([root, mended]) =>
      [...mended.values()]
        .filter(({ before, after }) => before !== after)
        .map(file => ({ ...file, root })),
    )
  }

  #mendedIn(root: string): Mended {
    const mended = this.#mended.get(root) ?? new Map<string, MendedFile>()
    this.#mended.set(root, mended)
    return mended
  }
}

const pathOf = ({ root, path }: File, io: Io): string => showPath(join(root, path), io)

function sayLeft(path: string, { place, message, hint }: Problem, io: Io): string {
  const where = `${showPath(path, io)}:${place.start.line}:${place.start.column}`
  const lines = [message, `Left as it is. ${hint ?? 'It has to be decided what is meant.'}`]
  return (
    printable(where) +
    '\n' +
    lines
      .flatMap(line => wrap(printable(line), 78))
      .map(line => `  ${line}\n`)
      .join('')
  )
}

function sayFile(file: File, { isWriting, isColourWanted }: FixOptions, io: Io): string {
  const path = pathOf(file, io)
  if (isWriting) return `${printable(path)}: ${sayCounts([file])}\n`
  const look = { columns: Math.min(io.columns, 80), hasColours: hasColours(io, isColourWanted) }
  return `${sayDiff({ ...file, path }, look)}\n`
}

/** "2 dates and 1 colon in a value" */
function sayCounts(files: readonly File[]): string {
  const counts: MendedFile['counts'] = new Map()
  for (const file of files)
    for (const [id, { kind, count }] of file.counts)
      counts.set(id, { kind, count: count + (counts.get(id)?.count ?? 0) })
  const words = [...counts.values()].map(
    ({ kind, count }) => `${count} ${count === 1 ? kind.one : kind.many}`,
  )
  return listWords(words, 'and')
}

function sayAll(
  files: readonly File[],
  { responses, papers }: { responses: number; papers: number },
  paths: readonly string[],
  { isWriting }: FixOptions,
): string {
  if (files.length === 0) {
    const looked = [
      ...(responses > 0 || papers === 0 ? [countOf(responses, 'response')] : []),
      ...(papers > 0 ? [countOf(papers, 'paper')] : []),
    ]
    return `Nothing to mend in ${listWords(looked, 'and')}`
  }
  const count = countOf(files.length, 'file')
  if (isWriting) return `Mended ${count}`
  const words = paths.map(path => (/^[\w./\\:-]+$/.test(path) ? path : `"${path}"`))
  const command = ['s55 fix --write', ...words].join(' ')
  return `${sayCounts(files)} would be mended in ${count}: ${command} does it`
}

/** For programs: an array of files. Each has every key; `left` says why a file cannot be read, or is null. */
function sayJson(
  files: readonly File[],
  left: ReadonlyMap<string, Problem>,
  { isWriting }: FixOptions,
  io: Io,
): string {
  const paths = new Set([...files.map(({ root, path }) => join(root, path)), ...left.keys()])
  const told = [...paths].map(path => {
    const file = files.find(one => join(one.root, one.path) === path)
    const shown = showPath(path, io)
    const look = { columns: Infinity, hasColours: false }
    return {
      file: shown,
      mended: Object.fromEntries([...(file?.counts ?? [])].map(([id, { count }]) => [id, count])),
      diff: file ? sayDiff({ ...file, path: shown }, look) : '',
      written: file !== undefined && isWriting,
      left: toPlain(left.get(path)),
    }
  })
  return `${JSON.stringify(told, undefined, 2)}\n`
}

const toPlain = (problem: Problem | undefined) =>
  problem
    ? { line: problem.place.start.line, message: problem.message, hint: problem.hint ?? null }
    : null
