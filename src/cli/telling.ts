import { version } from '../../package.json'
import { rules } from '../check/rules/index.ts'
import { rulesOfReading } from '../check/rules-of-reading.ts'
import type { Rule } from '../check/rule.ts'
import type { RuleInfo, Telling } from '../reporters/reporter.ts'
import type { Io } from './io.ts'

/** Who tells, for the formats in which that stands. */
export const telling = ({ today }: Pick<Io, 'today'>): Telling => ({ version, today, loadRules })

async function loadRules(): Promise<RuleInfo[]> {
  // Long, and for nobody else.
  const { pages } = await import('section55:manual')
  return [...rules, ...rulesOfReading].map(rule => {
    const { id, title, source, severity } = rule
    return { id, title, source, severity, page: pages[id]!, tags: tagsOf(rule) }
  })
}

/** The classes of a rule. */
function tagsOf({ statutory, completeness }: Partial<Rule>): string[] {
  return [...(statutory ? ['Police Act 1996'] : []), ...(completeness ? ['completeness'] : [])]
}
