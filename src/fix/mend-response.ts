import { readInspectionResponse } from '../model/read-workspace.ts'
import { SETTINGS_FILE } from '../model/read-settings.ts'
import type { Reading, ReadOptions } from '../model/reading.ts'
import type { Problem } from '../problem.ts'
import { parseYaml } from '../source/parse-yaml.ts'
import type { Draft } from './draft.ts'
import { mendBroken } from './mend-broken.ts'
import { mendTold } from './mend-told.ts'
import { mendUntold } from './mend-untold.ts'

/** What is mended may show what it had covered. Characters that are read for it: people's files need few of them. */
const CHARACTERS_READ = 50_000_000

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
  let reading = await read()
  const tried = new Set<string>()
  for (let left = CHARACTERS_READ; left > 0; left -= sizeOf(reading)) {
    const suspects = filesOf(reading).filter(path => !tried.has(path) && isSuspect(path, reading))
    for (const path of suspects) tried.add(path)
    const isReadable = await mendEach(suspects, draft)
    if (!isReadable && !(await mendTold(reading.problems, draft))) break
    reading = await read()
  }
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

const sizeOf = ({ sources }: Reading): number =>
  [...sources.values()].reduce((sum, text) => sum + text.length, 1)

const isUnreadable = ({ rule, severity }: Problem): boolean =>
  rule === 'yaml' && severity === 'error'

const isSuspect = (path: string, { problems }: Reading): boolean =>
  problems.some(problem => isUnreadable(problem) && problem.place.file === path)

async function mendEach(paths: readonly string[], draft: Draft): Promise<boolean> {
  let isMended = false
  for (const path of paths) {
    const broken = await draft.text(path)
    if (!broken) continue
    const { file, done } = mendBroken(broken)
    if (done.length > 0 && (await draft.put(path, file.text, done))) isMended = true
  }
  return isMended
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

async function findUnread({ problems, sources }: Reading, draft: Draft): Promise<Problem[]> {
  const unread = new Map<string, Problem>()
  for (const problem of problems) {
    const { file: path } = problem.place
    const isMissing = problem.rule === 'missing-file' && !sources.has(path)
    if (unread.has(path) || !(isMissing || isUnreadable(problem))) continue
    const file = await draft.text(path)
    const { value, broken } = file ? parseYaml(file) : { broken: true }
    if (!value || broken) unread.set(path, problem)
  }
  return [...unread.values()]
}
