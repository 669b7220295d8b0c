import type { Area, Panel } from './drawn-page.ts'
import { heightOf, isWithin, widthOf } from './drawn-page.ts'
import type { Grid } from './find-tables.ts'
import type { Segment } from './segment.ts'

export type Box = Panel

const MOST_BOXES = 200

/** The shaded and framed areas of a page that set words off. */
export function findBoxes(
  page: { width: number; height: number; panels: readonly Panel[] },
  frames: readonly Area[],
  grids: readonly Grid[],
  segments: readonly Segment[],
): Box[] {
  const isBackground = (panel: Area) =>
    widthOf(panel) > 0.9 * page.width && heightOf(panel) > 0.8 * page.height
  const isOfTable = (panel: Area) => grids.some(grid => isWithin(panel, grid, 4))
  const panels = [...page.panels, ...frames.map(frame => ({ ...frame, colour: 'line' }))]
    .filter(panel => !isBackground(panel) && !isOfTable(panel))
    .slice(0, MOST_BOXES)
  return mergeTouching(withoutTwins(panels)).filter(panel => isSetOff(panel, segments))
}

/** A shade and the frame around it. */
function withoutTwins(panels: readonly Panel[]): Panel[] {
  const kept: Panel[] = []
  for (const panel of panels) {
    const twin = kept.findIndex(other => isWithin(other, panel, 4) && isWithin(panel, other, 4))
    if (twin === -1) kept.push(panel)
    else if (kept[twin]!.colour === 'line') kept[twin] = panel
  }
  return kept
}

/** A band with a title, and the box below it. */
function mergeTouching(panels: readonly Panel[]): Panel[] {
  const merged: Panel[] = []
  for (const panel of panels.toSorted((one, other) => one.top - other.top)) {
    const above = merged.find(
      other =>
        Math.abs(other.left - panel.left) < 3 &&
        Math.abs(other.right - panel.right) < 3 &&
        Math.abs(other.bottom - panel.top) < 2.5,
    )
    if (above) above.bottom = panel.bottom
    else merged.push({ ...panel })
  }
  return merged
}

/** One line on a shade is a heading, or a grade. */
function isSetOff(panel: Panel, segments: readonly Segment[]): boolean {
  const inner = segments.filter(segment => isWithin(segment, panel, 3))
  const [first] = inner
  if (!first) return false
  const isOneLine = inner.every(({ base }) => Math.abs(base - first.base) < 0.5 * first.size)
  if (!isOneLine) return true
  // As high as its line, it is the mark of a pen.
  if (heightOf(panel) < 1.7 * first.size) return false
  const words = inner.map(({ words }) => words).join(' ')
  // A row of dots may be as long as the page holds.
  return words.length > 30 && /[.!?]\W*$/.test(words.slice(-30))
}
