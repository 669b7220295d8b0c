import { resolve } from 'node:path'
import { reporters } from '../reporters/index.ts'
import type { Report, ReporterOptions } from '../reporters/reporter.ts'
import { hasColours, type Complaint, type Io } from './io.ts'
import type { CheckOptions, Output } from './options.ts'
import { putResult } from './put-result.ts'
import { telling } from './telling.ts'

type Options = Pick<CheckOptions, 'format' | 'isQuiet' | 'isColourWanted' | 'outputs'>

/**
 * Tells the reports as they come, and writes them to the files that were asked for once all are told.
 * Complaints are about files that cannot be written.
 */
export async function reportTo(
  reports: AsyncIterable<Report>,
  { format, outputs, isQuiet, isColourWanted }: Options,
  io: Io,
): Promise<Complaint[]> {
  const [first, ...others] = share(reports, 1 + outputs.length)
  const about = telling(io)
  const columns = Math.min(io.columns, 80)
  const tell = async () => {
    const options = { columns, hasColours: hasColours(io, isColourWanted), isQuiet, ...about }
    for await (const words of reporters[format](first!, options)) io.write(words)
  }
  // What a file says does not depend on the terminal.
  const plain: ReporterOptions = { columns: 80, hasColours: false, isQuiet }
  const keep = async ({ format, path }: Output, index: number) => {
    const words: string[] = []
    for await (const word of reporters[format](others[index]!, { ...plain, ...about }))
      words.push(word)
    return { path: resolve(io.cwd, path), words: words.join('') }
  }
  const [, ...files] = await Promise.all([tell(), ...outputs.map(keep)])
  const complaints: Complaint[] = []
  for (const { path, words } of files) {
    const complaint = await putResult(path, words, io)
    if (complaint) complaints.push(complaint)
  }
  return complaints
}

/** The same for several readers: the next is made once all have asked for it, so that none is kept. */
export function share<T>(source: AsyncIterable<T>, readers: number): AsyncIterable<T>[] {
  const values = source[Symbol.asyncIterator]()
  let asking: ((result: Promise<IteratorResult<T>>) => void)[] = []
  const next = () =>
    new Promise<IteratorResult<T>>(resolve => {
      asking.push(resolve)
      if (asking.length < readers) return
      const [all, result] = [asking, values.next()]
      asking = []
      for (const answer of all) answer(result)
    })
  return Array.from({ length: readers }, () => ({ [Symbol.asyncIterator]: () => ({ next }) }))
}
