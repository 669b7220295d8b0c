import { rules } from '../check/rules/index.ts'
import { rulesOfReading } from '../check/rules-of-reading.ts'
import { didYouMean } from '../model/validate/did-you-mean.ts'
import type { Report } from '../reporters/reporter.ts'
import { countOf } from '../reporters/summary.ts'
import type { CheckedResponse } from './check-one.ts'
import { checkResponses } from './check-responses.ts'
import { findResponses, type FoundResponse } from './find-responses.ts'
import { complain, type Complaint, type Io } from './io.ts'
import { isMadeOf } from './is-made-of.ts'
import type { CheckOptions } from './options.ts'
import { reportTo } from './report-to.ts'

/** Says what is missing or wrong in the responses. */
export async function check(paths: string[], options: CheckOptions, io: Io): Promise<number> {
  const unknown = options.only.filter(id => !ruleIds.includes(id))
  if (unknown.length > 0) return complain(io, unknown.map(sayUnknownRule))
  if (options.isWatching) {
    // A round tells what was saved alone: the file would lose the rest.
    if (options.outputs.length > 0) return complain(io, [WATCHING_WRITES_NOTHING])
    // Nobody else waits for the library that watches.
    const { watch } = await import('./watch.ts')
    return watch(paths, options, io)
  }
  const { responses, complaints } = await findResponses(paths, io)
  if (complaints.length > 0) return complain(io, complaints)
  const changed = await changedIn(responses, options.changed)
  if ('complaints' in changed) return complain(io, changed.complaints)
  return checkOnce(responses, options, io, changed.isAsked)
}

const WATCHING_WRITES_NOTHING: Complaint = {
  message: 'Unexpected --output beside --watch, expected one of the two',
  hint: 'Call s55 check once more, without --watch, for the file.',
}

const ruleIds = [...rules, ...rulesOfReading].map(({ id }) => id)

function sayUnknownRule(id: string): Complaint {
  const meant = didYouMean(id, ruleIds)
  return {
    message: `Unexpected --only ${id}, expected the name of a rule`,
    hint: meant
      ? `Did you mean ${meant}?`
      : 's55 explain lists the rules. A path stands before --only.',
  }
}

/** Tells all of them once. `each`: of every response, once it is told. */
export async function checkOnce(
  responses: readonly FoundResponse[],
  options: CheckOptions,
  io: Io,
  isAsked?: (found: FoundResponse, files: readonly string[]) => boolean,
  each: (checked: CheckedResponse) => void = () => {},
): Promise<number> {
  let [errors, warnings] = [0, 0]
  async function* reports(): AsyncGenerator<Report> {
    for await (const checked of checkResponses(responses, options, io, isAsked)) {
      const { report } = checked
      errors += report.summary.errors
      warnings += report.summary.warnings
      yield report
      each(checked)
    }
  }
  const unwritten = await reportTo(reports(), options, io)
  const isTooMany = warnings > options.maxWarnings
  if (isTooMany && errors === 0)
    io.error(
      `Unexpected ${countOf(warnings, 'warning')}, expected at most ${options.maxWarnings}\n`,
    )
  if (unwritten.length > 0) return complain(io, unwritten)
  return errors > 0 || isTooMany ? 1 : 0
}

type Asked = { isAsked?: (found: FoundResponse, files: readonly string[]) => boolean }

/** Which responses differ from a commit; without one, all are asked for. */
async function changedIn(
  responses: readonly FoundResponse[],
  revision: string | undefined,
): Promise<Asked | { complaints: Complaint[] }> {
  if (revision === undefined) return {}
  const { changedFiles } = await import('./changed-files.ts')
  const changed: string[] = []
  const complaints: Complaint[] = []
  for (const root of new Set(responses.map(({ root }) => root))) {
    const found = await changedFiles(root, revision)
    if ('complaint' in found) complaints.push(found.complaint)
    else changed.push(...found.files)
  }
  if (complaints.length > 0) return { complaints }
  return { isAsked: (found, files) => changed.some(path => isMadeOf(path, found, files)) }
}
