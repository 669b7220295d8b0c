import { extname } from 'node:path'
import type { FoundReport } from '../import/found-report.ts'
import type { CopyLine } from '../source/report-copy/copy-line.ts'
import { readReportCopy } from '../source/report-copy/read-report-copy.ts'
import type { FoundResponse } from './find-responses.ts'
import type { Io } from './io.ts'
import { readFound } from './read-found.ts'
import type { Source } from './read-sources.ts'
import type { Understood } from './understand-sources.ts'
import { workspaceFiles } from './workspace-files.ts'

/** Of the lines of a page, so many stand in the page as it was. */
const ALIKE = 0.3

/**
 * Of a report that came in several files, one may be imported again by itself: it takes the place of the
 * saved one that it is most like. Gives the names of all the files that the response then has.
 */
export async function matchCopies(
  { report, copies }: Understood,
  response: FoundResponse,
  io: Io,
): Promise<string[]> {
  const { responses, copies: saved } = await readFound(
    response,
    workspaceFiles(response.root),
    io,
    'checked',
  )
  const names = responses[0]?.report.copy.map(({ value }) => value) ?? []
  if (names.length <= copies.size) return [...copies.keys()]
  const left = new Map(
    saved.map(({ file, lines }) => [file.slice(response.folder.length + 1), lines]),
  )
  const renamed = new Map<string, string>()
  for (const [name, source] of copies) {
    const ending = extname(name)
    const { lines = [] } = await readReportCopy(name, source.bytes)
    const like = mostAlike(lines, left, ending)
    const own = like ?? `report-${names.length + 1}${ending}`
    left.delete(own)
    if (!like) names.push(own)
    renamed.set(name, own)
  }
  const sources: [string, Source][] = [...copies].map(([name, source]) => [
    renamed.get(name)!,
    source,
  ])
  copies.clear()
  for (const [name, source] of sources) copies.set(name, source)
  renameFiles(report, renamed)
  return names
}

function mostAlike(
  lines: readonly CopyLine[],
  saved: ReadonlyMap<string, readonly CopyLine[]>,
  ending: string,
): string | undefined {
  const own = new Set(lines.map(({ words }) => words.trim()))
  const likes = [...saved]
    .filter(([name]) => extname(name).toLowerCase() === ending)
    .map(([name, others]) => {
      const same = others.filter(({ words }) => own.has(words.trim())).length
      return { name, like: same / Math.max(1, others.length) }
    })
    .sort((one, other) => other.like - one.like)
  return likes[0] && likes[0].like >= ALIKE ? likes[0].name : undefined
}

/** In every place of what was found. */
function renameFiles(report: FoundReport, names: ReadonlyMap<string, string>): void {
  const seen = new Set<object>()
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null || seen.has(value)) return
    seen.add(value)
    if ('file' in value && 'start' in value && typeof value.file === 'string')
      value.file = names.get(value.file) ?? value.file
    for (const inner of Object.values(value)) visit(inner)
  }
  visit(report)
}
