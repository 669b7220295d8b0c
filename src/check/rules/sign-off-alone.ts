import { inLines, sayPage } from '../laid-out.ts'
import { inWords } from '../names.ts'
import type { Rule } from '../rule.ts'

const LEAST = 2

export const signOffAlone: Rule = {
  id: 'sign-off-alone',
  severity: 'warning',
  title: 'The sign-off has words of the letter above it on its page',
  source: 'Practice: a signature on a page of its own could stand under any letter',
  needsPages: true,
  *check({ laidOut }) {
    const signOff = laidOut?.signOff
    if (!laidOut || !signOff || signOff.page === 1) return
    const above = inLines(signOff.y - laidOut.top, laidOut)
    if (above >= LEAST) return
    const found = above === 0 ? 'sign-off alone' : 'sign-off under a single line'
    yield {
      at: ['letter'],
      part: 'key',
      message: `Unexpected ${found} on ${sayPage(signOff, laidOut)}, expected ${inWords(LEAST)} lines of the letter above it`,
      hint: 'Shorten the letter by a few lines, or say a little more at its end.',
    }
  },
}
