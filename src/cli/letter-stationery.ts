import type { Look } from '../document/look.ts'
import type { Reading } from '../model/reading.ts'
import type { Problem } from '../problem.ts'
import type { WorkspaceFiles } from '../source/workspace-files.ts'
import { sayUnread } from '../model/read-office-media.ts'
import type { Finding } from '../stationery/finding.ts'

export type LetterStationery = { stationery: Look['stationery']; problems: Problem[] }

/** The office's own stationery, where it has some, and why a letter cannot be made on it. */
export async function readLetterStationery(
  reading: Reading,
  files: WorkspaceFiles,
): Promise<LetterStationery> {
  const paths = reading.responses[0]?.office.letterhead.look.stationery ?? {}
  const stationery: Look['stationery'] = {}
  const problems: Problem[] = []
  for (const kind of ['docx', 'pdf'] as const) {
    const path = paths[kind]
    if (path === undefined) continue
    const tell = (message: string, hint?: string) => {
      const place = reading.officePlace(['letterhead', kind])
      const said = { message, ...(hint !== undefined && { hint }) }
      problems.push({ rule: 'stationery', severity: 'error', ...said, place })
    }
    const { bytes, refusal } = await files.read(path)
    if (!bytes) {
      tell(sayUnread(path, refusal))
      continue
    }
    stationery[kind] = bytes
    const findings = await inspect[kind](bytes)
    for (const { severity, message, hint, where } of findings)
      if (severity === 'error') tell(`${path}${where ? `, ${where}` : ''}: ${message}`, hint)
  }
  return { stationery, problems }
}

/** Loaded for the offices that have any. */
const inspect: Record<'docx' | 'pdf', (bytes: Uint8Array) => Promise<Finding[]>> = {
  docx: async bytes => (await import('../stationery/inspect-word.ts')).inspectWord(bytes),
  pdf: async bytes => (await import('../stationery/inspect-pdf.ts')).inspectPdf(bytes),
}
