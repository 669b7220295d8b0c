import type { Area, Panel, Rule } from './drawn-page.ts'
import { areaOf, heightOf, isWithin, widthOf } from './drawn-page.ts'
import type { Segment } from './segment.ts'

/** The borders of its rows and of its columns. */
export type Grid = Area & { across: number[]; down: number[] }

type Line = { at: number; from: number; to: number }

const NEAR = 3

/** The tables that rules tell of, and the frames that they make of one column. */
export function findGrids(
  rules: readonly Rule[],
  panels: readonly Panel[],
  segments: readonly Segment[],
): { grids: Grid[]; frames: Area[] } {
  const all = [...rules, ...edgesOf(panels)]
  const uprights = mergeLines(
    all
      .filter(({ isUpright }) => isUpright)
      .map(({ left, right, top, bottom }) => ({
        ...{ at: (left + right) / 2, from: top, to: bottom },
      })),
  )
  const levels = mergeLines(
    all
      .filter(({ isUpright }) => !isUpright)
      .map(({ left, right, top, bottom }) => ({
        ...{ at: (top + bottom) / 2, from: left, to: right },
      })),
  )
  const grids: Grid[] = []
  const frames: Area[] = []
  const loose: Line[] = []
  for (const group of groupCrossing(uprights, levels)) {
    const across = distinct(group.uprights.map(({ at }) => at))
    const down = distinct(group.levels.map(({ at }) => at))
    if (across.length < 2 || down.length < 2) {
      if (group.uprights.length === 0) loose.push(...group.levels)
      else if (down.length >= 2) {
        const open = withOuterEdges(across, group.levels)
        if (open.length > 2) grids.push(toGrid(open, down))
      }
      continue
    }
    const full = withOuterEdges(across, group.levels)
    if (full.length > 2) grids.push(toGrid(full, down))
    else frames.push(toGrid(full, down))
  }
  for (const grid of openGrids(loose, segments))
    if (!grids.some(other => isWithin(grid, other))) grids.push(grid)
  return { grids: grids.filter(grid => hasCells(grid, segments)), frames }
}

const toGrid = (across: number[], down: number[]): Grid => ({
  ...{ left: across[0]!, right: across.at(-1)!, top: down[0]!, bottom: down.at(-1)! },
  ...{ across, down },
})

/** A table often has no rule at its left and right. */
function withOuterEdges(across: readonly number[], levels: readonly Line[]): number[] {
  const left = Math.min(...levels.map(({ from }) => from))
  const right = Math.max(...levels.map(({ to }) => to))
  return distinct([...across, left, right], 12)
}

/** Where at least two of its columns have words, and two cells of one row. */
function hasCells({ across, down, ...area }: Grid, segments: readonly Segment[]): boolean {
  const rows = new Map<number, Set<number>>()
  let widest = 0
  for (const segment of segments) {
    if (!isWithin(segment, area, 4)) continue
    const row = indexIn(down, (segment.top + segment.bottom) / 2)
    const columns = rows.get(row) ?? new Set()
    rows.set(row, columns.add(indexIn(across, segment.left + 2)))
    widest = Math.max(widest, columns.size)
  }
  return widest >= 2
}

/** Of the spans between borders, the one that a place is in, from 0. */
export function indexIn(borders: readonly number[], at: number): number {
  let index = 0
  while (index < borders.length - 2 && at >= borders[index + 1]!) index += 1
  return index
}

/** Cells that are shaded in place of ruled: only those that stand beside one another. */
function* edgesOf(panels: readonly Panel[]): Generator<Rule> {
  const sorted = panels
    .filter(({ colour }) => colour !== 'line')
    .toSorted((one, other) => one.top - other.top || one.left - other.left)
  for (const [index, one] of sorted.entries()) {
    const neighbours = [sorted[index - 1], sorted[index + 1]]
    const isBesides = neighbours.some(
      other =>
        other &&
        Math.abs(other.top - one.top) < 2 &&
        Math.abs(other.bottom - one.bottom) < 2 &&
        (Math.abs(other.left - one.right) < 6 || Math.abs(other.right - one.left) < 6),
    )
    if (!isBesides || heightOf(one) > 200) continue
    const { left, right, top, bottom } = one
    yield { left, right: left, top, bottom, isUpright: true }
    yield { left: right, right, top, bottom, isUpright: true }
    yield { left, right, top, bottom: top, isUpright: false }
    yield { left, right, top: bottom, bottom, isUpright: false }
  }
}

