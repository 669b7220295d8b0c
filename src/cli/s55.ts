#!/usr/bin/env node
import type { Io } from './io.ts'
import { confess } from './confess.ts'
import { main } from './main.ts'

const { env, stdout, stderr } = process

const io: Io = {
  write: result => void stdout.write(result),
  error: text => void stderr.write(text),
  env,
  cwd: process.cwd(),
  columns: stdout.columns || 80,
  isTerminal: stdout.isTTY === true,
  isErrorTerminal: stderr.isTTY === true,
  today: today(),
  // Asked for by what watches alone: without a listener, Ctrl+C ends the process as it always does.
  untilEnded: () => new Promise(done => process.once('SIGINT', () => done())),
}

/** Whether what was said could not be handed over. */
let isCutShort = false

for (const stream of [stdout, stderr])
  stream.on('error', ({ code, message }: NodeJS.ErrnoException) => {
    // Whoever reads our output may stop, as `head` does: no fault of anybody, and what else there is
    // to do is done.
    if (code === 'EPIPE' || isCutShort) return
    isCutShort = true
    process.exitCode = 2
    if (stream === stdout) io.error(`The results could not be written: ${message}\n`)
  })
process.on('uncaughtException', error => process.exit(confess(io, error)))

// Not process.exit: what is still to be written to a pipe would be lost.
const code = await main(process.argv.slice(2), io)
process.exitCode = isCutShort ? 2 : code

/** The day where the officer sits, not that of Greenwich. */
function today(): string {
  const now = new Date()
  const two = (number: number) => String(number).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
