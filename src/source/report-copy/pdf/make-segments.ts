import type { Glyph, Rule, Run } from './drawn-page.ts'
import type { Part, Segment } from './segment.ts'

/** Letters reach so far above the line that they stand on, and below it, in sizes. */
const ABOVE = 0.75
const BELOW = 0.22
/** Words further apart than this are not of one line of words, or are as well put together later. */
const APART = 0.8
/** Words that begin where cells of other rows do are of a cell, if they stand this far apart. */
const CLOSE = 0.35

/** The words of a page, from its top, each line from its left. */
export function makeSegments(runs: readonly Run[], rules: readonly Rule[] = []): Segment[] {
  const isRuled = borderFinder(rules)
  const lines = [...linesOf(splitRuns(runs, 1, isRuled))].map(line => withoutTwins(line))
  const first = lines.map(line => segmentsIn(line, isRuled))
  const isStop = stopFinder(first)
  const segments = isStop
    ? lines.flatMap(line =>
        segmentsIn(splitRuns(line, CLOSE * line[0]!.size, isStop), isRuled, isStop),
      )
    : first.flat()
  return segments.filter(({ words }) => words.trim() !== '')
}

function segmentsIn(line: readonly Run[], ...isSplit: Splitter[]): Segment[] {
  const segments: Segment[] = []
  let own: Run[] = []
  let right = -Infinity
  for (const run of line) {
    const { left } = run.glyphs[0]!
    const isApart =
      left - right > APART * run.size ||
      left - right < -1.5 * run.size ||
      (left - right > 1 && isSplit.some(isSplit => isSplit(right, left, run.base)))
    if (own.length > 0 && isApart) {
      segments.push(toSegment(own))
      own = []
    }
    own.push(run)
    right = own.length === 1 ? endOf(run) : Math.max(right, endOf(run))
  }
  if (own.length > 0) segments.push(toSegment(own))
  return segments
}

/** Whether two cells meet between two places on a line. */
type Splitter = (left: number, right: number, base: number) => boolean

/**
 * Where cells begin in several rows: words that fill a cell of another row stand no further from the next
 * cell's than from one another.
 */
function stopFinder(lines: readonly Segment[][]): Splitter | undefined {
  const counts = new Map<number, number>()
  for (const line of lines)
    for (const { left } of line.slice(1)) {
      const stop = Math.round(left)
      counts.set(stop, (counts.get(stop) ?? 0) + 1)
    }
  const stops = new Set([...counts].filter(([, count]) => count >= 2).map(([stop]) => stop))
  if (stops.size === 0) return undefined
  return (left, right) => right - left > 3.5 && stops.has(Math.round(right))
}

/** Whether the border of a cell stands there. */
function borderFinder(rules: readonly Rule[]): Splitter {
  const uprights = rules
    .filter(({ isUpright }) => isUpright)
    .sort((one, other) => one.left - other.left)
  return (left, right, base) => {
    if (uprights.length === 0 || right <= left) return false
    let [low, high] = [0, uprights.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (uprights[middle]!.left < left - 0.5) low = middle + 1
      else high = middle
    }
    for (; low < uprights.length && uprights[low]!.left <= right + 0.5; low++) {
      const { top, bottom } = uprights[low]!
      if (top <= base - 3 && bottom >= base - 3) return true
    }
    return false
  }
}

/** Words of two cells can stand as close as two words. */
function splitRuns(runs: readonly Run[], least: number, isSplit: Splitter): Run[] {
  return runs.flatMap(run => {
    const { base } = run
    const glyphs = run.glyphs.filter(({ text }) => text.trim() !== '')
    const cuts = glyphs.flatMap((glyph, index) => {
      const right = glyphs[index - 1]?.right ?? Infinity
      return glyph.left - right > least && isSplit(right, glyph.left, base) ? [glyph] : []
    })
    if (cuts.length === 0) return [run]
    const places = cuts.map(glyph => run.glyphs.indexOf(glyph))
    return [0, ...places].map((from, index) => ({
      ...run,
      glyphs: run.glyphs.slice(from, places[index]),
    }))
  })
}

const endOf = ({ glyphs }: Run): number =>
  (glyphs.findLast(({ text }) => text.trim() !== '') ?? glyphs.at(-1)!).right

function* linesOf(runs: readonly Run[]): Generator<Run[]> {
  let line: Run[] = []
  for (const run of runs.toSorted((one, other) => one.base - other.base)) {
    const before = line[0]
    if (before && run.base - before.base > 0.12 * Math.max(run.size, before.size)) {
      yield sortLine(line)
      line = []
    }
    line.push(run)
  }
  if (line.length > 0) yield sortLine(line)
}

const sortLine = (line: Run[]): Run[] =>
  line.sort((one, other) => one.glyphs[0]!.left - other.glyphs[0]!.left)

const textOf = ({ glyphs }: Run): string => glyphs.map(({ text }) => text).join('')

const withoutTwins = (line: readonly Run[]): Run[] => {
  const kept: Run[] = []
  for (const run of line) if (!isPrintedTwice(kept.at(-1), run)) kept.push(run)
  return kept
}

/** As shadows and bold letters are made where the font has none. */
function isPrintedTwice(before: Run | undefined, run: Run): boolean {
  if (!before || before.glyphs.length !== run.glyphs.length) return false
  const far = Math.abs(before.glyphs[0]!.left - run.glyphs[0]!.left)
  return far < 0.15 * run.size && textOf(before) === textOf(run)
}

