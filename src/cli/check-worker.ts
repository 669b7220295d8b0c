import { parentPort, workerData } from 'node:worker_threads'
import type { Place } from '../problem.ts'
import type { Report } from '../reporters/reporter.ts'
import { checker } from './check-one.ts'
import { placeKey, type CheckResult, type CheckTask } from './check-thread.ts'

const { responses, options, io } = workerData as CheckTask

const check = checker(options, io)
for (const found of responses) {
  const checked = (await check(found))!
  const result: CheckResult = { ...checked, report: toResult(checked.report) }
  parentPort?.postMessage(result)
}

/** With the texts that it points into, and no other. */
function toResult({
  problems,
  waived,
  sources,
  isPrivate,
  summary,
}: Report): CheckResult['report'] {
  const places = [...problems, ...waived.map(({ problem }) => problem)].flatMap(
    ({ place, related = [] }): Place[] => [place, ...related.map(({ place }) => place)],
  )
  const files = new Set(places.map(({ file }) => file))
  return {
    problems,
    waived,
    summary,
    sources: new Map([...sources].filter(([file]) => files.has(file))),
    hidden: new Set(
      places.flatMap(({ file, start: { line } }) =>
        isPrivate(file, line) ? [placeKey(file, line)] : [],
      ),
    ),
  }
}
