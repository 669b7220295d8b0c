import { PRIVATE, type Place, type Problem } from '../problem.ts'
import { lineOf } from '../line-of.ts'
import { cellsOf, endOf, startOf } from './cells.ts'
import { painter, type Paint, type Style } from './colours.ts'
import { printable } from './printable.ts'
import type { Report, ReporterOptions } from './reporter.ts'

/** A spot to be shown: the problem's own, or one that it is related to. */
type Mark = { place: Place; sign: '^' | '-'; style: Style; label: string }

const CUT = '…'

/** The lines that a problem is about, with signs under the words. */
export function* frameOf(
  problem: Problem,
  { sources, isPrivate, showPath }: Report,
  { columns, hasColours }: ReporterOptions,
): Generator<string> {
  const paint = painter(hasColours)
  const marks = marksOf(problem).filter(({ place }) => sources.has(place.file))
  const digits = Math.max(2, ...marks.map(({ place }) => String(place.start.line).length))
  const gutter = (line = '') => `  ${paint(`${line.padStart(digits)} |`, 'dim')} `
  const room = Math.max(20, columns - digits - 5)
  let [file, number] = [problem.place.file, 0]
  for (const mark of marks) {
    const { place } = mark
    if (place.file !== file) yield `  ${showPath(place.file)}:${place.start.line}`
    if (place.file !== file || place.start.line !== number) number = 0
    file = place.file
    const isHidden = isPrivate(file, place.start.line)
    const view = isHidden ? hiddenView() : viewOf(lineOf(sources, place), place, room)
    if (number === 0) yield (gutter(String(place.start.line)) + view.line).trimEnd()
    number = place.start.line
    for (const line of underline(view, mark, room, paint)) yield gutter() + line
  }
}

/** In the order of the file, the files of related places after the problem's own. */
function marksOf(problem: Problem): Mark[] {
  const own: Mark = { place: problem.place, sign: '^', style: problem.severity, label: '' }
  const others = (problem.related ?? []).map(({ place, label }): Mark => ({
    place,
    sign: '-',
    style: 'related',
    label,
  }))
  const isElsewhere = ({ place }: Mark) => Number(place.file !== problem.place.file)
  return [own, ...others].sort(
    (one, other) =>
      isElsewhere(one) - isElsewhere(other) ||
      one.place.start.line - other.place.start.line ||
      one.place.start.column - other.place.start.column,
  )
}

/** What is shown of a line, and where the marked words stand in that, from 0. */
type View = { line: string; from: number; length: number }

function viewOf(whole: string, { start, end }: Place, room: number): View {
  const line = printable(whole).trimEnd()
  const from = Math.min(start.column - 1, line.length)
  const to = end.line > start.line ? line.length : Math.min(end.column - 1, line.length)
  const before = line.slice(0, from)
  const marked = line.slice(from, to)
  const after = line.slice(Math.max(from, to))
  const length = Math.max(1, cellsOf(marked))
  if (cellsOf(line) <= room) return { line, from: cellsOf(before), length }
  // The words about the marked ones, with a third of the room before them, or more at the line's end.
  const rest = Math.min(room, length + cellsOf(after))
  const lead = Math.max(Math.floor(room / 3), room - rest)
  const shownBefore =
    cellsOf(before) <= lead ? before : CUT + endOf(before, Math.max(0, lead - cellsOf(CUT)))
  const left = room - cellsOf(shownBefore)
  const shownRest =
    cellsOf(marked + after) <= left ? marked + after : startOf(marked + after, left - 1) + CUT
  return {
    line: shownBefore + shownRest,
    from: cellsOf(shownBefore),
    length: Math.max(1, Math.min(length, left)),
  }
}

function hiddenView(): View {
  return { line: PRIVATE, from: 0, length: PRIVATE.length }
}

function* underline(view: View, mark: Mark, room: number, paint: Paint): Generator<string> {
  const { from, length } = view
  const signs = paint(mark.sign.repeat(length), mark.style)
  const label = mark.label && paint(printable(mark.label), mark.style)
  const isBeside = from + length + 1 + mark.label.length <= room
  if (!label || isBeside) {
    yield ' '.repeat(from) + signs + (label && ` ${label}`)
    return
  }
  yield ' '.repeat(from) + signs
  yield ' '.repeat(Math.max(0, Math.min(from, room - mark.label.length))) + label
}
