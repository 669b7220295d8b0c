import type { Problem } from '../problem.ts'
import { parseYaml } from '../source/parse-yaml.ts'
import type { Draft } from './draft.ts'
import { mendBroken } from './mend-broken.ts'
import { mendTold } from './mend-told.ts'

/** What was read of a response or a paper: what is wrong with it, and the text of each file. */
type Read = { problems: readonly Problem[]; sources: ReadonlyMap<string, string> }

/** What is mended may show what it had covered. Characters that are read for it: people's files need few of them. */
const CHARACTERS_READ = 50_000_000

/** Mends what cannot be read, and what the reading says how it is meant, until there is no more of it. `filesOf`: those that are YAML. */
export async function mendRead<R extends Read>(
  read: () => Promise<R>,
  filesOf: (reading: R) => string[],
  draft: Draft,
): Promise<R> {
  let reading = await read()
  const tried = new Set<string>()
  for (let left = CHARACTERS_READ; left > 0; left -= sizeOf(reading)) {
    const suspects = filesOf(reading).filter(path => !tried.has(path) && isSuspect(path, reading))
    for (const path of suspects) tried.add(path)
    const isReadable = await mendEach(suspects, draft)
    if (!isReadable && !(await mendTold(reading.problems, draft))) break
    reading = await read()
  }
  return reading
}

const sizeOf = ({ sources }: Read): number =>
  [...sources.values()].reduce((sum, text) => sum + text.length, 1)

const isUnreadable = ({ rule, severity }: Problem): boolean =>
  rule === 'yaml' && severity === 'error'

const isSuspect = (path: string, { problems }: Read): boolean =>
  problems.some(problem => isUnreadable(problem) && problem.place.file === path)

export async function mendEach(paths: readonly string[], draft: Draft): Promise<boolean> {
  let isMended = false
  for (const path of paths) {
    const broken = await draft.text(path)
    if (!broken) continue
    const { file, done } = mendBroken(broken)
    if (done.length > 0 && (await draft.put(path, file.text, done))) isMended = true
  }
  return isMended
}

/** The first that is wrong with each file that cannot be read even so. */
export async function findUnread({ problems, sources }: Read, draft: Draft): Promise<Problem[]> {
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
