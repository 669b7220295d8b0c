import type { Io } from './io.ts'

/** A fault of ours: one sentence, and no stack unless somebody looks for it. `where`: what was being done. */
export function confess(io: Pick<Io, 'error' | 'env'>, error: unknown, where = ''): 3 {
  const what = error instanceof Error ? error.message : String(error)
  io.error(`A fault in s55 itself, not in your files${where}: ${what.split('\n', 1)[0]}\n`)
  if (io.env['S55_DEBUG']) io.error(`${error instanceof Error ? error.stack : what}\n`)
  else io.error('  Please report it, with what S55_DEBUG=1 shows.\n')
  return 3
}
