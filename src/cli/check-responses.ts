import { keyInWords } from '../model/order.ts'
import type { Problem } from '../problem.ts'
import { checker, type CheckedResponse, type IsAsked, type WhatToCheck } from './check-one.ts'
import type { CheckThread } from './check-thread.ts'
import type { FoundResponse } from './find-responses.ts'
import type { Io } from './io.ts'

/** For so many it pays to start a second thread, which takes every other one. */
const MANY = 60

/** One at a time, and let go once it is told: a workspace may hold the letters of twenty years. */
export async function* checkResponses(
  responses: readonly FoundResponse[],
  options: WhatToCheck,
  io: Io,
  isAsked?: IsAsked,
): AsyncGenerator<CheckedResponse> {
  const check = checker(options, io, isAsked)
  const isOther = (n: number) => n % 2 === 1
  const others = responses.filter((_, n) => isOther(n))
  const isMany = responses.length >= MANY && !isAsked
  const thread = isMany ? await startThread(others, options, io) : undefined
  const told = new Set<string>()
  try {
    for (const [n, found] of responses.entries()) {
      const checked = await (thread && isOther(n) ? thread.next() : check(found))
      if (!checked) continue
      const { report } = checked
      const shown = report.problems.filter(problem => isNew(problem, found, told))
      yield { ...checked, report: { ...report, problems: shown } }
    }
  } finally {
    await thread?.stop()
  }
}

/** Loaded for those alone who have so many. */
async function startThread(
  ...task: [responses: readonly FoundResponse[], options: WhatToCheck, io: Io]
): Promise<CheckThread | undefined> {
  return (await import('./check-thread.ts')).startCheckThread(...task)
}

/** What is wrong with an office is told with its first response, and counted with each. */
function isNew(problem: Problem, { root }: FoundResponse, told: Set<string>): boolean {
  const key = `${root}\n${keyInWords(problem)}`
  return !told.has(key) && Boolean(told.add(key))
}
