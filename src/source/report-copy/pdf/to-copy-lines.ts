import type { CopyLine } from '../copy-line.ts'
import type { ArrangedPage } from './arrange-page.ts'
import { beginParagraphs, type BegunLine } from './begin-paragraphs.ts'
import { breakWords } from './break-words.ts'
import { findFootnotes, opensFootnote } from './find-footnotes.ts'
import { findHeadings } from './find-headings.ts'
import { joinBoxes } from './join-boxes.ts'
import { findBody, measureLeading } from './measure-print.ts'
import type { PrintedLine } from './printed-line.ts'
import { withBullet } from './read-marks.ts'
import { setLevels } from './set-levels.ts'
import { splitRunIn } from './split-run-in.ts'

/** What the lines of all pages are, told by how they are printed. */
export function toCopyLines(path: string, pages: readonly ArrangedPage[]): CopyLine[] {
  const printed = pages.flatMap(({ lines }) => lines)
  if (printed.length === 0) return []
  const body = findBody(printed)
  const boxes = joinBoxes(pages, body)
  const footnotes = findFootnotes(printed, body.size)
  const text = printed
    .filter(line => !footnotes.has(line))
    .flatMap(splitRunIn)
    .map(line => joinBox(withBullet(line), boxes))
  const begun = withFootnotes(
    beginParagraphs(text, measureLeading(text)),
    printed.filter(line => footnotes.has(line)),
  )
  const lines: Line[] = breakWords(begun)
  // Lines are made anew where their hyphen is, so headings and levels are looked for in these.
  const own = lines.filter(line => !line.isFootnote)
  const [headings, levels] = [findHeadings(own, body), setLevels(own)]
  return lines.map((line, index) =>
    toCopyLine(path, line, index, { heading: headings.get(line), entry: levels.get(line) }),
  )
}

const joinBox = (line: PrintedLine, boxes: ReadonlyMap<number, number>): PrintedLine =>
  line.box === undefined ? line : { ...line, box: boxes.get(line.box) ?? line.box }

type Line = BegunLine & { isFootnote?: boolean }

/** A sentence goes on over the foot of its page: footnotes stand behind the paragraph that they interrupt. */
function withFootnotes(lines: readonly BegunLine[], footnotes: readonly PrintedLine[]): Line[] {
  const all: Line[] = []
  let waiting = 0
  const add = (isDue: (footnote: PrintedLine) => boolean) => {
    while (footnotes[waiting] && isDue(footnotes[waiting]!)) {
      const footnote = footnotes[waiting++]!
      const isFirst = opensFootnote(footnote) || all.at(-1)?.isFootnote !== true
      all.push({ ...footnote, isFirst, isEntry: false, isFootnote: true })
    }
  }
  for (const line of lines) {
    if (line.isFirst) add(footnote => footnote.flow < line.flow || footnote.page < line.page)
    all.push(line)
  }
  add(() => true)
  return all
}

function toCopyLine(
  path: string,
  line: Line,
  index: number,
  { heading, entry }: { heading: number | undefined; entry: number | undefined },
): CopyLine {
  const { words, page, cell, box, isFirst } = line
  // A PDF has no lines of its own: these are counted as they are read.
  const start = { line: index + 1, column: 1 }
  const end = { line: index + 1, column: words.length + 1 }
  const place = { file: path, start, end }
  return {
    ...{ words, place, page },
    ...kindOf(line, heading, entry),
    ...(cell && { cell }),
    ...(box !== undefined && { box }),
    isFirst,
  }
}

function kindOf(
  { cell, isFootnote }: Line,
  heading: number | undefined,
  entry: number | undefined,
): Pick<CopyLine, 'kind' | 'level'> {
  if (isFootnote) return { kind: 'footnote' }
  if (cell) return { kind: 'cell' }
  if (heading !== undefined) return { kind: 'heading', level: heading }
  if (entry !== undefined) return { kind: 'list item', level: entry }
  return {}
}
