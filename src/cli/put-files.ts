import { lstat, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/** A file to be put in place, and what it is to hold. */
export type NewFile = { path: string; bytes: Uint8Array }

/** Why nothing was put in place: the path, what happened there and what helps. */
export class CannotWrite extends Error {
  readonly hint: string

  constructor(message: string, hint: string) {
    super(message)
    this.hint = hint
  }
}

/**
 * Puts files into a folder: all of them or none. Each is written whole under another name first; then
 * the old ones are set aside and the new ones take their names. Whatever fails on the way is undone.
 * `show`: a path as the message names it.
 */
export async function putFiles(
  folder: string,
  files: readonly NewFile[],
  show: (path: string) => string,
): Promise<void> {
  const made = await mkdir(folder, { recursive: true }).catch((error: unknown) => {
    throw explain(error, show(folder))
  })
  const steps = files.map(({ path, bytes }) => {
    const beside = join(dirname(path), `.${basename(path)}`)
    return {
      path,
      bytes,
      fresh: `${beside}.new`,
      aside: `${beside}.old`,
      isAside: false,
      isPlaced: false,
    }
  })
  try {
    for (const { path, fresh, bytes } of steps)
      await writeFile(fresh, bytes).catch((error: unknown) => {
        throw explain(error, show(path))
      })
    for (const step of steps) {
      await rm(step.aside, { force: true })
      step.isAside = await moveAside(step.path, step.aside).catch((error: unknown) => {
        throw explain(error, show(step.path))
      })
    }
    for (const step of steps) {
      await rename(step.fresh, step.path).catch((error: unknown) => {
        throw explain(error, show(step.path))
      })
      step.isPlaced = true
    }
  } catch (error) {
    for (const { path, aside, isAside, isPlaced } of steps) {
      if (isPlaced) await rm(path, { force: true })
      if (isAside) await rename(aside, path)
    }
    for (const { fresh } of steps) await rm(fresh, { force: true }).catch(() => {})
    if (made !== undefined) await rm(made, { recursive: true, force: true }).catch(() => {})
    throw error
  }
  for (const { aside, isAside } of steps)
    if (isAside) await rm(aside, { force: true }).catch(() => {})
}

/** Whether there was a file to set aside. One that is open in Word cannot be moved on Windows. */
async function moveAside(path: string, aside: string): Promise<boolean> {
  try {
    if ((await lstat(path)).isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' })
    await rename(path, aside)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false
    throw error
  }
}

function explain(error: unknown, path: string): unknown {
  const { code } = error as NodeJS.ErrnoException
  switch (code) {
    case 'EBUSY':
    case 'EPERM':
    case 'EACCES':
      return new CannotWrite(
        `Unexpected refusal to write ${path}, expected a file that can be replaced`,
        'If it is open in Word or a PDF reader, close it there; else ask who looks after the folder for the right to write.',
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
