import { charactersOf } from '../../office-file/xml.ts'
import { MOST_CHARACTERS } from './table.ts'

/** Names of elements without their prefix: some programs write one before each. */
export const bare = (name: string): string => name.slice(name.indexOf(':') + 1)

/** No character is written with more than ten: what is longer is more than a cell can hold. */
const MOST_WRITTEN = 1_000_000
const TOO_LONG = '?'.repeat(MOST_CHARACTERS + 1)

/** Excel writes what XML cannot hold by its number: a carriage return is _x000D_ (22.9.2.19). */
export const textIn = (written: string): string =>
  written.length > MOST_WRITTEN
    ? TOO_LONG
    : charactersOf(written).replace(/_x([\dA-Fa-f]{4})_/g, (_, code: string) =>
        String.fromCharCode(parseInt(code, 16)),
      )
