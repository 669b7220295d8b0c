import { lstat, mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Complaint } from './io.ts'

/** By path, from the folder they go into. */
export type NewFiles = ReadonlyMap<string, string | Uint8Array>

const MOST_NAMED = 5

/** Puts files where there are none yet: all of them, or none and why. Nothing is ever replaced. */
export async function putNewFiles(
  folder: string,
  files: NewFiles,
  show: (path: string) => string,
): Promise<Complaint[]> {
  const taken: string[] = []
  for (const path of files.keys()) if (await isThere(join(folder, path))) taken.push(path)
  if (taken.length > 0) {
    const [named, more] = [taken.slice(0, MOST_NAMED), taken.length - MOST_NAMED]
    return [
      ...named.map(path => ({
        message: `Unexpected ${show(join(folder, path))}, expected nothing there yet`,
      })),
      {
        message: `${more > 0 ? `${more} more are there. ` : ''}Nothing was written: no file is ever replaced.`,
        hint: 'Move away what is there, or choose another name.',
      },
    ]
  }
  const made: string[] = []
  try {
    for (const [path, content] of files) {
      const whole = join(folder, path)
      const first = await mkdir(dirname(whole), { recursive: true })
      if (first !== undefined) made.push(first)
      await writeFile(whole, content, { flag: 'wx' })
      made.push(whole)
    }
    return []
  } catch (error) {
    for (const path of made.reverse()) await rm(path, { recursive: true, force: true })
    const { code, path } = error as NodeJS.ErrnoException
    if (code === undefined) throw error
    return [
      {
        message: `Unexpected refusal to write ${show(path ?? folder)} (${code}), expected a folder that can be written`,
        hint: 'Nothing was written. Choose another folder, or ask who looks after this one.',
      },
    ]
  }
}

/** A link that leads nowhere is there, too. */
export const isThere = (path: string): Promise<boolean> =>
  lstat(path).then(
    () => true,
    () => false,
  )
