import type { Io } from './io.ts'
import type { CommonOptions } from './options.ts'

/** Which of several is being made, where somebody is looking. */
export function showProgress(
  io: Io,
  options: CommonOptions,
  name: string,
  index: number,
  of: number,
): void {
  if (of > 1 && io.isErrorTerminal && !options.isQuiet)
    io.error(`\r\u001b[K${index + 1} of ${of}: ${name}`)
}

export function clearProgress(io: Io, options: CommonOptions, of: number): void {
  if (of > 1 && io.isErrorTerminal && !options.isQuiet) io.error('\r\u001b[K')
}
