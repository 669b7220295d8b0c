import type { LaidOut } from '../document/laid-out.ts'
import type { Reading } from '../model/reading.ts'
import type { Day, InspectionResponse } from '../model/response.ts'
import type { Place, Problem, Waived } from '../problem.ts'
import { findFollowUps } from './follow-ups.ts'
import { inOrder, keyInAnyLanguage } from '../model/order.ts'
import { isPath } from './rule.ts'
import type { Context, Finding, FindMissingCharacters, Rule, Spot } from './rule.ts'
import { rules as allRules } from './rules/index.ts'
import { findSettingsProblems, UNUSED_WAIVER } from './settings-problems.ts'
import { severityOf } from './severity.ts'
import { Waivers } from './waivers.ts'

export type CheckOptions = {
  /** Waivers end on their day; a draft's signatory is looked for on this one. */
  today: Day
  /** The severity of what a response that is being written still lacks. */
  gaps?: 'error' | 'warning'
  rules?: readonly Rule[]
  /** Asked of every text that the letter prints; without it, every character has its font. */
  findMissingCharacters?: FindMissingCharacters
  /** Who only counts errors does not ask the rules that find none. */
  isOnlyErrors?: boolean
}

/** In order of file and place. The classes are those of format.md; `all` holds both, and the rest. */
export type Findings = {
  all: Problem[]
  /** Unreadable, unknown, missing: with an error here nothing is built. */
  structure: Problem[]
  /** What a draft shows as gaps. */
  completeness: Problem[]
  /** What waivers excuse: told with who excused it and why, and no finding. */
  waived: Waived[]
}

/** Everything that is wrong with a response: what its reading met, and what the rules find. */
export function checkReading(reading: Reading, options: CheckOptions): Findings {
  const { rules: wanted = allRules, gaps = 'error', today, isOnlyErrors = false } = options
  const rules = wanted.filter(rule => !rule.needsPages)
  const found: Problem[] = []
  const incomplete: Problem[] = []
  // By its place: each language was asked.
  const waived = new Map<string, Waived>()
  // Messages are in English, and so are the names in them, where there are English ones.
  const isOther = ({ language }: InspectionResponse) => Number(language !== 'en-GB')
  const responses = [...reading.responses].sort((one, other) => isOther(one) - isOther(other))
  for (const response of responses) {
    const context = contextOf(reading, response, options)
    const waivers = new Waivers(response, today)
    const isFollowUp = findFollowUps(reading, response)
    const ofWaivers = severityOf({ ...UNUSED_WAIVER, isBinding: false }, reading.settings, gaps)
    // Which waivers are in use is known once all rules were asked.
    const isEachAsked = !isOnlyErrors || ofWaivers === 'error'
    for (const rule of rules) {
      const isBinding = rule.statutory === true && context.has_duty
      const severity = severityOf({ ...rule, isBinding }, reading.settings, gaps)
      if (!isEachAsked && severity !== 'error') continue
      for (const finding of rule.check(context)) {
        if (isFollowUp(rule, finding)) continue
        // Asked before the severity: a waiver is in use even where the rule is off.
        const excuse = waivers.excuse(rule.id, finding.item)
        if (severity === 'off') continue
        const law = isBinding ? rule.source : undefined
        const problem = toProblem(reading, finding, { rule: rule.id, severity, law })
        if (excuse) waived.set(String(excuse.waiver.at), { problem, ...Waivers.told(excuse) })
        else (rule.completeness ? incomplete : found).push(problem)
      }
    }
    if (ofWaivers === 'off' || !isEachAsked) continue
    for (const finding of waivers.findings(wanted))
      found.push(
        toProblem(reading, finding, {
          rule: UNUSED_WAIVER.id,
          severity: ofWaivers,
          law: undefined,
        }),
      )
  }
  for (const gap of reading.gaps)
    incomplete.push(gaps === 'warning' ? { ...gap, severity: 'warning' } : gap)
  found.push(...findSettingsProblems(reading, wanted))
  const { files } = reading
  return {
    // Each language was asked; the reading has told what it met once.
    all: inOrder(
      [...reading.problems, ...inOrder([...incomplete, ...found], files, keyInAnyLanguage)],
      files,
    ),
    structure: inOrder(reading.problems, files),
    completeness: inOrder(incomplete, files, keyInAnyLanguage),
    waived: [...waived.values()],
  }
}

/** What the pages of a letter tell, which is what its response says in that language. */
export function checkPages(
  reading: Reading,
  response: InspectionResponse,
  laidOut: LaidOut,
  { rules = allRules, today }: Pick<CheckOptions, 'rules' | 'today'>,
): Problem[] {
  const context = { ...contextOf(reading, response, { today }), laidOut }
  const waivers = new Waivers(response, today)
  const problems: Problem[] = []
  for (const rule of rules) {
    const severity = severityOf({ ...rule, isBinding: false }, reading.settings, 'error')
    if (!rule.needsPages || severity === 'off') continue
    for (const finding of rule.check(context)) {
      if (waivers.excuse(rule.id, finding.item)) continue
      problems.push(toProblem(reading, finding, { rule: rule.id, severity, law: undefined }))
    }
  }
  return problems
}

function contextOf(
  reading: Reading,
  response: InspectionResponse,
  { today, findMissingCharacters = () => [] }: CheckOptions,
): Context {
  const { settings, unknownDates, unsetSignatures, copies } = reading
  const { published, sent } = response.publication
  const { is_section_55, covered_by } = response.report
  const has_duty = is_section_55 && covered_by === undefined
  return {
    ...response,
    has_duty,
    settings,
    today,
    is_closed: published !== undefined && sent !== undefined,
    copies,
    unknownDates,
    unsetSignatures,
    findMissingCharacters,
  }
}

type Told = { rule: string; severity: Problem['severity']; law: string | undefined }

function toProblem(reading: Reading, finding: Finding, { rule, severity, law }: Told): Problem {
  const { at, within, part, message, hint, item, related } = finding
  return {
    rule,
    severity,
    message,
    place:
      within && isPath(at)
        ? reading.placeIn(at, within.offset, within.length)
        : placeOf(reading, at, part),
    ...(isPath(at) && { at }),
    ...(item !== undefined && { item }),
    ...(law !== undefined && { law }),
    ...(hint !== undefined && { hint }),
    ...(related && {
      related: related.map(({ at, part, label }) => ({ place: placeOf(reading, at, part), label })),
    }),
  }
}

function placeOf(reading: Reading, at: Spot, part?: 'key' | 'value'): Place {
  if ('place' in at) return at.place
  return 'office' in at ? reading.officePlace(at.office, part) : reading.place(at, part)
}
