import { SETTINGS_FILE } from '../model/read-settings.ts'
import type { Reading } from '../model/reading.ts'
import type { Place, Problem } from '../problem.ts'
import type { Rule } from './rule.ts'
import { isLowered } from './severity.ts'
import { didYouMean } from '../model/validate/did-you-mean.ts'

/** Rules that are not about a response but about what is said of rules. */
export const UNUSED_WAIVER = { id: 'unused-waiver', severity: 'warning' } as const
export const RULE_SETTING = { id: 'rule-setting', severity: 'warning' } as const

/** Settings for rules that there are not, or that lower what the Act asks. */
export function* findSettingsProblems(
  { settings, sources, responses }: Reading,
  rules: readonly Rule[],
): Generator<Problem> {
  const known = [...rules.map(({ id }) => id), UNUSED_WAIVER.id, RULE_SETTING.id]
  const severity = settings.rules[RULE_SETTING.id] ?? RULE_SETTING.severity
  if (severity === 'off') return
  const hasDuty = responses.some(({ report }) => report.is_section_55 && !report.covered_by)
  for (const [id, wanted] of Object.entries(settings.rules)) {
    const about = {
      rule: RULE_SETTING.id,
      severity,
      place: findWord(sources.get(SETTINGS_FILE) ?? '', id),
    }
    const rule = rules.find(rule => rule.id === id)
    if (!rule && !known.includes(id)) {
      const meant = didYouMean(id, known)
      yield {
        ...about,
        message: `Unexpected rule ${id}, expected the name of a rule`,
        ...(meant !== undefined && { hint: `Did you mean ${meant}?` }),
      }
    } else if (
      rule &&
      isLowered({ ...rule, isBinding: rule.statutory === true }, wanted) &&
      hasDuty
    )
      yield {
        ...about,
        law: rule.source,
        message: `Unexpected ${wanted} for ${id}, expected ${rule.severity}: the Act asks it`,
        hint: `It is reported as ${article(rule.severity)} all the same.`,
      }
  }
}

const article = (severity: Problem['severity']) =>
  severity === 'error' ? 'an error' : `a ${severity}`

/** Where a rule's name stands in the settings: names of rules are like no other word there. */
function findWord(text: string, word: string): Place {
  const lines = text.split('\n')
  const isWhole = (line: string, at: number) =>
    at >= 0 && !/[\w-]/.test(`${line[at - 1] ?? ' '}${line[at + word.length] ?? ' '}`)
  const line = lines.findIndex(line => isWhole(line, line.indexOf(word)))
  const column = line < 0 ? 1 : (lines[line] ?? '').indexOf(word) + 1
  const start = { line: Math.max(line, 0) + 1, column }
  const end = { line: start.line, column: line < 0 ? 1 : column + word.length }
  return { file: SETTINGS_FILE, start, end }
}
