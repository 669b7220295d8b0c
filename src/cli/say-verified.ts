import { painter } from '../reporters/colours.ts'
import { wrap } from '../reporters/wrap.ts'
import { hasColours, type Io } from './io.ts'
import type { CommonOptions } from './options.ts'
import type { Verified } from './verify-drawn.ts'

const MARKS = { kept: 'kept', broken: 'not kept' }
const WIDTH = MARKS.broken.length + 2

/** Whether everybody can read what was built: each statement with its mark in words. */
export function sayVerified(
  verified: readonly Verified[] = [],
  { isQuiet, isColourWanted }: CommonOptions,
  io: Io,
): string {
  const paint = painter(hasColours(io, isColourWanted))
  const columns = Math.min(io.columns, 80) - 4 - WIDTH
  const lines: string[] = []
  for (const letter of new Set(verified.map(({ letter }) => letter))) {
    const all = verified.filter(statement => statement.letter === letter)
    const shown = isQuiet ? all.filter(({ isKept }) => !isKept) : all
    if (shown.length > 0) lines.push(`  ${sayHowMany(letter, all)}`)
    for (const { isKept, says, hint } of shown) {
      const mark = isKept ? MARKS.kept : MARKS.broken
      const painted = paint(mark, isKept ? 'dim' : 'error') + ' '.repeat(WIDTH - mark.length)
      const words = wrap(says, columns)
      const helps = hint === undefined ? [] : wrap(hint, columns - 2).map(line => `  ${line}`)
      for (const [n, line] of [...words, ...helps].entries())
        lines.push(`    ${n === 0 ? painted : ' '.repeat(WIDTH)}${line}`)
    }
  }
  return lines.map(line => `${line}\n`).join('')
}

/** "Opened again, letter.docx, .pdf and .html: all 13 statements kept" */
function sayHowMany(letter: string, all: readonly Verified[]): string {
  const broken = all.filter(({ isKept }) => !isKept).length
  const count =
    broken === 0
      ? `all ${all.length} statements kept`
      : `${broken} of ${all.length} statements not kept`
  return `Opened again, ${letter}.docx, .pdf and .html: ${count}`
}
