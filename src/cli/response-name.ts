import { isDevice } from '../source/windows-names.ts'
import type { Complaint } from './io.ts'

/** Why a response cannot have a name, which is a folder's, on every system. */
export function refuseName(name: string): Complaint | undefined {
  const expected = 'expected letters, digits and dashes, such as 2026-custody'
  if (name.length > 80)
    return { message: `Unexpected name of ${name.length} characters, expected 80 at most` }
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/i.test(name))
    return {
      message: `Unexpected name ${name === '' ? 'of no letters' : name}, ${expected}`,
      ...suggestName(name),
    }
  if (isDevice(name))
    return {
      message: `Unexpected name ${name}, ${expected}`,
      hint: 'Windows keeps this name for itself, and nobody there could open the folder.',
    }
  return undefined
}

const suggestName = (name: string): { hint?: string } => {
  const meant = nameFor(name)
  return meant === undefined ? {} : { hint: `For instance: ${meant}` }
}

/** A name of these words: "Northshire PEEL 2025" is northshire-peel-2025. */
export function nameFor(words: string): string | undefined {
  const name = words
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/gi, '-')
    .replace(/^-|-$/g, '')
    .toLowerCase()
  return name === '' || isDevice(name) ? undefined : name
}
