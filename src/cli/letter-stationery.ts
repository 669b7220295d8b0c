import type { Look } from '../document/look.ts'
import { sayUnread } from '../model/read-office-media.ts'
import type { OfficeReading } from '../model/reading.ts'
import type { Problem } from '../problem.ts'
import type { WorkspaceFiles } from '../source/workspace-files.ts'
import type { Finding } from '../stationery/finding.ts'

/** A file of stationery, and what was found in it. */
export type Inspected = {
  kind: 'docx' | 'pdf'
  /** From the workspace's root. */
  path: string
  bytes?: Uint8Array
  findings: Finding[]
}

export type LetterStationery = { stationery: Look['stationery']; problems: Problem[] }

/** The office's own stationery, where it has some, and why a letter cannot be made on it. */
export async function readLetterStationery(
  reading: OfficeReading,
  files: WorkspaceFiles,
): Promise<LetterStationery> {
  const stationery: Look['stationery'] = {}
  const problems: Problem[] = []
  for (const { kind, path, bytes, findings } of await inspectStationery(reading, files)) {
    if (bytes) stationery[kind] = bytes
    for (const { severity, message, hint, where } of findings) {
      if (severity !== 'error') continue
      problems.push({
        rule: 'stationery',
        severity,
        message: message.includes(path)
          ? message
          : `${path}${where === undefined ? '' : `, ${where}`}: ${message}`,
        ...(hint !== undefined && { hint }),
        place: reading.officePlace(['letterhead', kind]),
      })
    }
  }
  return { stationery, problems }
}

/** All that is to be said of the office's own stationery. */
export async function inspectStationery(
  reading: OfficeReading,
  files: WorkspaceFiles,
): Promise<Inspected[]> {
  const paths = reading.responses[0]?.office.letterhead.look.stationery ?? {}
  const inspected: Inspected[] = []
  for (const kind of ['docx', 'pdf'] as const) {
    const path = paths[kind]
    if (path === undefined) continue
    const { bytes, refusal } = await files.read(path)
    if (bytes) inspected.push({ kind, path, bytes, findings: await inspect[kind](bytes) })
    else {
      const findings: Finding[] = [{ severity: 'error', message: sayUnread(path, refusal) }]
      inspected.push({ kind, path, findings })
    }
  }
  return inspected
}

/** Loaded for the offices that have any. */
const inspect: Record<Inspected['kind'], (bytes: Uint8Array) => Promise<Finding[]>> = {
  docx: async bytes => (await import('../stationery/inspect-word.ts')).inspectWord(bytes),
  pdf: async bytes => (await import('../stationery/inspect-pdf.ts')).inspectPdf(bytes),
}
