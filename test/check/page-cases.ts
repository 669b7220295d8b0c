import type { LaidOut, Spot } from '../../src/document/laid-out.ts'

export const spot = (page: number, y: number, x = 34): Spot => ({ page, x, y })

/** A letter of five pages in which nothing is wrong. */
export const theseLaidOut = (changes: Partial<LaidOut> = {}): LaidOut => ({
  pages: 5,
  addressees: [{ start: spot(1, 50), end: spot(1, 78) }],
  signOff: spot(5, 80),
  headings: [{ words: 'Custody', at: spot(2, 60), below: spot(2, 70) }],
  ends: [spot(5, 120)],
  top: 25,
  line: 6,
  ...changes,
})

/** For each rule that needs the pages: pages that it tells of, which are those of its manual page too. */
export const pageCases: Record<string, Partial<LaidOut>> = {
  'sign-off-alone': { signOff: spot(5, 25) },
  'short-last-page': { ends: [spot(5, 31)], signOff: spot(4, 200) },
  'heading-at-foot': {
    headings: [{ words: 'Custody', at: spot(2, 268), below: spot(3, 25) }],
  },
  'long-covering-letter': { appendix: 4, ends: [spot(3, 120), spot(5, 120)], signOff: spot(3, 90) },
  'long-appendix': {
    appendix: 3,
    pages: 71,
    ends: [spot(2, 90), spot(71, 90)],
    signOff: spot(2, 60),
  },
  'address-outside-window': { addressees: [{ start: spot(1, 82), end: spot(1, 106) }] },
}
