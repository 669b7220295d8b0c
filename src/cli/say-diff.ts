import { structuredPatch } from 'diff'
import { PRIVATE } from '../problem.ts'
import { cellsOf, endOf, startOf } from '../reporters/cells.ts'
import { painter, type Style } from '../reporters/colours.ts'
import { disarm, printable } from '../reporters/printable.ts'
import { parseYaml } from '../source/parse-yaml.ts'
import { privateLinesOf } from '../source/private-lines.ts'
import { SourceFile } from '../source/source-file.ts'

/** A file as it was and as it is to be. `path`: as it is shown. */
type Change = { path: string; before: string; after: string }
type Options = { columns: number; hasColours: boolean }

/** A line of a hunk, and the one that stands in its place, where that is plain. */
type Line = { sign: ' ' | '-' | '+'; words: string; isPrivate: boolean; other?: Line }
type Hunk = { head: string; lines: Line[] }

const CUT = '…'
/** Lines of context about each change. */
const CONTEXT = 2
/** Lines taken away and added: what differs in more takes long, and nobody reads it. */
const LINES_TOLD = 6000

/** What changes in a file, as a unified diff; private lines are not shown, and long ones not whole. */
export function sayDiff(change: Change, { columns, hasColours }: Options): string {
  const paint = painter(hasColours)
  const path = printable(change.path)
  const heads = [paint(`--- ${path}`, 'bold'), paint(`+++ ${path}`, 'bold')]
  const hunks = hunksOf(change)
  if (!hunks) return [...heads, `@@ more than ${LINES_TOLD} lines @@`, ''].join('\n')
  const said = hunks.flatMap(({ head, lines }) => [
    paint(head, 'dim'),
    ...lines.map(line => {
      const style = STYLES[line.sign]
      const shown = (line.sign + viewOf(line, columns - 1)).trimEnd()
      return style ? paint(shown, style) : shown
    }),
  ])
  return disarm([...heads, ...said, ''].join('\n'))
}

const STYLES: Record<Line['sign'], Style | undefined> = {
  ' ': undefined,
  '-': 'error',
  '+': 'related',
}

function hunksOf({ path, before, after }: Change): Hunk[] | undefined {
  const options = { context: CONTEXT, maxEditLength: LINES_TOLD }
  const patch = structuredPatch(path, path, before, after, '', '', options)
  if (!patch) return undefined
  const hidden = { old: hiddenLines(before), new: hiddenLines(after) }
  // What may not be shown of one of the two is not shown of the other.
  const secrets = new Set([...secretsOf(before, hidden.old), ...secretsOf(after, hidden.new)])
  return patch.hunks.map(({ oldStart, oldLines, newStart, newLines, lines: typed }) => {
    let [old, fresh] = [oldStart, newStart]
    const lines = typed.flatMap((line): Line[] => {
      const sign = line[0] as Line['sign'] | '\\'
      if (sign === '\\') return [] // "No newline at end of file"
      const words = line.slice(1).replace(/\r$/, '')
      const isOld = sign !== '+' && hidden.old.has(old++)
      const isNew = sign !== '-' && hidden.new.has(fresh++)
      return [{ sign, words, isPrivate: isOld || isNew || secrets.has(bare(words)) }]
    })
    pair(lines)
    return { head: `@@ -${oldStart},${oldLines} +${newStart},${newLines} @@`, lines }
  })
}

/** Of as many lines taken away as added, each stands in the place of one. */
function pair(lines: readonly Line[]): void {
  for (let start = 0; start < lines.length;) {
    let middle = start
    while (lines[middle]?.sign === '-') middle += 1
    let end = middle
    while (lines[end]?.sign === '+') end += 1
    if (middle - start === end - middle)
      for (let index = start; index < middle; index++) {
        const [one, other] = [lines[index]!, lines[index + middle - start]!]
        ;[one.other, other.other] = [other, one]
        one.isPrivate ||= other.isPrivate
        other.isPrivate = one.isPrivate
      }
    start = Math.max(end, start + 1)
  }
}

const bare = (line: string): string => line.replace(/[\s"']/g, '')

const hiddenLines = (text: string): Set<number> =>
  privateLinesOf(text, parseYaml(new SourceFile('', text)))

/** What stands on the lines that may not be shown, however it is indented and quoted. A key alone is no secret. */
function* secretsOf(text: string, hidden: ReadonlySet<number>): Generator<string> {
  if (hidden.size === 0) return
  for (const [index, line] of text.split('\n').entries()) {
    const words = bare(line)
    if (hidden.has(index + 1) && words !== '' && !/^-*[a-z_]+:[|>]?[-+\d]*$/.test(words))
      yield words
  }
}

/** The line, with what nobody sees at its ends; of a long one, what is about the change. */
function viewOf({ sign, words, isPrivate, other }: Line, room: number): string {
  if (isPrivate) return PRIVATE
  const shown = printable(sign === ' ' ? words : withBlanks(words))
  if (cellsOf(shown) <= room) return shown
  const from = other ? sameStart(words, other.words) : 0
  const before = shown.slice(0, from)
  const rest = shown.slice(from)
  // A third of the room for what stands before the change, or more where less follows it.
  const lead = Math.max(Math.floor(room / 3), room - cellsOf(rest))
  const start = cellsOf(before) <= lead ? before : CUT + endOf(before, lead - 1)
  const left = room - cellsOf(start)
  return start + (cellsOf(rest) <= left ? rest : startOf(rest, left - 1) + CUT)
}

const withBlanks = (words: string): string => {
  const end = words.trimEnd().length
  return words.slice(0, end).replaceAll('\t', '→') + words.slice(end).replace(/./g, blankSign)
}
const blankSign = (sign: string): string => (sign === '\t' ? '→' : '·')

function sameStart(one: string, other: string): number {
  let at = 0
  while (at < one.length && one[at] === other[at]) at += 1
  return at
}
