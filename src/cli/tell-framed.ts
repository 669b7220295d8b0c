import { reporters } from '../reporters/index.ts'
import type { Report } from '../reporters/reporter.ts'
import { hasColours, type Io } from './io.ts'
import type { CommonOptions } from './options.ts'

/** Problems in their frames, where everything but results is told. */
export async function tellFramed(
  report: Report,
  { isColourWanted }: Pick<CommonOptions, 'isColourWanted'>,
  io: Io,
): Promise<void> {
  const words = reporters.text([report], {
    columns: Math.min(io.columns, 80),
    hasColours: hasColours({ ...io, isTerminal: io.isErrorTerminal }, isColourWanted),
    isQuiet: true,
  })
  for await (const word of words) io.error(word)
}
