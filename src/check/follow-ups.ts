import type { Reading } from '../model/reading.ts'
import type { InspectionResponse } from '../model/response.ts'
import { isError, type Path, type Place, type Problem } from '../problem.ts'
import { lineOf } from '../line-of.ts'
import { entriesOf, jointAnswersOf } from '../model/response.ts'
import { isPath, type Finding, type Rule } from './rule.ts'
import { didYouMean } from '../model/validate/did-you-mean.ts'

/**
 * A mistyped `updte` is one mistake: what is missing because of it is not reported as well.
 * Says of a finding whether something unreadable explains it.
 */
export function findFollowUps(reading: Reading, response: InspectionResponse) {
  // What stands in one language only is missing in the other, and told of both.
  const broken = [...reading.problems.filter(isError), ...reading.gaps]
  const { refused, refusedOfOffice } = reading
  if (broken.length === 0) return () => false
  const blamed = new Set<string>()
  const starts = [...entriesOf(response.sections), ...jointAnswersOf(response.sections)]
    .map(({ item }) => ({ id: item.id, ...reading.place(item.at) }))
    .sort((one, other) => one.start.line - other.start.line)
  for (const { place } of broken) {
    const last = starts.findLast(item => isFrom(item, place))
    if (last) blamed.add(last.id)
  }
  const typed = broken.map(({ place }) => wordAt(reading, place))
  return ({ completeness }: Rule, { at, item, within, from = [] }: Finding): boolean => {
    // Words that can be pointed at were read.
    if (item !== undefined && !within && blamed.has(item)) return true
    if (isPath(at) && [at, ...from].some(path => holdsOne(path, refused))) return true
    if ('office' in at && holdsOne(at.office, refusedOfOffice)) return true
    if (item !== undefined) return false
    const key = isPath(at) ? at.at(-1) : undefined
    if (!completeness || typeof key !== 'string') return false
    return typed.some(word => didYouMean(word, [key]) !== undefined)
  }
}

/** Not above it, nor further out than its keys. */
function isFrom({ file, start }: Place, place: Problem['place']): boolean {
  return file === place.file && start.line <= place.start.line && start.column <= place.start.column
}

/** Whether one of the values left out stood there, or within. */
function holdsOne(path: Path, refused: readonly Path[]): boolean {
  // Positions have moved since: what stands where an entry of a list stood is another one.
  const isEntry = typeof path.at(-1) === 'number'
  return refused.some(
    left =>
      path.length > 0 &&
      path.every((step, index) => step === left[index]) &&
      (left.length > path.length || !isEntry),
  )
}

function wordAt({ sources }: Reading, place: Place): string {
  const { start, end } = place
  if (start.line !== end.line) return ''
  return lineOf(sources, place).slice(start.column - 1, end.column - 1)
}
