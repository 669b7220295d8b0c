import { join } from 'node:path'
import { longDate } from '../calendar.ts'
import type { LoggedEntry } from '../edit/history-entry.ts'
import { lastStatuses, type HistorySource } from '../model/history.ts'
import { printable } from '../reporters/printable.ts'
import { wrap } from '../reporters/wrap.ts'
import { sayItem } from './find-item.ts'
import { hasColours, showPath, type Io } from './io.ts'
import type { Logged, LogOptions } from './log.ts'
import { sayDiff } from './say-diff.ts'

/** What was written or would be; and, where everything else goes, what is to be known of it. */
export function sayLogged(done: Logged, options: LogOptions, io: Io): void {
  const { entry, added, isWritten, isHeld } = done
  if (isWritten)
    io.write(`${placeOf(done, added.line, io)}: ${printable(sayItem(entry))}, ${sayEntry(done)}\n`)
  else io.write(diffOf(done, { columns: Math.min(io.columns, 80), ...options }, io))
  if (isHeld) tell(io, ...HELD)
  if (options.isQuiet) return
  if (isWritten) for (const remark of remarksOn(done, io)) tell(io, ...remark)
  else if (!isHeld) io.error('Nothing was written: --dry-run only shows.\n')
}

/** For programs. Of what is withheld no word is told. */
export function logAsJson(done: Logged, io: Io): string {
  const { found, entry, target, logged, added, isWritten } = done
  const told = {
    written: isWritten,
    file: showPath(join(found.root, target.file.path), io),
    line: added.line,
    item: entry.item.id,
    entry: entry.item.withheld ? null : logged,
    rewritten: added.wasInBraces,
    diff: diffOf(done, { columns: Infinity, isColourWanted: false }, io),
  }
  return `${JSON.stringify(told, undefined, 2)}\n`
}

type Remark = readonly [message: string, hint: string]

const HELD: Remark = [
  'Unexpected item between braces, expected its keys on lines of their own',
  'Nothing was written. Add --yes, and it is written as above, with its entry.',
]

function tell(io: Io, message: string, hint: string): void {
  const lines = wrap(hint, Math.min(io.columns, 80) - 2)
  io.error(`${message}\n${lines.map(line => `  ${line}\n`).join('')}`)
}

const placeOf = ({ found, target }: Logged, line: number, io: Io): string =>
  `${printable(showPath(join(found.root, target.file.path), io))}:${line}`

function sayEntry({ entry, logged: { date, status } }: Logged): string {
  if (entry.item.withheld) return 'which is withheld'
  return longDate(date) + (status === undefined ? '' : `: ${printable(status)}`)
}

function diffOf(
  { found, target, added }: Logged,
  { columns, isColourWanted }: { columns: number; isColourWanted: boolean },
  io: Io,
): string {
  const path = showPath(join(found.root, target.file.path), io)
  const change = { path, before: target.file.text, after: added.after }
  return sayDiff(change, { columns, hasColours: hasColours(io, isColourWanted) })
}

function remarksOn(done: Logged, io: Io): Remark[] {
  const { found, entry, target, reading, logged } = done
  const remarks: Remark[] = []
  if (!target.file.path.startsWith(`${found.folder}/`))
    remarks.push([
      `Unexpected place of the item, ${placeOf(done, 1, io).replace(/:1$/, '')}, expected ${found.folder}`,
      'Where another response names that file too, the entry is in its history as well.',
    ])
  if (entry.item.withheld)
    remarks.push([
      'The item is withheld: its history stays in the file, and no figure is made of it',
      '`status` is what counts, and what may be shown.',
    ])
  else remarks.push(...remarksOnStatus(done, io))
  if (reading.responses.length > 1 && isInOneLanguage(logged))
    remarks.push([
      'Unexpected text in one language, expected it in Welsh and in English',
      'check asks for both: --text has the English words, --text-cy the Welsh ones.',
    ])
  return remarks
}

const isInOneLanguage = ({ text }: LoggedEntry): boolean =>
  typeof text === 'string' || (text !== undefined && Object.keys(text).length === 1)

const KEYS: { [S in HistorySource]?: 'status' | 'inspectorate_status' } = {
  force: 'status',
  inspectorate: 'inspectorate_status',
}

/** Where the file now says two things, the history counts. */
function remarksOnStatus(done: Logged, io: Io): Remark[] {
  const { logged, added, entry } = done
  const { date, source, status } = logged
  if (status === undefined) return []
  const history = [...entry.item.history, { at: [], date, source, status }]
  const last = lastStatuses(history, io.today)[source]!
  if (last.date > date)
    return [
      [
        `The entry of ${longDate(last.date)} is later, and counts: "${printable(last.status)}"`,
        'The one that was added is before it in the history.',
      ],
    ]
  const key = KEYS[source]
  const typed = key && entry.item[key]
  if (typed === undefined || typed === status) return []
  const { file, start } = added.item.entries.get(key!)!.key
  return [
    [
      `${placeOf(done, file.point(start).line, io)}: Unexpected ${key} "${printable(typed)}", expected "${printable(status)}" as the history says`,
      `The history counts. Change \`${key}\`, or take it away: check warns of it.`,
    ],
  ]
}
