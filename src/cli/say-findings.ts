import { wrap } from '../reporters/wrap.ts'
import type { Paint } from '../reporters/colours.ts'
import type { Finding } from '../stationery/finding.ts'

/** A file, as a terminal shows its path, and what was found in it. */
export type FoundIn = { file: string; findings: readonly Finding[] }

/** How it is shown. */
export type Look = { columns: number; paint: Paint }

const ORDER = { error: 0, warning: 1, note: 2 }
const INDENT = 4
const LABEL = 'warning '.length

/** The worst first, each with the place in the file that it means. */
export function sayFindings({ file, findings }: FoundIn, { columns, paint }: Look): string {
  const room = columns - INDENT - LABEL
  const hanging = ' '.repeat(INDENT + LABEL)
  const lines = [...findings]
    .sort((one, other) => ORDER[one.severity] - ORDER[other.severity])
    .flatMap(({ severity, where, message, hint }) => {
      const [first = '', ...rest] = wrap(
        where === undefined ? message : `${where}: ${message}`,
        room,
      )
      return [
        `${' '.repeat(INDENT)}${paint(severity.padEnd(LABEL), severity)}${first}`,
        ...rest.map(line => hanging + line),
        ...(hint === undefined ? [] : wrap(hint, room)).map(line => hanging + paint(line, 'dim')),
      ]
    })
  return [`  ${paint(file, 'bold')}`, ...lines].map(line => `${line.trimEnd()}\n`).join('')
}
