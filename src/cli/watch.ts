import { join } from 'node:path'
import { watch as watchFiles } from 'chokidar'
import { checkOnce } from './check.ts'
import { findResponses, type FoundResponse } from './find-responses.ts'
import { complain, hasColours, type Io } from './io.ts'
import { isMadeOf } from './is-made-of.ts'
import type { CheckOptions } from './options.ts'
import { readFolders } from './read-found.ts'

/** An editor saves in several steps; they are one save. In milliseconds. */
const SETTLED = 40

/** Checks again whatever is made of a file that was saved, until it is told to end. */
export async function watch(paths: string[], options: CheckOptions, io: Io): Promise<number> {
  const known = new Map<string, { found: FoundResponse; files: readonly string[] }>()
  const keyOf = ({ root, folder }: FoundResponse) => join(root, folder)
  const changed = new Set<string>()

  const round = async (): Promise<void> => {
    const { responses, complaints } = await findResponses(paths, io)
    const saved = [...changed]
    changed.clear()
    const asked = responses.filter(found => {
      const before = known.get(keyOf(found))
      return !before || saved.some(path => isMadeOf(path, found, before.files))
    })
    if (complaints.length === 0 && asked.length === 0) return
    clear(io, options)
    if (complaints.length > 0) complain(io, complaints)
    await checkOnce(asked, options, io, undefined, ({ found, files }) => {
      known.set(keyOf(found), { found, files })
    })
    if (!options.isQuiet) io.error('Waiting for the next change. Ctrl+C ends.\n')
  }

  const { responses, complaints } = await findResponses(paths, io)
  if (complaints.length > 0) return complain(io, complaints)
  // Watched before the first check, so that no save falls between the two.
  const roots = new Set(responses.map(({ root }) => root))
  const outputs = await Promise.all(
    [...roots].map(async root => join(root, (await readFolders(root)).output)),
  )
  const watcher = watchFiles([...roots], {
    ignoreInitial: true,
    ignored: path => /[\\/](?:\.git|node_modules)(?:[\\/]|$)/.test(path) || outputs.includes(path),
  })
  let rounds = Promise.resolve()
  let timer: NodeJS.Timeout | undefined
  watcher.on('all', (_event, path) => {
    changed.add(path)
    clearTimeout(timer)
    timer = setTimeout(() => void (rounds = rounds.then(round)), SETTLED)
  })
  await new Promise<void>(done => watcher.once('ready', () => done()))
  await (rounds = rounds.then(round))
  await io.untilEnded()
  clearTimeout(timer)
  await watcher.close()
  await rounds
  return 0
}

/** Each round begins on an empty screen, where somebody looks at one. */
function clear(io: Io, { isColourWanted, format }: CheckOptions): void {
  if (format === 'text' && hasColours(io, isColourWanted)) io.write('\u001b[2J\u001b[3J\u001b[H')
}
