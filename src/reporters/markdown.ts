import type { Problem } from '../problem.ts'
import { storable } from './printable.ts'
import type { Report, Reporter } from './reporter.ts'
import { countOf, sayExcused, sayHowItStands, worstFirst, type Summary } from './summary.ts'

/** GitHub takes comments of 65,536 characters, and whoever posts this may add words of their own. */
const ROOM = { summaries: 15_000, rows: 35_000, excused: 10_000 }
/** Characters of a cell: a value that is quoted whole would fill the comment. */
const LONGEST = 1000

/** For a pull request's comment: how each response stands, then a table of what was found. */
export const markdown: Reporter = async function* (reports, { isQuiet }) {
  const rows = {
    error: new Lines(ROOM.rows),
    warning: new Lines(ROOM.rows),
    note: new Lines(ROOM.rows),
  }
  const excused = new Lines(ROOM.excused)
  const summaries: Summary[] = []
  for await (const report of reports) {
    summaries.push(report.summary)
    for (const problem of report.problems) rows[problem.severity].add(() => sayRow(problem, report))
    for (const waived of report.waived)
      excused.add(() => `- Excused: ${escape(sayExcused(waived, report.showPath))}`)
  }
  const table = sayTable([rows.error, rows.warning, rows.note])
  const parts = isQuiet
    ? [table]
    : [saySummaries(summaries), table, sayList(excused, 'excused finding')]
  yield parts.filter(part => part !== '').join('\n')
}

/** As many lines as have room; the others are counted. */
class Lines {
  readonly lines: string[] = []
  left = 0
  #room: number

  constructor(room: number) {
    this.#room = room
  }

  /** After the first that has no room none has: what is shown is the beginning. */
  add(say: () => string): void {
    const line = this.#room > 0 ? say() : ''
    this.#room -= line.length + 1
    if (this.#room < 0) this.left += 1
    else this.lines.push(line)
  }
}

function saySummaries(summaries: Summary[]): string {
  const list = new Lines(ROOM.summaries)
  for (const summary of summaries.sort(worstFirst))
    list.add(() => `- ${escape(sayHowItStands(summary))}`)
  return sayList(list, 'response')
}

function sayList({ lines, left }: Lines, thing: string): string {
  const more = left > 0 ? [`- and ${countOf(left, `more ${thing}`)}`] : []
  return [...lines, ...more].map(line => `${line}\n`).join('')
}

/** The worst come first, and share the room. */
function sayTable(lists: readonly Lines[]): string {
  const table = new Lines(ROOM.rows)
  for (const { lines, left } of lists) {
    lines.forEach(line => table.add(() => line))
    table.left += left
  }
  if (table.lines.length === 0) return ''
  const rest = table.left > 0 ? `\nAnd ${table.left} more: \`s55 check\` shows them all.\n` : ''
  return `| Severity | Where | What | Rule |\n| --- | --- | --- | --- |\n${table.lines.join('\n')}\n${rest}`
}

function sayRow({ severity, place, message, hint, rule }: Problem, { showPath }: Report): string {
  const words = hint === undefined ? message : `${message}. Hint: ${hint}`
  const where = `${showPath(place.file)}:${place.start.line}`
  return `| ${[severity, where, words, rule].map(escape).join(' | ')} |`
}

/** A key of the files, as our messages mark it, and as Markdown does. */
const CODE = /((?<!`)`[\w.:-](?:[\w .:-]*[\w.:-])?`(?!`))/

function escape(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return storable(line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line)
    .split(CODE)
    .map((part, index) => (index % 2 === 1 ? part : escapeWords(part)))
    .join('')
}

const BREAK = '\u200b'

/**
 * Nothing in them is Markdown or HTML. GitHub looks for people, issues and addresses only after that, in what
 * is to be seen, so that there a space of no width comes between; a mention would send somebody a mail.
 */
const escapeWords = (text: string): string =>
  text
    .replace(/[\\`*_~[\]<>|&$!]/g, '\\$&')
    .replace(/[@#]|GH-(?=\d)|:(?=\/\/)|www(?=\.)/gi, `$&${BREAK}`)
