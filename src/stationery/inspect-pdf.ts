import type { Finding } from './finding.ts'

/** What is wrong with stationery as a PDF, and what it lacks. */
export function inspectPdf(bytes: Uint8Array): Promise<Finding[]> {
  const isPdf = String.fromCharCode(...bytes.subarray(0, 5)) === '%PDF-'
  const message = 'Unexpected file of another kind, expected a PDF'
  return Promise.resolve(isPdf ? [] : [{ severity: 'error', message }])
}
