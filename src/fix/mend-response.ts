import { readInspectionResponse } from '../model/read-workspace.ts'
import { SETTINGS_FILE } from '../model/read-settings.ts'
import type { Reading, ReadOptions } from '../model/reading.ts'
import type { Problem } from '../problem.ts'
import type { Draft } from './draft.ts'
import { findUnread, mendEach, mendRead } from './mend-read.ts'
import { mendUntold } from './mend-untold.ts'

/**
 * Mends the files that a response is made of, as far as there is nothing to decide. What is left is
 * what cannot be read even so: the first that is wrong with each such file.
 */
export async function mendResponse(
  draft: Draft,
  name: string,
  options: ReadOptions,
): Promise<Problem[]> {
  const read = () => readInspectionResponse(draft, name, { ...options, pictures: 'checked' })
  let reading = await mendRead(read, filesOf, draft)
  const before = meaningOf(reading)
  if (await mendUntold(reading, filesOf(reading), draft)) {
    reading = await read()
    if (meaningOf(reading) !== before) throw new Error(`a mend would change the letter ${name}`)
  }
  return findUnread(reading, draft)
}

/** The settings alone, for whoever looks for the responses by them. */
export async function mendSettings(draft: Draft): Promise<void> {
  await mendEach([SETTINGS_FILE], draft)
}

/** Those that are read as YAML. The saved report is not ours to mend. */
function filesOf({ sources, copies }: Reading): string[] {
  const reports = new Set(copies.map(({ file }) => file))
  return [...sources.keys()].filter(path => !reports.has(path))
}

/** All that the letter says, whatever the white space in which it was typed. */
function meaningOf({ responses }: Reading): string {
  return JSON.stringify(responses, (key, value: unknown) => {
    if (key === 'value' && typeof value === 'string') return value.replace(/\s+/g, ' ').trim()
    if (value instanceof Uint8Array) return value.length
    // Items and answers name each other.
    const isNamed = key === 'targets' || key === 'answered_by' || key === 'answers'
    return isNamed && Array.isArray(value) ? value.map(({ id }: { id: string }) => id) : value
  })
}
