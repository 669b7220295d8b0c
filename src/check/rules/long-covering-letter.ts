import type { Rule } from '../rule.ts'

const MOST = 2

export const longCoveringLetter: Rule = {
  id: 'long-covering-letter',
  severity: 'warning',
  title: 'The letter before an appendix has at most two pages',
  source: 'Practice: the layout with an appendix is chosen for a short letter',
  needsPages: true,
  *check({ laidOut }) {
    if (laidOut?.appendix === undefined) return
    const pages = laidOut.appendix - 1
    if (pages <= MOST) return
    yield {
      at: ['letter', 'layout'],
      message: `Unexpected letter of ${pages} pages before the appendix, expected at most ${MOST}`,
      hint: 'Shorten `comments` and `reply`, or choose `layout: letter`, with everything in it.',
    }
  },
}
