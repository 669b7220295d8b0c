import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { didYouMean } from '../model/validate/did-you-mean.ts'
import {
  findByName,
  findResponses,
  findRoot,
  isName,
  type FoundResponse,
} from './find-responses.ts'
import type { Complaint, Io } from './io.ts'
import { unquoteTyped } from './typed-path.ts'

/** The one response that somebody names: by its folder's name, or by the path of its folder or file. */
export async function findNamed(
  typed: string,
  io: Pick<Io, 'cwd'>,
): Promise<FoundResponse | Complaint> {
  const name = unquoteTyped(typed).replace(/[/\\]+$/, '')
  const named = await findByName(name, io.cwd)
  if (named) return named
  const root = isName(name) ? await findRoot(io.cwd) : undefined
  if (root !== undefined && !existsSync(resolve(io.cwd, name))) return unknownName(name, root, io)
  const { responses, complaints } = await findResponses([typed], io)
  const [found, second] = responses
  if (complaints[0]) return complaints[0]
  if (found && !second) return found
  return {
    message: `Unexpected ${typed}, expected one response: its name, its folder or its file`,
    hint: `There are ${responses.length}, such as ${responses[0]?.name}.`,
  }
}

export const isComplaint = (found: FoundResponse | Complaint): found is Complaint =>
  'message' in found

async function unknownName(
  name: string,
  root: string,
  { cwd }: Pick<Io, 'cwd'>,
): Promise<Complaint> {
  const names = (await findResponses([root], { cwd })).responses.map(({ name }) => name)
  const meant = didYouMean(name, names) ?? names.find(known => known.startsWith(name))
  const hint = meant === undefined ? sayNames(names) : `Did you mean ${meant}?`
  return {
    message: `Unexpected response ${name}, expected the name of one in this workspace`,
    ...(hint !== undefined && { hint }),
  }
}

const LISTED = 12

const sayNames = (names: readonly string[]): string | undefined =>
  names.length === 0 || names.length > LISTED ? undefined : `There are ${names.join(', ')}.`
