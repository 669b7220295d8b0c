import { readFile, stat } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import type { Complaint, Io } from './io.ts'
import { findSamePath, unquoteTyped } from './typed-path.ts'

/** A file that is imported: as it was typed, where it is, what it is called and what it holds. */
export type Source = {
  typed: string
  /** Absolute; absent for a page that was fetched. */
  path?: string
  name: string
  bytes: Uint8Array
  /** Where it stands on the web, of a page that was fetched. */
  url?: string
}

/** No saved report is as large; nothing larger is read into memory. */
const LARGEST = 64 * 1024 * 1024

export const isAddress = (typed: string): boolean => /^[a-z][a-z\d+.-]*:\/\//i.test(typed)

/** The files and pages, each read once; or why one cannot be had. */
export async function readSources(
  typed: readonly string[],
  io: Io,
): Promise<{ sources: Source[]; complaints: Complaint[] }> {
  const sources: Source[] = []
  const complaints: Complaint[] = []
  for (const one of typed) {
    const read = isAddress(one) ? await readPage(one) : await readTyped(one, io)
    if ('message' in read) complaints.push(read)
    else sources.push(read)
  }
  return { sources, complaints }
}

async function readPage(url: string): Promise<Source | Complaint> {
  const { fetchReport } = await import('./fetch-report.ts')
  const fetched = await fetchReport(url)
  return 'message' in fetched ? fetched : { typed: url, ...fetched }
}

async function readTyped(typed: string, { cwd }: Io): Promise<Source | Complaint> {
  const path = findSamePath(resolve(cwd, unquoteTyped(typed)))
  try {
    const stats = await stat(path)
    const { size } = stats
    if (stats.isDirectory())
      return {
        message: `Unexpected folder ${typed}, expected the file of a report`,
        hint: 'Name the page or PDF itself; of a page saved “complete”, the file in .html.',
      }
    if (size > LARGEST)
      return {
        message: `Unexpected file of ${Math.ceil(size / 1024 / 1024)} MB, ${typed}, expected at most 50 MB`,
        hint: 'Check that it is the report.',
      }
    return { typed, path, name: basename(path), bytes: await readFile(path) }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR')
      return {
        message: `Missing file ${typed}, expected the saved report`,
        hint: 'Save it from the inspectorate’s site: File, Save Page As; or download its PDF.',
      }
    if (code === undefined) throw error
    return {
      message: `Unexpected refusal to read ${typed} (${code}), expected a file that can be read`,
    }
  }
}
