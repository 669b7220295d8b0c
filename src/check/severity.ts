import type { Settings } from '../model/settings.ts'
import type { Problem } from '../problem.ts'
import type { Rule } from './rule.ts'

export type Severity = Problem['severity']

const RANK: Record<Severity | 'off', number> = { off: 0, note: 1, warning: 2, error: 3 }

type Class = Pick<Rule, 'id' | 'severity' | 'completeness'> & { isBinding: boolean }

/** The rule's own severity, or the office's. What the Act asks can be made stricter only. */
export function severityOf(
  rule: Class,
  { rules }: Settings,
  gaps: 'error' | 'warning',
): Severity | 'off' {
  const wanted = rules[rule.id] ?? rule.severity
  const severity = isLowered(rule, wanted) ? rule.severity : wanted
  return rule.completeness && gaps === 'warning' && severity === 'error' ? 'warning' : severity
}

export function isLowered(rule: Class, wanted: Severity | 'off'): boolean {
  return rule.isBinding && RANK[wanted] < RANK[rule.severity]
}
