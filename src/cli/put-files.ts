import {
  chmod,
  copyFile,
  link,
  lstat,
  mkdir,
  readdir,
  rename,
  rm,
  writeFile,
} from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/** A file to be put in place, what it is to hold and, where that is not for the system to say, who may read it. */
export type NewFile = { path: string; bytes: Uint8Array; mode?: number }

/** Why nothing was put in place: the path, what happened there and what helps. */
export class CannotWrite extends Error {
  readonly hint: string

  constructor(message: string, hint: string) {
    super(message)
    this.hint = hint
  }
}

/**
 * Puts files into a folder, and into folders in it: all of them or none. Each is written whole under another name first, and
 * then takes the place of the old one in one step, so that whoever looks, or ends the process, finds
 * the old file or the new one. Whatever fails on the way is undone. `show`: a path as messages name it.
 * `waits`: milliseconds before each further attempt where a file is held.
 */
export async function putFiles(
  folder: string,
  files: readonly NewFile[],
  show: (path: string) => string,
  waits: readonly number[] = WAITS,
): Promise<void> {
  const retry = <T>(step: () => Promise<T>) => retryWhileHeld(step, waits)
  const refuse = async (error: unknown, path: string): Promise<never> => {
    throw explain(error, show(path), 'file', await findHolder(path))
  }
  const made: string[] = []
  for (const needed of new Set([folder, ...files.map(({ path }) => dirname(path))])) {
    const first = await mkdir(needed, { recursive: true }).catch(async (error: unknown) => {
      await removeAll(made)
      throw explain(error, show(needed), 'folder')
    })
    if (first !== undefined) made.push(first)
  }
  const steps = files.map(({ path, bytes, mode }) => {
    const beside = join(dirname(path), `.${basename(path)}`)
    return { path, bytes, mode, fresh: `${beside}.new`, kept: `${beside}.old`, isKept: false }
  })
  const placed: typeof steps = []
  try {
    for (const { path, fresh, bytes, mode } of steps) {
      await writeFile(fresh, bytes).catch((error: unknown) => {
        throw explain(
          error,
          show(isFolder(error) ? fresh : isForbidden(error) ? dirname(path) : path),
          'folder',
        )
      })
      if (mode !== undefined) await chmod(fresh, mode)
    }
    for (const step of steps) {
      await retry(() => rm(step.kept, { force: true })).catch((error: unknown) =>
        refuse(error, step.kept),
      )
      step.isKept = await retry(() => keep(step.path, step.kept)).catch((error: unknown) =>
        refuse(error, step.path),
      )
    }
    for (const step of steps) {
      await retry(() => rename(step.fresh, step.path)).catch((error: unknown) =>
        refuse(error, step.path),
      )
      placed.push(step)
    }
  } catch (error) {
    for (const { path, kept, isKept } of placed)
      await retry(() => (isKept ? rename(kept, path) : rm(path, { force: true })))
    // Nothing of ours stays beside what was there.
    for (const { fresh, kept, isKept } of steps) {
      await rm(fresh, { force: true }).catch(() => {})
      if (isKept) await rm(kept, { force: true }).catch(() => {})
    }
    await removeAll(made)
    throw error
  }
  for (const { kept, isKept } of steps) if (isKept) await rm(kept, { force: true }).catch(() => {})
}

async function removeAll(folders: readonly string[]): Promise<void> {
  for (const folder of folders) await rm(folder, { recursive: true, force: true }).catch(() => {})
}

/** Two seconds in all: what holds a file longer than that is no synchronisation, and no virus scanner. */
const WAITS = [60, 120, 240, 480, 960]

/** As long as whatever synchronises or scans the folder has a file open, Windows refuses to replace it. */
async function retryWhileHeld<T>(step: () => Promise<T>, waits: readonly number[]): Promise<T> {
  for (const milliseconds of waits)
    try {
      return await step()
    } catch (error) {
      if (!isHeld(error)) throw error
      await wait(milliseconds)
    }
  return step()
}

/** The program in which somebody has the file open, where it tells others so by a file beside it. */
async function findHolder(path: string): Promise<string | undefined> {
  const beside: string[] = await readdir(dirname(path)).catch(() => [])
  const name = basename(path)
  // Word puts its mark before a short name, and in the place of the first letters of a long one.
  if ([0, 1, 2].some(letters => beside.includes(`~$${name.slice(letters)}`))) return 'Word'
  return beside.includes(`.~lock.${name}#`) ? 'LibreOffice' : undefined
}

/**
 * Gives the old file a second name, under which it can be put back; says whether there is one. A copy,
 * where the disk knows no second names: each kind of disk and share has another word for that, and Windows
 * may call it a folder.
 */
async function keep(path: string, kept: string): Promise<boolean> {
  try {
    if ((await lstat(path)).isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' })
    await link(path, kept).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw error
      return copyFile(path, kept)
    })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false
    throw error
  }
}

const isForbidden = (error: unknown): boolean =>
  ['EPERM', 'EACCES'].includes((error as NodeJS.ErrnoException).code ?? '')
const isHeld = (error: unknown): boolean =>
  isForbidden(error) || (error as NodeJS.ErrnoException).code === 'EBUSY'
const isFolder = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'EISDIR'

/** `what`: whether it is the file that may be held, and by what, or the folder that nothing can be added to. */
function explain(error: unknown, path: string, what: 'file' | 'folder', holder?: string): unknown {
  const { code } = error as NodeJS.ErrnoException
  switch (code) {
    case 'EBUSY':
    case 'EPERM':
    case 'EACCES':
      if (what === 'folder')
        return new CannotWrite(
          `Unexpected refusal to write ${path}, expected a folder that can be written`,
          'Ask who looks after the folder for the right to write, or choose another with --out DIR.',
        )
      return new CannotWrite(
        `Unexpected refusal to write ${path}, expected a file that can be replaced`,
        holder
          ? `${basename(path)} is open in ${holder}: close it there and run the command again.`
          : 'It may be open in Word or a PDF reader: close it there and run the command again. If it is not, ask who looks after the folder for the right to write.',
      )
    case 'EROFS':
      return new CannotWrite(
        `Unexpected read-only place ${path}, expected one that can be written`,
        'Choose another folder with --out DIR.',
      )
    case 'ENOSPC':
    case 'EDQUOT':
      return new CannotWrite(
        `Unexpected full disk, expected room for ${path}`,
        'Free some room, or choose another disk with --out DIR.',
      )
    case 'EISDIR':
    case 'ERR_FS_EISDIR':
      return new CannotWrite(
        `Unexpected folder ${path}, expected a file or nothing there`,
        'Move the folder away, or choose another place with --out DIR.',
      )
    case 'EEXIST':
    case 'ENOTDIR':
      return new CannotWrite(
        `Unexpected file in the way of ${path}, expected a folder there`,
        'Move what is in the way, or choose another folder with --out DIR.',
      )
    case 'ENAMETOOLONG':
      return new CannotWrite(
        `Unexpected length of ${path}, expected a shorter name`,
        'Choose another folder with --out DIR.',
      )
    default:
      return code === undefined
        ? error
        : new CannotWrite(
            `Unexpected refusal to write ${path} (${code}), expected a folder that can be written`,
            'Choose another folder with --out DIR.',
          )
  }
}
