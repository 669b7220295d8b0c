import type { LaidOut } from '../../document/laid-out.ts'
import type { Rule } from '../rule.ts'

/**
 * Millimetres of the sheet that the window of a DL envelope shows: 35 by 90, 20 from its left edge and 18
 * from its lower one, with A4 folded in three resting in it.
 */
const WINDOW = { left: 20, right: 110, top: 46, bottom: 81 }

export const addressOutsideWindow: Rule = {
  id: 'address-outside-window',
  // Few offices post the letter: those that do set it to a warning.
  severity: 'note',
  title: 'The first address stands in the window of a DL envelope',
  source: 'Practice: DL envelopes, 110 by 220 mm, with a window of 35 by 90 mm',
  needsPages: true,
  *check({ laidOut }) {
    const [address] = laidOut?.addressees ?? []
    if (!address || isInside(address)) return
    const { start, end } = address
    yield {
      at: ['letter', 'to'],
      part: 'key',
      message: `Unexpected address ${round(start.y)} to ${round(end.y)} mm from the top and ${round(start.x)} mm from the left, expected it between ${WINDOW.top} and ${WINDOW.bottom} mm, and from ${WINDOW.left} mm`,
      hint: 'Set letterhead.margins in office.yaml, or make the letterhead lower or higher.',
    }
  },
}

const isInside = ({ start, end }: LaidOut['addressees'][number]): boolean =>
  start.page === 1 &&
  end.page === 1 &&
  start.y >= WINDOW.top &&
  end.y <= WINDOW.bottom &&
  start.x >= WINDOW.left &&
  start.x < WINDOW.right

const round = (length: number): number => Math.round(length)
