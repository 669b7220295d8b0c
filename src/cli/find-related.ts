import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Standing } from '../status/standing.ts'
import { findResponses, type FoundResponse } from './find-responses.ts'
import type { Io } from './io.ts'

/**
 * Responses beside some, of the same workspaces, that raise an item of theirs again, or that they raise
 * one of: where an item stands depends on them.
 */
export async function findRelated(
  responses: readonly FoundResponse[],
  standings: readonly Standing[],
  io: Pick<Io, 'cwd'>,
): Promise<FoundResponse[]> {
  const roots = new Set(responses.map(({ root }) => root))
  const related: FoundResponse[] = []
  for (const root of roots) {
    const names = new Set(responses.filter(one => one.root === root).map(({ name }) => name))
    const earlier = new Set(
      standings
        .filter(standing => standing.root === root)
        .flatMap(({ items }) => items)
        .flatMap(({ raised_before }) => raised_before.map(({ response }) => response)),
    )
    const others = (await findResponses([root], io)).responses.filter(
      ({ name }) => !names.has(name),
    )
    for (const other of others)
      if (earlier.has(other.name) || (await isCarrier(other, names))) related.push(other)
  }
  return related
}

/** Whether it may raise an item of one of these again: read as text, for most raise none. */
async function isCarrier(
  { root, folder }: FoundResponse,
  names: ReadonlySet<string>,
): Promise<boolean> {
  for await (const text of textsIn(join(root, folder))) {
    if (!text.includes('raised_before')) continue
    for (const name of names) if (text.includes(name)) return true
  }
  return false
}

/** The response's file and its parts, as far as they lie in its folder. */
async function* textsIn(folder: string): AsyncGenerator<string> {
  const names = await readdir(folder, { recursive: true }).catch(() => [])
  for (const name of names.sort())
    if (/\.ya?ml$/i.test(name)) yield await readFile(join(folder, name), 'utf8').catch(() => '')
}
