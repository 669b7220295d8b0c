import type { Finding } from './finding.ts'

/** What is wrong with Word stationery, and what it lacks. */
export function inspectWord(bytes: Uint8Array): Finding[] {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return []
  const message = 'Unexpected file of another kind, expected a Word document (.docx or .dotx)'
  return [{ severity: 'error', message }]
}