function toSegment(runs: readonly Run[]): Segment {
  const main = mainOf(runs)
  const { size, base } = main
  const { parts, firstEnd, second } = partsOf(runs, size)
  const words = parts.map(part => part.words).join('')
  const left = runs[0]!.glyphs[0]!.left
  const right = Math.max(...runs.map(endOf))
  const { tag } = main
  return {
    ...{ left, right, top: base - ABOVE * size, bottom: base + BELOW * size },
    ...{ words, parts, base, size, ...(tag !== undefined && { tag }) },
    isArtifact: runs.every(({ isArtifact }) => isArtifact),
    firstEnd: firstEnd ?? right,
    ...(second !== undefined && { second }),
  }
}

/** The run that most of the letters are of. */
const mainOf = (runs: readonly Run[]): Run =>
  runs.reduce((main, run) => (weightOf(run) > weightOf(main) ? run : main))
const weightOf = ({ glyphs, isRaised }: Run): number => (isRaised ? 0 : glyphs.length)

type Placed = Glyph & { run: Run }

type Words = { parts: Part[]; firstEnd?: number; second?: number }

function partsOf(runs: readonly Run[], size: number): Words {
  const glyphs: Placed[] = []
  for (const [index, run] of runs.entries()) {
    if (isFootnoteMark(run, runs[index - 1], runs[index + 1])) continue
    for (const glyph of run.glyphs) glyphs.push({ ...glyph, run })
  }
  const isApart = spacer(glyphs, size)
  const parts: (Part & { run: Run })[] = []
  let before: Placed | undefined
  let isSpaced = false
  let first: Pick<Words, 'firstEnd' | 'second'> | undefined
  for (const glyph of glyphs) {
    const text = toLetters(glyph.text)
    if (text.trim() === '') {
      isSpaced ||= text !== ''
      continue
    }
    const space = before && isApart(before, glyph, isSpaced) ? ' ' : ''
    if (before && space !== '') first ??= { firstEnd: before.right, second: glyph.left }
    const { run } = glyph
    const part = parts.at(-1)
    if (part && isAlike(part.run, run)) part.words += space + text
    else {
      if (part && space !== '') part.words += space
      const { colour } = run
      parts.push({ words: text, ...run.font, colour, run })
    }
    before = glyph
    isSpaced = text.endsWith(' ')
  }
  const plain = parts.map(({ words, isBold, colour, isSymbols }): Part => {
    return { words, isBold, colour, isSymbols }
  })
  return { parts: plain, ...first }
}

const isAlike = (one: Run, other: Run): boolean =>
  one.font.isBold === other.font.isBold &&
  one.font.isSymbols === other.font.isSymbols &&
  one.colour === other.colour

const MARK = /^(?:\d{1,3}(?:, ?\d{1,3})*|[*†‡§]+)$/
const SQUARED = /(?:^|[^\p{L}])[kcm]?m$/u

/** Raised behind a word: "officers³", but not "km²". */
function isFootnoteMark(run: Run, before: Run | undefined, next: Run | undefined): boolean {
  const mark = textOf(run).trim()
  if (!run.isRaised || !before || before.isRaised || !MARK.test(mark)) return false
  // "12*N", "*.txt": a star of some font stands high.
  const isWithin = next !== undefined && next.glyphs[0]!.left - endOf(run) < 0.1 * run.size
  if (isWithin && (/[\p{L}\p{N}]/u.test(next.glyphs[0]!.text) || !/^\d/.test(mark))) return false
  return !/^[23]$/.test(mark) || !SQUARED.test(textOf(before))
}

/**
 * Whether two letters are of different words. A space that is drawn says so where it takes room; other
 * files have none, and set letters further apart instead, or all of them.
 */
function spacer(
  glyphs: readonly Placed[],
  size: number,
): (one: Placed, other: Placed, isSpaced: boolean) => boolean {
  const gaps: number[] = []
  let spaces = 0
  for (const [index, glyph] of glyphs.entries()) {
    const before = glyphs[index - 1]
    if (glyph.text.trim() === '') spaces += 1
    else if (before && before.text.trim() !== '') gaps.push(glyph.left - before.right)
  }
  const between = gaps.length >= 5 ? Math.max(0, gaps.sort((a, b) => a - b)[gaps.length >> 1]!) : 0
  const hasSpaces = spaces * 14 >= glyphs.length
  const least = between + (hasSpaces ? 0.22 : 0.15) * size
  const leastDrawn = 0.5 * between + 0.05 * size
  return (one, other, isSpaced) => {
    // A footnote's own mark before its words.
    if (
      one.run === glyphs[0]!.run &&
      one.run.isRaised &&
      !other.run.isRaised &&
      MARK.test(textOf(one.run).trim())
    )
      return true
    const gap = other.left - one.right
    return gap > (isSpaced ? leastDrawn : least)
  }
}

const LIGATURE = /[\ufb00-\ufb06]/g
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]/g

/** A hyphen that is drawn is one, whatever the font calls it. */
function toLetters(text: string): string {
  if (/^[\u0020-\u007e]$/.test(text)) return text
  return text
    .replace(LIGATURE, sign => sign.normalize('NFKC'))
    .replace(/\s|[\u2000-\u200a]/g, ' ')
    .replace(/[\u00ad\u2010\u2011]/g, '-')
    .replace(UNSEEN, '')
}
