import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { Report } from '../reporters/reporter.ts'
import type { CheckedResponse, CheckWorld, WhatToCheck } from './check-one.ts'
import type { FoundResponse } from './find-responses.ts'
import { showPath } from './io.ts'

export type CheckTask = {
  responses: readonly FoundResponse[]
  options: WhatToCheck
  io: CheckWorld
}
/** A checked response without what only the thread that read it can do: `hidden` are its private places. */
export type CheckResult = Omit<CheckedResponse, 'report'> & {
  report: Omit<Report, 'isPrivate' | 'showPath'> & { hidden: ReadonlySet<string> }
}

export type CheckThread = {
  /** The next one, in the order of the task. */
  next: () => Promise<CheckedResponse>
  stop: () => Promise<void>
}

export const placeKey = (file: string, line: number): string => `${file}:${line}`

/** A thread that checks beside this one. Nothing, where the bundled worker is not beside this file, as in tests. */
export function startCheckThread(
  responses: readonly FoundResponse[],
  options: WhatToCheck,
  io: CheckWorld,
): CheckThread | undefined {
  const file = fileURLToPath(new URL('./check-worker.js', import.meta.url))
  if (!existsSync(file)) return undefined
  const { gaps, only, hasNotes, isStanding = false } = options
  const { today, cwd } = io
  const task: CheckTask = {
    responses,
    options: { gaps, only, hasNotes, isStanding },
    io: { today, cwd, env: { ...io.env } },
  }
  const worker = new Worker(file, { workerData: task })
  const results: CheckResult[] = []
  let fault: Error | undefined
  let wake = () => {}
  const fail = (error: Error) => {
    fault ??= error
    wake()
  }
  worker.on('message', (result: CheckResult) => {
    results.push(result)
    wake()
  })
  worker.on('error', fail)
  worker.on('exit', () => fail(new Error('the thread that checks beside this one ended early')))
  return {
    next: async () => {
      while (results.length === 0 && !fault) await new Promise<void>(done => (wake = done))
      const result = results.shift()
      if (!result) throw fault!
      return { ...result, report: toReport(result, cwd) }
    },
    stop: async () => {
      worker.removeAllListeners('exit')
      await worker.terminate()
    },
  }
}

function toReport({ found, report: { hidden, ...report } }: CheckResult, cwd: string): Report {
  return {
    ...report,
    isPrivate: (file, line) => hidden.has(placeKey(file, line)),
    showPath: file => showPath(join(found.root, file), { cwd }),
  }
}
