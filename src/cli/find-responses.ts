import { readdir, stat } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { didYouMean } from '../model/validate/did-you-mean.ts'
import { SETTINGS_FILE } from '../model/read-settings.ts'
import { showPath } from './io.ts'
import type { Complaint, Io } from './io.ts'
import { readFolders } from './read-found.ts'
import { findSamePath, unquoteTyped } from './typed-path.ts'

/** A response that a command was pointed to. */
export type FoundResponse = {
  /** Of the workspace, absolute. */
  root: string
  /** The folder's name. */
  name: string
  /** `responses/<name>`, from the root, with forward slashes. */
  folder: string
}

export type Found = {
  responses: FoundResponse[]
  /** With one of these, nothing should be done: the command was not called as it was meant. */
  complaints: Complaint[]
}

const RESPONSE_FILE = 'response.yaml'
const EXPECTED = "expected a response's folder or file, or a workspace"
const WORKSPACE_HINT =
  'A workspace is a folder with a section55.yaml, or with templates and responses in it.'

/**
 * The responses of each path, or those of the workspace that holds the current folder. `foldersOf`: where
 * a workspace keeps things.
 */
export async function findResponses(
  paths: readonly string[],
  { cwd }: Pick<Io, 'cwd'>,
  foldersOf = readFolders,
): Promise<Found> {
  const founds = await Promise.all(
    paths.length > 0
      ? paths.map(path => findAt(unquoteTyped(path), cwd, foldersOf))
      : [findAround(cwd, foldersOf)],
  )
  const responses = new Map<string, FoundResponse>()
  for (const found of founds)
    for (const response of found.responses)
      responses.set(`${response.root}\n${response.folder}`, response)
  return {
    responses: [...responses.values()],
    complaints: founds.flatMap(({ complaints }) => complaints),
  }
}

/** For a command that makes something in the workspace around it. */
export const missingWorkspace = ({ cwd }: Pick<Io, 'cwd'>): Complaint => ({
  message: `Missing workspace, expected one in ${cwd} or a folder above it`,
  hint: 's55 init makes one.',
})

async function findAround(cwd: string, foldersOf: typeof readFolders): Promise<Found> {
  const root = await findRoot(cwd)
  if (root !== undefined) return findAll(root, foldersOf)
  return complaint(`Missing workspace, expected one in ${cwd} or a folder above it`, WORKSPACE_HINT)
}

async function findAt(path: string, cwd: string, foldersOf: typeof readFolders): Promise<Found> {
  // As a script types an unset variable: it is not the current folder that is meant.
  if (path.trim() === '') return complaint(`Unexpected empty path, ${EXPECTED}`)
  const whole = findSamePath(resolve(cwd, path))
  const kind = await kindOf(whole)
  if (kind === 'missing') {
    const named = await findByName(path, cwd, foldersOf)
    return named
      ? { responses: [named], complaints: [] }
      : complaint(`Missing ${path}, ${EXPECTED}`, await suggestPath(path, cwd))
  }
  if (kind === 'unreadable') return complaint(`Unexpected ${path} that cannot be read, ${EXPECTED}`)
  const root = await findRoot(kind === 'folder' ? whole : dirname(whole))
  const here = kind === 'folder' ? whole : dirname(whole)
  if (root === undefined) {
    const what = (await has(here, RESPONSE_FILE)) ? 'response outside any workspace' : kind
    return complaint(`Unexpected ${what} ${path}, ${EXPECTED}`, WORKSPACE_HINT)
  }
  const { responses, templates } = await foldersOf(root)
  const steps = relative(join(root, responses), whole).split(sep)
  const [name = ''] = steps
  const isInside = name !== '..' && !relative(root, whole).startsWith('..')
  if (whole === root || (isInside && name === '')) return findAll(root, foldersOf)
  // What all of them are made of: an editor or a hook of git names the file that was changed.
  const isOfTemplates = whole.startsWith(join(root, templates) + sep)
  if (kind === 'file' && (isOfTemplates || whole === join(root, SETTINGS_FILE)))
    return findAll(root, foldersOf)
  if (!isInside || (kind === 'file' && steps.length === 1))
    return complaint(
      `Unexpected ${kind} ${path}, ${EXPECTED}`,
      `Its workspace keeps the responses in ${responses}/.`,
    )
  return findOne(root, responses, name, path)
}

