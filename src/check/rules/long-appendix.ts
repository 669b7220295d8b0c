import type { Rule } from '../rule.ts'

const MOST = 60

export const longAppendix: Rule = {
  id: 'long-appendix',
  severity: 'warning',
  title: 'The appendix has at most 60 pages',
  source: 'Practice: what nobody can read at a sitting is not read',
  needsPages: true,
  *check({ laidOut }) {
    if (laidOut?.appendix === undefined) return
    const pages = laidOut.pages - laidOut.appendix + 1
    if (pages <= MOST) return
    yield {
      at: ['sections'],
      part: 'key',
      message: `Unexpected appendix of ${pages} pages, expected at most ${MOST}`,
      hint: 'Answer items together (`answers: all`) where the answer is one, and link to evidence in place of quoting it.',
    }
  },
}
