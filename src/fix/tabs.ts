import { parseText } from '../model/text.ts'
import { parseMarks, parseYaml } from '../source/parse-yaml.ts'
import { SourceFile } from '../source/source-file.ts'
import { toPlain } from '../source/to-plain.ts'
import { applyEdits, type BrokenMend, type Edit } from './mend.ts'

/** How many spaces a tab may have meant: what we write, then what editors show. */
const WIDTHS = [2, 4, 8]

/**
 * Tabs before a key or a line of a text become the spaces with which the file can be read. `mendOthers`:
 * what else is broken in it is mended where it can be, for it would hide which of the widths is meant.
 */
export const tabs = (mendOthers: (file: SourceFile) => SourceFile): BrokenMend => ({
  id: 'tab',
  one: 'line indented by tabs',
  many: 'lines indented by tabs',
  edits({ file }) {
    if (!/^ *(?:- *)*\t/m.test(file.text)) return []
    const readings = WIDTHS.map(width => {
      const edits = spacesFor(file.text, width)
      const read = mendOthers(new SourceFile(file.path, applyEdits(file.text, edits)))
      return { width, edits, read, breaks: countBreaks(read) }
    })
    const least = Math.min(...readings.map(({ breaks }) => breaks))
    if (least >= countBreaks(mendOthers(file))) return []
    const best = readings.filter(({ breaks }) => breaks === least)
    // Where two widths give two meanings, only who typed it knows. Lists in texts are seen to by the
    // narrow ones, with which they are written.
    const narrow = best.filter(({ width }) => width <= 4)
    const isOne =
      isSame(best, words) && isSame(narrow, value => JSON.stringify(parseText(value).blocks))
    return isOne ? best[0]!.edits : []
  },
})

const countBreaks = (file: SourceFile): number => parseMarks(file)?.errors.length ?? Infinity

/**
 * A tab behind a dash is the space that belongs there. A tab further in than its text is one of its words,
 * and a line of a text stands no further to the left than the others.
 */
function spacesFor(text: string, width: number): Edit[] {
  const edits: Edit[] = []
  let block: Block | undefined
  let start = 0
  for (const line of text.split('\n')) {
    const indent = /^[ \t]*/.exec(line)![0]
    const lead = /^[ \t]*(?:-[ \t]+)*/.exec(line)![0]
    const put = (length: number, words: string) =>
      void edits.push({ start, end: start + length, text: words })
    const depth = depthOf(indent, width)
    if (line.trim() !== '') {
      const isTabbed = indent.includes('\t')
      if (block && isWordsOf(block, line, indent, depth)) {
        block.first ??= depth
        block.indent ??= Math.max(depth, block.key + 2)
        const shifted = depth + block.indent - block.first
        if (isTabbed && !isIndented(block, indent))
          put(indent.length, ' '.repeat(Math.max(block.indent, shifted)))
      } else {
        if (lead.includes('\t')) put(lead.length, spaced(lead, width))
        block = OPENS_TEXT.test(line) ? { key: keyOf(line, lead, width) } : undefined
      }
    }
    start += line.length + 1
  }
  return edits
}

/** A text under `|`: how far in its key stands, its first line as typed, and where its lines are to begin. */
type Block = { key: number; first?: number; indent?: number }

const OPENS_TEXT = /(?::|-)[ \t]+[|>][-+\d]*[ \t]*(?:#.*)?\r?$/
const OPENS_OTHER = /^[ \t]*(?:#|-[ \t]|[a-z_]+:(?:\s|$))/

/** What looks like a key, an entry or a remark is one where it stands further to the left than the text. */
function isWordsOf({ key, first = key + 1 }: Block, line: string, indent: string, depth: number) {
  const isTabbed = indent.includes('\t')
  return isTabbed ? depth >= first || !OPENS_OTHER.test(line) : depth > key
}

/** The spaces before the first tab are enough. */
const isIndented = (block: Block, indent: string): boolean =>
  /^ */.exec(indent)![0].length > block.key

/** Of a text that is an entry itself: where its dash stands. */
const keyOf = (line: string, lead: string, width: number): number => {
  const column = spaced(lead, width).length
  return /^[|>]/.test(line.slice(lead.length)) ? column - 2 : column
}

const depthOf = (indent: string, width: number): number =>
  indent.replaceAll('\t', ' '.repeat(width)).length

const spaced = (lead: string, width: number): string =>
  lead
    .replace(/-[ \t]+/g, typed => (typed.includes('\t') ? '- ' : typed))
    .replaceAll('\t', ' '.repeat(width))

const words = (value: string): string => value.replace(/\s+/g, ' ')

function isSame(
  readings: readonly { read: SourceFile }[],
  mean: (value: string) => string,
): boolean {
  if (readings.length < 2) return true
  const meanings = readings.map(({ read }) => {
    const { value } = parseYaml(read)
    const plain = value && toPlain(value)
    return JSON.stringify(plain, (_key, one: unknown) =>
      typeof one === 'string' ? mean(one) : one,
    )
  })
  return new Set(meanings).size === 1
}
