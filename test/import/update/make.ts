import { expect } from 'vitest'
import { composeFiles } from '../../../src/import/write/compose-files.ts'
import { sayChanges } from '../../../src/import/update/change.ts'
import { updateResponse } from '../../../src/import/update/update-response.ts'
import type { FoundReport } from '../../../src/import/found-report.ts'
import { aWorkspace } from '../../makers.ts'

export const FOLDER = 'responses/northshire-2019'
export const MAIN = `${FOLDER}/response.yaml`
const options = { folder: FOLDER, copies: ['report.txt'] }

export type Files = Record<string, string>

export const compose = (report: FoundReport): Files =>
  Object.fromEntries(composeFiles(report, { ...options, office: 'northshire' }))

/** The files once the report is imported into them, and what was said. */
export async function update(files: Files, report: FoundReport) {
  const { value, problems } = await updateResponse(report, aWorkspace(files), options)
  expect(problems).toEqual([])
  const after: Files = { ...files }
  for (const { path, after: text, hasMark } of value!.files.values())
    after[path] = (hasMark ? '\ufeff' : '') + text
  return { after, changed: [...value!.files.keys()], said: sayChanges(value!.changes) }
}

/** Imports twice: the second time there is nothing to do. */
export async function updateOnce(files: Files, report: FoundReport) {
  const first = await update(files, report)
  const second = await update(first.after, report)
  expect(second.changed).toEqual([])
  return first
}

/** What stands in one text and not in the other, line by line, in order. */
export function diff(before: string, after: string): string[] {
  const [old, fresh] = [before.split('\n'), after.split('\n')]
  const lengths = Array.from({ length: old.length + 1 }, () =>
    new Array<number>(fresh.length + 1).fill(0),
  )
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = fresh.length - 1; j >= 0; j--)
      lengths[i]![j] =
        old[i] === fresh[j]
          ? lengths[i + 1]![j + 1]! + 1
          : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!)
  const lines: string[] = []
  let [i, j] = [0, 0]
  while (i < old.length || j < fresh.length)
    if (i < old.length && old[i] === fresh[j]) {
      i++
      j++
    } else if (j >= fresh.length || (i < old.length && lengths[i + 1]![j]! >= lengths[i]![j + 1]!))
      lines.push(`- ${old[i++]!.trim()}`)
    else lines.push(`+ ${fresh[j++]!.trim()}`)
  return lines
}
