import { dirname, join, relative, sep } from 'node:path'
import type { FoundReport } from '../import/found-report.ts'
import { foundItems } from '../import/found-report.ts'
import { linkEarlier } from '../import/link-earlier.ts'
import type { Day, InspectionResponse } from '../model/response.ts'
import { painter } from '../reporters/colours.ts'
import { quotePath } from '../reporters/printable.ts'
import { chooseOffice } from './find-offices.ts'
import { findResponses, findRoot, missingWorkspace } from './find-responses.ts'
import { complain, hasColours, showPath, type Complaint, type Io } from './io.ts'
import type { CommonOptions } from './options.ts'
import { isThere } from './put-new-files.ts'
import { readFolders, readFound } from './read-found.ts'
import { readSources, type Source } from './read-sources.ts'
import { nameFor, refuseName } from './response-name.ts'
import { foundAsData, sayFound, type ImportLook } from './say-import.ts'
import { understandSources, type Understood } from './understand-sources.ts'
import { workspaceFiles } from './workspace-files.ts'
import { writeImport, type Written } from './write-import.ts'

export type ImportOptions = CommonOptions & {
  /** The response's folder; else made of the report's title. */
  name?: string
  office?: string
  published?: Day
  /** Columns of a tracker, as "Rec text=recommendation". */
  map: readonly string[]
  /** The one of a workbook that is to be read. */
  sheet?: string
  /** Shows what would be written, and writes nothing. */
  isTried: boolean
}

/** A response made of a saved report, or one that is there brought up to it: 1 where some of it was not understood. */
export async function importReport(
  typed: readonly string[],
  options: ImportOptions,
  io: Io,
): Promise<number> {
  const root = await findRoot(io.cwd)
  if (root === undefined) return complain(io, [missingWorkspace(io)])
  const folders = await readFolders(root)
  const { sources, complaints } = await readSources(typed, io)
  if (complaints.length > 0) return complain(io, complaints)
  const own = ownFolder(sources, join(root, folders.responses))
  const understood = await understandSources(sources, {
    ...options,
    statuses: folders.statuses,
    isOwn: own !== undefined,
  })
  if ('complaints' in understood) return complain(io, understood.complaints)
  const { report } = understood
  if (options.published !== undefined) report.published = options.published
  if (report.kind === 'revisit') linkEarlier(report, await readOthers(root, io))
  const look = lookOf(understood, options, io)
  if (!options.isJson && !options.isQuiet) {
    if (understood.mapping) io.error(`${understood.mapping.join('\n')}\n\n`)
    io.error(sayFound(report, look))
  }
  if ([...foundItems(report.sections)].length === 0) return sayNothing(report, options, look, io)

  const name = options.name ?? own ?? nameOf(report)
  const misnamed = name === undefined ? MISSING_NAME : refuseName(name)
  if (misnamed) return complain(io, [misnamed])
  const folder = `${folders.responses}/${name}`
  const isKnown = await isThere(join(root, folder, 'response.yaml'))
  const office = isKnown ? '' : await chooseOffice(root, folders.templates, options.office)
  if (typeof office !== 'string') return complain(io, [office])
  const written = await writeImport(
    understood,
    { root, folder, office, isKnown },
    options,
    look,
    io,
  )
  if ('complaints' in written) return complain(io, written.complaints)
  if (options.isJson) io.write(sayJson(report, written, options, look))
  else io.write(sayWritten(written, join(root, folder), options, io))
  return report.doubts.length > 0 ? 1 : 0
}

/** The responses of the workspace that can be read. */
async function readOthers(root: string, io: Io): Promise<InspectionResponse[]> {
  const { responses } = await findResponses([root], io, readFolders)
  const files = workspaceFiles(root)
  const readings = await Promise.all(responses.map(found => readFound(found, files, io, 'checked')))
  return readings.flatMap(({ responses: [response] }) => response ?? [])
}

/** The response in whose folder the files lie already. */
function ownFolder(sources: readonly Source[], responses: string): string | undefined {
  const folders = new Set(
    sources.map(({ path }) => {
      const way = path === undefined ? [] : relative(responses, dirname(path)).split(sep)
      return way.length === 1 && way[0] !== '' && way[0] !== '..' ? way[0] : undefined
    }),
  )
  const [only] = folders
  return folders.size === 1 ? only : undefined
}

function lookOf({ copies }: Understood, { isColourWanted }: ImportOptions, io: Io): ImportLook {
  return {
    columns: Math.min(io.columns, 80),
    paint: painter(hasColours({ ...io, isTerminal: io.isErrorTerminal }, isColourWanted)),
    nameFile: file => copies.get(file)?.typed ?? file,
  }
}

const MISSING_NAME: Complaint = {
  message: 'Missing --name, expected one, as the report has no title',
  hint: 'For instance: --name 2026-custody',
}

const LONGEST_NAME = 48

/** Of the title, cut at a word. */
function nameOf({ title = '' }: FoundReport): string | undefined {
  const name = nameFor(title)
  if (name === undefined || name.length <= LONGEST_NAME) return name
  return name.slice(0, LONGEST_NAME + 1).replace(/-[^-]*$/, '')
}

function sayNothing(report: FoundReport, options: ImportOptions, look: ImportLook, io: Io): number {
  if (options.isJson)
    io.write(sayJson(report, { made: [], changed: [], changes: [] }, options, look))
  io.error(
    'Missing items of a report, expected recommendations, areas for improvement or\n' +
      'causes of concern\n' +
      '  Nothing was written. Save the page itself as HTML, or take the PDF, and import\n' +
      '  that; or begin an empty response with `s55 new`, and type the items.\n',
  )
  return 1
}

function sayWritten(
  { made, changed, said }: Written,
  folder: string,
  { isTried, isQuiet }: ImportOptions,
  io: Io,
): string {
  const verb = (done: string, would: string) => (isTried ? `Would ${would}` : done)
  const lines = [
    ...(said ?? []),
    ...changed.map(path => `${verb('Changed', 'change')} ${path}`),
    ...made.map(path => `${verb('Made', 'make')} ${path}`),
    ...(made.length + changed.length === 0 ? ['Nothing to change'] : []),
  ]
  if (!isQuiet && !isTried) {
    const s55 = io.env['npm_command'] === 'exec' ? 'npx s55' : 's55'
    io.error(
      `\nRead it through, and let check say what is still to be written:\n\n  ${s55} check ${quotePath(showPath(folder, io))}\n\n`,
    )
  }
  return lines.map(line => `${line}\n`).join('')
}

function sayJson(
  report: FoundReport,
  { made, changed, changes }: Pick<Written, 'made' | 'changed' | 'changes'>,
  { isTried }: ImportOptions,
  { nameFile }: ImportLook,
): string {
  const told = {
    written: !isTried && made.length + changed.length > 0,
    made,
    changed,
    changes,
    report: foundAsData(report, nameFile),
  }
  return `${JSON.stringify(told, undefined, 2)}\n`
}