/** What may be the name of a response, and is no path. */
export const isName = (typed: string): boolean =>
  typed.trim() !== '' && !/[\\/]/.test(typed) && !/^\.+$/.test(typed)

/** A response of the workspace around here, by its name alone. */
export async function findByName(
  name: string,
  cwd: string,
  foldersOf = readFolders,
): Promise<FoundResponse | undefined> {
  const root = isName(name) ? await findRoot(cwd) : undefined
  if (root === undefined) return undefined
  const { responses } = await foldersOf(root)
  const isThere = await has(join(root, responses, name), RESPONSE_FILE)
  return isThere ? { root, name, folder: `${responses}/${name}` } : undefined
}

async function findOne(
  root: string,
  responses: string,
  name: string,
  path: string,
): Promise<Found> {
  const folder = join(root, responses, name)
  if (await has(folder, RESPONSE_FILE))
    return { responses: [{ root, name, folder: `${responses}/${name}` }], complaints: [] }
  const names = await namesIn(folder)
  if (names.includes(RESPONSE_FILE))
    return complaint(
      `Unexpected ${RESPONSE_FILE} in ${path} that leads nowhere, expected a file`,
      'It is a link to a file that is not there: put the file itself in its place.',
    )
  const meant = didYouMean(RESPONSE_FILE, names)
  const hint = meant && `Is ${meant} meant? Its name must be ${RESPONSE_FILE}.`
  return complaint(`Missing ${RESPONSE_FILE} in ${path}, expected it there`, hint)
}

/** Every folder that holds a response. One that seems to is named, others are nobody's business. */
async function findAll(root: string, foldersOf: typeof readFolders): Promise<Found> {
  const { responses, problem } = await foldersOf(root)
  const names = await namesIn(join(root, responses))
  const founds = await Promise.all(
    names.map(name => findOne(root, responses, name, `${responses}/${name}`)),
  )
  const found = founds.flatMap(({ responses }) => responses)
  const complaints = founds.flatMap(({ complaints }) => complaints).filter(({ hint }) => hint)
  if (found.length > 0 || complaints.length > 0) return { responses: found, complaints }
  // It may be the settings that sent us to the wrong folder.
  if (problem) {
    const { file, start } = problem.place
    return complaint(`${join(root, file)}:${start.line}: ${problem.message}`, problem.hint)
  }
  return complaint(
    `Missing responses in ${join(root, responses)}, expected a folder with a ${RESPONSE_FILE}`,
  )
}

/** The nearest folder, from here upwards, that is a workspace. */
export async function findRoot(folder: string): Promise<string | undefined> {
  for (let here = folder; ; here = dirname(here)) {
    if (await has(here, SETTINGS_FILE)) return here
    if ((await has(here, 'templates')) && (await has(here, 'responses'))) return here
    if (dirname(here) === here) return undefined
  }
}

/** Another name in the same folder, or a response of that name. */
async function suggestPath(path: string, cwd: string): Promise<string | undefined> {
  const slashed = path.replaceAll('\\', '/')
  if ((await kindOf(resolve(cwd, slashed))) !== 'missing') return `Did you mean ${slashed}?`
  const root = await findRoot(cwd)
  const folders = [dirname(resolve(cwd, path))]
  if (root !== undefined) folders.unshift(join(root, (await readFolders(root)).responses))
  for (const folder of folders) {
    const names = await namesIn(folder)
    const name = basename(path)
    const meant = didYouMean(name, names) ?? names.find(known => known.startsWith(name))
    if (meant) return `Did you mean ${showPath(join(folder, meant), { cwd })}?`
  }
  return undefined
}

function complaint(message: string, hint?: string): Found {
  return { responses: [], complaints: [{ message, ...(hint !== undefined && { hint }) }] }
}

async function kindOf(path: string): Promise<'file' | 'folder' | 'missing' | 'unreadable'> {
  try {
    return (await stat(path)).isDirectory() ? 'folder' : 'file'
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    return code === 'ENOENT' || code === 'ENOTDIR' ? 'missing' : 'unreadable'
  }
}

async function has(folder: string, name: string): Promise<boolean> {
  const kind = await kindOf(join(folder, name))
  return kind === 'file' || kind === 'folder'
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).sort()
  } catch {
    return []
  }
}
