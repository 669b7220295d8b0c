import type { Path, Place } from '../problem.ts'
import type { Loader } from '../source/load-source.ts'
import { hintOf, resolvePath, sayRefusal } from '../source/relative-path.ts'
import { readReportCopy } from '../source/report-copy/read-report-copy.ts'
import { sayUnread } from './read-office-media.ts'
import type { ReportCopy } from './reading.ts'

/** The saved report, which quotations are held against: what cannot be read of it is told and left out. */
export async function readCopies(
  typed: string | readonly string[] | undefined,
  folder: string,
  loader: Loader,
  place: (at: Path) => Place,
): Promise<ReportCopy[]> {
  const copies: ReportCopy[] = []
  const isList = Array.isArray(typed)
  for (const [index, name] of [typed ?? []].flat().entries()) {
    const at = isList ? ['report', 'copy', index] : ['report', 'copy']
    const copy = await readCopy(name.trim(), at)
    if (copy) copies.push(copy)
  }
  return copies

  async function readCopy(name: string, at: Path): Promise<ReportCopy | undefined> {
    const tell = (severity: 'error' | 'warning', rule: string, message: string, hint?: string) => {
      const own = { rule, severity, message, place: place(at) }
      loader.problems.push({ ...own, ...(hint !== undefined && { hint }) })
      return undefined
    }
    const resolved = resolvePath(folder, name)
    if (resolved.refusal) {
      const { refusal } = resolved
      return tell('error', 'missing-file', sayRefusal(refusal), hintOf(refusal))
    }
    const { path } = resolved
    const read = await loader.workspace.read(path)
    if (!read.bytes) return tell('error', 'missing-file', sayUnread(path, read.refusal))
    loader.noteFile(path)
    const { lines, text, fault } = await readReportCopy(path, read.bytes)
    // The rest of the response says nothing wrong because of it.
    if (fault) return tell('warning', 'report-copy', fault.message, fault.hint)
    if (text !== undefined) loader.sources.set(path, text)
    return { at, file: path, lines }
  }
}
