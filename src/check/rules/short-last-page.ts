import { inLines, sayPage } from '../laid-out.ts'
import { inWords } from '../names.ts'
import type { Rule } from '../rule.ts'

const LEAST = 3

export const shortLastPage: Rule = {
  id: 'short-last-page',
  severity: 'warning',
  title: 'The last page has at least three lines',
  source: 'Practice: a page for a line or two looks like a mistake, and is lost from a file',
  needsPages: true,
  *check({ laidOut }) {
    if (!laidOut) return
    for (const end of laidOut.ends) {
      const lines = inLines(end.y - laidOut.top, laidOut)
      if (end.page === 1 || lines >= LEAST) continue
      const found = `${inWords(lines)} ${lines === 1 ? 'line' : 'lines'}`
      const what = end.page === laidOut.pages ? 'the last' : 'the last of the letter'
      yield {
        at: ['letter'],
        part: 'key',
        message: `Unexpected ${found} on ${sayPage(end, laidOut)}, ${what}, expected at least ${inWords(LEAST)}`,
        hint: 'Shorten the text before it by as many lines, or let it say a little more.',
      }
    }
  },
}
