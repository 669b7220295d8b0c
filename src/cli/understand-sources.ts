import { extname } from 'node:path'
import type { FoundReport } from '../import/found-report.ts'
import { isTracker, readTracker } from '../import/tracker/read-tracker.ts'
import { showMapping } from '../import/tracker/show-mapping.ts'
import { understandReport } from '../import/understand/understand-report.ts'
import { wrap } from '../reporters/wrap.ts'
import { readReportCopy } from '../source/report-copy/read-report-copy.ts'
import type { Complaint } from './io.ts'
import type { Source } from './read-sources.ts'

/** What is imported; by the names that they have in the response, the files that it was read from. */
export type Understood = {
  report: FoundReport
  copies: Map<string, Source>
  /** A tracker is no copy of the report. */
  isTracker: boolean
  /** How its columns were understood, for the terminal. */
  mapping?: string[]
}

type Options = {
  map: readonly string[]
  sheet?: string
  /** The words of the workspace's scale. */
  statuses: readonly string[]
  /** The files lie in the folder of their response. */
  isOwn: boolean
}

const WIDTH = 80

/** The lines of every file, and what they say together. */
export async function understandSources(
  sources: readonly Source[],
  options: Options,
): Promise<Understood | { complaints: Complaint[] }> {
  const tracker = sources.find(({ name }) => isTracker(name))
  if (tracker === undefined && (options.map.length > 0 || options.sheet !== undefined))
    return {
      complaints: [
        { message: 'Unexpected --map or --sheet, expected it with a tracker in Excel or CSV' },
      ],
    }
  if (tracker === undefined) return understandReportOf(sources, options)
  if (sources.length > 1)
    return {
      complaints: [
        {
          message: `Unexpected file beside ${tracker.typed}, expected the tracker alone`,
          hint: 'Import the report first, and then the tracker into the same response, with --name.',
        },
      ],
    }
  return understandTracker(tracker, options)
}

async function understandReportOf(
  sources: readonly Source[],
  { isOwn }: Options,
): Promise<Understood | { complaints: Complaint[] }> {
  const copies = new Map<string, Source>()
  const complaints: Complaint[] = []
  const read = []
  for (const [index, source] of sources.entries()) {
    const ending = extname(source.name).toLowerCase()
    const number = sources.length === 1 ? '' : `-${index + 1}`
    const path = isOwn ? source.name : `report${number}${ending}`
    const { lines, fault } = await readReportCopy(path, source.bytes)
    if (fault) complaints.push({ message: `${source.typed}: ${fault.message}`, hint: fault.hint })
    else read.push({ path, lines })
    copies.set(path, source)
  }
  if (complaints.length > 0) return { complaints }
  const report = understandReport(read)
  const url = sources.find(source => source.url !== undefined)?.url
  if (url !== undefined) report.url = url
  return { report, copies, isTracker: false }
}

async function understandTracker(
  source: Source,
  { map, sheet, statuses }: Options,
): Promise<Understood | { complaints: Complaint[] }> {
  const read = await readTracker(source.name, source.bytes, {
    map,
    statuses,
    ...(sheet !== undefined && { sheet }),
  })
  const mapping = [
    ...showMapping(read.mapping),
    ...read.remarks.flatMap(remark => wrap(`${remark}.`, WIDTH)),
  ]
  if (!read.report)
    return {
      complaints: [
        {
          message: `${source.typed}: ${read.complaint?.message ?? ''}`,
          ...(read.complaint && { hint: read.complaint.hint }),
        },
      ],
    }
  return { report: read.report, copies: new Map([[source.name, source]]), isTracker: true, mapping }
}
