import { distance } from 'fastest-levenshtein'
import type { Rule } from '../rule.ts'

const SECTION_55 = 'section 55'
/** Letters that may differ for it to have been meant. */
const CLOSE = 3

export const unclearBasis: Rule = {
  id: 'unclear-basis',
  severity: 'error', // the rules of the Act would be silent
  title: 'A basis that is nearly section 55 is section 55',
  source:
    'Practice: another basis switches the rules of the Act off, and nobody should do so by a slip',
  *check({ report: { basis, is_section_55 } }) {
    if (is_section_55) return
    const typed = basis.toLowerCase().replace(/\s+/g, ' ').slice(0, 40)
    const isNumberAlone = /\b55\b/.test(typed)
    if (!isNumberAlone && distance(typed, SECTION_55) > CLOSE) return
    yield {
      at: ['report', 'basis'],
      message: `Unexpected basis "${basis}", expected ${SECTION_55}, or the name of another duty`,
      hint: 'With any other basis the 56 days and the rest of section 55 are not checked.',
    }
  },
}
