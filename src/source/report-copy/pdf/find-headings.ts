import type { BegunLine } from './begin-paragraphs.ts'
import type { Body } from './measure-print.ts'
import { BULLET } from './read-marks.ts'

const LONGEST = { lines: 3, words: 250, sentence: 90 }
const LEADERS = /(?:\. ?){4}|…{2}|_{4}/
const DEEPEST = 6

/** For each line of a heading, its level: the largest is 1. */
export function findHeadings(lines: readonly BegunLine[], body: Body): Map<BegunLine, number> {
  const contents = contentsPagesOf(lines)
  const found: { style: Style; lines: BegunLine[] }[] = []
  for (const paragraph of paragraphsOf(lines)) {
    const [first] = paragraph as [BegunLine]
    const style = styleOf(first, body)
    if (first.cell || !style || !isShort(paragraph, style, body)) continue
    if (paragraph.some(isOfContents) || (contents.has(first.page) && style.size < 1.2 * body.size))
      continue
    found.push({ style, lines: paragraph })
  }
  const levelOf = rankStyles(found)
  const levels = new Map<BegunLine, number>()
  for (const { style, lines } of found) for (const line of lines) levels.set(line, levelOf(style))
  return levels
}

export function* paragraphsOf(lines: readonly BegunLine[]): Generator<BegunLine[]> {
  let own: BegunLine[] = []
  for (const line of lines) {
    if (line.isFirst && own.length > 0) {
      yield own
      own = []
    }
    own.push(line)
  }
  if (own.length > 0) yield own
}

type Style = { size: number; isBold: boolean; isColoured: boolean }

/** How it stands out from the text, if it does. */
function styleOf(line: BegunLine, body: Body): Style | undefined {
  if (BULLET.test(line.words) || !/\p{L}/u.test(line.words)) return undefined
  const size = Math.round(line.size * 2) / 2
  const isLarge = line.size > 1.08 * body.size + 0.2
  const isBold = line.isBold && !body.isBold
  const isColoured = isVivid(line.colour) && line.colour !== body.colour
  if (line.size < 0.92 * body.size) return undefined
  return isLarge || isBold || isColoured ? { size, isBold, isColoured } : undefined
}

/** A colour that is not grey; white, on a dark panel, is one. */
function isVivid(colour: string): boolean {
  const [, red = '', green = '', blue = ''] = /^#(..)(..)(..)$/.exec(colour) ?? []
  const shares = [red, green, blue].map(share => parseInt(share, 16))
  return Math.min(...shares) > 240 || Math.max(...shares) - Math.min(...shares) > 30
}

function isShort(paragraph: readonly BegunLine[], style: Style, body: Body): boolean {
  const words = paragraph.map(({ words }) => words).join(' ')
  const isTitle = style.size > 1.5 * body.size
  if (paragraph.length > (isTitle ? 2 : 1) * LONGEST.lines || words.length > LONGEST.words)
    return false
  const isSentence = /[.;,]["'”’)]*$/.test(words)
  if (isSentence && words.length > LONGEST.sentence) return false
  // A link in a paragraph of its own, or the first words of a list.
  const isMarked = style.isBold || style.size > 1.08 * body.size
  return isMarked || (!isSentence && !words.endsWith(':') && !/^(?:https?:|www\.)/.test(words))
}

const isOfContents = ({ words, endsWithPage }: BegunLine): boolean =>
  endsWithPage || LEADERS.test(words)

function contentsPagesOf(lines: readonly BegunLine[]): Set<number> {
  const counts = new Map<number, { all: number; own: number }>()
  for (const line of lines) {
    const count = counts.get(line.page) ?? { all: 0, own: 0 }
    count.all += 1
    if (isOfContents(line)) count.own += 1
    counts.set(line.page, count)
  }
  const pages = [...counts].filter(([, { all, own }]) => own >= 3 && own >= 0.4 * all)
  return new Set(pages.map(([page]) => page))
}

const keyOf = ({ size, isBold, isColoured }: Style): string => `${size} ${isBold} ${isColoured}`

/** By size, then by weight and colour. */
function rankStyles(
  found: readonly { style: Style; lines: BegunLine[] }[],
): (style: Style) => number {
  const styles = new Map(found.map(({ style }) => [keyOf(style), style]))
  const isOfCover = (style: Style) =>
    found.every(one => keyOf(one.style) !== keyOf(style) || one.lines[0]!.page === 1)
  const ranked = (all: Style[]) => {
    const levels = new Map<string, number>()
    let [level, before] = [0, undefined as Style | undefined]
    for (const style of all.sort(compareStyles)) {
      const isSame =
        before &&
        before.size - style.size < 0.6 &&
        before.isBold === style.isBold &&
        before.isColoured === style.isColoured
      if (!isSame) level += 1
      levels.set(keyOf(style), level)
      before = style
    }
    return { levels, deepest: level }
  }
  let { levels, deepest } = ranked([...styles.values()])
  // What the cover alone has is no step between a report's headings.
  if (deepest > DEEPEST)
    ({ levels, deepest } = ranked([...styles.values()].filter(style => !isOfCover(style))))
  return style => Math.min(DEEPEST, levels.get(keyOf(style)) ?? 1)
}

const compareStyles = (one: Style, other: Style): number =>
  Math.abs(one.size - other.size) >= 0.6
    ? other.size - one.size
    : Number(other.isBold) - Number(one.isBold) ||
      Number(other.isColoured) - Number(one.isColoured) ||
      other.size - one.size
