import { listWords } from '../model/validate/did-you-mean.ts'
import { ENGINE_NAMES, type EngineName } from '../render/pdf/drawn.ts'
import { WrongUse } from './command.ts'
import type { Io } from './io.ts'

export const ENGINE_VARIABLE = 'S55_PDF_ENGINE'

/** The engine that somebody wants, to try it: else it is the one that fits the machine. */
export function readWantedEngine({ env }: Pick<Io, 'env'>): EngineName | undefined {
  const word = env[ENGINE_VARIABLE]
  if (!word) return undefined
  const known = ENGINE_NAMES.find(name => name === word)
  if (known !== undefined) return known
  throw new WrongUse(
    `Unexpected ${ENGINE_VARIABLE}=${word}, expected ${listWords(ENGINE_NAMES)}`,
    'It is a variable of the environment. Without it s55 takes the engine that fits this machine.',
  )
}