/** Those that go on along one line, in one. */
function mergeLines(lines: readonly Line[]): Line[] {
  const sorted = lines.toSorted((one, other) => one.at - other.at)
  const merged: Line[] = []
  let group: Line[] = []
  const flush = () => {
    group.sort((one, other) => one.from - other.from)
    let line: Line | undefined
    for (const one of group) {
      if (line && one.from <= line.to + NEAR) line.to = Math.max(line.to, one.to)
      else merged.push((line = { ...one }))
    }
    group = []
  }
  for (const line of sorted) {
    if (group.length > 0 && line.at - group[0]!.at > 1.5) flush()
    group.push(line)
  }
  flush()
  return merged
}

const distinct = (places: number[], near = NEAR + 1): number[] =>
  places
    .sort((one, other) => one - other)
    .filter((place, index, all) => index === 0 || place - all[index - 1]! > near)

function groupCrossing(
  uprights: readonly Line[],
  levels: readonly Line[],
): { uprights: Line[]; levels: Line[] }[] {
  const parents = Array.from({ length: uprights.length + levels.length }, (_, index) => index)
  const rootOf = (index: number): number => {
    while (parents[index] !== index) index = parents[index] = parents[parents[index]!]!
    return index
  }
  for (const [one, upright] of uprights.entries())
    for (const [other, level] of levels.entries()) {
      const isCrossing =
        level.at >= upright.from - NEAR &&
        level.at <= upright.to + NEAR &&
        upright.at >= level.from - NEAR &&
        upright.at <= level.to + NEAR
      if (isCrossing) parents[rootOf(one)] = rootOf(uprights.length + other)
    }
  const groups = new Map<number, { uprights: Line[]; levels: Line[] }>()
  const groupOf = (index: number) => {
    const root = rootOf(index)
    const group = groups.get(root) ?? { uprights: [], levels: [] }
    groups.set(root, group)
    return group
  }
  for (const [index, line] of uprights.entries()) groupOf(index).uprights.push(line)
  for (const [index, line] of levels.entries()) groupOf(uprights.length + index).levels.push(line)
  return [...groups.values()]
}

/** Three rules or more of one width, one below the other, and words in columns between them. */
function* openGrids(levels: readonly Line[], segments: readonly Segment[]): Generator<Grid> {
  const sorted = levels
    .filter(({ from, to }) => to - from > 100)
    .toSorted((one, other) => one.from - other.from || one.at - other.at)
  for (let index = 0; index < sorted.length;) {
    const first = sorted[index]!
    const group = [first]
    while (
      sorted[index + group.length] &&
      Math.abs(sorted[index + group.length]!.from - first.from) < NEAR &&
      Math.abs(sorted[index + group.length]!.to - first.to) < NEAR
    )
      group.push(sorted[index + group.length]!)
    index += group.length
    const down = distinct(group.map(({ at }) => at))
    if (down.length < 3) continue
    const area = { left: first.from, right: first.to, top: down[0]!, bottom: down.at(-1)! }
    const inner = segments.filter(segment => isWithin(segment, area, 4))
    const across = bordersBetween(inner, area)
    if (across.length > 2) yield toGrid(across, down)
  }
}

/** Columns of words, by the room that all rows leave between them. */
export function bordersBetween(segments: readonly Segment[], { left, right }: Area): number[] {
  const sorted = segments.toSorted((one, other) => one.left - other.left)
  const borders = [left]
  let end = -Infinity
  for (const segment of sorted) {
    const isMark = segment.words.trim().length < 3 && widthOf(segment) < 12
    if (isMark) continue
    if (end > -Infinity && segment.left - end > 0.35 * segment.size) borders.push(segment.left - 1)
    end = Math.max(end, segment.right)
  }
  return [...borders, Math.max(right, areaOf(segments).right)]
}
