/** Why stationery cannot carry a letter, in words for its owner. Caught where stationery is opened. */
export class StationeryFault extends Error {
  override readonly name = 'StationeryFault'
  constructor(
    message: string,
    readonly hint: string,
  ) {
    super(message)
  }
}

const SAVE_AGAIN = 'Open it to see whether it is whole, and export it again'

export const broken = () =>
  new StationeryFault('Unexpected PDF that cannot be read, expected a whole one', SAVE_AGAIN)

export const tooMuch = (what: string, expected: string) =>
  new StationeryFault(
    `Unexpected ${what}, expected ${expected}`,
    'A letterhead is small: export its two pages alone, without what the programs keep in them',
  )

/** Takes a fault beside which others may be found. */
export type Tell = (fault: StationeryFault) => void
