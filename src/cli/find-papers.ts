import { readdir, stat } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { nameOf } from '../model/read-panel.ts'
import { didYouMean } from '../model/validate/did-you-mean.ts'
import { findRoot, missingWorkspace } from './find-responses.ts'
import { showPath, type Complaint, type Io } from './io.ts'
import { readFolders } from './read-found.ts'
import { findSamePath, unquoteTyped } from './typed-path.ts'

/** A paper for the panel that a command was pointed to. */
export type FoundPaper = {
  /** Of the workspace, absolute. */
  root: string
  /** The file's name without its ending. */
  name: string
  /** `panel/<name>.yaml`, from the root, with forward slashes. */
  file: string
}

export type FoundPapers = { papers: FoundPaper[]; complaints: Complaint[] }

const EXPECTED = 'expected a paper of the panel: its file, or its name'
const YAML = /\.ya?ml$/i

/** The papers of each path or name, or all those of the workspace that holds the current folder. */
export async function findPapers(
  paths: readonly string[],
  io: Pick<Io, 'cwd'>,
): Promise<FoundPapers> {
  if (paths.length === 0) {
    const root = await findRoot(io.cwd)
    return root === undefined ? complain(missingWorkspace(io)) : findAll(root, io)
  }
  const founds = await Promise.all(paths.map(path => findAt(unquoteTyped(path), io)))
  const papers = new Map<string, FoundPaper>()
  for (const paper of founds.flatMap(({ papers }) => papers))
    papers.set(`${paper.root}\n${paper.file}`, paper)
  return {
    papers: [...papers.values()],
    complaints: founds.flatMap(({ complaints }) => complaints),
  }
}

/** The papers of a workspace whose folders are known. */
export async function papersOf(root: string, panel: string): Promise<FoundPaper[]> {
  return (await papersIn(join(root, panel))).map(name => paperOf(root, panel, name))
}

const complain = (complaint: Complaint): FoundPapers => ({ papers: [], complaints: [complaint] })
const complaint = (message: string, hint?: string): FoundPapers =>
  complain({ message, ...(hint !== undefined && { hint }) })

async function findAt(typed: string, io: Pick<Io, 'cwd'>): Promise<FoundPapers> {
  if (typed.trim() === '') return complaint(`Unexpected empty path, ${EXPECTED}`)
  const whole = findSamePath(resolve(io.cwd, typed))
  const kind = await kindOf(whole)
  if (kind === 'missing') return findNamed(typed, io)
  const root = await findRoot(kind === 'folder' ? whole : dirname(whole))
  if (root === undefined)
    return complaint(
      `Unexpected ${kind} ${typed} outside any workspace, ${EXPECTED}`,
      'A workspace is a folder with a section55.yaml, or with templates and responses in it.',
    )
  const { panel } = await readFolders(root)
  const folder = join(root, panel)
  if (kind === 'folder' && (whole === root || whole === folder)) return findAll(root, io)
  if (kind === 'file' && dirname(whole) === folder && YAML.test(whole))
    return { papers: [paperOf(root, panel, basename(whole))], complaints: [] }
  // The name of a paper may be that of some folder, too.
  const named = await findNamed(typed, io)
  if (named.papers.length > 0) return named
  return complaint(
    `Unexpected ${kind} ${typed}, ${EXPECTED}`,
    `Its workspace keeps the papers in ${panel}/.`,
  )
}

/** `northshire-2026-12-10`, with or without its ending, from anywhere in the workspace. */
async function findNamed(typed: string, io: Pick<Io, 'cwd'>): Promise<FoundPapers> {
  const root = await findRoot(io.cwd)
  if (root === undefined) return complaint(`Missing ${typed}, ${EXPECTED}`)
  const { panel } = await readFolders(root)
  const names = await papersIn(join(root, panel))
  const asked = nameOf(typed.replaceAll(sep, '/'))
  const isPath = relative(io.cwd, resolve(io.cwd, typed)).includes(sep)
  const found = isPath ? undefined : names.find(name => nameOf(name) === asked)
  if (found !== undefined) return { papers: [paperOf(root, panel, found)], complaints: [] }
  const meant = didYouMean(asked, names.map(nameOf))
  const hint = meant
    ? `Did you mean ${meant}?`
    : names.length === 0
      ? `There is no paper in ${showPath(join(root, panel), io)} yet.`
      : `Its papers are ${names.map(nameOf).slice(0, 8).join(', ')}${names.length > 8 ? ' and others' : ''}.`
  return complaint(`Missing ${typed}, ${EXPECTED}`, hint)
}

async function findAll(root: string, io: Pick<Io, 'cwd'>): Promise<FoundPapers> {
  const { panel } = await readFolders(root)
  const names = await papersIn(join(root, panel))
  if (names.length === 0)
    return complaint(
      `Missing papers in ${showPath(join(root, panel), io)}, expected a file such as 2026-12-10.yaml`,
    )
  const double = names.find(
    (name, index) => names.findIndex(one => nameOf(one) === nameOf(name)) < index,
  )
  if (double !== undefined)
    return complaint(
      `Unexpected second file ${double} of one name in ${showPath(join(root, panel), io)}, expected one`,
      'Both would be built into one folder: give one of them another name.',
    )
  return { papers: names.map(name => paperOf(root, panel, name)), complaints: [] }
}

const paperOf = (root: string, panel: string, name: string): FoundPaper => ({
  root,
  name: nameOf(name),
  file: `${panel}/${name}`,
})

async function papersIn(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true })
    return entries
      .filter(entry => !entry.isDirectory() && YAML.test(entry.name) && !entry.name.startsWith('.'))
      .map(({ name }) => name)
      .sort()
  } catch {
    return []
  }
}

async function kindOf(path: string): Promise<'file' | 'folder' | 'missing'> {
  try {
    return (await stat(path)).isDirectory() ? 'folder' : 'file'
  } catch {
    return 'missing'
  }
}
