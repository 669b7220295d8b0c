import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Complaint } from './io.ts'

const run = promisify(execFile)
const MEGABYTE = 1024 * 1024

/** The files of a folder that differ from a commit, those that git does not know yet included. Absolute. */
export async function changedFiles(
  folder: string,
  revision: string,
): Promise<{ files: string[] } | { complaint: Complaint }> {
  const git = async (...args: string[]): Promise<string[]> => {
    const options = { cwd: folder, maxBuffer: 64 * MEGABYTE, encoding: 'utf8' } as const
    const { stdout } = await run('git', args, options)
    return stdout.split('\0').filter(Boolean)
  }
  try {
    await git('rev-parse', '--is-inside-work-tree')
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT'
    return {
      complaint: isMissing
        ? { message: 'Missing git, expected it on this machine for --changed' }
        : { message: `Unexpected --changed in ${folder}, expected a folder that git keeps` },
    }
  }
  try {
    // A revision that begins with a dash is none, and never an option of git's.
    const commit = `${revision}^{commit}`
    await git('rev-parse', '--verify', '--quiet', '--end-of-options', commit)
    const differing = await git(
      ...['diff', '--name-only', '--relative', '--no-renames', '-z', '--end-of-options'],
      ...[revision, '--', '.'],
    )
    const unknown = await git('ls-files', '--others', '--exclude-standard', '-z')
    return { files: [...differing, ...unknown].map(path => join(folder, path)) }
  } catch {
    return {
      complaint: {
        message: `Unexpected --changed ${revision}, expected a commit such as HEAD or main`,
        hint: 'In CI the commit may not have been fetched: check out the whole history (fetch-depth: 0).',
      },
    }
  }
}
